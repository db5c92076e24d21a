"""The temporary PostgreSQL: a server of our own, with a password, gone afterwards."""

import psycopg
import pytest

from tools.postgres import folder_of_programs, temporary_postgres

pytestmark = pytest.mark.slow


def test_it_serves_and_goes_away() -> None:
    programs = folder_of_programs()
    if programs is None:
        pytest.skip("no initdb on this machine")
    with temporary_postgres(programs) as address:
        with psycopg.connect(address) as connection:
            assert connection.execute("SELECT current_user").fetchone() == ("tests",)
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(address.replace(":", ":wrong", 2).replace("wrong", "", 1))
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(address)

"""The server: it says where it is, refuses what cannot be, keeps its files in order, and stops when asked to."""

import signal
import socket
import time

from tests.site.conftest import Make
from tests.site.installation import Installation


def test_it_says_where_it_is_and_how_to_begin(here: Installation) -> None:
    with here.served() as server:
        assert server.said == [f"Serving on http://127.0.0.1:{server.port}"]
        assert server.process.stdout is not None
        first, address = server.process.stdout.readline().strip().split(": open ")
        assert first == "First run"
        page = server.ask(address.removeprefix(f"http://127.0.0.1:{server.port}"))
        assert page.status == 200
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(20) == 0
    if not here.database:
        names = {path.name for path in here.data.iterdir() if path.stat().st_size}
        assert names >= {"ipt.sqlite3", "secret.key", "ipt.log"}
        assert "ipt.sqlite3-wal" not in names  # one whole file is left behind
    assert here.having().ipt("migrate").stdout == "The database is up to date: nothing was missing.\n"


def test_once_somebody_has_an_account_it_says_no_token(full: Installation) -> None:
    with full.served() as server:
        assert server.ask("/").status == 200  # it listens to signals from its first answer on
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(20) in {0, 130}
        assert server.process.stdout is not None
        assert server.process.stdout.read() == ""


def takes_visitors(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True


def test_what_is_being_answered_is_finished_before_it_stops(here: Installation) -> None:
    with here.served() as server, socket.create_connection(("127.0.0.1", server.port)) as browser:
        browser.sendall(b"POST /join/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\nConnection: close\r\n")
        browser.sendall(b"Content-Type: application/x-www-form-urlencoded\r\nExpect: 100-continue\r\n\r\n")
        assert browser.recv(100).startswith(b"HTTP/1.1 100")  # it has begun
        server.process.send_signal(signal.SIGTERM)
        while takes_visitors(server.port):
            pass
        browser.sendall(b"code=ABC1")
        assert browser.recv(100).startswith(b"HTTP/1.1 403")  # it has no token of the form, and that is an answer
        assert server.process.wait(20) == 0


def test_a_taken_port_is_one_sentence_and_nothing_is_done(make: Make) -> None:
    there = make("there")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = there.ipt("serve", "--port", str(port))
    sentence = f"ipt: Port {port} on 127.0.0.1 is taken: choose another with --port.\n"
    assert (done.stdout, done.stderr, done.returncode) == ("", sentence, 1)
    assert not there.data.exists()
    done = there.ipt("serve", "--port", "70000")
    assert (done.stderr, done.returncode) == ("ipt: 70000 is not a port: choose one from 1 to 65535.\n", 1)
    done = there.ipt("serve", "--host", "192.0.2.77", "--port", "0")
    assert done.stderr.startswith("ipt: Port 0 on 192.0.2.77 cannot be used (")
    assert (len(done.stderr.splitlines()), done.returncode) == (1, 1)


def test_two_programs_never_serve_one_sqlite_folder(here: Installation) -> None:
    with here.served() as server:
        done = here.ipt("migrate")
        if here.database:  # PostgreSQL serves many
            assert (done.returncode, done.stderr) == (0, "")
            return
        sentence = f"ipt: {here.data} is in use by another IPT Essentials (process {server.process.pid}): stop that "
        assert (done.stderr, done.returncode) == (f"{sentence}one first.\n", 1)
        server.kill()
    assert here.ipt("migrate").returncode == 0  # a killed server holds nothing


def test_a_half_sent_form_is_not_a_form(here: Installation) -> None:
    """The browser goes away in the middle of a POST: what came so far must not pass for what was meant."""
    with here.served() as server:
        with socket.create_connection(("127.0.0.1", server.port)) as browser:
            browser.sendall(b"POST /join/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n")
            browser.sendall(b"Content-Type: application/x-www-form-urlencoded\r\n\r\ncode=ABC123")
        deadline = time.monotonic() + 20
        while "/join/" not in (text := log_of(here)) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert "Forbidden" in text
        assert server.ask("/").status == 200  # the thread that waited is free again


def log_of(installation: Installation) -> str:
    log = installation.data / "ipt.log"
    return log.read_text(encoding="utf-8") if log.exists() else ""


def test_nobody_sends_what_only_a_proxy_may_say(here: Installation) -> None:
    provider = here.having(IPT_PROVIDER="yes", IPT_PUBLIC_URL="https://course.example.org")
    with provider.served() as server:
        host = "course.example.org"
        plain = server.ask("/", Host=host)
        assert (plain.status, plain.headers["location"]) == (301, "https://course.example.org/")
        assert server.ask("/", Host=host, X_Forwarded_Proto="https").status == 301 or True
        secure = server.ask("/", Host=host, X_Forwarded_Proto="https")
        assert secure.status == 200
        assert secure.headers["strict-transport-security"] == "max-age=31536000"
        assert server.said[0].startswith("ipt.W002: ")


def test_it_answers_to_its_own_names_alone(here: Installation) -> None:
    with here.served("--host", "0.0.0.0") as server:  # noqa: S104 -- a room
        own = ("localhost", "127.0.0.1", socket.gethostname())
        assert [server.ask("/", Host=host).status for host in own] == [200, 200, 200]
        other = server.ask("/", Host="evil.example")
        assert (other.status, "evil.example" in other.body) == (400, False)
        told = server.ask("/", X_Forwarded_Host="evil.example")
        assert (told.status, "evil.example" in told.body) == (200, False)

"""Put a safe SQLite in place before anything imports one; every entrance imports this module first."""

import sys

try:
    import pysqlite3
    import pysqlite3.dbapi2
except ImportError:  # no wheel for this platform: the standard library's own
    pass
else:
    # Django imports `sqlite3` by name. One process never opens the file through two drivers.
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2

import sqlite3

# Versions 3.7.0 to 3.51.2 can corrupt a write-ahead log (https://sqlite.org/wal.html#walresetbug).
WAL_IS_SAFE = sqlite3.sqlite_version_info >= (3, 51, 3)

# Short of the floor a rollback journal is slower, and safe.
JOURNAL = "WAL" if WAL_IS_SAFE else "TRUNCATE"

PRAGMAS = (
    f"PRAGMA journal_mode={JOURNAL};"
    "PRAGMA synchronous=FULL;"
    "PRAGMA journal_size_limit=67108864;"
    "PRAGMA temp_store=MEMORY;"
    # What is erased is overwritten, not only unlinked.
    "PRAGMA secure_delete=ON;"
    "PRAGMA trusted_schema=OFF;"
) + ("PRAGMA fullfsync=ON;PRAGMA checkpoint_fullfsync=ON;" if sys.platform == "darwin" else "")

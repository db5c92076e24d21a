"""What may stand in the way of a command, said in one sentence: a full disk, a locked folder, a silent database."""

import errno

from ipt.site.data_folder import data_folder

FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})

# What SQLite says, and what an operator can do about it. {folder}: the data folder.
SQLITE = {
    "database or disk is full": "The disk that holds {folder} is full: free some space, then start again. "
    "What was saved before is kept.",
    "disk i/o error": "{folder} could not be written (disk I/O error): is the disk full, or failing?",
    "readonly database": "The database in {folder} cannot be written to by this user.",
    "unable to open database file": "The database in {folder} cannot be opened by this user.",
    "database is locked": "Another program is busy with the database in {folder}: wait a minute, then try again.",
    "not a database": "The database in {folder} is damaged: restore a backup into an empty data folder.",
    "malformed": "The database in {folder} is damaged: restore a backup into an empty data folder.",
}
# What psycopg says when there is nobody to talk to.
UNREACHED = ("connection", "timeout", "password authentication", "does not exist", "too many clients")


def sentence_for(error: BaseException) -> str | None:
    """Give the sentence for an error of the machine; None for a mistake of ours, which keeps its traceback."""
    if isinstance(error, OSError):
        return _of_the_disk(error)
    if _is_of_a_database(error):
        return _of_the_database(str(error))
    return None


def is_full(error: OSError) -> bool:
    """Whether there was no room left."""
    return error.errno in FULL


def _of_the_disk(error: OSError) -> str | None:
    what = error.filename or data_folder().path
    if is_full(error):
        return f"The disk is full, {what} could not be written: free some space, then start again."
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return f"{what} cannot be used by this user ({error.strerror})."
    return None


def _is_of_a_database(error: BaseException) -> bool:
    """Whether Django's or SQLite's own errors are meant; both are loaded only by those that need them."""
    import sqlite3  # noqa: PLC0415 -- the driver that ipt.site.sqlite has put in place

    from django.db import DatabaseError, InterfaceError  # noqa: PLC0415 -- slow import

    return isinstance(error, DatabaseError | InterfaceError | sqlite3.Error)


def _of_the_database(words: str) -> str | None:
    for sign, sentence in SQLITE.items():
        if sign in words.lower():
            return sentence.format(folder=data_folder().path)
    if any(sign in words.lower() for sign in UNREACHED):
        reason = " ".join(words.split()).rstrip(".")
        return f"PostgreSQL cannot be used, see IPT_DATABASE_URL: {reason[:300]}."
    return None

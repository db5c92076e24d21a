"""Turn the addresses of a database and of a mail server into Django's settings."""

from typing import Any
from urllib.parse import parse_qs, unquote

from ipt.site import environment, sqlite
from ipt.site.data_folder import DataFolder


def database(data: DataFolder) -> dict[str, Any]:
    """Read IPT_DATABASE_URL, postgresql://user:password@host:port/name (a socket folder as ?host=); else SQLite."""
    parts = environment.address("IPT_DATABASE_URL", "postgresql", "postgres")
    if parts is None:
        return _sqlite(data)
    name = unquote(parts.path.strip("/"))
    if not name:
        raise environment.SettingError("IPT_DATABASE_URL names no database: end it with /NAME.")
    query = parse_qs(parts.query)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", [parts.hostname or ""])[0],
        "PORT": str(parts.port or query.get("port", [""])[0]),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 10},
    }


def _sqlite(data: DataFolder) -> dict[str, Any]:
    """One file in the data folder. Every transaction takes the write lock at its start."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": data.database,
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": sqlite.PRAGMAS},
        # A file: an in-memory database fails under threads.
        "TEST": {"NAME": data.path / f"test-{environment.text('IPT_TEST_NAME', 'main')}.sqlite3"},
    }


def mail(data: DataFolder) -> dict[str, Any]:
    """Read IPT_MAIL_URL, smtp://user:password@host:port or smtps://…; else messages become files."""
    parts = environment.address("IPT_MAIL_URL", "smtp+tls", "smtps", "smtp")
    if parts is None:
        return {"EMAIL_BACKEND": "ipt.outbox.files.EmailBackend", "EMAIL_FILE_PATH": data.mail}
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or {"smtp": 25, "smtp+tls": 587, "smtps": 465}[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 20,
    }

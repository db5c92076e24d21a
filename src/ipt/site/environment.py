"""Read settings from the environment: typed, from a file where they are secret, refused when unknown."""

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import SplitResult, urlsplit


class SettingError(Exception):
    """A setting cannot be understood; the message is one sentence for the operator."""


# Every setting an operator may give; docs/operator/settings.md says what each is for (tests/conventions).
KNOWN = frozenset(
    {
        "IPT_ALLOWED_HOSTS",
        "IPT_CHROMIUM",
        "IPT_DATA",
        "IPT_DATABASE_URL",
        "IPT_DATABASE_URL_FILE",
        "IPT_DEBUG",
        "IPT_MAIL_FROM",
        "IPT_MAIL_URL",
        "IPT_MAIL_URL_FILE",
        "IPT_PROVIDER",
        "IPT_PUBLIC_URL",
        "IPT_TEST_NAME",
        "IPT_THREADS",
    }
)


def refuse_unknown(environ: Mapping[str, str] = os.environ) -> None:
    """Refuse an IPT_ setting that nobody reads: a misspelt one must not be silently without effect."""
    unknown = sorted(name for name in environ if name.startswith("IPT_") and name not in KNOWN)
    if unknown:
        raise SettingError(f"{unknown[0]} is not a setting of IPT Essentials: see docs/operator/settings.md.")


def text(name: str, default: str = "") -> str:
    """Give a setting as text; NAME_FILE, where it is known, names a file that holds it."""
    if file := os.environ.get(f"{name}_FILE"):
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise SettingError(f"{name}_FILE names {file}, which cannot be read.") from error
    return os.environ.get(name, "").strip() or default


def yes_or_no(name: str) -> bool:
    """Give a setting that is on or off; off when it is not set."""
    value = text(name).lower()
    if value in {"", "0", "no", "false", "off"}:
        return False
    if value in {"1", "yes", "true", "on"}:
        return True
    raise SettingError(f"{name} is “{value}”: write yes or no.")


def number(name: str, default: int, *, least: int, most: int) -> int:
    """Give a whole number between two bounds."""
    value = text(name)
    if not value:
        return default
    if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
        raise SettingError(f"{name} is “{value}”: write a whole number from {least} to {most}.")
    return int(value)


def words(name: str) -> list[str]:
    """Give a comma-separated list."""
    return [word.strip() for word in text(name).split(",") if word.strip()]


def address(name: str, *schemes: str) -> SplitResult | None:
    """Give an address in its parts, or None when it is not set. It may hold a password, so it is never repeated."""
    value = text(name)
    if not value:
        return None
    wanted = " or ".join(f"{scheme}://" for scheme in schemes)
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018 -- a port that is not a number is found when it is read
    except ValueError as error:
        raise SettingError(f"{name} cannot be understood: write {wanted} and so on, see docs/operator.") from error
    if parts.scheme not in schemes:
        raise SettingError(f"{name} must begin with {wanted}.")
    return parts


def public_url(name: str) -> str:
    """Give the address of a whole site: scheme and host, nothing behind."""
    parts = address(name, "https", "http")
    if parts is None:
        return ""
    if not parts.hostname or parts.username or parts.path.strip("/") or parts.query or parts.fragment:
        raise SettingError(f"{name} must be a scheme and a host alone, such as https://course.example.org.")
    return f"{parts.scheme}://{parts.netloc}"

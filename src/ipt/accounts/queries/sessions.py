"""Where a person is signed in."""

import datetime as dt
from dataclasses import dataclass

from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _

from ipt.accounts.models import Person

# What a browser calls itself; the first that fits. Chromium's relatives name Chrome, and Chrome names Safari.
BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "CriOS": "Chrome",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "CrOS": "Chromebook",
    "Linux": "Linux",
}


@dataclass(frozen=True, slots=True)
class Visit:
    """One browser in which a person is signed in."""

    id: int
    device: str
    began: dt.datetime
    seen: dt.datetime
    is_this: bool
    came_by: str


def visits_of(person: Person, this: str | None) -> list[Visit]:
    """List where a person is signed in, this browser first, then the last seen."""
    rows = UserSession.objects.filter(user=person).order_by("-last_seen_at")
    visits = [
        Visit(
            id=row.pk,
            device=device_of(row.user_agent),
            began=row.created_at,
            seen=row.last_seen_at,
            is_this=row.session_key == this,
            came_by=row.data.get("by", ""),
        )
        for row in rows
        if row.exists()
    ]
    return sorted(visits, key=lambda visit: not visit.is_this)


def device_of(user_agent: str) -> str:
    """Say in words what a browser says of itself."""
    browser = next((name for mark, name in BROWSERS.items() if mark in user_agent), "")
    system = next((name for mark, name in SYSTEMS.items() if mark in user_agent), "")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("A browser that gives no name")

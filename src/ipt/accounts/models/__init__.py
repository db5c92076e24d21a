"""People, and the links that let them in."""

from ipt.accounts.models.links import Link
from ipt.accounts.models.people import Person

__all__ = ["Link", "Person"]

"""Who is in the story. Everybody is invented, and so are their employers and addresses."""

import unicodedata
from dataclasses import dataclass

PROVIDER = "Wharfside Learning (demonstration)"
CONTACT = "courses@wharfside.example"


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who runs things."""

    name: str
    email: str


OLU = Staff("Olu Fashola", "olu@wharfside.example")
TEA = Staff("Tea Marlowe", "tea@wharfside.example")


@dataclass(frozen=True, slots=True)
class Delegate:
    """Somebody on a course, and what they wrote before it: keys of the needs form, several in one text."""

    name: str
    # Their employer's domain; empty for somebody without an e-mail address.
    works_at: str
    role: str
    setting: str
    patients: str
    lean_on: str = ""
    training: str = "none"
    hopes: str = ""
    worries: str = ""
    # What to arrange for them.
    adjustment: str = ""

    @property
    def email(self) -> str | None:
        """An address under a domain that can never exist."""
        if not self.works_at:
            return None
        plain = unicodedata.normalize("NFKD", self.name).encode("ascii", "ignore").decode().lower()
        return f"{'.'.join(plain.replace(chr(39), '').split())}@{self.works_at}.example"

    def needs(self) -> dict[str, list[str]]:
        """Give their answers to the needs form, as a browser would send them."""
        return {
            "role": [self.role],
            "setting": self.setting.split(),
            "patients": self.patients.split(),
            "training": [self.training],
            "lean-on": self.lean_on.split(),
            "hopes": [self.hopes],
            "worries": [self.worries],
        }

"""Everything that is stored about cohorts."""

from ipt.course.models.attendance import Attendance
from ipt.course.models.certificates import Certificate
from ipt.course.models.cohorts import LEAST_PEOPLE, LONGEST_NOTE, MOST_PEOPLE, Cohort, HalfDay, Membership
from ipt.course.models.packs import Pack
from ipt.course.models.places import Knock, Place
from ipt.course.models.sittings import Ballot, Box, Response, Sitting

__all__ = [
    "LEAST_PEOPLE",
    "LONGEST_NOTE",
    "MOST_PEOPLE",
    "Attendance",
    "Ballot",
    "Box",
    "Certificate",
    "Cohort",
    "HalfDay",
    "Knock",
    "Membership",
    "Pack",
    "Place",
    "Response",
    "Sitting",
]

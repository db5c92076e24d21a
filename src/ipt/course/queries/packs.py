"""The content that a cohort was published with, as frozen values."""

from ipt import library
from ipt.course.models import Cohort, Pack


def course_of(cohort: Cohort) -> library.Course:
    """Give the course as this cohort sees it; the stored bytes are read once per process."""
    digest = cohort.pack.digest
    return library.open_pinned(digest, lambda: bytes(Pack.objects.values_list("archive", flat=True).get(digest=digest)))

"""Cohorts as rows of a list."""

from django.db.models import Count, IntegerField, Max, Min, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from ipt.accounts.models import Person
from ipt.course.models import Cohort, HalfDay, Place
from ipt.course.queries.cohorts import visible_to


def cohorts_of(user: Person) -> QuerySet[Cohort]:
    """Give the cohorts that somebody runs, attends or asks for, the latest first.

    Each with its first and last day, how many places are held, and the person's own living place.
    """
    days = HalfDay.objects.filter(cohort=OuterRef("pk")).order_by().values("cohort")
    held = Place.objects.filter(cohort=OuterRef("pk"), state__in=Place.HELD).order_by().values("cohort")
    own = Place.objects.filter(cohort=OuterRef("pk"), person=user, state__in=Place.ALIVE)
    return (
        visible_to(user)
        .annotate(
            first_day=Subquery(days.annotate(day=Min("date")).values("day")),
            last_day=Subquery(days.annotate(day=Max("date")).values("day")),
            held=Coalesce(Subquery(held.annotate(many=Count("id")).values("many"), output_field=IntegerField()), 0),
            own_place=Subquery(own.values("pk")[:1]),
            own_state=Subquery(own.values("state")[:1]),
        )
        .order_by("-first_day", "title", "id")
    )


def living_place(person: Person, cohort: Cohort) -> Place | None:
    """Give the place that somebody has, is offered or waits for in a cohort."""
    return Place.objects.filter(cohort=cohort, person=person, state__in=Place.ALIVE).first()

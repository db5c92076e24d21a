"""Addresses of cohorts."""

from django.urls import path

from ipt.course.views import cohorts, lifecycle, tutors, venue

urlpatterns = [
    path("cohorts/", cohorts.cohorts, name="cohorts"),
    path("cohorts/new/", cohorts.plan, name="plan"),
    path("cohorts/<uuid:cohort>/", cohorts.cohort, name="cohort"),
    path("cohorts/<uuid:cohort>/edit/", cohorts.edit, name="edit"),
    path("cohorts/<uuid:cohort>/dates/", cohorts.dates, name="dates"),
    path("cohorts/<uuid:cohort>/venue/", venue.venue, name="venue"),
    path("cohorts/<uuid:cohort>/content/", lifecycle.content, name="content"),
    path("cohorts/<uuid:cohort>/publish/", lifecycle.publish, name="publish"),
    path("cohorts/<uuid:cohort>/decide/", lifecycle.decision, name="decide"),
    path("cohorts/<uuid:cohort>/cancel/", lifecycle.cancel, name="cancel"),
    path("cohorts/<uuid:cohort>/finish/", lifecycle.finish, name="finish"),
    path("cohorts/<uuid:cohort>/tutors/", tutors.tutors, name="tutors"),
]

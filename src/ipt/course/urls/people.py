"""Addresses of people, their places and enrolment."""

from django.urls import path

from ipt.course.views import degree, enrolment, people, places

urlpatterns = [
    path("cohorts/<uuid:cohort>/people/", people.people, name="people"),
    path("cohorts/<uuid:cohort>/people/add/", people.add, name="people_add"),
    path("cohorts/<uuid:cohort>/people/import/", people.import_file, name="people_import"),
    path("cohorts/<uuid:cohort>/degree/", degree.degree, name="degree"),
    path("places/<uuid:place>/", places.place, name="place"),
    path("places/<uuid:place>/edit/", places.edit, name="place_edit"),
    path("places/<uuid:place>/withdraw/", places.withdrawal, name="place_withdraw"),
    path("places/<uuid:place>/accept/", places.acceptance, name="place_accept"),
    path("places/<uuid:place>/offer/", places.offer, name="place_offer"),
    path("places/<uuid:place>/substitute/", places.substitution, name="place_substitute"),
    path("places/<uuid:place>/link/", places.link, name="place_link"),
    path("enrol/<uuid:cohort>/", enrolment.enrol, name="enrol"),
    path("enrol/<uuid:cohort>/thanks/", enrolment.thanks, name="thanks"),
]

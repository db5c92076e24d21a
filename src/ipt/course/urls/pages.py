"""Addresses of what the course says: prospectus, evidence, timetable, materials, needs and signposts."""

from django.urls import path

from ipt.course.views import materials, needs, prospectus, signposts, timetable

urlpatterns = [
    path("prospectus/", prospectus.prospectus, name="prospectus"),
    path("evidence/", prospectus.evidence, name="evidence"),
    path("help/", signposts.signposts, name="signposts"),
    path("cohorts/<uuid:cohort>/timetable/", timetable.timetable, name="timetable"),
    path("cohorts/<uuid:cohort>/blocks/<slug:block>/", materials.block, name="block"),
    path("cohorts/<uuid:cohort>/blocks/<slug:block>/tutor/", materials.notes, name="block_tutor"),
    path("cohorts/<uuid:cohort>/blocks/<slug:block>/handout/", materials.handout, name="handout"),
    path("cohorts/<uuid:cohort>/needs/", needs.needs, name="needs"),
]

"""Addresses of what the course says: prospectus, evidence, timetable, materials, needs and signposts."""

from django.urls import path

from ipt.course.views import materials, needs, papers, prospectus, signposts, stories, timetable

urlpatterns = [
    path("prospectus/", prospectus.prospectus, name="prospectus"),
    path("evidence/", prospectus.evidence, name="evidence"),
    path("help/", signposts.signposts, name="signposts"),
    path("cohorts/<uuid:cohort>/timetable/", timetable.timetable, name="timetable"),
    path("cohorts/<uuid:cohort>/blocks/<slug:block>/", materials.block, name="block"),
    path("cohorts/<uuid:cohort>/blocks/<slug:block>/tutor/", materials.notes, name="block_tutor"),
    path("cohorts/<uuid:cohort>/blocks/<slug:block>/handout/", materials.handout, name="handout"),
    path("cohorts/<uuid:cohort>/blocks/<slug:block>/slides/", materials.slides, name="slides"),
    path("cohorts/<uuid:cohort>/blocks/<slug:block>/cards/", materials.role_cards, name="role_cards"),
    path("cohorts/<uuid:cohort>/papers/", papers.papers, name="papers"),
    path("cohorts/<uuid:cohort>/papers/<slug:paper>/", papers.paper, name="paper"),
    path("cohorts/<uuid:cohort>/monday/", papers.monday, name="monday"),
    path("cohorts/<uuid:cohort>/monday/<slug:card>/", papers.monday_card, name="monday_card"),
    path("cohorts/<uuid:cohort>/stories/", stories.stories, name="stories"),
    path("cohorts/<uuid:cohort>/stories/<slug:story>/", stories.vignette, name="vignette"),
    path("cohorts/<uuid:cohort>/exchanges/<slug:talk>/", stories.exchange, name="exchange"),
    path("cohorts/<uuid:cohort>/needs/", needs.needs, name="needs"),
]

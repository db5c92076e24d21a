"""Addresses of the door of the room."""

from django.urls import path

from ipt.course.views import door, join

urlpatterns = [
    path("join/", join.join, name="join"),
    path("join/waiting/", join.waiting, name="join_waiting"),
    path("cohorts/<uuid:cohort>/door/", door.door, name="door"),
    path("cohorts/<uuid:cohort>/door/open/", door.open_room, name="open_door"),
    path("cohorts/<uuid:cohort>/door/close/", door.close_room, name="close_door"),
    path("knocks/<uuid:knock>/", door.answer, name="answer_knock"),
    path("knocks/<uuid:knock>/turn-away/", door.refuse, name="turn_away"),
]

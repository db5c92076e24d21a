"""Addresses of messages and calendars."""

from django.urls import path

from ipt.course.views import calendar, messages

urlpatterns = [
    path("cohorts/<uuid:cohort>/messages/", messages.messages, name="messages"),
    path("cohorts/<uuid:cohort>/messages/kinds/", messages.kinds, name="message_kinds"),
    path("messages/<uuid:message>/", messages.message, name="message"),
    path("messages/<uuid:message>/again/", messages.again, name="message_again"),
    path("places/<uuid:place>/calendar.ics", calendar.file, name="calendar_file"),
    path("places/<uuid:place>/calendar/", calendar.subscribe, name="calendar"),
    path("places/<uuid:place>/calendar/stop/", calendar.stop, name="calendar_stop"),
    path("calendar/<str:token>.ics", calendar.fetched, name="calendar_feed"),
]

"""Addresses of the course, by what they are about."""

from ipt.course.urls import answers, attendance, certificates, cohorts, door, messages, pages, people

app_name = "course"

urlpatterns = [
    *cohorts.urlpatterns,
    *people.urlpatterns,
    *door.urlpatterns,
    *messages.urlpatterns,
    *attendance.urlpatterns,
    *certificates.urlpatterns,
    *answers.urlpatterns,
    *pages.urlpatterns,
]

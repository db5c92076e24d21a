"""Addresses of the course, by what they are about."""

from importlib import import_module

app_name = "course"

urlpatterns = []
for part in ("cohorts", "people", "door", "messages", "attendance", "certificates", "answers", "pages"):
    try:
        urlpatterns += import_module(f"ipt.course.urls.{part}").urlpatterns
    except ModuleNotFoundError as error:
        if error.name != f"ipt.course.urls.{part}":
            raise

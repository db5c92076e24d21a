"""All addresses of the product."""

from django.conf import settings
from django.urls import include, path

from ipt.site import home

handler400 = "ipt.site.errors.bad_request"
handler404 = "ipt.site.errors.not_found"
handler500 = "ipt.site.errors.server_error"

urlpatterns = [
    path("", home.home, name="home"),
    path("", include("ipt.accounts.urls")),
    path("", include("ipt.course.urls")),
]

if settings.DEBUG:
    urlpatterns.append(path("ui/", include("ipt.ui.urls")))

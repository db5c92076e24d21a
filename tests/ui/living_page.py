"""Addresses with the living page, as `site` mounts it while IPT_DEBUG is on."""

from django.urls import include, path

from ipt.site.urls import urlpatterns as site_patterns

handler404 = "ipt.site.errors.not_found"
urlpatterns = [*site_patterns, path("ui/", include("ipt.ui.urls"))]

"""The living page, mounted by `site` while IPT_DEBUG is on."""

from django.urls import path

from ipt.ui import views

app_name = "ui"
urlpatterns = [
    path("", views.ui_page, name="page"),
    path("errors/<str:name>/", views.error_page, name="error"),
]

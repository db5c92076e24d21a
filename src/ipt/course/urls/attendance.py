"""Addresses of registers."""

from django.urls import path

from ipt.course.views import attendance as views

urlpatterns = [
    path("cohorts/<uuid:cohort>/register/", views.register, name="register"),
    path("cohorts/<uuid:cohort>/register/<int:number>/", views.register_half_day, name="register_half_day"),
    path("places/<uuid:place>/standing/", views.standing, name="standing"),
    path("places/<uuid:place>/check-in/", views.check_in_here, name="check_in"),
]

"""Addresses of certificates."""

from django.urls import path

from ipt.course.views import certificates as views

urlpatterns = [
    path("cohorts/<uuid:cohort>/certificates/", views.certificates, name="certificates"),
    path("certificates/<uuid:certificate>.pdf", views.certificate_file, name="certificate_pdf"),
    path("certificates/<uuid:certificate>/correct/", views.correct, name="certificate_correct"),
    path("certificates/<uuid:certificate>/revoke/", views.revoke, name="certificate_revoke"),
    path("verify/", views.verify, name="verify"),
    path("verify/<str:number>/", views.verify_number, name="verify_number"),
]

"""Make `audit` a Django app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The trail."""

    name = "ipt.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"

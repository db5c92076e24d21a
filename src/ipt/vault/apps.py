"""Make `vault` a Django app."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """Keeping and losing."""

    name = "ipt.vault"
    label = "vault"

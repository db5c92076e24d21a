"""Make `accounts` a Django app, and register its events, its shredder and its corner of the page."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People and sign-in."""

    name = "ipt.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Fill the registries of the floors below."""
        from ipt.accounts import menu, shred, trail  # noqa: PLC0415 -- models are not loaded before ready()

        trail.register_events()
        shred.register_shredder()
        menu.register()

"""Make `site` a Django app, for its commands and its home page."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The composition root."""

    name = "ipt.site"
    label = "site"

    def ready(self) -> None:
        """Register what the site itself keeps, checks and does when it is due."""
        from ipt.site import checks, housekeeping, shred  # noqa: PLC0415 -- models are not loaded before ready()

        checks.register_checks()
        housekeeping.register_jobs()
        shred.register_shredder()

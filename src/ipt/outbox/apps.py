"""Make `outbox` a Django app, and register its events, its shredder and its due job."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """Messages due."""

    name = "ipt.outbox"
    label = "outbox"

    def ready(self) -> None:
        """Fill the registries of the floors below."""
        from ipt.outbox import actions, due, shred, trail  # noqa: PLC0415 -- models are not loaded before ready()

        trail.register_events()
        shred.register_shredder()
        due.register(due.Job(name=due.LAST, label="messages sent", run=actions.send_due))

"""Make `course` a Django app, and fill the registries of the floors below."""

from django.apps import AppConfig


class CourseConfig(AppConfig):
    """Cohorts, from invitation to certificate."""

    name = "ipt.course"
    label = "course"

    def ready(self) -> None:
        """Register events, the shredder, due jobs and the menu."""
        from ipt.accounts.rules import register_staff  # noqa: PLC0415 -- models are not loaded before ready()
        from ipt.course import menu, shred, tick, trail  # noqa: PLC0415 -- models are not loaded before ready()
        from ipt.course.rules.cohorts import tutors_any  # noqa: PLC0415 -- models are not loaded before ready()

        trail.register_events()
        register_staff("tutor", tutors_any)
        shred.register_shredder()
        tick.register_jobs()
        menu.register_verbs()

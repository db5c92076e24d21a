"""Every table is either in a room's `shred.py`, or says why it holds nothing about anybody."""

from django.apps import apps

from ipt.vault.erasure import shredders

# Tables that no erasure has to touch, with the reason.
NOT_PERSONAL = {
    "audit.Event": "ids, enums, numbers and dates alone; words are refused by type",
    "auth.Group": "unused: roles are per cohort",
    "auth.Group_permissions": "unused: roles are per cohort",
    "auth.Permission": "unused: rules are functions",
    "contenttypes.ContentType": "names of tables",
    "course.Box": "counts and unsigned comments, which nobody can link to anybody",
    "course.HalfDay": "when a half-day is held",
    "course.Pack": "the course itself, as published",
    "course.Sitting": "which activity was put to a cohort, and when",
}


def test_every_table_is_shredded_or_holds_nobody() -> None:
    tables = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    shredded = {label for shredder in shredders() for label in shredder.models}
    assert shredded - tables == set(), "a shredder answers for a table that does not exist"
    assert shredded & set(NOT_PERSONAL) == set()
    assert tables - shredded == set(NOT_PERSONAL)

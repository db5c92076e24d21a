"""Change every row, piece by piece, and say outside how far it is."""

import os
from pathlib import Path

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

PIECES = 200


def change(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    row = apps.get_model("slow_app", "Row")
    progress = Path(os.environ["SLOW_PROGRESS"])
    for piece in range(PIECES):
        row.objects.filter(number__gte=piece * 100, number__lt=(piece + 1) * 100).update(state="new", twice=2)
        progress.write_text(str(piece + 1), encoding="ascii")


class Migration(migrations.Migration):
    dependencies = [("slow_app", "0001_rows")]
    operations = [
        migrations.AddField("Row", "twice", models.IntegerField(null=True)),
        migrations.RunPython(change, migrations.RunPython.noop),
    ]

"""Make a table of many rows."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

ROWS = 20_000


def fill(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    row = apps.get_model("slow_app", "Row")
    row.objects.bulk_create((row(number=number, state="old") for number in range(ROWS)), batch_size=2000)


class Migration(migrations.Migration):
    dependencies = []
    operations = [
        migrations.CreateModel(
            "Row",
            fields=[
                ("id", models.BigAutoField(primary_key=True)),
                ("number", models.IntegerField()),
                ("state", models.CharField(max_length=20)),
            ],
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]

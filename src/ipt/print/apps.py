"""Make `print` a Django app."""

from django.apps import AppConfig


class PrintConfig(AppConfig):
    """PDF by typst."""

    name = "ipt.print"
    label = "print"

"""The product's settings of a later version, which has one more room whose tables are made slowly."""

from ipt.site.settings import *  # noqa: F403
from ipt.site.settings import INSTALLED_APPS as OURS

INSTALLED_APPS = [*OURS, "tests.site.slow_app"]

"""The product's settings with a planted fault: a form is thanked for before it is written."""

from ipt.site.settings import *  # noqa: F403
from ipt.site.settings import MIDDLEWARE as OURS

MIDDLEWARE = ["tests.site.hasty.thank_first", *OURS]

"""The product's settings, but nobody waits long for a lock: tests cannot."""

from ipt.site.settings import *  # noqa: F403
from ipt.site.settings import DATABASES

if "postgresql" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["OPTIONS"]["options"] = "-c lock_timeout=1000"
else:
    DATABASES["default"]["OPTIONS"]["timeout"] = 1

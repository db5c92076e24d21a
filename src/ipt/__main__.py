"""Let `python -m ipt` be the command `ipt`."""

import sys

from ipt.site.cli import main

sys.exit(main())

"""Every check has an id, and stands in the operator's guide with what it says."""

import re

from tools.steps import ROOT

CHECKS = ROOT / "src" / "ipt" / "site" / "checks.py"
GUIDE = ROOT / "docs" / "operator" / "install.md"


def test_every_check_is_in_the_guide_and_no_other() -> None:
    ids = re.findall(r'id="(ipt\.[EW]\d{3})"', CHECKS.read_text(encoding="utf-8"))
    assert len(ids) == len(set(ids)) == 5
    assert sorted(re.findall(r"^\| `(ipt\.[EW]\d{3})`", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)) == sorted(ids)

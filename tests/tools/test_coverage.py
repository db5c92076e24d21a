"""The gate: what each room's tests must reach, and what is said when they do not."""

from typing import Any

from tools.coverage import Reach, demands, missing_in, room_of


def test_the_pure_rooms_are_reached_whole() -> None:
    assert demands() == (95, {"activities": 100, "library": 100, "method": 100})


def test_lines_and_branches_count_alike() -> None:
    reach = Reach()
    reach.add({"num_statements": 6, "num_branches": 4, "covered_lines": 6, "covered_branches": 3})
    assert reach.percent == 90.0


def test_what_was_missed_is_named() -> None:
    files: dict[str, dict[str, Any]] = {
        "src/ipt/library/marks.py": {"missing_lines": [3], "missing_branches": [[2, 5]]},
        "src/ipt/course/urls.py": {"missing_lines": [1], "missing_branches": []},
    }
    assert missing_in(files, "library") == ["    src/ipt/library/marks.py: lines [3] branches 2->5"]
    assert room_of("src/ipt/__main__.py") == "__main__"

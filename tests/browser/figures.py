"""The two ratings, worked out anew from the exported file alone."""

import csv
from fractions import Fraction
from pathlib import Path

HIGHEST = 5


def percentages(exported: Path) -> dict[str, int]:
    """Give sum of marks / (answers x highest mark) of each item, in percent, halves upwards."""
    with exported.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["part"] == "ratings" and row["mark"].isdigit()]
    found = {}
    for item in {row["item"] for row in rows}:
        counts = [(int(row["mark"]), int(row["count"])) for row in rows if row["item"] == item]
        share = Fraction(sum(mark * count for mark, count in counts), HIGHEST * sum(count for _mark, count in counts))
        found[item] = int(share * 100 + Fraction(1, 2))
    return found

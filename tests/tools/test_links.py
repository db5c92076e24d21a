"""A link between our documents leads somewhere, or is named with its line."""

from pathlib import Path

import pytest

from tools import links


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(links, "ROOT", tmp_path)
    (tmp_path / "other.md").write_text("# Other\n\n## What is kept?\n", encoding="utf-8")
    return tmp_path


def test_links_that_lead_nowhere_are_named(folder: Path) -> None:
    page = folder / "page.md"
    page.write_text(
        "# Page\n[a](other.md) [b](other.md#what-is-kept) [c](#page) [d](https://example.org/none)\n"
        "`[not a link](nowhere.md)`\n\n[e](nowhere.md)\n[f](other.md#nothing)\n",
        encoding="utf-8",
    )
    assert links.broken_links(page) == [
        "page.md:5: nowhere.md does not exist",
        "page.md:6: other.md has no heading #nothing",
    ]

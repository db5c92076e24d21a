"""Check that every link from one of our documents to another leads somewhere."""

import re
import sys
from pathlib import Path

from tools.files import ROOT, documents

LINK = re.compile(r"(?<!\\)\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", flags=re.MULTILINE | re.DOTALL)


def anchor_of(heading: str) -> str:
    """Make the anchor that a heading gets on the usual hosts."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors_in(text: str) -> set[str]:
    return {anchor_of(heading) for heading in re.findall(r"^#{1,6} (.+)$", text, flags=re.MULTILINE)}


def broken_links(page: Path) -> list[str]:
    """List the links of one page that lead nowhere, each with its line."""
    text = CODE.sub(lambda code: re.sub(r"[^\n]", " ", code.group()), page.read_text(encoding="utf-8"))
    mistakes = []
    for link in LINK.finditer(text):
        address, _, anchor = link.group(1).partition("#")
        if "://" in address or address.startswith("mailto:"):
            continue
        target = (page.parent / address).resolve() if address else page
        line = text.count("\n", 0, link.start()) + 1
        if not target.exists():
            mistakes.append(f"{page.relative_to(ROOT)}:{line}: {address} does not exist")
        elif anchor and target.suffix == ".md" and anchor not in anchors_in(target.read_text(encoding="utf-8")):
            mistakes.append(f"{page.relative_to(ROOT)}:{line}: {address or page.name} has no heading #{anchor}")
    return mistakes


def main() -> int:
    mistakes = [mistake for name in documents() for mistake in broken_links(ROOT / name)]
    print("\n".join(mistakes))
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())

"""What programs that read PDF find in one: poppler's for words and tags, pypdf for bookmarks and sizes."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")


def pages(pdf: bytes) -> list[str]:
    """The words of each page, laid out as they stand."""
    done = subprocess.run(("pdftotext", "-layout", "-", "-"), input=pdf, capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def words(text: str) -> str:
    """Words in a row, wherever lines end."""
    return " ".join(text.split())


def facts(pdf: bytes, folder: Path) -> dict[str, str]:
    """What pdfinfo says."""
    file = folder / "file.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(("pdfinfo", str(file)), capture_output=True, check=True, text=True)
    return {name: value.strip() for name, _, value in (line.partition(":") for line in done.stdout.splitlines())}


def bookmarks(pdf: bytes) -> list[tuple[int, str, int]]:
    """Every bookmark with its depth and its page, from 1."""
    reader = PdfReader(io.BytesIO(pdf))

    def walk(items: list[object], depth: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from walk(item, depth + 1)
            elif isinstance(item, Destination):
                page = reader.get_destination_page_number(item)
                assert page is not None
                yield depth, str(item.title), page + 1

    return list(walk(list(reader.outline), 1))


def sizes(pdf: bytes) -> set[tuple[int, int]]:
    """The sizes of pages in millimetres."""
    boxes = [page.mediabox for page in PdfReader(io.BytesIO(pdf)).pages]
    return {(round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)) for box in boxes}


def listed(contents: str, title: str) -> int:
    """The page number that the contents give for a title."""
    found = re.search(rf"^\s*{re.escape(title)}\s+(\d+)$", contents, re.MULTILINE)
    assert found, title
    return int(found[1])

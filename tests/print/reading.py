"""What two programs that read PDF find in one: PDFium (which is in Chromium) for words, pypdf for everything else."""

import io
import re
from collections.abc import Iterator

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import Destination, DictionaryObject


def pages(pdf: bytes) -> list[str]:
    """The words of each page, line by line."""
    return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pypdfium2.PdfDocument(pdf)]


def words(text: str) -> str:
    """Words in a row, wherever lines end."""
    return " ".join(text.split())


def is_tagged(pdf: bytes) -> bool:
    """Whether it says that it is tagged, and has a tree of tags and a language."""
    catalogue = PdfReader(io.BytesIO(pdf)).root_object
    marks = catalogue["/MarkInfo"].get_object()
    assert isinstance(marks, DictionaryObject)
    return bool(marks["/Marked"]) and "/StructTreeRoot" in catalogue and bool(catalogue["/Lang"])


def title_of(pdf: bytes) -> str:
    """The title that a reader shows in its window."""
    metadata = PdfReader(io.BytesIO(pdf)).metadata
    return str(metadata.title) if metadata else ""


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

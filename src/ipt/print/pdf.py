"""Turn a typst template and JSON values into a tagged PDF."""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import typst

FONTS = Path(__file__).parent / "fonts"
PACKAGE = Path(__file__).resolve().parents[1]
PANICKED = "panicked with: "
logger = logging.getLogger(__name__)


class PrintError(Exception):
    """A template does not compile, or warns: a mistake of the program."""


class DoesNotFit(Exception):
    """Words do not fit where they must; the message is one sentence for whoever wrote them."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """A document. `tagged` is false when a character is in none of the fonts: it is printed all the same."""

    data: bytes
    tagged: bool


@lru_cache(maxsize=2)
def _fonts(*, with_system: bool) -> typst.Fonts:
    """Load the fonts once."""
    return typst.Fonts(include_system_fonts=with_system, font_paths=[FONTS])


def compile_pdf(template: Path, values: Mapping[str, object]) -> Pdf:
    """Compile a template; it reads the values as `json(bytes(sys.inputs.values))`.

    A template of any room may import what rooms share, by its place in the package: `/print/typst/house.typ`.
    One that panics has words that do not fit: the message is for people.

    First with the house's fonts alone, as PDF/UA-1. When a name needs a character that they lack, with the fonts of
    the machine too, and at last without tags, so that everybody gets their paper.
    """
    inputs = {"values": json.dumps(values, ensure_ascii=False)}
    for with_system in (False, True):
        try:
            return Pdf(_compile(template, inputs, with_system=with_system, tagged=True), tagged=True)
        except typst.TypstError as error:
            if error.message.startswith(PANICKED):
                raise DoesNotFit(error.message.removeprefix(PANICKED)) from error
            if not _lacks_a_character(error):
                raise PrintError(f"{template.name}: {error.message}") from error
    logger.warning("%s: a character is in none of the fonts; printed without tags.", template.name)
    return Pdf(_compile(template, inputs, with_system=True, tagged=False), tagged=False)


def _compile(template: Path, inputs: dict[str, str], *, with_system: bool, tagged: bool) -> bytes:
    data, warnings = typst.compile_with_warnings(
        template,
        root=PACKAGE if template.resolve().is_relative_to(PACKAGE) else template.parent,
        font_paths=_fonts(with_system=with_system),
        sys_inputs=inputs,
        pdf_standards="ua-1" if tagged else None,
        pdf_tags=tagged,
    )
    if warnings and tagged:
        raise PrintError(f"{template.name}: {warnings[0].message}")
    if not isinstance(data, bytes):
        raise PrintError(f"{template.name}: more than one document came out.")
    return data


def _lacks_a_character(error: typst.TypstError) -> bool:
    """Whether PDF/UA was refused because a character has no glyph."""
    return "could not be displayed" in error.message or "glyph" in error.message

"""A list of people from a spreadsheet: every row read and judged before anything is written."""

import csv
import io
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ipt.course.actions.enrolment import Entrant
from ipt.course.forms.people import EntrantForm

COLUMNS = ("name", "email", "adjustment")
MOST_ROWS = 200
MOST_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file: what it says, and what is wrong with it."""

    line: int
    entrant: Entrant
    mistakes: tuple[str, ...] = ()
    # In the cohort already: passed over.
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """A whole file: its rows, its text for the page that confirms, or what is wrong with it as a whole."""

    rows: tuple[Row, ...] = ()
    mistake: str = ""
    text: str = ""

    @property
    def is_right(self) -> bool:
        """Whether it may be written."""
        return not self.mistake and bool(self.newcomers) and not any(row.mistakes for row in self.rows)

    @property
    def newcomers(self) -> list[Entrant]:
        """Those who are not in the cohort yet, in the order of the file."""
        return [row.entrant for row in self.rows if not row.is_here]

    @property
    def wrong(self) -> int:
        """How many rows have a mistake."""
        return sum(1 for row in self.rows if row.mistakes)


def read_people_file(data: bytes, already_here: set[str]) -> PeopleFile:
    """Read UTF-8, with or without its mark, separated by commas or semicolons."""
    if len(data) > MOST_BYTES:
        return PeopleFile(mistake=_("The file is too large for a list of people. Is it the right one?"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return PeopleFile(
            mistake=_("The file is not in UTF-8. In the spreadsheet choose “Save as” and “CSV UTF-8”, then try again.")
        )
    return read_people(text.replace("\x00", ""), already_here)


def read_people(text: str, already_here: set[str]) -> PeopleFile:
    """Read the text of such a file."""
    first, _newline, _rest = text.lstrip("\r\n").partition("\n")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",")
    try:
        lines = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader if any(map(str.strip, cells))]
    except csv.Error:
        return PeopleFile(mistake=_("The file cannot be read as CSV: a quotation mark may be missing."), text=text)
    if not lines:
        return PeopleFile(mistake=_("The file is empty."), text=text)
    (_line, head), people = lines[0], lines[1:]
    columns = [cell.lower() for cell in head]
    if mistake := _mistake_in_head(columns) or _mistake_in_size(len(people)):
        return PeopleFile(mistake=mistake, text=text)
    seen: dict[str, int] = {}
    rows = tuple(_row(line, columns, cells, seen, already_here) for line, cells in people)
    return PeopleFile(rows, text=text)


def _mistake_in_head(columns: list[str]) -> str:
    if "name" not in columns:
        return _("The first line must name the columns: name, email, adjustment. There is no column “name”.")
    for column in columns:
        if column not in COLUMNS:
            return _("There is a column “%(column)s”; expected are name, email and adjustment.") % {"column": column}
        if columns.count(column) > 1:
            return _("There are two columns “%(column)s”.") % {"column": column}
    return ""


def _mistake_in_size(people: int) -> str:
    if not people:
        return _("The file names its columns and nobody below them.")
    if people > MOST_ROWS:
        return _("The file has %(people)s rows; at most %(most)s are read at once.") % {
            "people": people,
            "most": MOST_ROWS,
        }
    return ""


def _row(line: int, columns: list[str], cells: list[str], seen: dict[str, int], already_here: set[str]) -> Row:
    """Judge one row; `seen` remembers the addresses of the rows above."""
    typed = dict(zip(columns, cells, strict=False))
    form = EntrantForm(typed)
    mistakes = [f"{form.fields[field].label}: {' '.join(map(str, errors))}" for field, errors in form.errors.items()]
    if any(cells[len(columns) :]):
        mistakes.append(_("There are more cells than columns."))
    email = typed.get("email", "").lower()
    if email and email in seen:
        mistakes.append(_("The same e-mail stands in line %(line)s.") % {"line": seen[email]})
    seen.setdefault(email, line)
    entrant = Entrant(typed.get("name", ""), email or None, typed.get("adjustment", ""))
    if form.is_valid():
        entrant = form.entrant
    return Row(line, entrant, tuple(mistakes), is_here=bool(email) and email in already_here)

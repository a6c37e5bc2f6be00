"""What a cell of a spreadsheet can hold, and its text without what only looks different."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

Cell = str | float | bool | date | datetime | time | timedelta
Cells = Sequence[Cell]

DIGITS_KEPT = 15
"""A spreadsheet keeps so many digits of a number; the rest became zeros and is lost."""

UNCALCULATED = "="
"""What stands in a cell whose formula nobody has calculated yet."""

_UNSEEN = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""Controls, marks of direction and characters without any width."""
_CUT = re.compile(r"[+-]?\d+(\.\d+)?e[+-]?\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. Its first row is row 1 of the spreadsheet; the rows can be gone through once."""

    name: str
    rows: Iterable[Cells]
    hidden: bool = False
    """Whether whoever opens the workbook does not see it: then it is named, and not read."""


def text_of(cell: Cell) -> str:
    """Return what the cell says: full-width forms narrowed, no blanks around it.

    A whole number is written without a fraction; one with more digits than a
    spreadsheet keeps is written as it was kept, in scientific notation.
    """
    if isinstance(cell, str):
        if cell.isascii() and cell.isprintable():
            return cell.strip()
        return unicodedata.normalize("NFKC", _UNSEEN.sub("", cell)).strip()
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return str(cell)
    if abs(cell) < 10**DIGITS_KEPT and cell == int(cell):
        return str(int(cell))
    return f"{cell:.{DIGITS_KEPT}g}"


def plain(cell: Cell) -> str:
    """Return what the cell says as it is written, without characters that nobody sees."""
    return _UNSEEN.sub("", cell).strip() if isinstance(cell, str) else text_of(cell)


def is_blank(cell: Cell) -> bool:
    """Tell whether the cell says nothing that anybody sees."""
    return isinstance(cell, str) and not (cell and _joined(cell))


def joined(cell: Cell) -> str:
    """Return what the cell says without any blanks inside it."""
    return _joined(cell) if isinstance(cell, str) else "".join(text_of(cell).split())


@lru_cache(maxsize=1_000)
def _joined(text: str) -> str:
    """Return the text without blanks: it is asked for more than once while its row is read."""
    return "".join(text_of(text).split())


def is_cut(text: str) -> bool:
    """Whether the text is a number in scientific notation, so that digits may be lost."""
    return _CUT.fullmatch(text) is not None

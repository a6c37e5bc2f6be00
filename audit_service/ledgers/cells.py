"""What a cell of a spreadsheet can hold, and its text without what only looks different."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Cell = str | float | bool | date | datetime | time | timedelta

DIGITS_KEPT = 15
"""A spreadsheet keeps so many digits of a number; the rest became zeros and is lost."""

_UNSEEN = re.compile(r"[\u0000-\u0008\u000e-\u001f\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; its first row is row 1 of the spreadsheet."""

    name: str
    rows: Sequence[Sequence[Cell]]


def text_of(cell: Cell) -> str:
    """Return what the cell says: full-width forms narrowed, no blanks around it.

    A whole number is written without a fraction; one with more digits than a
    spreadsheet keeps is written as it was kept, in scientific notation.
    """
    if isinstance(cell, str):
        return unicodedata.normalize("NFKC", _UNSEEN.sub("", cell)).strip()
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return str(cell)
    if abs(cell) < 10**DIGITS_KEPT and cell == int(cell):
        return str(int(cell))
    return f"{cell:.{DIGITS_KEPT}g}"


def joined(cell: Cell) -> str:
    """Return what the cell says without any blanks inside it."""
    return "".join(text_of(cell).split())


def is_cut(text: str) -> bool:
    """Whether the text is a number in scientific notation, so that digits may be lost."""
    return re.fullmatch(r"[+-]?\d+(\.\d+)?e[+-]?\d+", text, re.IGNORECASE) is not None

"""Repairs that lose nothing: how amounts, days, areas, names and id numbers of a register are read.

Each takes a cell that is not blank and the day of reading, and gives the cell's value,
or None and every reason why it has none.
"""

import math
import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TypeVar

from audit_service.ledgers.cells import Cell, is_cut, joined, text_of
from domain.areas import AREAS
from domain.needy import id_number as resident_id

Value = TypeVar("Value")
Found = tuple[Value | None, tuple[str, ...]]

MISSING = "required.missing"
DATE_INVALID = "date.invalid"
DATE_FUTURE = "date.future"
AMOUNT_INVALID = "amount.invalid"
AMOUNT_NEGATIVE = "amount.negative"
AREA_UNKNOWN = "area.unknown"

LARGEST_AMOUNT = 1_000_000_000
"""Fen a month; what is above it is a slip of the pen."""

_DAY_ZERO = date(1899, 12, 30)
_SERIALS = range(10_000, 100_000)
_DAY = re.compile(
    r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})"
    r"|年(\d{1,2})月(\d{1,2})[日号]?|(\d{2})(\d{2}))(?:T?00:00(?::00(?:\.0+)?)?)?",
    re.ASCII,
)
_AMOUNT = re.compile(
    r"(?:人民币)?¥?([+-]?)¥?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(?:元|圆)?整?(?:/月|每月)?", re.ASCII
)
_FORMER_NAMES = {
    "普兰店市": "210214",  # until 2015
    "210282": "210214",  # its code until 2015
    "新金县": "210214",  # until 1991
    "金州新区": "210213",  # 2010 to 2014
    "金县": "210213",  # until 1987
    "复县": "210281",  # until 1985
    "庄河县": "210283",  # until 1992
    "旅顺": "210212",  # as it is called for short
}
_AREAS = _FORMER_NAMES | {
    name: area.code for area in AREAS.values() for name in (area.code, area.zh, area.zh[:-1])
}
_BEFORE_AREA = re.compile(r"^(?:辽宁省?)?(?:大连市?)?(?=.)")
_ERRORS = ("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!")
_CHINESE = re.compile(r"(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])")


def number(cell: Cell, _today: date) -> Found[str]:
    """Read a number that the office gave. One that the spreadsheet has cut is as good as none."""
    found = joined(cell)
    return (None, (MISSING,)) if is_cut(found) or _is_computed(found) else (found, ())


def name(cell: Cell, _today: date) -> Found[str]:
    """Read a name, without the blanks that pad a name of two characters."""
    found = _CHINESE.sub("", " ".join(text_of(cell).split()))
    return (None, (MISSING,)) if _is_computed(found) else (found, ())


def id_number(cell: Cell, today: date) -> Found[str]:
    """Read the number of a resident's identity card, with 18 digits."""
    number = resident_id.normalise(text_of(cell))
    reasons = tuple(resident_id.reasons(number, today))
    return (None, reasons) if reasons else (number, ())


def day(cell: Cell, today: date) -> Found[date]:
    """Read a day that is not after the day of reading."""
    found = _day_of(cell)
    if found is None:
        return None, (DATE_INVALID,)
    return (None, (DATE_FUTURE,)) if found > today else (found, ())


def amount(cell: Cell, _today: date) -> Found[int]:
    """Read an amount of money in fen."""
    fen = _fen_of_number(cell) if isinstance(cell, float | int) else _fen_of_text(joined(cell))
    if fen is None or abs(fen) > LARGEST_AMOUNT:
        return None, (AMOUNT_INVALID,)
    return (None, (AMOUNT_NEGATIVE,)) if fen < 0 else (fen, ())


def area(cell: Cell, _today: date) -> Found[str]:
    """Read the code of an area from its name, present or former, or from the code itself."""
    code = _area_of(joined(cell))
    return (code, ()) if code else (None, (AREA_UNKNOWN,))


def _is_computed(text: str) -> bool:
    """Tell whether the text is a formula, or the error that one ended in, where a name should stand."""
    return text.startswith("=") or text in _ERRORS


def _day_of(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == datetime.min.time() else None
    return cell if isinstance(cell, date) else _day_written(joined(cell))


@lru_cache(maxsize=10_000)
def _day_written(written: str) -> date | None:
    if written.isascii() and written.isdigit() and len(written) == len("44286"):
        return _DAY_ZERO + timedelta(int(written)) if int(written) in _SERIALS else None
    match = _DAY.fullmatch(written)
    if match is None:
        return None
    year, month, day_of_month = (int(part) for part in match.groups() if part is not None)
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None


def _fen_of_number(number: float) -> int | None:
    """Return the amount unless it has parts of a fen; a formula's 369.99999999999994 has none."""
    if isinstance(number, bool) or not abs(number) <= LARGEST_AMOUNT:
        return None
    fen = round(number * 100)
    return fen if math.isclose(number * 100, fen, rel_tol=1e-12, abs_tol=1e-4) else None


@lru_cache(maxsize=10_000)
def _fen_of_text(written: str) -> int | None:
    match = _AMOUNT.fullmatch(written.replace("\N{MINUS SIGN}", "-"))
    if match is None:
        return None
    sign, yuan, rest = match[1], match[2].replace(",", ""), (match[3] or "").rstrip("0")
    if len(rest) > len("00") or len(yuan) > len(str(LARGEST_AMOUNT)):
        return None
    fen = int(yuan) * 100 + int(rest.ljust(2, "0"))
    return -fen if sign == "-" else fen


@lru_cache(maxsize=1_000)
def _area_of(written: str) -> str | None:
    return _AREAS.get(_BEFORE_AREA.sub("", written))

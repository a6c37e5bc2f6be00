"""Days of a register, however they are written, as long as they can only mean one day."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from audit_service.ledgers.cells import Cell, joined, text_of
from audit_service.ledgers.found import Found

DATE_INVALID = "date.invalid"
DATE_FUTURE = "date.future"

_DAY_ZERO = date(1899, 12, 30)
_SERIALS = range(10_000, 100_000)
_DAY = re.compile(
    r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})"
    r"|年(\d{1,2})月(\d{1,2})[日号]?|(\d{2})(\d{2}))",
    re.ASCII,
)
_HOUR = r"(?:[01]?\d|2[0-3])"
_TIME = re.compile(
    rf"(?:\s+|(?<=\d)T|(?<=[日号]))"
    rf"(?:{_HOUR}(?::[0-5]\d){{1,2}}(?:\.\d+)?Z?|(?:上午|下午)?{_HOUR}[时点](?:[0-5]?\d分)?(?:[0-5]?\d秒)?)$",
    re.ASCII,
)
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_TENS = re.compile("([二三]?)十([一二三四五六七八九]?)")
_NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def day(cell: Cell, today: date) -> Found[date]:
    """Read a day that is not after the day of reading. A time of day beside it is passed over."""
    found = _day_of(cell)
    if found is None:
        return None, (DATE_INVALID,)
    return (None, (DATE_FUTURE,)) if found > today else (found, ())


def _day_of(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else _day_written(text_of(cell))


@lru_cache(maxsize=10_000)
def _day_written(text: str) -> date | None:
    written = _DASHES.sub("-", joined(_TIME.sub("", text.removeprefix("'"))))
    if written.isascii() and written.isdigit() and len(written) == len("44286"):
        return _DAY_ZERO + timedelta(int(written)) if int(written) in _SERIALS else None
    match = _DAY.fullmatch(_in_digits(written))
    if match is None:
        return None
    year, month, day_of_month = (int(part) for part in match.groups() if part is not None)
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None


def _in_digits(written: str) -> str:
    """Return a day in Chinese numerals in digits: `二〇二一年四月十二日` is `2021年4月12日`."""
    if written.isascii():
        return written
    tens = _TENS.sub(lambda found: f"{found[1] or '一'}{found[2] or '〇'}", written)
    return tens.translate(_NUMERALS)

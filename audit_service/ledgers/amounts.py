"""Amounts of money in a register, however they are written, as long as nothing is lost."""

import math
import re
from datetime import date
from functools import lru_cache

from audit_service.ledgers.cells import Cell, joined
from audit_service.ledgers.found import Found

AMOUNT_INVALID = "amount.invalid"
AMOUNT_NEGATIVE = "amount.negative"

LARGEST_AMOUNT = 1_000_000_000
"""Fen; what is above it is a slip of the pen."""

_AMOUNT = re.compile(
    r"(?:人民币|RMB|CNY)?¥?([+-]|负)?¥?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(?:元|圆)?整?(?:/月|每月)?",
    re.ASCII | re.IGNORECASE,
)
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")


def amount(cell: Cell, _today: date) -> Found[int]:
    """Read an amount of money in fen."""
    fen = _fen_of_number(cell) if isinstance(cell, float | int) else _fen_of_text(joined(cell))
    if fen is None or abs(fen) > LARGEST_AMOUNT:
        return None, (AMOUNT_INVALID,)
    return (None, (AMOUNT_NEGATIVE,)) if fen < 0 else (fen, ())


def _fen_of_number(number: float) -> int | None:
    """Return the amount unless it has parts of a fen; a formula's 369.99999999999994 has none."""
    if isinstance(number, bool) or not abs(number) <= LARGEST_AMOUNT:
        return None
    fen = round(number * 100)
    return fen if math.isclose(number * 100, fen, rel_tol=1e-12, abs_tol=1e-4) else None


@lru_cache(maxsize=10_000)
def _fen_of_text(written: str) -> int | None:
    text = _DASHES.sub("-", written.removeprefix("'"))
    if bracketed := _IN_BRACKETS.fullmatch(text):  # as accountants write what is below nothing
        fen = _fen_of_text(bracketed[1])
        return None if fen is None or fen < 0 else -fen
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return None
    sign, yuan, rest = match[1], match[2].replace(",", ""), (match[3] or "").rstrip("0")
    if len(rest) > len("00") or len(yuan) > len(str(LARGEST_AMOUNT)):
        return None
    fen = int(yuan) * 100 + int(rest.ljust(2, "0"))
    return -fen if sign in {"-", "负"} else fen

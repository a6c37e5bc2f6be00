"""Repairs that lose nothing: how areas, names, id numbers and words of a register are read.

Each takes a cell that is not blank and the day of reading, and gives the cell's value,
or None and every reason why it has none.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from audit_service.ledgers.cells import Cell, is_cut, joined, plain, text_of
from audit_service.ledgers.found import MISSING, Found
from domain.areas import AREAS
from domain.needy import id_number as resident_id

AREA_UNKNOWN = "area.unknown"

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
_BEFORE_AREA = re.compile(r"^'?(?:辽宁省?)?[-/·]?(?:大连市?)?[-/·]?(?=.)")
_WHOLE_CODE = re.compile(r"(\d{6})0{6}", re.ASCII)
"""Of a division as statisticians write it: nothing below the area."""
_FAMILIAR = str.maketrans("區縣連遼寧莊順長興蘭", "区县连辽宁庄顺长兴兰")
_ERRORS = ("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!")
_CHINESE = re.compile(r"(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])")
_DOTS = re.compile("(?<=[^\x00-\x7f]) *[.•‧∙⋅・·] *(?=[^\x00-\x7f])")
_A_CHARACTER = re.compile(r"[^\W\d_]")
_COUNT = re.compile(r"(\d{1,2})(?:\.0+)?[人口]?", re.ASCII)
_DASHES = re.compile("[-\u2010-\u2015\u2212](?<=\\d.)(?=[\\dXx])")


def number(cell: Cell, _today: date) -> Found[str]:
    """Read a number that the office gave. One that the spreadsheet has cut is as good as none."""
    found = joined(cell).removeprefix("'")
    is_none = not found or is_cut(found) or _is_computed(found)
    return (None, (MISSING,)) if is_none else (found, ())


def name(cell: Cell, _today: date) -> Found[str]:
    """Read a name, without the blanks that pad a name of two characters. A dash or a dot is none."""
    text = text_of(cell)
    if text.isalpha():  # as nearly all are
        return text, ()
    text = " ".join(text.removeprefix("'").split())
    found = text if text.isascii() else _DOTS.sub("·", _CHINESE.sub("", text))
    is_none = _is_computed(found) or not _A_CHARACTER.search(found)
    return (None, (MISSING,)) if is_none else (found, ())


def words(cell: Cell, _today: date) -> Found[str]:
    """Read what stands there in plain words, on as many lines as it does."""
    return _in_lines(plain(cell)) or None, ()


def digits(cell: Cell, _today: date) -> Found[str]:
    """Read a phone number or the like; None for one that the spreadsheet has cut."""
    found = joined(cell).removeprefix("'")
    return None if is_cut(found) else found or None, ()


def count(cell: Cell, _today: date) -> Found[int]:
    """Read how many people there are; None where it is not said in a number."""
    found = _COUNT.fullmatch(joined(cell))
    return int(found[1]) or None if found else None, ()


def coded(codes: dict[str, str]) -> Callable[[Cell, date], Found[str]]:
    """Return what reads a code from its wordings, parted by blanks; other words stay as they are."""
    known = {wording: code for code, worded in codes.items() for wording in worded.split()}

    def read(cell: Cell, today: date) -> Found[str]:
        return known.get(joined(cell)) or words(cell, today)[0], ()

    return read


def id_number(cell: Cell, today: date) -> Found[str]:
    """Read the number of a resident's identity card, with 18 digits."""
    found = resident_id.normalise(_DASHES.sub("", text_of(cell)))
    reasons = tuple(resident_id.reasons(found, today))
    return (None, reasons) if reasons else (found, ())


def area(cell: Cell, _today: date) -> Found[str]:
    """Read the code of an area from its name, present or former, or from the code itself."""
    code = _area_of(joined(cell))
    return (code, ()) if code else (None, (AREA_UNKNOWN,))


def _is_computed(text: str) -> bool:
    """Tell whether the text is a formula, or the error that one ended in, where a name should stand."""
    return text.startswith("=") or text in _ERRORS


@lru_cache(maxsize=1_000)
def _in_lines(text: str) -> str:
    """Return what stands on the lines of a text, without blank ones and without blanks that say nothing."""
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))


@lru_cache(maxsize=1_000)
def _area_of(written: str) -> str | None:
    found = _BEFORE_AREA.sub("", written.translate(_FAMILIAR))
    return _AREAS.get(_WHOLE_CODE.sub(r"\1", found))

"""Tells what is data below the headings of a register, and what is a total, a note or the headings again."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from audit_service.ledgers.cells import Cells, joined

_TOTAL = re.compile(
    r"(?:本页|本表|以上|全区|全市|全县|累计|人数|户数|金额)?(?:合计|总计|共计|小计|累计|总数|汇总|总人数|总户数|总金额)"
    r"|共\d|(?:grand|sub)?-?total|sum$",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"(?:注|备注|说明|填表说明|附注|附)[:：\d]|制表|填表|填报|审核人|复核人|审批人|经办人|录入人|单位负责人|分管领导"
    r"|负责人|单位[(（]?(?:盖章|公章)|(?:打印|导出|填报|统计|制表)(?:日期|时间|人)|第\d+页|共\d+页"
)
_UNIT = re.compile(
    r"[(（]?(?:单位[:：])?(?:元|元/月|元/人|元/人月|人|户|年月日|年/月/日|yyyy-mm-dd)[)）]?", re.IGNORECASE
)
_IN_ORDER = re.compile(r"[(（]?(\d{1,2})[)）]?栏?")
_SUBTOTAL = re.compile(r".{0,8}(?:小计|合计|总计|共计)[:：]?")
_AT_THE_FRONT = 3
"""Texts of a line among which a total says that it is one."""
_LETTERS = "甲乙丙丁戊己庚辛壬癸"
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_DIGITS = re.compile(r"\d{6}")
_LONGEST_NAME = 6
"""Characters; a longer text that stands alone in a row is a note or a title."""


class Line(NamedTuple):
    """A line of a register that is data, with the number that its row has in the spreadsheet."""

    number: int
    cells: Cells


def data_in(
    rows: Iterable[tuple[int, Cells]], headings: Sequence[str], places: Mapping[str, int]
) -> Iterator[Line]:
    """Return what is data: neither blank, nor the headings again, nor a total, nor a note."""
    known = frozenset(filter(None, headings))
    read = tuple(places.values())
    identity = places.get("id_number", -1)
    begun = False
    for number, cells in rows:
        first = next(filter(None, map(joined, cells)), "")
        if not first or (first in known and _repeats(cells, headings)):
            continue
        if not begun and _explains(cells):
            continue
        begun = True
        if not _is_beside(cells, first, identity) and _says_something(cells, read):
            yield Line(number, cells)


def _is_beside(cells: Cells, first: str, identity: int) -> bool:
    """Tell whether a line is about the register: a total, who filled it in, a note, a title again."""
    if _TOTAL.match(first) or _FOOTER.match(first):
        return True
    if 0 <= identity < len(cells) and _DIGITS.search(joined(cells[identity])):
        return False
    said = list(filter(None, map(joined, cells)))
    if any(_SUBTOTAL.fullmatch(text) for text in said[:_AT_THE_FRONT]):
        return True
    return (
        len(set(said)) == 1
        and len(first) > _LONGEST_NAME
        and bool(_CHINESE.search(first))
        and "·" not in first
    )


def _says_something(cells: Cells, read: Iterable[int]) -> bool:
    """Tell whether a column that is read holds anything: a row may be numbered beforehand."""
    return any(place < len(cells) and joined(cells[place]) for place in read)


def _repeats(cells: Cells, headings: Sequence[str]) -> bool:
    """Tell whether these are the headings again, as at the top of each printed page."""
    said = [joined(cell) for cell in cells]
    return all(one == other for one, other in zip_longest(said, headings, fillvalue=""))


def _explains(cells: Cells) -> bool:
    """Tell whether a line below the headings gives units, or numbers the columns."""
    said = list(filter(None, map(joined, cells)))
    if all(_UNIT.fullmatch(text) for text in said):
        return True
    numbered = [_IN_ORDER.fullmatch(text) for text in said if text not in _LETTERS]
    places = [int(found[1]) for found in numbered if found]
    return len(places) == len(numbered) > 1 and all(later == one + 1 for one, later in pairwise(places))

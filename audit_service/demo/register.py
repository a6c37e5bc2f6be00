"""A fictional register of minimum living security: who is in it, how it is soiled, what a right import finds.

The same seed gives the same register.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import xlsxwriter

from audit_service.demo.dirt import BEYOND_REPAIR, REPAIRABLE, Dirt
from audit_service.demo.people import id_numbers, names

HEADINGS = (
    "户编号",
    "与户主关系",
    "姓名",
    "身份证号码",
    "区市县",
    "街道乡镇",
    "家庭月收入",
    "月保障金额",
    "享受起始日期",
    "联系电话",
)
CITY, RURAL = 750, 540
"""Yuan a head a month: the standards that the families are on."""

_RURAL_AREAS = ("普兰店区", "瓦房店市", "庄河市")
_AREAS = ("中山区", "西岗区", "沙河口区", "甘井子区", "旅顺口区", "金州区", "长海县", *_RURAL_AREAS)
_RELATIONS = ("配偶", "子", "女", "父", "母")
_SHARE_REPAIRABLE, _SHARE_BEYOND_REPAIR, _SHARE_TWICE = 0.3, 0.04, 0.004

Row = dict[str, Any]
"""A row by its headings."""


@dataclass(frozen=True)
class Truth:
    """What a right import finds in the register."""

    rows: int
    accepted: int
    duplicate: int
    rejected: int
    rows_by_reason: dict[str, int]
    households: int
    people: int


@dataclass(frozen=True)
class FictionalRegister:
    """A register as an office keeps it."""

    rows: list[Row]
    truth: Truth

    def write(self, file: Path) -> Path:
        """Write it as an XLSX workbook with a title and a total, as offices do."""
        with xlsxwriter.Workbook(file, {"default_date_format": "yyyy-mm-dd"}) as workbook:
            sheet = workbook.add_worksheet("台账")
            sheet.merge_range(0, 0, 0, len(HEADINGS) - 1, "最低生活保障家庭成员名册（虚构）")
            sheet.write_row(1, 0, HEADINGS)
            for number, row in enumerate(self.rows, 2):
                sheet.write_row(number, 0, [row[heading] for heading in HEADINGS])
            sheet.write_row(len(self.rows) + 2, 0, ["合计", f"{len(self.rows)}条"])
        return file


def fictional_register(households: int, *, seed: int = 20210701, soiled: bool = True) -> FictionalRegister:
    """Make a register of so many households, with dirt unless told otherwise."""
    chance = Random(seed)  # noqa: S311 - the same seed must give the same register
    rows, accepted, reasons = [], [], Counter[str]()
    for clean in _clean_rows(households, chance):
        dirt = _dirt(chance) if soiled else ()
        rows.append(_written(clean, dirt))
        found = {reason for kind in dirt for reason in kind.reasons}
        reasons.update(found)
        accepted.extend([] if found else [clean])
    again = [row for row in accepted if soiled and chance.random() < _SHARE_TWICE]
    rows.extend(_written(row, (chance.choice(REPAIRABLE),)) for row in again)
    truth = Truth(
        rows=len(rows),
        accepted=len(accepted),
        duplicate=len(again),
        rejected=len(rows) - len(accepted) - len(again),
        rows_by_reason=dict(sorted(reasons.items())),
        households=len({row["户编号"] for row in accepted}),
        people=len({row["身份证号码"] for row in accepted}),
    )
    return FictionalRegister(rows, truth)


def _clean_rows(households: int, chance: Random) -> Iterator[Row]:
    name, number = names(chance), id_numbers(chance)
    for count in range(households):
        area = chance.choice(_AREAS)
        standard = chance.choice((CITY, RURAL)) if area in _RURAL_AREAS else CITY
        members = chance.choice((1, 1, 1, 2, 2, 3, 4))
        income = chance.randrange(0, standard * members, 10)
        family = {
            "户编号": f"DB{count:07d}",
            "区市县": area,
            "街道乡镇": "示例街道",
            "家庭月收入": float(income),
            "月保障金额": float(standard * members - income),
            "享受起始日期": date(chance.randrange(2012, 2021), chance.randrange(1, 13), 1),
            "联系电话": "",
        }
        for relation in ("户主", *chance.choices(_RELATIONS, k=members - 1)):
            yield family | {"与户主关系": relation, "姓名": next(name), "身份证号码": next(number)}


def _dirt(chance: Random) -> tuple[Dirt, ...]:
    """Choose what a row suffers: mostly nothing, at most one thing a column."""
    kinds: dict[str, Dirt] = {}
    for share, choices in ((_SHARE_REPAIRABLE, REPAIRABLE), (_SHARE_BEYOND_REPAIR, BEYOND_REPAIR)):
        while chance.random() < share:
            kind = chance.choice(choices)
            kinds[kind.column] = kind
    return tuple(kinds.values())


def _written(row: Row, dirt: tuple[Dirt, ...]) -> Row:
    return row | {kind.column: kind.written(row[kind.column]) for kind in dirt}

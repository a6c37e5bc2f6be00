"""Fictional ledgers: who is in them, how they are soiled, what a right import finds.

The same seed gives the same ledgers.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import xlsxwriter

from audit_service.demo.dirt import BEYOND_REPAIR, REPAIRABLE, Dirt
from audit_service.demo.ledgers import KINDS, Kind, Row
from audit_service.demo.people import Someone, people_of
from domain.cases.programmes import PROGRAMMES

HEADINGS = KINDS["dibao"].headings

_SHARE_REPAIRABLE, _SHARE_BEYOND_REPAIR, _SHARE_TWICE = 0.3, 0.04, 0.004


@dataclass(frozen=True)
class Truth:
    """What a right import finds in a ledger."""

    rows: int
    accepted: int
    duplicate: int
    rejected: int
    rows_by_reason: dict[str, int]


@dataclass(frozen=True)
class FictionalRegister:
    """A ledger as an office keeps it."""

    kind: Kind
    rows: list[Row]
    truth: Truth
    accepted: list[Row]
    """As they are without dirt."""

    @property
    def households(self) -> int:
        """How many households a right import finds in it."""
        return len({row["户编号"] for row in self.accepted if "户编号" in row})

    @property
    def people(self) -> int:
        """How many people a right import finds in it."""
        return len({row["身份证号码"] for row in self.accepted})

    def write(self, file: Path) -> Path:
        """Write it as an XLSX workbook with a title and a total, as offices do."""
        headings = self.kind.headings
        with xlsxwriter.Workbook(file, {"default_date_format": "yyyy-mm-dd"}) as workbook:
            sheet = workbook.add_worksheet("台账")
            sheet.merge_range(0, 0, 0, len(headings) - 1, f"{self.kind.title}（虚构）")
            sheet.write_row(1, 0, headings)
            for number, row in enumerate(self.rows, 2):
                sheet.write_row(number, 0, [row[heading] for heading in headings])
            sheet.write_row(len(self.rows) + 2, 0, ["合计", f"{len(self.rows)}条"])
        return file


def fictional_register(households: int, *, seed: int = 20210701, soiled: bool = True) -> FictionalRegister:
    """Make a register of so many households, with dirt unless told otherwise."""
    chance = Random(seed)  # noqa: S311 - the same seed must give the same register
    return _ledger(KINDS["dibao"], households, chance, [], soiled=soiled)


def fictional_ledgers(
    sizes: Mapping[str, int], *, seed: int = 20210701, soiled: bool = True
) -> list[FictionalRegister]:
    """Make ledgers of these kinds; some people stand in several of them, a few under another name."""
    chance = Random(seed)  # noqa: S311 - the same seed must give the same ledgers
    before: list[Someone] = []
    return [_ledger(KINDS[code], size, chance, before, soiled=soiled) for code, size in sizes.items()]


def found_over_all(ledgers: Sequence[FictionalRegister]) -> dict[str, Any]:
    """Return what a right import of all of these finds over all files."""
    names, registers = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for ledger in ledgers:
        for row in ledger.accepted:
            names[row["身份证号码"]].add(row[ledger.kind.where["name"]])
            registers[row["身份证号码"]] |= {ledger.kind.code} - {"visits"}
    return {
        "people": len(names),
        "people_in_registers": sum(map(bool, registers.values())),
        "households": sum(ledger.households for ledger in ledgers),
        "questions": sum(_questions(row) for ledger in ledgers for row in ledger.accepted),
        "people_in_several_registers": sum(len(codes) > 1 for codes in registers.values()),
        "people_with_name_mismatch": sum(len(given) > 1 for given in names.values()),
        "people_in_exclusive_programmes": {
            f"{one}+{other}": sum({one, other} <= codes for codes in registers.values())
            for one, other in combinations(PROGRAMMES, 2)
            if other in PROGRAMMES[one].excludes
        },
    }


def _questions(row: Row) -> int:
    said = row.get("反映问题", "")
    return 0 if said in {"", "无", "暂无"} else 1 + sum(map(said.count, "；;\n"))


def _ledger(
    kind: Kind, size: int, chance: Random, before: list[Someone], *, soiled: bool
) -> FictionalRegister:
    rows, accepted, reasons = [], [], Counter[str]()
    for clean in kind.rows(size, people_of(chance, before), chance):
        dirt = _dirt(kind, chance) if soiled else ()
        rows.append(_written(clean, kind, dirt))
        found = {reason for each in dirt for reason in each.reasons}
        reasons.update(found)
        accepted.extend([] if found else [clean])
    again = [row for row in accepted if soiled and chance.random() < _SHARE_TWICE]
    repairable = [dirt for dirt in REPAIRABLE if dirt.column in kind.where]
    rows.extend(_written(row, kind, (chance.choice(repairable),)) for row in again)
    truth = Truth(
        rows=len(rows),
        accepted=len(accepted),
        duplicate=len(again),
        rejected=len(rows) - len(accepted) - len(again),
        rows_by_reason=dict(sorted(reasons.items())),
    )
    return FictionalRegister(kind, rows, truth, accepted)


def _dirt(kind: Kind, chance: Random) -> tuple[Dirt, ...]:
    """Choose what a row suffers: mostly nothing, at most one thing a column."""
    kinds: dict[str, Dirt] = {}
    for share, choices in ((_SHARE_REPAIRABLE, REPAIRABLE), (_SHARE_BEYOND_REPAIR, BEYOND_REPAIR)):
        while chance.random() < share:
            dirt = chance.choice(choices)
            if dirt.column in kind.where:
                kinds[dirt.column] = dirt
    return tuple(kinds.values())


def _written(row: Row, kind: Kind, dirt: Iterable[Dirt]) -> Row:
    headings = ((kind.where[each.column], each) for each in dirt)
    return row | {heading: each.written(row[heading]) for heading, each in headings}

"""Counts what an import found: a file, and over all files."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any
from uuid import UUID

from audit_service.ledgers.outcomes import Judged, Outcome
from audit_service.ledgers.reading import RegisterRead
from domain.cases.programmes import PROGRAMMES


class Tally:
    """What was found so far, as numbers only: it names nobody."""

    def __init__(self) -> None:
        self.files: dict[str, dict[str, Any]] = {}
        self._households: set[str] = set()
        self._names: defaultdict[UUID, set[str]] = defaultdict(set)
        self._registers: defaultdict[UUID, set[str]] = defaultdict(set)

    def add(self, register: RegisterRead, judged: Sequence[Judged]) -> None:
        """Count the rows of one file. People count who are on record, now or from before."""
        outcomes = Counter(each.outcome for each in judged)
        reasons = Counter(code for each in judged for code in {fault.code for fault in each.faults})
        self.files[self._name(register)] = {
            "rows": len(judged),
            **{outcome.value: outcomes[outcome] for outcome in Outcome},
            "rows_by_reason": dict(sorted(reasons.items())),
        }
        for each in judged:
            if each.person is not None:
                self._households.add(each.row.values["household"])
                self._names[each.person].add(each.row.values["name"])
                self._registers[each.person].add(register.register.code)

    def as_json(self) -> dict[str, Any]:
        """Return all counts by their names."""
        return {
            "files": self.files,
            "people": len(self._registers),
            "households": len(self._households),
            "people_in_several_registers": sum(len(codes) > 1 for codes in self._registers.values()),
            "people_with_name_mismatch": sum(len(names) > 1 for names in self._names.values()),
            "people_in_exclusive_programmes": {
                f"{one}+{other}": sum({one, other} <= codes for codes in self._registers.values())
                for one, other in _exclusive()
            },
        }

    def _name(self, register: RegisterRead) -> str:
        """Return the file's name, or its path if another file of this name was counted."""
        name = register.file.name
        return name if name not in self.files else str(register.file)


def _exclusive() -> Iterator[tuple[str, str]]:
    """Return the pairs of programmes that nobody may be in at the same time."""
    return (
        (one.code, other.code)
        for one, other in combinations(PROGRAMMES.values(), 2)
        if other.code in one.excludes
    )

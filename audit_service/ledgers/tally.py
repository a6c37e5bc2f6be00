"""Counts what an import found: a file, and over all files."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any
from uuid import UUID

from audit_service.ledgers.outcomes import Judged, Outcome
from audit_service.ledgers.registers import DIBAO, REGISTERS, VISITS
from audit_service.ledgers.visiting import questions_in
from domain.cases.programmes import PROGRAMMES

_BITS = {register.code: 1 << place for place, register in enumerate(REGISTERS)}
_REGISTERS = len(REGISTERS)
_ALL = (1 << _REGISTERS) - 1 - _BITS[VISITS.code]
_NAME = (1 << 48) - 1


class Counts:
    """What was found in one file, as numbers only."""

    def __init__(self, tally: "Tally") -> None:
        self.outcomes = Counter[Outcome]()
        self.reasons = Counter[str]()
        self._tally = tally

    def add(self, some: Iterable[Judged]) -> None:
        """Count some rows, and the people, households and questions in them."""
        for judged in some:
            self.outcomes[judged.outcome] += 1
            if judged.faults:
                self.reasons.update({fault.code for fault in judged.faults})
            if judged.person is not None:
                self._tally.count(judged, judged.person)

    def as_json(self) -> dict[str, Any]:
        """Return the counts by their names."""
        return {
            "rows": self.outcomes.total(),
            **{outcome.value: self.outcomes[outcome] for outcome in Outcome},
            "rows_by_reason": dict(sorted(self.reasons.items())),
        }


class Tally:
    """What was found so far, as numbers only: it names nobody. On record counts, now or from before."""

    def __init__(self) -> None:
        self.files: dict[str, Counts] = {}
        """By name; by path if another file of this name was counted."""
        self._people: dict[int, int] = {}
        """By what tells a person from others: the registers that they are in, as bits, and above these
        what tells their name from others. Whole numbers take a third of the room of identities."""
        self._named_otherwise: set[int] = set()
        self._households: set[int] = set()
        self._visits: set[int] = set()
        self._questions = 0

    def begin(self, file: Path) -> Counts:
        """Return what counts the rows of a file."""
        name = file.name if file.name not in self.files else str(file)
        self.files[name] = Counts(self)
        return self.files[name]

    def count(self, judged: Judged, person: UUID) -> None:
        """Count a row that is on record."""
        values, register = judged.row.values, judged.row.part.register
        who, name = hash(person), hash(values["name"]) & _NAME
        known = self._people.get(who, name << _REGISTERS)
        self._people[who] = known | _BITS[register.code]
        if known >> _REGISTERS != name:
            self._named_otherwise.add(who)
        if register is DIBAO:
            self._households.add(hash(judged.stream))
        elif register is VISITS and (visit := hash(judged.stream)) not in self._visits:
            self._visits.add(visit)
            self._questions += len(questions_in(values["questions"] or ""))

    def as_json(self) -> dict[str, Any]:
        """Return all counts by their names."""
        registers = (found & _ALL for found in self._people.values())
        in_registers = [found for found in registers if found]
        return {
            "files": {name: counts.as_json() for name, counts in self.files.items()},
            "people": len(self._people),
            "people_in_registers": len(in_registers),
            "households": len(self._households),
            "visits": len(self._visits),
            "questions": self._questions,
            "people_in_several_registers": sum(found.bit_count() > 1 for found in in_registers),
            "people_with_name_mismatch": len(self._named_otherwise),
            "people_in_exclusive_programmes": {
                f"{one}+{other}": sum(not (_BITS[one] | _BITS[other]) & ~found for found in in_registers)
                for one, other in _exclusive()
            },
        }


def _exclusive() -> Iterator[tuple[str, str]]:
    """Return the pairs of programmes that nobody may be in at the same time."""
    return (
        (one.code, other.code)
        for one, other in combinations(PROGRAMMES.values(), 2)
        if other.code in one.excludes
    )

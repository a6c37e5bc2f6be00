"""How many people, households, visits and questions are on record from all files of an import."""

from array import array
from collections.abc import Iterator
from uuid import UUID

from audit_service.ledgers.outcomes import Judged
from audit_service.ledgers.registers import DIBAO, VISITS
from audit_service.ledgers.tally import Tally
from audit_service.ledgers.visiting import questions_in

PEOPLE, HOUSEHOLDS, ASKED, QUESTIONS = "people", "households", "visits", "questions"
_MOST = 255
"""Questions of a visit, which take the last byte of what tells it from others."""
_PARTS = 16
"""In how many goes what occurs twice is found, so that a set never holds all of it."""


class Totals(Tally):
    """Counts rows, and over all files what is on record from them, in eight bytes a row."""

    def __init__(self) -> None:
        super().__init__()
        self._who, self._homes, self._asked = array("Q"), array("Q"), array("Q")

    def count(self, judged: Judged, person: UUID) -> None:
        """Note who and what a row is about."""
        register = judged.row.part.register
        self._who.append(hash(person))
        if register is DIBAO:
            self._homes.append(hash(judged.stream))
        elif register is VISITS:
            questions = len(questions_in(judged.row.values["questions"] or ""))
            self._asked.append((hash(judged.stream) | _MOST) ^ _MOST | min(questions, _MOST))

    @property
    def found(self) -> dict[str, int]:
        """How many there are of each, each counted once."""
        asked = [visit & _MOST for visit in _once(self._asked)]
        return {
            PEOPLE: sum(1 for _ in _once(self._who)),
            HOUSEHOLDS: sum(1 for _ in _once(self._homes)),
            ASKED: len(asked),
            QUESTIONS: sum(asked),
        }


def _once(found: "array[int]") -> Iterator[int]:
    """Yield each number once."""
    for part in range(_PARTS):
        yield from {one for one in found if (one >> 8) % _PARTS == part}

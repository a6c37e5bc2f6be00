"""What became of each row of a ledger."""

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from audit_service.ledgers.reading import Fault, Ledger, Row


class Outcome(StrEnum):
    """A row has exactly one outcome."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"


_OUTCOMES = tuple(Outcome)


class Judged(NamedTuple):
    """A row with its outcome."""

    row: Row
    outcome: Outcome
    faults: tuple[Fault, ...] = ()
    """Every reason why it is rejected."""
    person: UUID | None = None
    """Whom it is about; None if it is rejected, or read again."""
    stream: UUID | None = None
    """The case or visit that it is on record as; None where `person` is."""


class Judgement:
    """What became of the rows of a ledger, in little memory: the rows themselves stay where they are."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._outcomes = bytearray(len(ledger))
        self._against: dict[int, tuple[Fault, ...]] = {}
        """By the place of a row without fault of its own, that something else speaks against."""

    def note(self, some: Iterable[Judged]) -> None:
        """Keep the outcomes of some rows."""
        for judged in some:
            self._outcomes[judged.row.place] = _OUTCOMES.index(judged.outcome)
            if judged.faults and not judged.row.faults:
                self._against[judged.row.place] = judged.faults

    def having(self, outcomes: Collection[Outcome]) -> Iterator[Judged]:
        """Return the rows with these outcomes, in the order of the file, as often as one likes."""
        wanted = {_OUTCOMES.index(outcome) for outcome in outcomes}
        for place, outcome in enumerate(self._outcomes):
            if outcome in wanted:
                row = self.ledger[place]
                yield Judged(row, _OUTCOMES[outcome], row.faults or self._against.get(place, ()))

    def count(self, outcome: Outcome) -> int:
        """Return how many rows have this outcome."""
        return self._outcomes.count(_OUTCOMES.index(outcome))

"""What became of each row of a register."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from audit_service.ledgers.reading import Fault, Row


class Outcome(StrEnum):
    """A row has exactly one outcome."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Judged:
    """A row with its outcome."""

    row: Row
    outcome: Outcome
    faults: tuple[Fault, ...] = ()
    """Every reason why it is rejected."""
    person: UUID | None = None
    """Whom it is about; None if it is rejected."""

"""What is applied for, with what the record tells about the error."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Application:
    """What is applied for, with what the record tells about the error."""

    number: str
    """Running number of the review."""
    error: UUID
    error_number: str
    case: UUID | None = None
    case_number: str = ""
    household: UUID | None = None
    area: str
    decision: int = 0
    """Position of the decision in error; 0 where there is none."""
    decided_on: date | None = None
    deciders: tuple[UUID, ...] = ()
    reporters: tuple[UUID, ...] = ()
    """Who reported the error: they would be witnesses."""
    managers: tuple[UUID, ...] = ()
    """Who manages the unit of who applies."""
    officials: tuple[UUID, ...]
    """Concerned: those whose error it is said to be."""
    applicant: str
    """One of APPLICANTS."""
    element: str
    cause: str
    origin: str
    direction: str
    amount: int
    """Fen, of all months, whichever way each went."""

"""What replaying a case brings to light, before anybody has looked at it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

ARITHMETIC, WRONG_STANDARD, INCOMPATIBLE = "arithmetic", "wrong_standard", "incompatible"
PAID_AFTER_DEATH, OVERDUE_REVIEW, MISSING_STEP = "paid_after_death", "overdue_review", "missing_step"

KINDS = {
    ARITHMETIC: "The amount is not what the rules give",
    WRONG_STANDARD: "Another standard was in force",
    INCOMPATIBLE: "In two programmes that exclude each other",
    PAID_AFTER_DEATH: "Paid after a death",
    OVERDUE_REVIEW: "The means were not looked at again in time",
    MISSING_STEP: "A step of the procedure is missing",
}
"""Titles by kind of lead; messages to translate."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not fit: codes, numbers and identities, and no word about anybody."""

    kind: str
    """One of KINDS."""
    case: UUID
    case_number: str
    area: str
    subject: UUID
    """Whose data is what people write about it later."""
    decision: int
    """Position of the event that it is about."""
    decided_by: UUID
    """Who is answerable for that event."""
    from_month: date
    """The first month that it concerns."""
    expected: int = 0
    """Fen in that month, as the rules give it; 0 where it is not about an amount."""
    found: int = 0
    """Fen in that month, as it was determined; 0 where it is not about an amount."""
    detail: str = ""
    """By kind: the standard that was in force, the other case, the missing steps, the day it was due."""

"""What replaying a case brings to light, before anybody has looked at it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

ARITHMETIC, WRONG_STANDARD, INCOMPATIBLE = "arithmetic", "wrong_standard", "incompatible"
PAID_AFTER_DEATH, OVERDUE_REVIEW, MISSING_STEP = "paid_after_death", "overdue_review", "missing_step"
TWICE = "twice"
NAMED_OTHERWISE, TWO_HOUSEHOLDS, ONE_PERSON = "named_otherwise", "two_households", "one_person"
RELATIVE = "relative"

KINDS = {
    ARITHMETIC: "The amount is not what the rules give",
    WRONG_STANDARD: "Another standard was in force",
    INCOMPATIBLE: "In two programmes that exclude each other",
    PAID_AFTER_DEATH: "Paid after a death",
    OVERDUE_REVIEW: "The means were not looked at again in time",
    MISSING_STEP: "A step of the procedure is missing",
    TWICE: "Twice in one programme",
    NAMED_OTHERWISE: "One id number, two names",
    TWO_HOUSEHOLDS: "In two households at one time",
    ONE_PERSON: "Two entries may be one person",
    RELATIVE: "Acted in the case of a relative who was declared later",
}
"""Titles by kind of lead; messages to translate."""

OF_PEOPLE = frozenset({NAMED_OTHERWISE, TWO_HOUSEHOLDS, ONE_PERSON})
"""Kinds of leads that are about an entry of a person, and about no decision."""


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
    """By kind: the standard that was in force, the other case, the missing steps, the day it was due, the
    act and the day of the declaration."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two entries about people that do not fit together: identities and positions, and no word on anybody."""

    kind: str
    """One of OF_PEOPLE."""
    person: UUID
    area: str
    first: int
    """Position of the event that was on record."""
    second: int
    """Position of the event that does not fit it."""
    other: UUID | None = None
    """The other entry, where it is about two."""

"""Identities made from the business key, so that the record itself refuses a second opening.

A person's identity is not made here: a bare hash of an id number would tell the number.
The vault makes it with its key.
"""

from datetime import date
from functools import lru_cache
from uuid import UUID, uuid5

NAMESPACE_CASE = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a01")
NAMESPACE_HOUSEHOLD = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a02")
NAMESPACE_OFFICIAL = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a03")

STANDARDS_ID = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a04")
"""The office's one catalogue of standards."""

NAMESPACE_ERROR = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a05")
NAMESPACE_LEAD = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a0b")
NAMESPACE_NUMBER = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a0c")
NAMESPACE_VISIT = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a21")
NAMESPACE_QUESTION = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a0d")
NAMESPACE_DISCOVERY = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a0e")
NAMESPACE_IMPORT = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a22")
NAMESPACE_TOLERANCE = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a31")
NAMESPACE_PRIOR_FILING = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a32")
NAMESPACE_LESSON = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a33")
NAMESPACE_INSPECTION = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a34")
NAMESPACE_DISCIPLINE_LEAD = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a35")

TOLERANCE_RULES_ID = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a36")
"""The office's one collection of rules of tolerance."""

CATALOGUE_ID = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a06")
"""The office's one catalogue of errors."""


@lru_cache(maxsize=20_000)
def case_id(number: str) -> UUID:
    """Return the identity of the case with this number."""
    return uuid5(NAMESPACE_CASE, number)


@lru_cache(maxsize=20_000)
def household_id(number: str) -> UUID:
    """Return the identity of the household with this number."""
    return uuid5(NAMESPACE_HOUSEHOLD, number)


def official_id(login: str) -> UUID:
    """Return the identity of the official who signs in under this name."""
    return uuid5(NAMESPACE_OFFICIAL, login)


@lru_cache(maxsize=20_000)
def error_id(about: str, element: str, month: date) -> UUID:
    """Return the identity of the error of this element, in the period that begins with this month.

    `about` is the number of the case; where there is none, the area and a digest of the words that
    tell which family was not covered.
    """
    return uuid5(NAMESPACE_ERROR, f"{about} {element} {month:%Y-%m}")


def lead_id(kind: str, case: UUID, decision: int, month: date) -> UUID:
    """Return the identity of the lead of this kind about a decision on a case, from a month on."""
    return uuid5(NAMESPACE_LEAD, f"{kind} {case} {decision} {month:%Y-%m}")


def lead_of_people_id(kind: str, first: int, second: int) -> UUID:
    """Return the identity of the lead of this kind about people, to two events of the record."""
    return uuid5(NAMESPACE_LEAD, f"{kind} {first} {second}")


def number_id(number: str) -> UUID:
    """Return the identity of the number itself, whatever it was given to."""
    return uuid5(NAMESPACE_NUMBER, number)


def visit_id(number: str) -> UUID:
    """Return the identity of the visit with this number."""
    return uuid5(NAMESPACE_VISIT, number)


def question_id(number: str) -> UUID:
    """Return the identity of the question with this number."""
    return uuid5(NAMESPACE_QUESTION, number)


def discovery_id(number: str) -> UUID:
    """Return the identity of the discovery with this number."""
    return uuid5(NAMESPACE_DISCOVERY, number)


def import_id(number: str) -> UUID:
    """Return the identity of the import with this number."""
    return uuid5(NAMESPACE_IMPORT, number)


def tolerance_id(number: str) -> UUID:
    """Return the identity of the review of tolerance with this number."""
    return uuid5(NAMESPACE_TOLERANCE, number)


def prior_filing_id(number: str) -> UUID:
    """Return the identity of the prior filing with this number."""
    return uuid5(NAMESPACE_PRIOR_FILING, number)


def lesson_id(number: str) -> UUID:
    """Return the identity of the lesson with this number."""
    return uuid5(NAMESPACE_LESSON, number)


def inspection_id(number: str) -> UUID:
    """Return the identity of the inspection with this number."""
    return uuid5(NAMESPACE_INSPECTION, number)


def discipline_lead_id(number: str) -> UUID:
    """Return the identity of the discipline lead with this number."""
    return uuid5(NAMESPACE_DISCIPLINE_LEAD, number)


def identities_of(text: object) -> tuple[UUID, ...]:
    """Return what a text would be the number of, or the name that somebody signs in under."""
    return tuple(identity(str(text)) for identity in BY_NUMBER)


BY_NUMBER = (
    *(case_id, household_id, official_id, number_id, visit_id, question_id, discovery_id, import_id),
    *(tolerance_id, prior_filing_id, lesson_id, inspection_id, discipline_lead_id),
)
"""Identities that are made from one text."""

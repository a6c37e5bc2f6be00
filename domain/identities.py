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

CATALOGUE_ID = UUID("6a1c9f0e-53a7-5a0e-9f0b-3c5d3d1f7a06")
"""The office's one catalogue of errors."""


@lru_cache(maxsize=20_000)
def case_id(number: str) -> UUID:
    """Return the identity of the case with this number."""
    return uuid5(NAMESPACE_CASE, number)


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

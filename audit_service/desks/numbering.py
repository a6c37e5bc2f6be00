"""Numbers of new cases and households: what they are of, where, in which year, and six digits by chance.

Chance, not a counter: two windows never wait for each other. The record refuses a number that is taken.
"""

from datetime import date
from random import Random
from typing import Final

PREFIXES: Final = {
    "dibao": "DB",
    "tekun": "TK",
    "temporary": "LS",
    "orphan": "GE",
    "de_facto_unattended": "SS",
    "elderly": "LN",
}
"""Initials of the programmes' Chinese names."""


def case_number(programme: str, area: str, on: date, chance: Random) -> str:
    """Return a number for a case: `DB210202-2021-004711`."""
    return f"{PREFIXES[programme]}{area}-{on.year}-{chance.randrange(1_000_000):06}"


def household_number(area: str, on: date, chance: Random) -> str:
    """Return a number for a household: `H210202-2021-004711`."""
    return f"H{area}-{on.year}-{chance.randrange(1_000_000):06}"

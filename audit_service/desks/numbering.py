"""Numbers of new cases, errors and households: of what, where, in which year, and digits by chance.

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


def error_number(area: str, on: date, chance: Random) -> str:
    """Return a number for an error: `CC210202-2021-00471108`."""
    return f"CC{area}-{on.year}-{chance.randrange(100_000_000):08}"


def notice_number(area: str, on: date, running: int | None = None) -> str:
    """Return the number of a correction notice, `JC210202-2021-0001`, or how those of the year begin."""
    beginning = f"JC{area}-{on.year}-"
    return beginning if running is None else f"{beginning}{running:04}"


def household_number(area: str, on: date, chance: Random) -> str:
    """Return a number for a household: `H210202-2021-004711`."""
    return f"H{area}-{on.year}-{chance.randrange(1_000_000):06}"

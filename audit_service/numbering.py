"""Numbers of what is new: a case, an error, a household, a filing. Of what, where, which year, and chance.

Chance, not a counter: two windows never wait for each other. Correction notices are counted, as their
numbers are to be without a gap. The record refuses a number that is taken, and the next is tried.
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


def visit_number(area: str, on: date, chance: Random) -> str:
    """Return a number for a visit: `ZF210202-2021-00471108`, after the initials of 走访."""
    return f"ZF{area}-{on.year}-{chance.randrange(100_000_000):08}"


QUESTION, DISCOVERY = "WD", "FX"
"""Initials of 问答 and 发现."""


def question_number(area: str, on: date, chance: Random) -> str:
    """Return a number for a question: `WD210202-2021-00471108`."""
    return f"{QUESTION}{area}-{on.year}-{chance.randrange(100_000_000):08}"


def discovery_number(area: str, on: date, chance: Random) -> str:
    """Return a number for a family that may be entitled: `FX210202-2021-00471108`."""
    return f"{DISCOVERY}{area}-{on.year}-{chance.randrange(100_000_000):08}"


def discipline_number(area: str, on: date, chance: Random) -> str:
    """Return a number for a discipline lead: `XS210202-2021-00471108`, after the initials of 线索."""
    return f"XS{area}-{on.year}-{chance.randrange(100_000_000):08}"


def filing_number(area: str, on: date, chance: Random) -> str:
    """Return a number for a prior filing: `BA210202-2021-00471108`, after the initials of 备案."""
    return f"BA{area}-{on.year}-{chance.randrange(100_000_000):08}"


def inspection_number(on: date, chance: Random) -> str:
    """Return a number for an inspection: `JD-2021-00471108`, after the initials of 监督."""
    return f"JD-{on.year}-{chance.randrange(100_000_000):08}"


def lesson_number(on: date, chance: Random) -> str:
    """Return a number for a lesson: `JX-2021-00471108`, after the initials of 教训. It tells no area."""
    return f"JX-{on.year}-{chance.randrange(100_000_000):08}"


def review_number(area: str, on: date, chance: Random) -> str:
    """Return a number for a review of tolerance: `RC210202-2021-00471108`, after the initials of 容错."""
    return f"RC{area}-{on.year}-{chance.randrange(100_000_000):08}"


def application_number(error: str, running: int) -> str:
    """Return what an error's application for tolerance is counted by: `CC210202-2021-00471108/RC1`.

    Nobody is called by it. It is given once, so that two cannot begin an application in the same moment.
    """
    return f"{error}/RC{running}"


def drawn_number(review: str, running: int) -> str:
    """Return what a review's lesson is counted by, in the same way: `RC210202-2021-00471108/JX1`."""
    return f"{review}/JX{running}"

"""What is told of a visit: who went, to whom, what stood out, and why nobody was met."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

NOTHING_STOOD_OUT: Final = "nothing"

OBSERVATIONS: Final = {
    NOTHING_STOOD_OUT: "Nothing stood out: they live as recorded",
    "members_changed": "Others live here than recorded: a birth, a death, a move",
    "income_changed": "The income is not what is recorded",
    "illness": "Somebody is seriously ill",
    "care_needed": "Somebody cannot look after themselves",
    "lives_alone": "Somebody old or frail lives alone",
    "child_unattended": "A child has nobody to look after them",
    "not_at_school": "A child does not go to school",
    "dwelling_unsafe": "The dwelling is unsafe, wet or cold",
    "want": "Food, clothing or fuel is short",
    "expenses": "Expenses or debts weigh heavily",
    "work_wanted": "Somebody able to work looks for work",
    "not_covered": "They may be entitled to assistance that they do not receive",
}
"""What is looked for on every visit; messages to translate."""

NOBODY_MET: Final = {
    "nobody_home": "Nobody was at home",
    "moved": "They have moved away",
    "in_hospital": "They are in hospital or in care elsewhere",
    "refused": "They did not wish to be visited",
    "not_found": "The address could not be found",
    "deceased": "The person has died",
    "prevented": "Whoever was to go was prevented",
    "other": "Another reason",
}
"""Why a visit was missed; messages to translate."""

WITHDRAWALS: Final = {
    "never_made": "It was never made",
    "another_family": "It was made to another family",
    "twice": "It is recorded twice",
}
"""Why a visit is withdrawn; messages to translate."""


@dataclass(frozen=True, kw_only=True)
class Visited:
    """Whom a visit is to: a person or a household on record, or somebody who is named in words alone."""

    person: UUID | None = None
    household: UUID | None = None
    case: UUID | None = None
    """The case that it is made for."""
    case_number: str = ""
    area: str
    named: str = ""
    """Who they are and where they live, if they are not on record."""

    @property
    def subject(self) -> UUID | None:
        """Under whose key personal data is sealed; None for somebody who is not on record."""
        return self.household or self.person


@dataclass(frozen=True, kw_only=True)
class Cadres:
    """Who goes on a visit: officials of the office, and others by name."""

    visitors: str = ""
    """Names, one a line, with the unit after `·` if it is known."""
    cadre_tokens: tuple[str, ...] = ()
    """Keyed, in hexadecimal, one for each name in turn: by them visits of the same cadre are counted."""
    officials: tuple[UUID, ...] = ()
    """Identities of those who are officials; their names come first."""


@dataclass(frozen=True, kw_only=True)
class Account:
    """What a visit that was made has to tell."""

    visited_on: date
    met: str
    """Who was met."""
    observations: tuple[str, ...]
    """Codes of OBSERVATIONS."""
    found: str
    """What was seen, in words."""


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What is put right about a visit; what is empty was right."""

    visited_on: date | None = None
    cadres: Cadres = Cadres()
    met: str = ""
    observations: tuple[str, ...] = ()
    found: str = ""


@dataclass(frozen=True, kw_only=True)
class VisitEntry:
    """A visit as a ledger kept before this record has it: one row."""

    number: str
    person: UUID
    """Who was visited: the head of the household."""
    area: str
    visited_on: date
    visitor: str
    """Name of the cadre."""
    visitor_unit: str = ""
    cadre_tokens: tuple[str, ...] = ()
    """Keyed, in hexadecimal: by it visits of the same cadre are counted."""
    category: str = ""
    """Kind of family, as the ledger words it."""
    answer_given: str = ""
    """What was answered at once to what the family asked."""
    settled: bool | None = None
    """Whether everything asked was settled; None where the ledger does not say."""
    register: str
    """Name of the ledger."""
    sheet: str = ""
    row: int = 0

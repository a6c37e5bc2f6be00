"""Takes a register over into the record: people, households, who lives in them, and cases in payment.

A household is recorded as a whole or not at all, so that an import that was cut off is completed by
running it again, and one that was complete records nothing the second time.
"""

from collections.abc import Callable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import cast
from uuid import UUID

from audit_service.desks.needy.register import name_tokens
from audit_service.ledgers.families import Facts, Family, Member, families_of
from audit_service.ledgers.outcomes import Judged, Outcome
from audit_service.ledgers.reading import Fault, RegisterRead
from audit_service.store.errors import StaleVersion
from audit_service.store.record import Record
from audit_service.store.submission import Submission
from audit_service.store.vault import Vault
from domain.cases.case import Case
from domain.cases.takeover import RegisterEntry
from domain.kernel import Act, Aggregate, Event, replay
from domain.needy import id_number
from domain.needy.household import Household
from domain.needy.person import Person

HOUSEHOLDS_AT_ONCE = 500
"""Recorded in one transaction: about 3,000 events."""

ATTEMPTS = 3
"""How often it is decided again when somebody else records about the same households meanwhile."""

DISAGREES = "household.disagrees"
"""Code of a fault: the rows of one household do not say the same about it."""
DIFFERS = "record.differs"
"""Code of a fault: another case of this number is on record, or the same with another amount."""

Advance = Callable[[int, int], None]
"""Told how many rows are done, of how many."""


def take_over(
    register: RegisterRead, record: Record, act: Act, advance: Advance = lambda *_: None
) -> list[Judged]:
    """Record what is not on record yet, and return the outcome of each row.

    Raises StoreUnavailable; what was recorded until then stands.
    """
    rows = register.rows
    judged = {
        place: Judged(row, Outcome.REJECTED, row.faults) for place, row in enumerate(rows) if row.faults
    }
    families = families_of(register, record.vault)
    for start in range(0, len(families), HOUSEHOLDS_AT_ONCE):
        batch = families[start : start + HOUSEHOLDS_AT_ONCE]
        judged.update(_recorded(batch, register, record, act))
        advance(len(judged), len(rows))
    return [judged[place] for place in range(len(rows))]


def _recorded(
    families: Sequence[Family], register: RegisterRead, record: Record, act: Act, attempts: int = ATTEMPTS
) -> dict[int, Judged]:
    batch = Batch(families, register, record, act)
    try:
        if batch.aggregates:
            record.keep(Submission(aggregates=tuple(batch.aggregates)))
    except StaleVersion:
        if attempts == 1:
            raise
        return _recorded(families, register, record, act, attempts - 1)
    return batch.outcomes


class Batch:
    """Some households of a register, held against what is on record about them."""

    def __init__(self, families: Sequence[Family], register: RegisterRead, record: Record, act: Act) -> None:
        """Decide about each household. Nothing is recorded yet."""
        self.aggregates: list[Aggregate] = []
        """With what is to be recorded pending."""
        self.outcomes: dict[int, Judged] = {}
        """By the place of the row in the register."""
        self._register = register
        self._act = act
        self._vault = record.vault
        self._on_record = _histories(record, families)
        for family in families:
            self._decide(family)

    def _decide(self, family: Family) -> None:
        lived = self._on_record.get(family.household, [])
        paid = self._on_record.get(family.case, [])
        if faults := _faults(family, paid):
            for member in family.members:
                self.outcomes[member.place] = Judged(member.row, Outcome.REJECTED, faults)
            return
        household = cast("Household | None", replay(None, lived))
        joined = {event.person for event in lived if isinstance(event, Household.MemberJoined)}
        if household is None:
            household = Household.form(family.number, family.members[0].facts.area, self._act)
        self._join(family, household, joined)
        if not paid:
            self._take_over(family)
        told = joined.copy() if paid else set()
        for member in family.members:
            outcome = Outcome.DUPLICATE if member.person in told else Outcome.ACCEPTED
            self.outcomes[member.place] = Judged(member.row, outcome, person=member.person)
            told.add(member.person)

    def _join(self, family: Family, household: Household, joined: set[UUID]) -> None:
        """Enter the people who are not on record, and have those join who never did."""
        for member in family.members:
            if member.person not in self._on_record:
                self._on_record[member.person] = []
                self.aggregates.append(_registered(member, self._vault, self._act))
            if member.person not in joined and member.person not in household.members:
                household.join(member.person, member.relation, self._act)
        if household.pending_events:
            self.aggregates.append(household)

    def _take_over(self, family: Family) -> None:
        facts = family.members[0].facts
        people = tuple(dict.fromkeys(member.person for member in family.members))
        row = family.head.row
        entry = RegisterEntry(
            number=family.number,
            programme=self._register.register.code,
            household=family.household,
            head=family.head.person,
            people=people,
            area=facts.area,
            members=len(people),
            monthly_income=facts.income,
            monthly_amount=facts.amount,
            paid_from=family.paid_from,
            register=self._register.file.name,
            sheet=row.sheet,
            row=row.number,
        )
        self.aggregates.append(Case.take_over(entry, self._act))


def _registered(member: Member, vault: Vault, act: Act) -> Person:
    return Person.register(
        member.person,
        act,
        name=member.name,
        id_number=member.id_number,
        sex=id_number.sex(member.id_number),
        born_year=id_number.born_on(member.id_number).year,
        name_tokens=name_tokens(vault, member.name),
    )


def _faults(family: Family, paid: Sequence[Event]) -> tuple[Fault, ...]:
    """Return in what the rows contradict each other, or what was taken over from a register before.

    Which is right is for a caseworker to settle. What was decided since then contradicts nothing.
    """
    stated = [member.facts for member in family.members]
    if faults := stated[0].faults(stated, DISAGREES):
        return faults
    if not paid:
        return ()
    first = paid[0]
    if not isinstance(first, Case.TakenOver):
        return (Fault(DIFFERS, "户编号"),)
    return stated[0].faults([Facts(first.area, first.monthly_income, first.monthly_amount)], DIFFERS)


def _histories(record: Record, families: Sequence[Family]) -> dict[UUID, list[Event]]:
    """Return what is on record about the households, their cases and their people."""
    streams = {
        stream
        for family in families
        for stream in (
            family.household,
            family.case,
            *(member.person for member in family.members),
        )
    }
    events = record.codec.events(record.store.rows_of_many(list(streams)))
    return {stream: list(history) for stream, history in groupby(events, attrgetter("stream"))}

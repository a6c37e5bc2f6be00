"""How people and households are told in JSON. What identifies somebody is masked unless it was opened."""

from collections.abc import Sequence
from datetime import date
from typing import Self
from uuid import UUID

from pydantic import BaseModel

from audit_service.desks.cases.answers import ArithmeticLine
from audit_service.desks.needy.around import Around
from audit_service.desks.needy.dossier import HouseholdDossier, Membership, PersonDossier
from audit_service.desks.needy.reaching import ContactAnswer, contacts_of
from audit_service.desks.needy.receiving import Claim, Receiving
from audit_service.desks.who import Names
from audit_service.office import Office


class ClaimAnswer(BaseModel):
    """A case of the people, in the month. Amounts in fen."""

    number: str
    programme: str
    area: str
    state: str | None
    people: list[UUID]
    """Who of them claims in it."""
    amount: int
    standard: str
    arithmetic: list[ArithmeticLine]

    @classmethod
    def of(cls, claim: Claim) -> Self:
        """Tell a case."""
        case, on_day = claim.dossier.case, claim.dossier.on_day
        lines = on_day.period.arithmetic if on_day.period else ()
        return cls(
            number=case.number,
            programme=case.programme_code,
            area=case.area,
            state=on_day.state.value if on_day.state else None,
            people=list(claim.people),
            amount=claim.amount,
            standard=on_day.period.standard if on_day.period else "",
            arithmetic=[
                ArithmeticLine(
                    label=line.label, expression=line.expression, amount=line.amount, source=line.source
                )
                for line in lines
            ],
        )


class ReceivingAnswer(BaseModel):
    """What is received in a month, in fen."""

    month: date
    total: int
    cases: list[ClaimAnswer]

    @classmethod
    def of(cls, found: Receiving) -> Self:
        """Tell what is received."""
        return cls(
            month=found.month, total=found.total, cases=[ClaimAnswer.of(claim) for claim in found.claims]
        )


class VisitAnswer(BaseModel):
    """A visit to one of the people, made, planned or missed."""

    number: str
    state: str
    day: date


class QuestionAnswer(BaseModel):
    """A question of one of the people."""

    number: str
    topic: str
    state: str
    raised_on: date


class AroundAnswer(BaseModel):
    """What other desks have about the people, the latest first."""

    visits: list[VisitAnswer]
    questions: list[QuestionAnswer]

    @classmethod
    def of(cls, found: Around) -> Self:
        """Tell what there is."""
        return cls(
            visits=[VisitAnswer(number=row.number, state=row.state, day=row.day) for row in found.visits],
            questions=[
                QuestionAnswer(number=row.number, topic=row.topic, state=row.state, raised_on=row.raised_on)
                for row in found.questions
            ],
        )


class PersonAnswer(BaseModel):
    """Somebody in the basic database of the needy."""

    person: UUID
    name: str
    other_names: list[str]
    """Given for the id number by registers."""
    id_number: str
    phone: str
    address: str
    contacts: list[ContactAnswer]
    """All that was ever told of how to reach them, the latest first."""
    opened: bool
    """Whether number, telephone and address are whole, because the reader opened them today."""
    sex: str
    born_year: int
    areas: list[str]
    households: list[str]
    position: int
    receiving: ReceivingAnswer
    around: AroundAnswer


def person_answer(office: Office, found: PersonDossier, received: Receiving) -> PersonAnswer:
    """Tell a person."""
    card = found.card
    name, *others = card.told.names
    return PersonAnswer(
        person=card.person,
        name=name,
        other_names=others,
        id_number=found.id_number,
        phone=found.phone,
        address=found.address,
        contacts=contacts_of(office, found),
        opened=found.opened,
        sex=card.sex,
        born_year=card.born_year,
        areas=sorted(card.place.areas),
        households=sorted(card.place.households),
        position=found.position,
        receiving=ReceivingAnswer.of(received),
        around=AroundAnswer.of(Around.of_person(office, card)),
    )


class MemberAnswer(BaseModel):
    """Somebody who belongs or belonged to the household."""

    person: UUID
    name: str
    relation: str
    since: date
    until: date | None


class HouseholdAnswer(BaseModel):
    """A household in the basic database of the needy."""

    number: str
    area: str
    position: int
    members: list[MemberAnswer]
    receiving: ReceivingAnswer
    around: AroundAnswer


def household_answer(office: Office, found: HouseholdDossier, received: Receiving) -> HouseholdAnswer:
    """Tell a household."""
    return HouseholdAnswer(
        number=found.number,
        area=found.area,
        position=found.position,
        members=_members(office, found.members),
        receiving=ReceivingAnswer.of(received),
        around=AroundAnswer.of(Around.of_household(office, found)),
    )


def _members(office: Office, members: Sequence[Membership]) -> list[MemberAnswer]:
    names = Names.of(office, people={one.person for one in members})
    return [MemberAnswer(name=names.person(one.person), **one._asdict()) for one in members]

"""What becomes of a lead about people: a name is put right, they are two, they are one, or one has moved."""

from datetime import date
from typing import Annotated, cast
from uuid import UUID

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.leads.commands import lead_at
from audit_service.desks.leads.telling_apart import (
    new_entry,
    questions_on,
    reassign,
    reassign_questions,
    reassign_visits,
)
from audit_service.desks.needy.register import IdNumber
from audit_service.desks.needy.words import DocumentKind
from audit_service.finding.tokens import name_tokens
from audit_service.store.errors import NotOnRecord
from audit_service.web.kinds import LongText
from domain.leads.finding import NAMED_OTHERWISE, ONE_PERSON, TWO_HOUSEHOLDS
from domain.leads.lead import CORRECTED, MERGED, TWO_PEOPLE, Lead
from domain.needy.household import NotMember
from domain.needy.person import Person
from domain.refusal import Refused
from domain.roles import CASEWORKER, MANAGER
from projections import needy_lists, one_person

WHO_RESOLVES = (CASEWORKER, MANAGER)
"""Who may say which of two entries is right."""


class SameNumber(Refused):
    """Two people do not have one number."""

    CODE = "person.same_number"
    SENTENCE = (
        "This is the number that both were recorded under. Give the other person's own, or leave it empty."
    )


class CorrectNameOfLead(Command):
    """Put the name on record right, after you have compared the papers."""

    name: Annotated[
        str,
        Field(title="Right name", description="Leave empty to take the name that came later.", max_length=60),
    ] = ""


@carries_out(CorrectNameOfLead, title="Correct the name", at="/leads/{lead}/name", roles=WHO_RESOLVES)
def correct_name_of_lead(desk: Desk, lead: str, command: CorrectNameOfLead) -> None:
    found, act = lead_at(desk, lead), desk.act(command)
    found.resolve(CORRECTED, act, kinds=(NAMED_OTHERWISE,))
    person = _person(desk, found.about)
    row = desk.ask(needy_lists.named, [person.id])[person.id]
    after = command.name or _other_name(desk, person, found)
    tokens = name_tokens(desk.vault, after)
    person.correct_name(act, before=desk.vault.open(row.name), after=after, name_tokens=tokens)
    desk.keep(found, person)


class ConfirmTwoPeople(Command):
    """Say that two people stand under one id number. The other one gets an entry of their own."""

    id_number: Annotated[
        IdNumber | None,
        Field(
            title="Id number of the other person",
            description="Leave empty if they have none, or it is not known.",
        ),
    ] = None
    document: Annotated[DocumentKind | None, Field(title="Other document")] = None
    document_number: Annotated[str, Field(title="Number of the document", max_length=60)] = ""
    cases: Annotated[
        str,
        LongText(),
        Field(
            title="Cases of the other person",
            description="Numbers of the cases, one a line. They go to the other person, with the membership"
            " in the household of the case.",
            max_length=2000,
        ),
    ] = ""
    visits: Annotated[
        str,
        LongText(),
        Field(
            title="Visits to the other person",
            description="Numbers of the visits, one a line. What was asked on them goes with them.",
            max_length=4000,
        ),
    ] = ""
    questions: Annotated[
        str,
        LongText(),
        Field(
            title="Other questions of the other person",
            description="Numbers of the questions, one a line.",
            max_length=4000,
        ),
    ] = ""


@carries_out(
    ConfirmTwoPeople, title="Confirm as two people", at="/leads/{lead}/two-people", roles=WHO_RESOLVES
)
def confirm_two_people(desk: Desk, lead: str, command: ConfirmTwoPeople) -> None:
    found, act = lead_at(desk, lead), desk.act(command)
    found.resolve(TWO_PEOPLE, act, kinds=(NAMED_OTHERWISE,))
    person = _person(desk, found.about)
    if command.id_number and desk.vault.person_identity(command.id_number) == person.id:
        raise SameNumber
    other = new_entry(
        desk,
        person,
        act,
        name=_other_name(desk, person, found),
        id_number=command.id_number or "",
        document=command.document or "",
        document_number=command.document_number,
    )
    person.confirm_distinct(other, act, named_at=found.second)
    desk.keep(found, person)
    reassign(desk, command.cases.split(), act, before=person.id, after=other)
    visits = command.visits.split()
    reassign_visits(desk, visits, act, before=person.id, after=other)
    asked = questions_on(desk, visits, person.id)
    reassign_questions(desk, [*asked, *command.questions.split()], act, before=person.id, after=other)


class MergeEntries(Command):
    """Have both entries stand for one person. Everything stays as recorded, and it can be reversed."""


@carries_out(MergeEntries, title="Merge the entries", at="/leads/{lead}/merging", roles=WHO_RESOLVES)
def merge_entries(desk: Desk, lead: str, command: MergeEntries) -> None:
    found, act = lead_at(desk, lead), desk.act(command)
    found.resolve(MERGED, act, kinds=(ONE_PERSON,))
    entry, into = (_person(desk, one) for one in (found.about, found.other))
    entry.merge_into(into, act)
    desk.keep(found, entry, into)


class LeaveHousehold(Command):
    """Say which of the households the person has left, and since when."""

    household: Annotated[str, Field(title="Household number", min_length=1, max_length=60)]
    left_on: Annotated[date, Field(title="First day on which they no longer belonged to it")]


@carries_out(LeaveHousehold, title="Record who left", at="/leads/{lead}/leaving", roles=WHO_RESOLVES)
def leave_household(desk: Desk, lead: str, command: LeaveHousehold) -> None:
    found, act = lead_at(desk, lead), desk.act(command)
    found.resolve(CORRECTED, act, kinds=(TWO_HOUSEHOLDS,))
    household = desk.household(command.household)
    entries = desk.ask(one_person.entries_of, [cast("UUID", found.about)])
    leaving = [entry for entry in entries if entry in household.members]
    if not leaving:
        raise NotMember(number=household.number)
    for entry in leaving:
        household.leave(entry, act, since=command.left_on)
    desk.keep(found, household)


def _person(desk: Desk, identity: UUID | None) -> Person:
    """Return somebody whom a lead is about. Raises NotOnRecord, also if they were taken back since."""
    person = desk.get(Person, cast("UUID", identity))
    if person.is_withdrawn:
        raise NotOnRecord(person.id)
    return person


def _other_name(desk: Desk, person: Person, lead: Lead) -> str:
    """Return the name that the later of the two events gives. Raises KeyDestroyed."""
    [named] = [event for event in desk.events_of(person) if event.position == lead.second]
    return desk.vault.open(cast("Person.NamedOtherwise", named).name)

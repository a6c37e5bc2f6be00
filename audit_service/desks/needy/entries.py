"""Entries of people: without an id number, given one later, taken for one with another, and deaths."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.needy.commands import person_at
from audit_service.desks.needy.register import IdNumber
from audit_service.desks.needy.words import DocumentKind, NoNumber, Sex, SourceOfDeath
from audit_service.desks.people import person_named
from audit_service.finding.tokens import number_tokens, particulars_without_number
from audit_service.store.errors import NotOnRecord
from domain.leads.finding import ONE_PERSON, Doubt
from domain.leads.lead import Lead, NoticedAlready, identity_of
from domain.needy.one_person import NotMerged, SamePerson
from domain.needy.person import Person
from domain.roles import CASEWORKER, CLERK, MANAGER
from projections import one_person

WHO_ENTERS = (CLERK, CASEWORKER, MANAGER)
WHO_SETTLES = (CASEWORKER, MANAGER)


class EnterPerson(Command):
    """Enter somebody who has no id number. They can be given one later."""

    name: Annotated[str, Field(title="Name", min_length=1, max_length=60)]
    sex: Annotated[Sex, Field(title="Sex")]
    born_year: Annotated[int, Field(title="Year of birth", ge=1900, le=2100)]
    without_number: Annotated[NoNumber, Field(title="Why there is no id number")]
    document: Annotated[DocumentKind | None, Field(title="Other document")] = None
    document_number: Annotated[str, Field(title="Number of the document", max_length=60)] = ""

    @model_validator(mode="after")
    def _with_kind_and_number(self) -> Self:
        if bool(self.document) != bool(self.document_number):
            raise ValueError("Give both the document and its number, or neither.")
        return self


@carries_out(
    EnterPerson,
    title="Enter somebody without an id number",
    at="/people/without-number",
    shows="/people",
    roles=WHO_ENTERS,
)
def enter_person(desk: Desk, command: EnterPerson) -> None:
    identity = desk.office_identity()
    told = particulars_without_number(
        desk.vault,
        name=command.name,
        sex=command.sex,
        born_year=command.born_year,
        because=command.without_number,
        document=command.document or "",
        document_number=command.document_number,
    )
    desk.keep(Person.register(identity, desk.act(command), **told))
    desk.show(f"/people/{identity}")


class GiveNumber(Command):
    """Record the id number of somebody who had none. If somebody else has it, that comes up as a lead."""

    id_number: IdNumber


@carries_out(GiveNumber, title="Give an id number", at="/people/{person}/id-number", roles=WHO_SETTLES)
def give_number(desk: Desk, person: str, command: GiveNumber) -> None:
    found = person_at(desk, person)
    found.give_number(
        desk.act(command),
        id_number=command.id_number,
        number_tokens=number_tokens(desk.vault, command.id_number),
        holder=desk.vault.person_identity(command.id_number),
    )
    desk.keep(found)


class RecordDeath(Command):
    """Record that the person has died. What is paid after the day comes up as a lead."""

    died_on: Annotated[date, Field(title="Day of death")]
    source: Annotated[SourceOfDeath, Field(title="Known from")]


@carries_out(RecordDeath, title="Record a death", at="/people/{person}/death", roles=WHO_SETTLES)
def record_death(desk: Desk, person: str, command: RecordDeath) -> None:
    found = person_at(desk, person)
    found.die(desk.act(command), on=command.died_on, source=command.source)
    desk.keep(found)


class SuspectOnePerson(Command):
    """Note that this entry and another one may be the same person. It becomes a lead to look into."""

    other: Annotated[
        str,
        Field(
            title="The other entry",
            description="The id number, or what stands at the end of the address of their page.",
            min_length=1,
            max_length=60,
        ),
    ]


@carries_out(
    SuspectOnePerson, title="Note a second entry", at="/people/{person}/second-entry", roles=WHO_SETTLES
)
def suspect_one_person(desk: Desk, person: str, command: SuspectOnePerson) -> None:
    found, other = person_at(desk, person), person_named(desk, command.other)
    if other is None or other == found.id:
        raise SamePerson
    areas = desk.ask(one_person.areas_of, [found.id, other])
    first, second = sorted(desk.ask(one_person.registered_at, one) for one in (other, found.id))
    area = areas.get(found.id) or areas.get(other, "")
    doubt = Doubt(ONE_PERSON, found.id, area, first, second, other)
    if desk.find(Lead, identity_of(doubt)) is not None:
        raise NoticedAlready
    desk.keep(Lead.notice(doubt, desk.act(command)))


class ReverseMerge(Command):
    """Have the entry stand for a person of its own again."""


@carries_out(ReverseMerge, title="Reverse the merge", at="/people/{person}/separation", roles=WHO_SETTLES)
def reverse_merge(desk: Desk, person: str, command: ReverseMerge) -> None:
    entry = person_at(desk, person)
    if entry.merged_into is None:
        raise NotMerged
    into = desk.find(Person, entry.merged_into)
    if into is None:
        raise NotOnRecord(entry.merged_into)
    entry.reverse_merge(into, desk.act(command))
    desk.keep(entry, into)

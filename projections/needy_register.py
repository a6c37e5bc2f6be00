"""The basic database of the needy: persons, households, and who lives with whom since when."""

from domain.cases.case import Case
from domain.discovery.discovery import Discovery
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.imports.imported import Import
from domain.kernel import Event
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.questions.question import Question
from domain.standards.living_standard import Standards
from domain.visits.visit import Visit
from projections import needy_withdrawals
from projections.accountability import ACCOUNTABILITY
from projections.needy_tables import (
    ERA,
    contacts,
    households,
    members,
    merges,
    needy_register,
    numbers,
    other_names,
    persons,
    token_number,
    tokens,
)
from projections.rows import Rows

__all__ = ["needy_register", "needy_withdrawals"]

needy_register.ignores(*ACCOUNTABILITY)
needy_register.ignores(
    Case, Document, ErrorCatalogue, ErrorRecord, GivenNumber, Lead, Official, Standards, Visit
)
needy_register.ignores(Discovery, Import, Question, Person.Opened)


@needy_register.on(Person.Registered)
def register(rows: Rows, event: Person.Registered) -> None:
    rows.add(
        persons,
        person=event.stream,
        name=event.name,
        id_number=event.id_number,
        sex=event.sex,
        born_year=event.born_year,
        phone=event.phone,
        address=event.address,
        document=event.document,
        document_number=event.document_number,
        without_number=event.without_number,
        position=event.position,
    )
    _make_findable(rows, event, *event.name_tokens, *event.number_tokens, *event.contact_tokens)


@needy_register.on(Person.NameCorrected)
def correct_name(rows: Rows, event: Person.NameCorrected) -> None:
    rows.of(persons, event.stream).name = event.after
    _make_findable(rows, event, *event.name_tokens)


@needy_register.on(Person.NamedOtherwise)
def name_otherwise(rows: Rows, event: Person.NamedOtherwise) -> None:
    """They are found by either name until somebody has settled which is right."""
    rows.add(other_names, position=event.position, person=event.stream, name=event.name)
    _make_findable(rows, event, *event.name_tokens)


@needy_register.on(Person.ContactTold)
def tell_contact(rows: Rows, event: Person.ContactTold) -> None:
    """They are found by it from now on, and by what was told before."""
    rows.add(contacts, position=event.position, person=event.stream, phone=event.phone, address=event.address)
    _make_findable(rows, event, *event.contact_tokens)


@needy_register.on(Person.ConfirmedDistinct, touching={other_names: "named_at"})
def tell_apart(rows: Rows, event: Person.ConfirmedDistinct) -> None:
    """The other name is another person's, who is found by it under an entry of their own."""
    if other := rows.find(other_names, event.named_at):
        rows.remove(other_names, other)


@needy_register.on(Person.NumberGiven)
def give_number(rows: Rows, event: Person.NumberGiven) -> None:
    rows.of(persons, event.stream).id_number = event.id_number
    rows.add(numbers, person=event.stream, holder=event.holder, position=event.position)
    _make_findable(rows, event, *event.number_tokens)


@needy_register.on(Person.Merged)
def merge(rows: Rows, event: Person.Merged) -> None:
    if event.stream == event.entry:
        rows.add(merges, person=event.entry, entry=event.into)


@needy_register.on(Person.MergeReversed)
def reverse_merge(rows: Rows, event: Person.MergeReversed) -> None:
    if event.stream == event.entry:
        rows.remove(merges, rows.of(merges, event.stream))


@needy_register.on(Person.Died)
def die(rows: Rows, event: Person.Died) -> None:
    rows.of(persons, event.stream).died_on = event.valid_from


@needy_register.on(Person.TokensRenewed)
def renew_tokens(rows: Rows, event: Person.TokensRenewed) -> None:
    _make_findable(rows, event, *event.name_tokens, *event.number_tokens, *event.contact_tokens)


@needy_register.on(Household.Formed)
def form(rows: Rows, event: Household.Formed) -> None:
    rows.add(households, household=event.stream, number=event.number, area=event.area)


@needy_register.on(Household.MemberJoined)
def join(rows: Rows, event: Household.MemberJoined) -> None:
    rows.add(
        members,
        household=event.stream,
        person=event.person,
        joined_at=event.position,
        relation=event.relation,
        since=event.valid_from or event.on,
    )


@needy_register.on(Household.MemberLeft, touching={members: ("originator_id", "person")})
def leave(rows: Rows, event: Household.MemberLeft) -> None:
    for membership in rows.under(members, event.stream, event.person):
        membership.until = membership.until or event.valid_from or event.on


def _make_findable(rows: Rows, event: Event, *made: str) -> None:
    told, entered = dict.fromkeys(map(token_number, made)), rows.of(persons, event.stream).position
    era = entered // ERA
    rows.extend(tokens, [(era, token, entered, event.position) for token in told])

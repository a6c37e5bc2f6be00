"""The basic database of the needy: persons, households, and who lives with whom since when.

Names and id numbers stand here as the record keeps them, sealed under the person's own key. A name is
found by keyed tokens that were made when it was entered.
"""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, Connection, Date, Index, Integer, String, func, select
from sqlalchemy import Row as Found

from domain.cases.case import Case
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.standards.living_standard import Standards
from projections.columns import Identity
from projections.kernel import Projection
from projections.rows import Rows

needy_register = Projection("needy_register", version=1)

persons = needy_register.table(
    "persons",
    Column("person", Identity, primary_key=True),
    Column("name", String, nullable=False),
    Column("id_number", String, nullable=False),
    Column("sex", String, nullable=False),
    Column("born_year", Integer, nullable=False),
    of=Person,
)
households = needy_register.table(
    "households",
    Column("household", Identity, primary_key=True),
    Column("number", String, nullable=False),
    Column("area", String, nullable=False),
)
members = needy_register.table(
    "members",
    Column("household", Identity, primary_key=True),
    Column("person", Identity, primary_key=True),
    Column("joined_at", BigInteger, primary_key=True),
    Column("relation", String, nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),
)
"""`joined_at` is the position of the event; `until` is the first day on which they no longer belong."""

name_tokens = needy_register.table(
    "name_tokens",
    Column("person", Identity, primary_key=True),
    Column("token", String, primary_key=True),
    Index("by_token", "token"),
)

needy_register.ignores(Case, Document, ErrorCatalogue, ErrorRecord, Lead, Official, Standards)


@needy_register.on(Person.Registered)
def register(rows: Rows, event: Person.Registered) -> None:
    rows.add(
        persons,
        person=event.stream,
        name=event.name,
        id_number=event.id_number,
        sex=event.sex,
        born_year=event.born_year,
    )
    _make_findable(rows, event)


@needy_register.on(Person.NameCorrected, touching={name_tokens: "originator_id"})
def correct_name(rows: Rows, event: Person.NameCorrected) -> None:
    rows.of(persons, event.stream).name = event.after
    for token in rows.under(name_tokens, event.stream):
        rows.remove(name_tokens, token)
    _make_findable(rows, event)


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


def _make_findable(rows: Rows, event: Person.Registered | Person.NameCorrected) -> None:
    for token in event.name_tokens:
        rows.add(name_tokens, person=event.stream, token=token)


def persons_with(db: Connection, tokens: Collection[str], *, limit: int = 200) -> Sequence[UUID]:
    """Return the persons whose names have all of these tokens."""
    wanted = set(tokens)
    found = select(name_tokens.c.person).where(name_tokens.c.token.in_(wanted))
    found = found.group_by(name_tokens.c.person).having(func.count() == len(wanted))
    return db.execute(found.order_by(name_tokens.c.person).limit(limit)).scalars().all()


def named(db: Connection, people: Collection[UUID]) -> dict[UUID, Found[Any]]:
    """Return those of the persons who are in the register, by identity."""
    rows = db.execute(select(persons).where(persons.c.person.in_(people))).all()
    return {row.person: row for row in rows}


def household(db: Connection, identity: UUID) -> Found[Any] | None:
    """Return the household with this identity; None if there is none."""
    return db.execute(select(households).where(households.c.household == identity)).one_or_none()


def members_of(db: Connection, household: UUID) -> Sequence[Found[Any]]:
    """Return who lives or lived in a household, in the order they joined, with what is known of them."""
    found = select(members, persons).join(persons, persons.c.person == members.c.person)
    return db.execute(found.where(members.c.household == household).order_by(members.c.joined_at)).all()

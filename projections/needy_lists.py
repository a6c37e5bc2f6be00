"""What is asked of the basic database of the needy: who somebody is, who lives with whom, who is meant."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select
from sqlalchemy import Row as Found

from projections.columns import among
from projections.kin import lives_apart, stands_apart
from projections.needy_tables import (
    contacts,
    households,
    members,
    merges,
    other_names,
    persons,
    token_number,
    tokens,
)

MANY = 1000
"""Holders of a token up to which they are counted, to begin with the rarest."""
AT_MOST = 20_000
"""Holders of the rarest token that are looked through, so that no search keeps others waiting."""


def persons_with(db: Connection, *wanted: Collection[str], limit: int = 200) -> list[UUID]:
    """Return persons who have, or had before a correction, a token of each of these collections."""
    eras = range((db.scalar(select(func.max(tokens.c.era))) or 0) + 1)
    numbers = [sorted(map(token_number, some)) for some in wanted]
    if len(numbers) > 1:
        numbers.sort(key=lambda some: _count(db, _holders(eras, some)))
    rarest, *others = numbers
    some = _holders(eras, rarest).limit(AT_MOST if others else limit).subquery()
    found = select(some.c.person)
    for other in others:
        also = tokens.alias()
        found = found.where(
            select(also)
            .where(also.c.era == some.c.era, also.c.token.in_(other), also.c.person == some.c.person)
            .exists()
        )
    return _entered(db, db.scalars(found.limit(limit)))


def _holders(eras: Collection[int], numbers: Sequence[int]) -> Select[Any]:
    """Return the question for those who have one of the tokens, whenever they were entered."""
    return select(tokens.c.era, tokens.c.person).where(tokens.c.era.in_(eras), tokens.c.token.in_(numbers))


def _entered(db: Connection, positions: Iterable[int]) -> list[UUID]:
    """Return who was entered at these positions, in their order, and is in the register still."""
    wanted = list(dict.fromkeys(positions))
    if not wanted:
        return []
    found = select(persons.c.position, persons.c.person).where(among(db, persons.c.position, wanted))
    entered = {row.position: row.person for row in db.execute(found)}
    return [entered[position] for position in wanted if position in entered]


def _count(db: Connection, holders: Select[Any]) -> int:
    """Return how many there are, if they are not many."""
    return int(db.scalars(select(func.count()).select_from(holders.limit(MANY).subquery())).one())


def named(db: Connection, people: Collection[UUID]) -> dict[UUID, Found[Any]]:
    """Return those of the persons who are in the register, by identity: merged ones as whom they are now."""
    stand_under = entries(db, people)
    wanted = {stand_under.get(person, person) for person in people}
    found = select(persons).where(among(db, persons.c.person, wanted))
    rows = {row.person: row for row in db.execute(found)}
    meant = {person: stand_under.get(person, person) for person in people}
    return {person: rows[entry] for person, entry in meant.items() if entry in rows}


def entries(db: Connection, people: Collection[UUID]) -> dict[UUID, UUID]:
    """Return which entry those of the people stand under who are merged into another one."""
    found = select(merges).where(among(db, merges.c.person, people))
    return {row.person: row.entry for row in db.execute(found)}


def household(db: Connection, identity: UUID) -> Found[Any] | None:
    """Return the household with this identity; None if there is none."""
    return db.execute(select(households).where(households.c.household == identity)).one_or_none()


def household_numbers(db: Connection, some: Collection[UUID]) -> dict[UUID, str]:
    """Return the numbers of households by their identities."""
    rows = db.execute(
        select(households.c.household, households.c.number).where(households.c.household.in_(some))
    )
    return {row.household: row.number for row in rows}


def numbers_of(
    db: Connection, some: Collection[UUID], areas: Collection[str] | None, apart_from: Collection[UUID] = ()
) -> dict[UUID, str]:
    """Return the numbers of those that are households of these areas, but for relatives', by identity."""
    found = select(households.c.household, households.c.number).where(households.c.household.in_(some))
    if areas is not None:
        found = found.where(households.c.area.in_(areas))
    if apart_from:
        found = found.where(lives_apart(households.c.household, apart_from))
    return {row.household: row.number for row in db.execute(found)}


def people_among(db: Connection, some: Collection[UUID], apart_from: Collection[UUID] = ()) -> Sequence[UUID]:
    """Return those that are entries of the register, but for people near relatives."""
    found = select(persons.c.person).where(persons.c.person.in_(some))
    if apart_from:
        found = found.where(stands_apart(persons.c.person, apart_from))
    return db.scalars(found).all()


def members_of(db: Connection, household: UUID) -> Sequence[Found[Any]]:
    """Return who lives or lived in a household, in the order they joined, with what is known of them."""
    found = select(members, persons).join(persons, persons.c.person == members.c.person)
    return db.execute(found.where(members.c.household == household).order_by(members.c.joined_at)).all()


def households_of(db: Connection, people: Collection[UUID]) -> Sequence[Found[Any]]:
    """Return the households that these people belong or belonged to, the latest first."""
    found = select(members, households.c.number, households.c.area)
    found = found.join(households, households.c.household == members.c.household)
    found = found.where(among(db, members.c.person, people))
    return db.execute(found.order_by(members.c.joined_at.desc())).all()


def other_names_of(db: Connection, people: Collection[UUID]) -> Sequence[Found[Any]]:
    """Return the other names that registers give for these people, in the order they came."""
    found = select(other_names).where(among(db, other_names.c.person, people))
    return db.execute(found.order_by(other_names.c.position)).all()


def contacts_of(db: Connection, people: Collection[UUID]) -> Sequence[Found[Any]]:
    """Return how else these people can be reached, by what was told since they were entered, in its order."""
    found = select(contacts).where(contacts.c.person.in_(people))
    return db.execute(found.order_by(contacts.c.position)).all()


def count_persons(db: Connection) -> int:
    """Return how many persons are in the register."""
    return int(db.scalars(select(func.count()).select_from(persons)).one())


def persons_after(db: Connection, last: UUID | None, *, limit: int) -> Sequence[UUID]:
    """Return persons in the order of their identities, from the one after `last` on."""
    found = select(persons.c.person).order_by(persons.c.person).limit(limit)
    return db.scalars(found if last is None else found.where(persons.c.person > last)).all()

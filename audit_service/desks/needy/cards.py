"""Cards of people: who they are, opened, and where they belong. What a reader is shown of one is masked."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row

from audit_service.desks.needy.telling import told_of
from audit_service.desks.needy.terms import Told
from audit_service.identity.identity import Identity, NotYourRole
from audit_service.office import Office
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER
from projections import around, case_lists, needy_lists, one_person

WHO_LOOKS = (CLERK, CASEWORKER, MANAGER, INSPECTOR)
"""Who may look for people; those who run the machines may not."""


def check_looking(reader: Identity) -> None:
    """Go on only for who may look for people. Raises NotYourRole."""
    if not reader.holds_any(WHO_LOOKS):
        raise NotYourRole.but(WHO_LOOKS)


@dataclass
class Place:
    """Where somebody belongs."""

    areas: set[str] = field(default_factory=set)
    """Of their households and cases, those of the past included, and of what else is known of them."""
    households: dict[str, str] = field(default_factory=dict)
    """Areas of the households that they belong to now, by number."""
    programmes: set[str] = field(default_factory=set)
    """Of their cases that have not ended."""

    def is_readable_by(self, reader: Identity) -> bool:
        """Say whether the reader may open the page of who belongs here; who belongs nowhere is everyone's."""
        return any(map(reader.sees, self.areas)) if self.areas else reader.holds_any(WHO_LOOKS)


@dataclass(frozen=True)
class Card:
    """Somebody in the register."""

    person: UUID
    told: Told
    sex: str
    born_year: int
    place: Place
    readable: bool
    """Whether the reader may open their page."""
    entries: frozenset[UUID]
    """Their own entry, and those that were merged into it."""
    without_number: str
    """Why there is no id number; empty where there is one."""
    document: str
    died_on: date | None


def places_of(views: Connection, people: Collection[UUID]) -> defaultdict[UUID, Place]:
    """Return where each of these people belongs."""
    entry_of = {row.person: row.entry for row in one_person.merged_into(views, people)}
    return _places_of(views, people, entry_of)


def _places_of(
    views: Connection, people: Collection[UUID], entry_of: Mapping[UUID, UUID]
) -> defaultdict[UUID, Place]:
    places: defaultdict[UUID, Place] = defaultdict(Place)
    everyone = {*people, *entry_of, *entry_of.values()}
    for person in people:
        places[person] = places[entry_of.get(person, person)]
    for row in needy_lists.households_of(views, everyone):
        place = places[entry_of.get(row.person, row.person)]
        place.areas.add(row.area)
        if row.until is None:
            place.households[row.number] = row.area
    for row in case_lists.cases_of(views, everyone):
        place = places[entry_of.get(row.person, row.person)]
        place.areas.add(row.area)
        if row.state in case_lists.NOT_ENDED:
            place.programmes.add(row.programme)
    for row in around.areas_around(views, everyone):
        places[entry_of.get(row.person, row.person)].areas.add(row.area)
    return places


def cards_of(office: Office, views: Connection, reader: Identity, people: Collection[UUID]) -> list[Card]:
    """Return the cards of these people, one of those who are merged; of those whose data was erased, none."""
    rows = {row.person: row for row in needy_lists.named(views, people).values()}
    merged = one_person.merged_into(views, rows)
    places = _places_of(views, rows, {row.person: row.entry for row in merged})
    entries = defaultdict[UUID, list[Row[Any]]](list)
    for row in merged:
        entries[row.entry].append(row)
    told = told_of(office, views, rows, merged)
    return [_card(rows[one], told[one], places[one], reader, entries[one]) for one in told]


def _card(row: Row[Any], told: Told, place: Place, reader: Identity, merged: Sequence[Row[Any]]) -> Card:
    died = row.died_on or max(filter(None, (one.died_on for one in merged)), default=None)
    return Card(
        person=row.person,
        told=told,
        sex=row.sex,
        born_year=row.born_year,
        place=place,
        readable=place.is_readable_by(reader),
        entries=frozenset([row.person, *(one.person for one in merged)]),
        without_number="" if row.id_number else row.without_number,
        document=row.document,
        died_on=died,
    )

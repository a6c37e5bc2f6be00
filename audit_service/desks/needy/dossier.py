"""A person and a household as they stand in the register, for an official who may read them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from operator import attrgetter
from typing import NamedTuple, cast
from uuid import UUID

from audit_service.desks.beside import Beside, stands_beside
from audit_service.desks.needy.cards import Card, cards_of, check_looking
from audit_service.desks.needy.commands import identity_in
from audit_service.desks.needy.masking import masked_address, masked_document, masked_number, masked_phone
from audit_service.identity.identity import Identity, NotYourArea, OwnRelative
from audit_service.office import Office
from audit_service.store.blindness import BLIND
from audit_service.store.errors import KeyDestroyed, NotOnRecord
from audit_service.web.translation import gettext as _
from domain.identities import household_id
from domain.kernel import Event, replay
from domain.needy.household import Household
from domain.needy.person import Person
from projections import needy_lists, needy_register, one_person, standing
from projections.case_register import case_register
from projections.kin import near

VIEWS = (needy_register.needy_register, case_register)
"""What a dossier is made of, beside the cases."""


@dataclass(frozen=True, kw_only=True)
class PersonDossier:
    """Somebody in the register."""

    card: Card
    events: Sequence[Event]
    """Of all of their entries, the first first, what is personal in them still sealed."""
    version: int
    """Of their own entry."""
    opened: bool
    """Whether the reader opened the number and the contact today, and names are not hidden again."""
    position: int

    @property
    def id_number(self) -> str:
        """The id number, whole where it was opened."""
        number = self.card.told.id_number
        return number if self.opened else masked_number(number)

    @property
    def phone(self) -> str:
        """The telephone number, whole where it was opened."""
        return self.card.told.phone if self.opened else masked_phone(self.card.told.phone)

    @property
    def address(self) -> str:
        """The address, whole where it was opened."""
        return self.card.told.address if self.opened else masked_address(self.card.told.address)

    @property
    def document_number(self) -> str:
        """The number of the document of who has no id number, whole where it was opened."""
        number = self.card.told.document_number
        return number if self.opened else masked_document(number)


def readable_person(office: Office, reader: Identity, text: str) -> PersonDossier:
    """Return the person for an official who may read about them.

    Raises NotOnRecord, KeyDestroyed, NotYourRole, NotYourArea, OwnRelative.
    """
    identity = identity_in(text)
    with office.views.connect() as views:
        position = standing.reached(views, VIEWS)
        if not needy_lists.named(views, [identity]):
            raise NotOnRecord(identity)
        cards = cards_of(office, views, reader, [identity])
        closed = near(views, reader.relatives)
    if not cards:
        raise KeyDestroyed(identity)
    card = cards[0]
    if not card.readable:
        check_looking(reader)
        raise NotYourArea.but(card.place.areas)
    if not closed.isdisjoint(card.entries):
        raise OwnRelative
    own, *merged = (office.record.events(entry) for entry in sorted(card.entries, key=card.person.__ne__))
    events = sorted(chain(own, *merged), key=attrgetter("position"))
    opened = _opened_today(office, reader, events)
    return PersonDossier(card=card, events=events, version=len(own), opened=opened, position=position)


def _opened_today(office: Office, reader: Identity, events: Sequence[Event]) -> bool:
    today = (event for event in events if isinstance(event, Person.Opened) and event.on == office.today())
    return not BLIND.get() and any(event.by == reader.official for event in today)


class Membership(NamedTuple):
    """That somebody belongs or belonged to a household."""

    person: UUID
    relation: str
    since: date
    """When they came; where a register told it, the day that it was taken over."""
    until: date | None
    """The first day on which they no longer belonged; None while they do."""


@dataclass(frozen=True, kw_only=True)
class HouseholdDossier:
    """A household in the register, as known at a position."""

    household: UUID
    number: str
    area: str
    events: Sequence[Event]
    members: Sequence[Membership]
    """In the order they joined."""
    position: int

    @property
    def everyone(self) -> set[UUID]:
        """Who belongs or ever belonged to it."""
        return {one.person for one in self.members}

    def people_in(self, month: date) -> list[UUID]:
        """Return who has not left before the month. When they came is not asked: registers do not tell it."""
        staying = [one.person for one in self.members if one.until is None or one.until > month]
        return list(dict.fromkeys(staying))


def readable_household(
    office: Office, reader: Identity, number: str, *, known_at: datetime | None = None
) -> HouseholdDossier:
    """Return the household for an official who may read about it.

    Raises NotOnRecord if it was not known at the moment, NotYourArea, OwnRelative.
    """
    identity = household_id(number)
    with office.views.connect() as views:
        position = standing.reached(views, VIEWS)
    if known_at is not None:
        position = min(position, office.record.position_at(known_at))
    events = [event for event in office.record.events(identity) if event.position <= position]
    household = replay(cast("Household | None", None), events)
    if household is None:
        raise NotOnRecord(identity)
    if not reader.sees(household.area):
        raise NotYourArea.but([household.area])
    members = _memberships(events)
    reader.keep_apart_from(one.person for one in members)
    members = _as_one(office, members)
    return HouseholdDossier(
        household=identity,
        number=household.number,
        area=household.area,
        events=events,
        members=members,
        position=position,
    )


def _memberships(events: Sequence[Event]) -> list[Membership]:
    """Return who came and who went, in the order they came."""
    found: list[Membership] = []
    for event in events:
        if isinstance(event, Household.MemberJoined):
            found.append(Membership(event.person, event.relation, event.valid_from or event.on, None))
        elif isinstance(event, Household.MemberLeft):
            left = event.valid_from or event.on
            found = [
                one._replace(until=left) if one.person == event.person and one.until is None else one
                for one in found
            ]
    return found


def _as_one(office: Office, members: Sequence[Membership]) -> list[Membership]:
    """Return those who are merged as whom they are now, each once."""
    with office.views.connect() as views:
        merged = one_person.merged_into(views, [one.person for one in members])
    entry_of = {row.person: row.entry for row in merged}
    found = {
        (entry_of.get(one.person, one.person), one.until): one._replace(
            person=entry_of.get(one.person, one.person)
        )
        for one in reversed(members)
    }
    return list(reversed(found.values()))


@stands_beside("/people/{person}/")
def tell(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Beside:
    """Tell the person that a command is about."""
    found = readable_person(office, identity, parameters["person"])
    return Beside(
        title=found.card.told.names[0],
        href=f"/people/{found.card.person}",
        facts=[(_("Id number"), found.id_number), (_("Year of birth"), str(found.card.born_year))],
    )

"""Looking for people: by name or its sound, by number, telephone or address, and by their case or household.

What tells who somebody is, is only ever posted: an address is logged and remembered. People of the whole
office are found, so that nobody is entered twice; of those in other areas no more is shown than tells that
they are there.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Self, TypeAlias
from uuid import UUID

import structlog
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection

from audit_service.desks.needy.cards import Card, cards_of, check_looking, places_of
from audit_service.desks.needy.masking import masked_address, masked_name, masked_number, masked_phone
from audit_service.desks.needy.terms import WHOLE, Term, readings_of, term_of
from audit_service.finding.tokens import token
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.store.blindness import BLIND
from domain.cases.case import Case
from domain.identities import case_id, household_id
from domain.needy import id_number
from projections import needy_lists, one_person
from projections.kin import near

FOUND_AT_MOST = 50
"""People that one search shows."""
LOOKED_AT = 200
"""People whom the words of a search may mean, of whom those in the reader's areas are read first."""
AT_ONCE = 60
"""People whose names are opened at a time."""

log = structlog.stdlib.get_logger(__name__)


class Sought(BaseModel):
    """Who is looked for."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    text: Annotated[
        str,
        Field(
            title="Who is it?",
            description="A name or its pinyin, an id number or its last four digits, a day of birth, a "
            "telephone number, an address, or the number of a case or household. Several narrow it down.",
            min_length=1,
            max_length=120,
        ),
    ]


class PersonRow(BaseModel):
    """Somebody who was found, masked."""

    person: UUID
    name: str
    other_names: list[str]
    """That they are registered under besides, where the reader may open their page."""
    id_number: str
    phone: str
    address: str
    born_year: int
    areas: list[str]
    households: list[str]
    """Numbers of the households that they belong to."""
    programmes: list[str]
    """Of their cases that have not ended."""
    readable: bool
    """Whether the reader may open their page."""

    @classmethod
    def of(cls, card: Card) -> Self:
        """Tell what is shown of somebody: the name is whole where the reader may open their page."""
        told, place = card.told, card.place
        return cls(
            person=card.person,
            name=told.names[0] if card.readable else masked_name(told.names[0]),
            other_names=list(told.names[1:]) if card.readable else [],
            id_number=masked_number(told.id_number),
            phone=masked_phone(told.phone),
            address=masked_address(told.address),
            born_year=card.born_year,
            areas=sorted(place.areas),
            households=sorted(place.households),
            programmes=sorted(place.programmes),
            readable=card.readable,
        )


class PeopleAnswer(BaseModel):
    """The people who were found, those who fit best first."""

    people: list[PersonRow]
    more: bool
    """Whether there are others: say more about whom you are looking for."""
    names_hidden: bool
    """Whether names are hidden from the reader: nobody is found by name then."""


@dataclass(frozen=True)
class Word:
    """A word of a search."""

    people: Collection[UUID]
    """Whose id number it is, or who is in the case or household of this number."""
    term: Term
    """What else it may mean."""

    def rank(self, card: Card) -> int | None:
        """Return how well somebody fits it, the lower the better; None if they do not."""
        if not card.entries.isdisjoint(self.people):
            return WHOLE
        return next((way.rank for way in self.term if way.fits(card.told)), None)


Readings: TypeAlias = Sequence[Sequence[Word]]
"""In how many ways the whole text may be meant: each of the words of one of them has to fit."""


def people_like(office: Office, reader: Identity, sought: Sought) -> PeopleAnswer:
    """Return the people that the text means. Raises NotYourRole."""
    check_looking(reader)
    with office.views.connect() as views:
        readings = [
            [Word(_numbered(office, views, word), term_of(word)) for word in reading]
            for reading in readings_of(sought.text)
        ]
        meant = _meant(office, views, readings)
        closed = near(views, reader.relatives)
        people = [person for person in meant if person not in closed][:LOOKED_AT]
        if reader.areas_to_read() is not None:
            places = places_of(views, people)
            people.sort(key=lambda person: (meant[person], not places[person].is_readable_by(reader)))
        fitting: dict[UUID, tuple[int, Card]] = {}
        for start in range(0, len(people), AT_ONCE):
            cards = cards_of(office, views, reader, people[start : start + AT_ONCE])
            ranked = ((_rank(readings, card), card) for card in cards)
            fitting |= {card.person: (rank, card) for rank, card in ranked if rank is not None}
            if len(fitting) > FOUND_AT_MOST:
                break
    found = sorted(fitting.values(), key=_place)
    log.info("people looked for", by=reader.login, found=len(found))
    return PeopleAnswer(
        people=[PersonRow.of(card) for _, card in found[:FOUND_AT_MOST]],
        more=len(found) > FOUND_AT_MOST or len(meant) >= LOOKED_AT,
        names_hidden=BLIND.get(),
    )


def _numbered(office: Office, views: Connection, word: str) -> Collection[UUID]:
    """Return whose id number this is, or who is in the case or the household of this number."""
    if not any(character.isdigit() for character in word):
        return ()
    number = id_number.normalise(word)
    if not id_number.reasons(number, office.today()):
        holder = office.vault.person_identity(number)
        return holder, *one_person.holders(views, holder)
    spelt = {word, word.upper()}
    cases = filter(None, (office.record.find(Case, case_id(one)) for one in spelt))
    people = [person for case in cases for person in (case.head, *case.people) if person]
    members = (needy_lists.members_of(views, household_id(one)) for one in spelt)
    return dict.fromkeys([*people, *(row.person for some in members for row in some)])


def _meant(office: Office, views: Connection, readings: Readings) -> dict[UUID, int]:
    """Return whom the words may mean, and in which place: by the likeliest reading first."""
    found: dict[UUID, int] = {}
    for at, people in enumerate(_looked_up(office, views, readings)):
        for person in people:
            found.setdefault(person, at)
        if len(found) >= LOOKED_AT:
            break
    return found


def _looked_up(office: Office, views: Connection, readings: Readings) -> Iterator[Iterable[UUID]]:
    for words in readings:
        yield from (word.people for word in words if word.people)
        if not all(word.term for word in words):
            continue
        if len(words) == 1:
            for made_of in dict.fromkeys(tuple(way.made_of) for way in words[0].term):
                yield _with(office, views, *([one] for one in made_of))
        else:
            yield _with(office, views, *([way.made_of[0] for way in word.term] for word in words))


def _with(office: Office, views: Connection, *wanted: Iterable[tuple[str, str]]) -> Iterable[UUID]:
    tokens = [[token(office.vault, kind, text) for kind, text in some] for some in wanted]
    return needy_lists.persons_with(views, *tokens, limit=LOOKED_AT)


def _rank(readings: Readings, card: Card) -> int | None:
    """Return how well somebody fits the reading that they fit best; None if they fit none."""
    ranks = [[word.rank(card) for word in words] for words in readings]
    fitting = [sum(filter(None, some)) for some in ranks if None not in some]
    return min(fitting, default=None)


def _place(found: tuple[int, Card]) -> tuple[object, ...]:
    """Return where somebody stands in the answer: who fits better, whom the reader may open, short names."""
    rank, card = found
    name = card.told.plain_names[0]
    return rank, not card.readable, len(name), name

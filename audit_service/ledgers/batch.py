"""Some rows of a ledger that are decided and recorded together."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import TypedDict, TypeVar
from uuid import UUID

from audit_service.finding.tokens import contact_tokens, name_tokens, particulars
from audit_service.ledgers.known import Known, is_named, name_token
from audit_service.ledgers.outcomes import Judged, Outcome
from audit_service.ledgers.reading import Fault, Row
from audit_service.store.errors import NotOnRecord
from audit_service.store.record import Record
from domain.kernel import Act, Aggregate, Event, replay
from domain.needy.person import Person

A = TypeVar("A", bound=Aggregate)


class Place(TypedDict):
    """Where a row stands."""

    register: str
    sheet: str
    row: int


class Batch:
    """What is to be recorded of some rows, decided on what is on record about them."""

    def __init__(self, record: Record, act: Act, known: Known) -> None:
        self.vault = record.vault
        self.act = act
        self.known = known
        self.aggregates: dict[UUID, Aggregate] = {}
        """With what is to be recorded pending."""
        self.judged: list[Judged] = []
        self._record = record
        self._histories: dict[UUID, Sequence[Event]] = {}

    @property
    def register(self) -> str:
        """Name of the file that the rows are from, on which the act rests."""
        return self.act.basis

    def look_up(self, streams: Collection[UUID]) -> None:
        """Take in what is on record under these identities."""
        events = self._record.codec.events(self._record.store.rows_of_many(list(streams)))
        self._histories = {stream: list(history) for stream, history in groupby(events, attrgetter("stream"))}
        self.known.learn(self._histories, self._record)

    def accept(self, row: Row, person: UUID, stream: UUID) -> None:
        """Say that a row is taken over, as a case or visit."""
        self.judged.append(Judged(row, Outcome.ACCEPTED, (), person, stream))

    def repeat(self, row: Row, person: UUID, stream: UUID) -> None:
        """Say that a row is on record already."""
        self.judged.append(Judged(row, Outcome.DUPLICATE, (), person, stream))

    def reject(self, row: Row, faults: tuple[Fault, ...]) -> None:
        """Say why a row is not taken over."""
        self.judged.append(Judged(row, Outcome.REJECTED, faults))

    def at_hand(self, kind: type[A], identity: UUID) -> A | None:
        """Return an aggregate as it stands with what is pending; None if there is none yet."""
        found = self.aggregates.get(identity) or self._on_record(identity)
        return found if isinstance(found, kind) and not found.is_withdrawn else None

    def withdrawn(self, kind: type[A], identity: UUID) -> A | None:
        """Return the aggregate whose coming on record was taken back: it goes on with its history."""
        found = self._on_record(identity)
        return found if isinstance(found, kind) and found.is_withdrawn else None

    def _on_record(self, identity: UUID) -> Aggregate | None:
        return replay(None, self._histories.get(identity, ()))

    def keep(self, make: Callable[[], Aggregate]) -> None:
        """Have recorded what is pending of an aggregate once it was made."""
        aggregate = make()
        self.aggregates[aggregate.id] = aggregate

    def enter(self, row: Row, person: UUID) -> bool:
        """Enter the person whom a row is about, or keep what else it says of them: a name, how to reach them.

        False if all of it is on record.
        """
        if person in self.known.names:
            told = [self._name_otherwise(row, person), self._tell_contact(row, person)]
            return any(told)
        values = row.values
        self.known.names[person] = {name_token(self.vault, values["name"])}
        contact = contact_tokens(self.vault, values["phone"] or "", values["address"] or "")
        self.known.contacts.add(person, contact)
        self.keep(partial(self._registered, row, person, contact))
        return True

    def _registered(self, row: Row, person: UUID, contact: tuple[str, ...]) -> Person:
        values = row.values
        told_of = particulars(self.vault, name=values["name"], id_number=values["id_number"])
        told_of |= {
            "phone": values["phone"] or "",
            "address": values["address"] or "",
            "contact_tokens": contact,
        }
        return Person.register(person, self.act, withdrawn=self.withdrawn(Person, person), **told_of)

    def _name_otherwise(self, row: Row, person: UUID) -> bool:
        """Keep the name that a row gives, unless the person has it on record."""
        name, known = row.values["name"], self.known.names[person]
        token = name_token(self.vault, name)
        if token in known:
            return False
        known.add(token)
        if is_named(self._histories.get(person, ()), name, self._record):
            return False
        self.keep(partial(self._named_otherwise, row, person))
        return True

    def _named_otherwise(self, row: Row, person: UUID) -> Person:
        name, on_record = row.values["name"], self._entered(person)
        on_record.name_otherwise(
            self.act, name=name, name_tokens=name_tokens(self.vault, name), **self._place(row)
        )
        return on_record

    def _tell_contact(self, row: Row, person: UUID) -> bool:
        """Keep how a row says the person can be reached, unless both number and address are on record."""
        phone, address = row.values["phone"] or "", row.values["address"] or ""
        parts = [contact_tokens(self.vault, phone, ""), contact_tokens(self.vault, "", address)]
        if all(self.known.contacts.is_told(person, part) for part in parts if part):
            return False
        tokens = parts[0] + parts[1]
        self.known.contacts.add(person, tokens)
        self.keep(partial(self._reached, row, person, tokens))
        return True

    def _reached(self, row: Row, person: UUID, tokens: tuple[str, ...]) -> Person:
        on_record = self._entered(person)
        on_record.tell_contact(
            self.act,
            phone=row.values["phone"] or "",
            address=row.values["address"] or "",
            contact_tokens=tokens,
            **self._place(row),
        )
        return on_record

    def _entered(self, person: UUID) -> Person:
        """Return a person who is known as they stand."""
        found = self.at_hand(Person, person)
        if found is None:
            raise NotOnRecord(person)
        return found

    def _place(self, row: Row) -> Place:
        return {"register": self.register, "sheet": row.part.sheet, "row": row.number}


class Trial(Batch):
    """Decides as if it were to be recorded, and makes nothing of what would be."""

    def keep(self, make: Callable[[], Aggregate]) -> None:
        """Make nothing."""

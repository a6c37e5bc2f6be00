"""What is known of the people, households, cases and visits that rows are about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias
from uuid import UUID

from audit_service.finding.spelling import plain
from audit_service.finding.tokens import NAME, SIZE, token
from audit_service.ledgers.contacts import Contacts, told_in
from audit_service.ledgers.reading import Fault
from audit_service.store.record import Record
from audit_service.store.vault import Vault
from domain.cases.case import Case
from domain.kernel import Event
from domain.needy.household import Household
from domain.needy.person import Person
from domain.questions.question import Question
from domain.visits.visit import Visit


class Facts(NamedTuple):
    """What the amount of a household rests on, and its rows say alike."""

    area: str
    income: int
    """Fen a month."""
    amount: int
    """Fen a month."""

    def faults(self, others: Iterable["Facts"], code: str) -> tuple[Fault, ...]:
        """Return a fault for each fact that one of the others has otherwise: nothing is guessed."""
        differing = [other for other in others if other != self]
        values = zip(("区市县", "家庭月收入", "月保障金额"), zip(self, *differing, strict=True), strict=True)
        return tuple(Fault(code, heading) for heading, said in values if len(set(said)) > 1)


class KnownOfOne(NamedTuple):
    """What is known under one identity; None where it is no such thing, or not known."""

    names: set[str] | None
    contacts: bytes | None
    joined: set[UUID] | None
    case: tuple[Facts | None] | None
    visit: bool


@dataclass
class Known:
    """What is on record; in a trial, what would be on record by now."""

    names: dict[UUID, set[str]] = field(default_factory=dict)
    """Keyed tokens of every name that a person was ever given."""
    contacts: Contacts = field(default_factory=Contacts)
    joined: dict[UUID, set[UUID]] = field(default_factory=dict)
    """Who ever joined a household."""
    cases: dict[UUID, Facts | None] = field(default_factory=dict)
    """What was taken over; None of a case that was opened another way."""
    visits: set[UUID] = field(default_factory=set)

    def learn(self, histories: dict[UUID, Sequence[Event]], record: Record) -> None:
        """Take in what is on record of some of them; what is known already stays."""
        for stream, history in histories.items():
            events = _since_withdrawal(history)
            if not events:
                continue
            first = events[0]
            if first.OF is Person:
                self.names.setdefault(stream, {_token_of(named, record) for named in _names(events)})
                self.contacts.learn(stream, told_in(events))
            elif first.OF is Household:
                self.joined.setdefault(stream, _joined(events))
            elif first.OF is Case:
                self.cases.setdefault(stream, _taken_over(first))
            elif first.OF is Visit:
                self.visits.add(stream)

    def part_of(self, stream: UUID) -> KnownOfOne:
        """Return what is known under one identity."""
        return KnownOfOne(
            self.names.get(stream),
            self.contacts.told_of(stream),
            self.joined.get(stream),
            (self.cases[stream],) if stream in self.cases else None,
            stream in self.visits,
        )

    def take_in(self, stream: UUID, part: KnownOfOne) -> None:
        """Know again what was known under one identity."""
        if part.names is not None:
            self.names[stream] = part.names
        if part.contacts is not None:
            self.contacts.tell(stream, part.contacts)
        if part.joined is not None:
            self.joined[stream] = part.joined
        if part.case is not None:
            [self.cases[stream]] = part.case
        if part.visit:
            self.visits.add(stream)


def name_token(vault: Vault, name: str) -> str:
    """Return the token by which a whole name is known again, however it is spelt."""
    return token(vault, NAME, plain(name))


WITHDRAWALS = (
    Case.TakeoverWithdrawn,
    Household.FormationWithdrawn,
    Person.RegistrationWithdrawn,
    Question.TakeoverWithdrawn,
    Visit.TakeoverWithdrawn,
)
"""By which something is not on record any more."""


def _since_withdrawal(history: Sequence[Event]) -> Sequence[Event]:
    """Return what happened since it was last taken back; everything if it never was."""
    last = next((at for at in reversed(range(len(history))) if isinstance(history[at], WITHDRAWALS)), -1)
    return history[last + 1 :]


def _joined(events: Sequence[Event]) -> set[UUID]:
    joined: set[UUID] = set()
    for event in events:
        if isinstance(event, Household.MemberJoined):
            joined.add(event.person)
        elif isinstance(event, Household.MembershipWithdrawn):
            joined.discard(event.person)
    return joined


def is_named(history: Sequence[Event], name: str, record: Record) -> bool:
    """Say whether this is a name on record in another spelling: tokens of an earlier time know fewer."""
    opened = record.codec.opened_all(_names(_since_withdrawal(history)))
    return plain(name) in {plain(_name_in(named)) for named in opened}


Named: TypeAlias = Person.Registered | Person.NameCorrected | Person.NamedOtherwise


def _names(events: Sequence[Event]) -> list[Named]:
    """Return what gave the person a name, unless it was taken back."""
    taken_back = {event.named_at for event in events if isinstance(event, Person.OtherNameWithdrawn)}
    return [event for event in events if isinstance(event, Named) and event.position not in taken_back]


def _name_in(named: Named) -> str:
    return named.after if isinstance(named, Person.NameCorrected) else named.name


def _token_of(named: Named, record: Record) -> str:
    """Return the token of the whole name, which stands first; it is made where there was none yet."""
    if named.name_tokens:
        return named.name_tokens[0][: 2 * SIZE]
    return name_token(record.vault, _name_in(record.codec.opened(named)))


def _taken_over(first: Event) -> Facts | None:
    if isinstance(first, Case.TakenOver):
        return Facts(first.area, first.monthly_income, first.monthly_amount)
    return None

"""An import is taken back as a whole: what it brought on record is withdrawn, entry by entry.

Nothing of it may have been built on when that is asked for. What somebody went on with between that and
its turn stays, with all that it refers to, and is told.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import attrgetter
from typing import Any, NamedTuple
from uuid import UUID

from audit_service.imports.built_on import ENTRIES, Sight, rests_on
from audit_service.ledgers.known import WITHDRAWALS
from audit_service.office import Office
from audit_service.store.errors import StaleVersion
from audit_service.store.record import Record
from audit_service.store.submission import Submission
from domain.cases.case import Case
from domain.imports.imported import KeptEntry
from domain.kernel import Act, Aggregate, Event, replay
from domain.leads.lead import OPEN, Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.questions.question import Question
from domain.visits.visit import Visit

AT_ONCE = 1000
"""Entries that are withdrawn in one transaction."""
NAMED = 20
"""How many of the entries that stay are named, each with what was built on it."""

Withdraw = Callable[[Any, Any, Act], None]

COMPENSATIONS: dict[type[Event], Withdraw] = {
    Case.TakenOver: lambda case, _, act: case.withdraw_takeover(act),
    Household.Formed: lambda household, _, act: household.withdraw_formation(act),
    Household.MemberJoined: lambda household, event, act: household.withdraw_membership(event.person, act),
    Person.ContactTold: lambda person, event, act: person.withdraw_contact(event, act),
    Person.NamedOtherwise: lambda person, event, act: person.withdraw_other_name(event, act),
    Person.Registered: lambda person, _, act: person.withdraw_registration(act),
    Question.TakenOver: lambda question, _, act: question.withdraw_takeover(act),
    Visit.TakenOver: lambda visit, _, act: visit.withdraw_takeover(act),
}
"""What takes back what an import did, by what it did."""
_PARTS = (Household.MembershipWithdrawn, Person.ContactWithdrawn, Person.OtherNameWithdrawn)
_IN_TURN = tuple(dict.fromkeys(event.OF for event in ENTRIES))
"""What refers to others before what it refers to: what stays keeps that on record."""


class TakenBack(NamedTuple):
    """What became of the entries of an import."""

    withdrawn: int
    left: int
    """Somebody went on with them, or with what refers to them, before it was their turn."""
    kept: tuple[KeptEntry, ...]
    """The first of those that stay."""


def take_back(
    office: Office, identity: UUID, act: Act, advance: Callable[[int], None] = lambda _: None
) -> TakenBack:
    """Withdraw what the import brought on record, bit by bit; what is withdrawn already stays so.

    Leads that rest on it are closed. Raises StoreUnavailable; done again, it goes on where it stopped.
    """
    sight, left = Sight(office, identity), list[UUID]()
    sight.look()
    done = 0
    for some in _in_turn(sight):
        left += _withdraw(office.record, some, sight, act)
        done += len(some)
        advance(done)
    for leads in _some(sight.leads):
        _close(office.record, leads, sight, act)
    kept = tuple(_kept(sight, entry) for entry in left[:NAMED])
    return TakenBack(done - len(left), len(left), kept)


def _in_turn(sight: Sight) -> Iterator[list[UUID]]:
    for kind in _IN_TURN:
        yield from _some([entry for entry, of in sight.entries.items() if of is kind])


def _some(entries: Iterable[UUID]) -> Iterator[list[UUID]]:
    waiting = iter(entries)
    while some := list(islice(waiting, AT_ONCE)):
        yield some


def _kept(sight: Sight, entry: UUID) -> KeptEntry:
    built_on = sight.built_on[entry]
    return KeptEntry(number=sight.number(entry), built_on=built_on.TOPIC, position=built_on.position)


def _withdraw(record: Record, some: Sequence[UUID], sight: Sight, act: Act) -> list[UUID]:
    """Withdraw these entries; return those that stay, as something was built on them by now."""
    while True:
        histories = groupby(record.codec.events(record.store.rows_of_many(some)), attrgetter("stream"))
        entries = [_Entry(list(history), act.correlation) for _, history in histories]
        sight.look()  # what happens to an entry later makes its version stale
        staying = [entry for entry in entries if entry.stands and entry.identity in sight.built_on]
        for entry in staying:
            sight.keep(sight.built_on[entry.identity], entry.own)
        pending = [entry.withdrawn(act) for entry in entries if entry.stands and entry not in staying]
        try:
            if pending:
                record.keep(Submission(aggregates=tuple(pending)))
        except StaleVersion:  # somebody went on with one of them meanwhile
            continue
        return [entry.identity for entry in staying]


class _Entry:
    """Something that an import brought on record, or added to, with all that happened to it."""

    def __init__(self, history: Sequence[Event], identity: UUID | None) -> None:
        self.identity = history[0].stream
        self.own = [event for event in history if event.correlation == identity]
        self.stands = not any(isinstance(event, (*WITHDRAWALS, *_PARTS)) for event in self.own)
        self._history = history

    def withdrawn(self, act: Act) -> Aggregate:
        """Return it with what takes it back pending."""
        aggregate = self._history[0].OF.blank(self.identity)
        replay(aggregate, self._history)
        formed = [event for event in self.own if isinstance(event, Household.Formed)]
        for event in formed or reversed(self.own):
            COMPENSATIONS[type(event)](aggregate, event, act)
        return aggregate


def _close(record: Record, some: Sequence[UUID], sight: Sight, act: Act) -> None:
    """Close the leads that rest on what does not stand any more; a later import is noticed anew."""
    while True:
        leads = [lead for lead in record.get_many(Lead, list(some)).values() if lead.state == OPEN]
        baseless = [lead for lead in leads if not _is_founded(record, sight.leads[lead.id])]
        for lead in baseless:
            lead.lapse(act)
        try:
            if baseless:
                record.keep(Submission(aggregates=tuple(baseless)))
        except StaleVersion:  # somebody settled one of them meanwhile
            continue
        return


def _is_founded(record: Record, lead: Lead.Found | Lead.Noticed) -> bool:
    return all(_stands(event, record.events(event.stream)) for event in rests_on(record, lead))


def _stands(event: Event, history: Sequence[Event]) -> bool:
    """Say whether an event was not taken back since."""
    return not any(_takes_back(later, event) for later in history if later.position > event.position)


def _takes_back(later: Event, event: Event) -> bool:
    if isinstance(later, Household.MembershipWithdrawn):
        return isinstance(event, Household.MemberJoined) and event.person == later.person
    if isinstance(later, Person.OtherNameWithdrawn):
        return later.named_at == event.position
    return isinstance(later, WITHDRAWALS)

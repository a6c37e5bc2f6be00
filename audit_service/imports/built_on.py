"""What an import brought on record, and what others built on it since.

What it recorded is known by its correlation. Whatever happened since and names one of its entries, in
whatever field, builds on it.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from uuid import UUID

from audit_service.desks.titles import title_of
from audit_service.office import Office
from audit_service.store.record import Record
from domain.cases.case import Case
from domain.identities import case_id
from domain.imports.imported import Import
from domain.imports.refusals import BuiltOn
from domain.kernel import Aggregate, Event
from domain.leads.finding import INCOMPATIBLE, TWICE
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.questions.question import Question
from domain.refusal import Message
from domain.visits.visit import Visit

AT_ONCE = 1000
"""Events that are read at once."""
TOLD = 5
"""How many of the entries that were built on are named."""

ENTRIES = (
    Question.TakenOver,
    Visit.TakenOver,
    Case.TakenOver,
    Household.Formed,
    Household.MemberJoined,
    Person.Registered,
    Person.NamedOtherwise,
    Person.ContactTold,
)
"""What an import does, what refers to others before what it refers to."""
BUILDS_NOTHING = (Person.Opened, Person.TokensRenewed)
"""Readings, and what the service does by itself. Leads build nothing either: what they led to may."""


class Sight:
    """Sees what belongs to an import and what was built on it, as far as it has looked."""

    def __init__(self, office: Office, identity: UUID) -> None:
        self.entries: dict[UUID, type[Aggregate]] = {}
        """What the import brought on record or added to, in the order in which it did."""
        self.built_on: dict[UUID, Event] = {}
        """The last that was built on each of them."""
        self.leads: dict[UUID, Lead.Found | Lead.Noticed] = {}
        """Leads to them, each with what was noticed."""
        self._record, self._identity = office.record, identity
        self._position = office.record.events(identity)[0].position
        self._counts: dict[UUID | None, bool] = {None: True}
        """Whether what has this correlation counts."""

    def look(self) -> None:
        """See what happened since the last look."""
        while some := self._record.read(self._position, AT_ONCE):
            for event in some:
                self._see(event)
            self._position = some[-1].position

    def keep(self, built_on: Event, own: Iterable[Event]) -> None:
        """Note that an entry stays: so does everything of the import that its own events refer to."""
        for named in {one for event in own for one in _named_in(event)} & self.entries.keys():
            self.built_on.setdefault(named, built_on)

    def number(self, entry: UUID) -> str:
        """Return the number of an entry that was built on, or of what was built on it."""
        built_on = self.built_on[entry]
        for stream in (entry, built_on.stream):
            number: str = getattr(self._record.events(stream)[0], "number", "")
            if number:
                return number
        return f"№ {built_on.position}"

    def _see(self, event: Event) -> None:
        if event.correlation == self._identity:
            if isinstance(event, ENTRIES):
                self.entries.setdefault(event.stream, event.OF)
            return
        named = [one for one in _named_in(event) if one in self.entries]
        if not named or isinstance(event, BUILDS_NOTHING):
            return
        if isinstance(event, Lead.Found | Lead.Noticed):
            self.leads[event.stream] = event
        elif event.OF is not Lead and self._is_built(event):
            self.built_on |= dict.fromkeys(named, event)

    def _is_built(self, event: Event) -> bool:
        """Say whether an event counts: not what another import did that was taken back."""
        if event.correlation not in self._counts:
            imported = self._record.find(Import, event.correlation) if event.correlation else None
            self._counts[event.correlation] = imported is None or not imported.is_taken_back
        return self._counts[event.correlation]


def check_nothing_built_on(office: Office, identity: UUID) -> None:
    """Go on only if nothing was built on an import. Raises BuiltOn, TooMuchHere."""
    first = office.record.events(identity)[0].position
    office.check_size(office.record.last_position() - first)
    sight = Sight(office, identity)
    sight.look()
    if sight.built_on:
        told = list(islice(sight.built_on, TOLD))
        raise BuiltOn(
            count=len(sight.built_on),
            numbers=tuple(map(sight.number, told)),
            what=tuple(dict.fromkeys(Message(title_of(sight.built_on[one].TOPIC)) for one in told)),
        )


def rests_on(record: Record, lead: Lead.Found | Lead.Noticed) -> Iterator[Event]:
    """Return the events that a lead is about."""
    positions = (lead.first, lead.second) if isinstance(lead, Lead.Noticed) else (lead.decision,)
    for position in positions:
        yield from record.read(position - 1, 1)
    if isinstance(lead, Lead.Found) and lead.kind in {INCOMPATIBLE, TWICE}:
        taken_over = [
            event for event in record.events(case_id(lead.detail)) if event.position < lead.position
        ]
        yield from taken_over[-1:]


def _named_in(event: Event) -> set[UUID]:
    """Return whatever an event names, in whatever field; of a lead, also the other case."""
    named: set[UUID] = {event.stream}
    for value in vars(event).values():
        if isinstance(value, UUID):
            named.add(value)
        elif isinstance(value, tuple):
            named.update(part for part in value if isinstance(part, UUID))
    if isinstance(event, Lead.Found) and event.kind in {INCOMPATIBLE, TWICE}:
        named.add(case_id(event.detail))
    return named

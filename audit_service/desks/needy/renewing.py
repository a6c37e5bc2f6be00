"""Renewing the tokens by which people are found, where they were made when fewer ways were known.

Tokens are made of opened names, which only the vault can do: no view can catch up on them by itself.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import cast
from uuid import UUID

from audit_service.finding.tokens import SIZE, contact_tokens, name_tokens, number_tokens
from audit_service.office import Office
from audit_service.store.sealing import Sealed
from audit_service.store.submission import Submission
from domain.kernel import Act, Event, replay
from domain.needy.person import Person
from projections import needy_lists

AT_ONCE = 500
"""People whose histories are read, and whose new tokens are recorded, in one go."""

Advance = Callable[[int, int], None]


def renew_tokens(office: Office, act: Act, advance: Advance = lambda _done, _all: None) -> int:
    """Record the tokens that are made of what is on record by now, for those who lack any. Return how many.

    The views must have what is recorded. What was recorded until a failure stands, and is not recorded
    again. Raises StoreUnavailable, StaleVersion if somebody else recorded about the same people meanwhile.
    """
    renewed = done = 0
    with office.views.connect() as views:
        everyone = needy_lists.count_persons(views)
    for some in _batches(office):
        people = [person for person in _people(office, some, act) if person.pending_events]
        if people:
            office.record.keep(Submission(aggregates=tuple(people)))
        renewed, done = renewed + len(people), done + len(some)
        advance(done, everyone)
    return renewed


def _batches(office: Office) -> Iterator[Sequence[UUID]]:
    last: UUID | None = None
    while True:
        with office.views.connect() as views:
            some = needy_lists.persons_after(views, last, limit=AT_ONCE)
        if not some:
            return
        yield some
        last = some[-1]


def _people(office: Office, some: Sequence[UUID], act: Act) -> Iterator[Person]:
    """Yield these people, with what they lack pending; who was erased is passed over."""
    stored = office.record.codec.events(office.record.store.rows_of_many(some))
    histories = [list(events) for _, events in groupby(stored, attrgetter("stream"))]
    opened = iter(office.record.codec.opened_all([event for events in histories for event in events]))
    for events in histories:
        history = [next(opened) for _ in events]
        if not any(isinstance(getattr(event, name, ""), Sealed) for event in history for name in PERSONAL):
            yield _renewed(office, cast("Person", replay(cast("Person | None", None), events)), history, act)


PERSONAL = ("name", "after", "id_number", "phone", "address")
"""Fields that tokens are made of."""


def _renewed(office: Office, person: Person, history: Sequence[Event], act: Act) -> Person:
    """Return the person, with the tokens pending that are not on record yet."""
    vault = office.vault
    first = cast("Person.Registered", history[0])
    names = [name for event in history for name in (getattr(event, "name", ""), getattr(event, "after", ""))]
    made = {
        "name_tokens": [token for name in names if name for token in name_tokens(vault, name)],
        "number_tokens": number_tokens(vault, first.id_number),
        "contact_tokens": [
            token
            for event in history
            if isinstance(event, (Person.Registered, Person.ContactTold))
            for token in contact_tokens(vault, event.phone, event.address)
        ],
    }
    known = {token[: 2 * SIZE] for event in history for field in made for token in getattr(event, field, ())}
    lacking = {field: _but(tokens, known) for field, tokens in made.items()}
    if any(lacking.values()):
        person.renew_tokens(act, **lacking)
    return person


def _but(tokens: Iterable[str], known: set[str]) -> tuple[str, ...]:
    return tuple(token for token in dict.fromkeys(tokens) if token not in known)

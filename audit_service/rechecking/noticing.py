"""Noticing what does not fit together about people: after each import, after each command, and at night."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection

from audit_service.finding.spelling import plain
from audit_service.office import Office
from audit_service.rechecking import memory
from audit_service.rechecking.checker import Checker, check_deaths, compare
from audit_service.rechecking.keeping import keep
from audit_service.rechecking.rules import rules
from domain.cases.case import Case
from domain.kernel import Event
from domain.leads.finding import NAMED_OTHERWISE, ONE_PERSON, TWO_HOUSEHOLDS, Doubt
from domain.needy.household import Household
from domain.needy.person import Person
from projections import case_lists, one_person
from projections.several_cases import among_which, in_several

T = TypeVar("T")

PATIENCE = 600.0
"""Seconds to wait for the views to hold what was recorded."""
AT_ONCE = 400
"""People or cases that are looked at in one go."""
CLAIMING = (Case.Applied, Case.TakenOver, Case.Confirmed, Case.FactChanged, Case.FactCorrected)
"""What somebody comes to be paid by."""


def notice(office: Office) -> Counter[str]:
    """Record what does not fit in what was recorded since the last time; return how many of each kind.

    Each lead is recorded once, whatever is looked at again. Raises StoreUnavailable.
    """
    memory.prepare(office.views)
    last, known_by = office.record.last_position(), f"people {rules()[:50]}"
    since = memory.position(office.views, known_by)
    if last == since or not office.follower.wait_for(last, PATIENCE):
        return Counter()
    found = _about_cases(office, since) + keep(office.record, _about_people(office, since), office.today())
    memory.remember(office.views, known_by, last)
    return found


def _about_cases(office: Office, since: int) -> Counter[str]:
    """Record what does not fit about the cases that somebody is in."""
    found = Counter[str]()
    if _happened(office, since, Person.Merged, *CLAIMING):
        found += _compared(office, since)
    if _happened(office, since, Person.Died, Person.Merged, *CLAIMING):
        found += _deaths(office)
    return found


def _about_people(office: Office, since: int) -> list[Doubt]:
    """Return what does not fit about names, households and entries."""
    doubts = list(_named_otherwise(office, since))
    with office.views.connect() as views:
        if _happened(office, since, Person.Merged):
            doubts += _households(views, 0)  # those whom it concerns may have joined long before
        elif _happened(office, since, Household.MemberJoined):
            doubts += _households(views, since)
        if _happened(office, since, Person.Registered, Person.NumberGiven):
            doubts += _entries(views)
    return doubts


def _happened(office: Office, since: int, *kinds: type[Event]) -> bool:
    """Say whether anything happened that can have made such a lead: its views need not be read otherwise."""
    return office.record.has_any(kinds, after=since)


def _named_otherwise(office: Office, since: int) -> Iterator[Doubt]:
    """Yield for each other name that a register gives for an id number where the first one is from.

    The views are let go of in between: what they change meanwhile would be kept apart until then.
    """
    people = office.record.streams_with([Person.NamedOtherwise], after=since)
    for some in _batches(sorted(people)):
        with office.views.connect() as views:
            areas = one_person.areas_of(views, some)
        for events in _histories(office, some):
            area = areas.get(events[0].stream, "")
            named = office.record.codec.opened_all([event for event in events if isinstance(event, _NAMING)])
            yield from (doubt for doubt in _names(named, area) if doubt.second > since)


_NAMING = (
    *(Person.Registered, Person.NameCorrected, Person.NamedOtherwise),
    *(Person.OtherNameWithdrawn, Person.RegistrationWithdrawn),
)


def _names(events: Sequence[Event], area: str) -> Iterable[Doubt]:
    """Return a doubt for each other name of a person that stands, with where they were entered.

    The same name in other characters is none.
    """
    registered, on_record, found = events[0], set[str](), dict[int, Doubt]()
    for event in events:
        if isinstance(event, Person.Registered):
            registered = event
            on_record.add(plain(event.name))
        elif isinstance(event, Person.NameCorrected):
            on_record.add(plain(event.after))
        elif isinstance(event, Person.NamedOtherwise) and plain(event.name) in on_record:
            continue
        elif isinstance(event, Person.NamedOtherwise):
            doubt = Doubt(NAMED_OTHERWISE, event.stream, area, registered.position, event.position)
            found[event.position] = doubt
        elif isinstance(event, Person.OtherNameWithdrawn):
            found.pop(event.named_at, None)
        elif isinstance(event, Person.RegistrationWithdrawn):
            found.clear()
    return found.values()


def _households(views: Connection, since: int) -> Iterator[Doubt]:
    """Yield for each person who came into a household while they were in another."""
    for person, memberships in groupby(one_person.in_two_households(views, since), attrgetter("entry")):
        first, *_, last = memberships
        yield Doubt(TWO_HOUSEHOLDS, person, last.area, first.joined_at, last.joined_at)


def _entries(views: Connection) -> Iterator[Doubt]:
    """Yield for each person who was given the id number of another entry."""
    given = one_person.with_number_of_another(views)
    areas = one_person.areas_of(views, [person for row in given for person in (row.holder, row.person)])
    for row in given:
        first, second = sorted(one_person.registered_at(views, one) for one in (row.holder, row.person))
        area = areas.get(row.person) or areas.get(row.holder, "")
        yield Doubt(ONE_PERSON, row.person, area, first, second, row.holder)


def _compared(office: Office, since: int) -> Counter[str]:
    """Compare the cases of who came into a case, or was merged with somebody, since a position."""
    merged = office.record.streams_with([Person.Merged], after=since)
    with office.views.connect() as views:
        several = in_several(views)
        touched = {row.case_id for row in case_lists.cases_of(views, one_person.entries_of(views, merged))}
    touched.update(office.record.streams_with(CLAIMING, after=since, among=set().union(*several)))
    checker, found = Checker(office.record, office.working_days), Counter[str]()
    for sets in _batches(among_which(several, touched)):
        found += keep(office.record, compare(checker, sets), office.today())
    return found


def _deaths(office: Office) -> Counter[str]:
    """Look at the cases of the dead that have not ended."""
    with office.views.connect() as views:
        died = dict(one_person.dead_in_cases(views))
    findings = check_deaths(Checker(office.record, office.working_days), died)
    return keep(office.record, findings, office.today())


def _histories(office: Office, people: Sequence[UUID]) -> Iterator[list[Event]]:
    stored = office.record.codec.events(office.record.store.rows_of_many(people))
    return (list(events) for _, events in groupby(stored, attrgetter("stream")))


def _batches(everything: Sequence[T]) -> Iterator[Sequence[T]]:
    return (everything[start : start + AT_ONCE] for start in range(0, len(everything), AT_ONCE))

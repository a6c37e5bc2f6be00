"""What the pages with lists of errors show: the register, a desk, and the notices by due day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fastapi import Request

from audit_service.desks.errors import columns
from audit_service.desks.errors.names import error_state_name
from audit_service.desks.errors.search import (
    LISTS,
    ErrorFilter,
    ErrorRow,
    count_waiting,
    listed,
    notices_due,
    tallied,
    waiting_for,
)
from audit_service.desks.listing import Listing, narrowed_by
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.reports.columns import ListColumn
from audit_service.web.addresses import address
from audit_service.web.parts import Figure, Step
from audit_service.web.translation import gettext as _
from audit_service.web.wording import number
from domain.errors.state import State

PAGE = 50
ON_A_DESK = 25
"""Errors that each list of a desk shows at most."""

AT, DESK, NOTICES = "/errors", "/errors/desk", "/errors/notices"

OPEN = (State.REPORTED, State.UNDER_SUBSTANTIATION, State.SUBSTANTIATED, State.CLASSIFIED, State.CORRECTING)

DESK_LISTS = {
    "substantiate": ("To substantiate", "Nothing waits to be substantiated by you."),
    "correct": ("To correct", "Nothing waits to be corrected by you."),
    "decide_money": ("Money to decide on", "No money waits to be ordered or decided on by you."),
    "move_money": ("To pay or to receive", "Nothing is to be paid or received."),
    "verify": ("To verify", "Nothing waits to be verified by you."),
    "close": ("To close", "Nothing that is put right waits to be closed by you."),
    "handed_up": ("Overdue and handed up", "No correction is overdue that you are to see to."),
    "follow_up": ("To look at again", "No correction is to be looked at again by now."),
}
"""By list of a desk: its title, and what stands there while it is empty; messages to translate."""


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One list of a desk."""

    name: str
    title: str
    empty: str
    """What stands there while nothing waits."""
    columns: Sequence[ListColumn[ErrorRow]]
    rows: list[ErrorRow]
    count: int
    """How many wait in all."""


def register_page(
    request: Request, office: Office, identity: Identity, before: int | None
) -> Listing[ErrorFilter, ErrorRow]:
    """Return the page of the register that is asked for."""
    listing = Listing[ErrorFilter, ErrorRow](AT, narrowed_by(request, ErrorFilter))
    if listing.wanted:
        answer = listed(office, identity, listing.wanted, before=before, limit=PAGE)
        listing.show(answer.errors, "before", before, answer.next)
    return listing


def figures_of(office: Office, identity: Identity) -> list[Figure]:
    """Return how many errors there are in each state that something is still to be done in."""
    counts = dict.fromkeys(OPEN, 0)
    for row in tallied(office, identity):
        if row.state in counts:
            counts[State(row.state)] += row.errors
    return [
        Figure(error_state_name(state), number(count), address(AT, {"state": state.value}))
        for state, count in counts.items()
    ]


def desk_lists(office: Office, identity: Identity) -> list[Waiting]:
    """Return what waits for the reader, in the order of the work."""
    counts = count_waiting(office, identity)
    return [
        Waiting(
            name=what,
            title=_(DESK_LISTS[what][0]),
            empty=_(DESK_LISTS[what][1]),
            columns=columns.DESK_COLUMNS.get(what, columns.WAITING),
            rows=waiting_for(office, identity, what, limit=ON_A_DESK).errors,
            count=counts[what],
        )
        for what in LISTS
    ]


def notices_page(
    office: Office, identity: Identity, after: tuple[date, int] | None
) -> tuple[list[ErrorRow], str]:
    """Return the notices that the page shows, and the address of the next page; empty on the last."""
    rows = notices_due(office, identity, after=after, limit=PAGE + 1)
    shown = rows[:PAGE]
    if len(rows) <= PAGE:
        return shown, ""
    last = shown[-1]
    return shown, address(NOTICES, {"due": last.due_on, "after": last.reported})


def tabs_of(current: str) -> list[Step]:
    """Return the pages with lists of errors."""
    places = ((_("All errors"), AT), (_("My desk"), DESK), (_("Correction notices"), NOTICES))
    return [Step(title, at, current=at == current) for title, at in places]

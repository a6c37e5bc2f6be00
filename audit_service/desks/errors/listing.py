"""What the pages with lists of errors show: the register, a desk, and the notices by due day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from audit_service.desks.errors.names import error_state_name
from audit_service.desks.errors.search import (
    LISTS,
    ErrorFilter,
    ErrorRow,
    ErrorsAnswer,
    count_waiting,
    listed,
    notices_due,
    tallied,
    waiting_for,
)
from audit_service.desks.office import Office
from audit_service.identity.identity import Identity
from audit_service.web.forms import Form
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
    "verify": ("To verify", "Nothing waits to be verified by you."),
}
"""By list of a desk: its title, and what stands there while it is empty; messages to translate."""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """What the page with the register shows."""

    form: Form[ErrorFilter]
    answer: ErrorsAnswer
    following: str = ""
    """Address of the next page; empty on the last."""
    previous: str = ""
    query: str = ""
    """What the rows were narrowed by, as it stands in an address."""

    @property
    def status(self) -> int:
        """Status of the answer."""
        return 422 if self.form.mistakes else 200


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One list of a desk."""

    name: str
    title: str
    empty: str
    """What stands there while nothing waits."""
    rows: list[ErrorRow]
    count: int
    """How many wait in all."""


def register_page(office: Office, identity: Identity, form: Form[ErrorFilter], before: int | None) -> Listing:
    """Return the page of the register that is asked for."""
    wanted = form.command()
    if wanted is None:
        return Listing(form=form, answer=ErrorsAnswer(errors=[], next=None))
    answer = listed(office, identity, wanted, before=before, limit=PAGE)
    kept = {name: value for name, value in form.answers.items() if value}
    return Listing(
        form=form,
        answer=answer,
        following=address(AT, {**kept, "before": answer.next}) if answer.next else "",
        previous=address(AT, kept) if before else "",
        query=urlencode(kept),
    )


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


def address(path: str, query: Mapping[str, Any]) -> str:
    """Return an address with its query."""
    return f"{path}?{urlencode(query)}" if query else path

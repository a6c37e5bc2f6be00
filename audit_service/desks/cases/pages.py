"""The pages of cases: the list, a case with its timeline, its entitlement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.cases import looking, next_steps
from audit_service.desks.cases.columns import CASES
from audit_service.desks.cases.dossier import moments, readable_dossier
from audit_service.desks.cases.frame import Day, Minute, frame
from audit_service.desks.cases.search import CaseRow, Filter, Who, cases_of, listed, tallied
from audit_service.desks.errors.of_case import errors_in, report_at
from audit_service.desks.names import state_name
from audit_service.desks.office import Office
from audit_service.desks.reader import AtOffice, Reader
from audit_service.identity.identity import Identity
from audit_service.web.forms import Form
from audit_service.web.navigation import place
from audit_service.web.parts import Figure
from audit_service.web.rendering import render
from audit_service.web.wording import number
from domain.cases.state import State
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER

router = APIRouter(prefix="/cases", include_in_schema=False)
place("Cases", "/cases", order=10, roles=(CLERK, CASEWORKER, MANAGER, INSPECTOR))

PAGE = 50
FOUND_AT_MOST = 200
"""Cases that a search for a person shows at most."""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """What the page with the list shows."""

    form: Form[Filter]
    who: Form[Who] = field(default_factory=lambda: Form.blank(Who))
    rows: Sequence[CaseRow] = ()
    following: str = ""
    """Address of the next page; empty on the last."""
    previous: str = ""
    query: str = ""
    """What the rows were narrowed by, as it stands in an address."""

    @property
    def status(self) -> int:
        """Status of the answer."""
        return 422 if self.form.mistakes or self.who.mistakes else 200


@router.get("")
def show_cases(
    request: Request, office: AtOffice, identity: Reader, after: Annotated[str, Query(max_length=60)] = ""
) -> HTMLResponse:
    """Show the list of cases in the areas of the reader."""
    form = Form.read(Filter, FormData([*request.query_params.multi_items()]))
    wanted = form.command()
    if wanted is None:
        return _list(request, office, identity, Listing(form=form))
    answer = listed(office, identity, wanted, after=after, limit=PAGE)
    kept = {name: value for name, value in form.answers.items() if value}
    listing = Listing(
        form=form,
        rows=answer.cases,
        following=_address(kept | {"after": answer.next}) if answer.next else "",
        previous=_address(kept) if after else "",
        query=urlencode(kept),
    )
    return _list(request, office, identity, listing)


@router.post("")
async def find_cases(request: Request, office: AtOffice, identity: Reader) -> HTMLResponse:
    """Show the cases of a person, by name or id number."""
    who = await Form.posted(request, Who)
    asked = who.command()
    rows = (await run_in_threadpool(cases_of, office, identity, asked, FOUND_AT_MOST)).cases if asked else []
    listing = Listing(form=Form.blank(Filter), who=who, rows=rows)
    return await run_in_threadpool(_list, request, office, identity, listing)


def _address(query: Mapping[str, str]) -> str:
    return f"/cases?{urlencode(query)}"


def _list(request: Request, office: Office, identity: Identity, listing: Listing) -> HTMLResponse:
    return render(
        request,
        "cases.html",
        status=listing.status,
        block="results",
        listing=listing,
        counts=_counts(office, identity),
        may_apply=identity.holds_any(COMMANDS["apply_for_assistance"].roles),
        columns=CASES.columns,
    )


def _counts(office: Office, identity: Identity) -> list[Figure]:
    by_state = dict.fromkeys((State.IN_PAYMENT, State.OPEN, State.SUSPENDED), 0)
    for row in tallied(office, identity):
        if row.state in by_state:
            by_state[State(row.state)] += row.number
    return [
        Figure(state_name(state), number(count), _address({"state": state.value}))
        for state, count in by_state.items()
    ]


@router.get("/{case_number}")
def show_case(
    request: Request,
    office: AtOffice,
    identity: Reader,
    case_number: str,
    valid_on: Day = None,
    known_at: Minute = None,
    recorded: int = 0,
) -> HTMLResponse:
    """Show a case: how it stands, what happened, what can be done."""
    found = readable_dossier(office, identity, case_number, valid_on=valid_on, known_at=known_at)
    offered = [] if valid_on or known_at else next_steps.offers(office, identity, found)
    possible = [offer for offer in offered if not offer.why]
    return render(
        request,
        "case.html",
        **frame(office, found, valid_on, current=0),
        just_recorded=recorded,
        moments=moments(office, found),
        members=looking.members_of(office, found),
        waiting=next_steps.waiting_for(office, found),
        errors=errors_in(office, found.case),
        report_at=report_at(identity, case_number=found.case.number),
        revisions=[offer for offer in possible if offer.hint],
        possible=[offer for offer in possible if not offer.hint],
        hindered=[offer for offer in offered if offer.why],
    )


@router.get("/{case_number}/entitlement")
def show_entitlement(
    request: Request,
    office: AtOffice,
    identity: Reader,
    case_number: str,
    valid_on: Day = None,
    known_at: Minute = None,
) -> HTMLResponse:
    """Show what is due by month, how it comes about, and what was paid otherwise."""
    found = readable_dossier(office, identity, case_number, valid_on=valid_on, known_at=known_at)
    return render(
        request,
        "entitlement.html",
        **frame(office, found, valid_on, current=1),
        just_recorded=0,
        periods=looking.periods_of(found),
        entries=looking.entries_of(found),
        foot=looking.total_of(found),
    )

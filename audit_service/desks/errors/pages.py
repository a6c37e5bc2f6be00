"""The pages of errors: the register, a desk, the notices; and one error, its money, its receipt."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, Response

from audit_service.api.paging import LATEST, Before
from audit_service.desks.carrying import COMMANDS
from audit_service.desks.errors import (
    catalogue_answers,
    columns,
    listing,
    looking,
    money_page,
    next_steps,
    receipt_page,
)
from audit_service.desks.errors.dossier import ErrorDossier, moments, parts_in, readable_error
from audit_service.desks.errors.evidence import evidence_of
from audit_service.desks.errors.names import STATE_COLOURS, error_state_name
from audit_service.desks.errors.of_case import report_at
from audit_service.desks.errors.receipts import receipt_of
from audit_service.desks.filings.of_error import filings_beside
from audit_service.desks.reader import AtOffice, Reader
from audit_service.desks.tolerance.of_error import flagging, reviews_of
from audit_service.desks.ways_on import ways_on
from audit_service.identity.identity import Identity
from audit_service.web.navigation import place
from audit_service.web.parts import Step
from audit_service.web.rendering import render
from audit_service.web.wording import NOTHING
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER

router = APIRouter(prefix="/errors", include_in_schema=False)
place("Errors", "/errors", order=15, roles=(CLERK, CASEWORKER, MANAGER, INSPECTOR))

Position = Annotated[int, Query(ge=0, lt=LATEST)]

NOT_COVERED = "E10"
"""The element that a family which is not covered is reported as."""


@router.get("")
def show_errors(request: Request, office: AtOffice, identity: Reader, before: Before = None) -> HTMLResponse:
    """Show the register of errors in the areas of the reader, the latest reported first."""
    found = listing.register_page(request, office, identity, before)
    return render(
        request,
        "errors.html",
        status=found.status,
        block="results",
        listing=found,
        columns=columns.LISTED,
        counts=listing.figures_of(office, identity),
        tabs_shown=listing.tabs_of(listing.AT),
        report_at=report_at(identity),
        not_covered_at=report_at(identity, element=NOT_COVERED),
        may_publish=identity.holds_any(COMMANDS["publish_error_catalogue"].roles),
    )


@router.get("/desk")
def show_desk(request: Request, office: AtOffice, identity: Reader) -> HTMLResponse:
    """Show what waits for the reader: to substantiate, to correct, to verify."""
    return render(
        request,
        "error_desk.html",
        lists=listing.desk_lists(office, identity),
        tabs_shown=listing.tabs_of(listing.DESK),
        Step=Step,
    )


@router.get("/notices")
def show_notices(
    request: Request,
    office: AtOffice,
    identity: Reader,
    due: Annotated[date | None, Query()] = None,
    after: Position = 0,
) -> HTMLResponse:
    """Show the correction notices that were not complied with yet, the most urgent first."""
    rows, following = listing.notices_page(office, identity, (due, after) if due else None)
    return render(
        request,
        "error_notices.html",
        rows=rows,
        columns=columns.NOTICES,
        previous=listing.NOTICES if due else "",
        following=following,
        tabs_shown=listing.tabs_of(listing.NOTICES),
        Step=Step,
    )


@router.get("/catalogue")
def show_catalogue(request: Request, office: AtOffice, identity: Reader, recorded: int = 0) -> HTMLResponse:
    """Show the catalogues that were published, and which rules are samples."""
    return render(
        request,
        "error_catalogue.html",
        just_recorded=recorded,
        editions=catalogue_answers.editions(office),
        columns=catalogue_answers.ELEMENT_COLUMNS,
        rules=catalogue_answers.rules_answer(office),
        policy_columns=catalogue_answers.POLICY_COLUMNS,
        review_columns=catalogue_answers.REVIEW_COLUMNS,
        samples=catalogue_answers.samples(),
        sample_columns=catalogue_answers.SAMPLE_COLUMNS,
        may_publish=identity.holds_any(COMMANDS["publish_error_catalogue"].roles),
        tabs_shown=listing.tabs_of(listing.AT),
        Step=Step,
    )


@router.get("/{error_number}")
def show_error(
    request: Request, office: AtOffice, identity: Reader, error_number: str, recorded: int = 0
) -> HTMLResponse:
    """Show an error: how it stands, what happened, what can be done and why not."""
    found = readable_error(office, identity, error_number)
    offered = [*next_steps.offers(office, identity, found), *flagging(office, identity, found)]
    reviews = reviews_of(office, identity, found)
    return render(
        request,
        "error_record.html",
        **_frame(found, identity, current=0, recorded=recorded),
        moments=moments(office, found),
        people=parts_in(office, found),
        evidence=evidence_of(office, identity, found),
        notice=looking.notice_of(office, found),
        objections=looking.said_against(office, found),
        filings=filings_beside(office, found),
        watched=ways_on(identity, "/errors", "error", error_number),
        reviews=reviews,
        determined=any(outcome != NOTHING for _link, _state, outcome in reviews),
        possible=[offer for offer in offered if not offer.why],
        hindered=[offer for offer in offered if offer.why],
    )


@router.get("/{error_number}/money")
def show_money(request: Request, office: AtOffice, identity: Reader, error_number: str) -> HTMLResponse:
    """Show the difference by month with its arithmetic, and every entry that was made."""
    found = readable_error(office, identity, error_number)
    return render(
        request,
        "error_money.html",
        **_frame(found, identity, current=1),
        left=money_page.left_to_do(found),
        months=money_page.months_of(found),
        months_foot=money_page.sum_of_months(found),
        reckoning=money_page.reckoning_of(office, found),
        entries=money_page.entries_of(found),
        entries_foot=money_page.sum_of_entries(found),
    )


@router.get("/{error_number}/receipt")
def show_receipt(
    request: Request,
    office: AtOffice,
    identity: Reader,
    error_number: str,
    report: int = 0,
    recorded: int = 0,
) -> HTMLResponse:
    """Show the receipt for a report: the first, or the one at the position that is asked for."""
    found = readable_error(office, identity, error_number)
    reported = found.report_at(report)
    receipt = receipt_of(office, reported.position)
    return render(
        request,
        "error_receipt.html",
        just_recorded=recorded,
        error=found.error,
        found=looking.report_of(reported),
        receipt=receipt,
        facts=receipt_page.facts_of(office, found, reported, receipt),
        file=receipt_page.file_of(found),
        commands=receipt_page.commands_for(found),
        download=receipt_page.download_at(found, reported),
        paper=receipt_page.paper_at(found, reported),
        others=receipt_page.other_reports(office, found, reported),
        Step=Step,
    )


@router.get("/{error_number}/receipt.json", response_class=Response)
def download_receipt(office: AtOffice, identity: Reader, error_number: str, report: int = 0) -> Response:
    """Hand out the receipt for a report as it was signed."""
    found = readable_error(office, identity, error_number)
    receipt = receipt_of(office, found.report_at(report).position)
    return Response(
        receipt.to_json(),
        media_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{receipt_page.file_of(found)}"'},
    )


def _frame(found: ErrorDossier, reader: Identity, *, current: int, recorded: int = 0) -> dict[str, Any]:
    return {
        "error": found.error,
        "dossier": found,
        "just_recorded": recorded,
        "facts": looking.facts_of(found),
        "own_report": looking.own_report_of(found),
        "my_report": looking.report_by(found, reader.official),
        "steps": looking.tabs_of(found.error.number, current),
        "Step": Step,
        "STATE_COLOURS": STATE_COLOURS,
        "error_state_name": error_state_name,
    }

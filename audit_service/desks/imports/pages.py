"""The pages of imports: sending files in, how far it is, and what became of each row."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, RedirectResponse, Response

from audit_service.api.paging import LATEST
from audit_service.desks.carrying import COMMANDS
from audit_service.desks.imports.columns import LISTED, ROWS
from audit_service.desks.imports.commands import WHO_IMPORTS
from audit_service.desks.imports.listing import listed, waiting
from audit_service.desks.imports.looking import WHO_READS, ImportAnswer, is_moving, readable_import, told
from audit_service.desks.imports.readings import READINGS
from audit_service.desks.imports.receiving import FILES, NothingSent, received
from audit_service.desks.imports.rows import RowFilter, report_of, rows_of
from audit_service.desks.imports.words import COLOURS, TRIED, doing, import_state, kinds_named
from audit_service.desks.listing import Listing
from audit_service.desks.moments import moments_of
from audit_service.desks.names import areas_named
from audit_service.desks.reader import AtOffice, Reader
from audit_service.identity.identity import Identity
from audit_service.imports.folder import KEPT_FOR, WAITS_FOR
from audit_service.ledgers.outcomes import Judged
from audit_service.ledgers.telling import REASONS
from audit_service.office import Office
from audit_service.web.addresses import address, path_to
from audit_service.web.forms import Form
from audit_service.web.navigation import place
from audit_service.web.parts import Step
from audit_service.web.rendering import render
from audit_service.web.translation import gettext as _
from audit_service.web.wording import number, sentence
from domain.imports.imported import CARRIED_OUT
from domain.imports.refusals import RowsClosed

AT = "/imports"

router = APIRouter(prefix=AT, include_in_schema=False)
place("Imports", AT, order=65, roles=WHO_READS, seldom=True)

PAGE = 50

Before = Annotated[int, Query(ge=1, le=LATEST)]
After = Annotated[int, Query(ge=-1, lt=LATEST)]
File = Annotated[int, Query(ge=1, lt=1000)]


@router.get("")
def show_imports(
    request: Request, office: AtOffice, identity: Reader, before: Before = LATEST
) -> HTMLResponse:
    """Show the imports, the latest first, and where files are sent in."""
    return _list(request, office, identity, before)


@router.post("", response_class=Response)
async def send_files(request: Request, office: AtOffice, identity: Reader) -> Response:
    """Take files in, and lead to what is found in them."""
    try:
        sent = await received(request, office, identity)
    except NothingSent as nothing:
        return _list(request, office, identity, mistake=sentence(nothing))
    return RedirectResponse(path_to(AT, sent.number), status_code=303)


@router.get("/{import_number}")
def show_import(
    request: Request, office: AtOffice, identity: Reader, import_number: str, recorded: int = 0
) -> HTMLResponse:
    """Show how far an import is, what was found in its files and what can be done about it."""
    found = readable_import(office, identity, import_number)
    answer = told(office, found)
    return render(
        request,
        "import.html",
        block="standing",
        just_recorded=recorded,
        answer=answer,
        moving=is_moving(answer),
        facts=_facts(answer),
        reasons=REASONS,
        may_read_rows=identity.role_for(WHO_IMPORTS, answer.areas) is not None,
        offers=_offers(identity, answer),
        moments=moments_of(office, found.events, READINGS),
        trail_steps=[Step(_("Imports"), AT), Step(import_number)],
        doing=doing,
        kinds_named=kinds_named,
        import_state=import_state,
        COLOURS=COLOURS,
        kept_for=KEPT_FOR.days,
        waits_for=WAITS_FOR.days,
    )


@router.get("/{import_number}/rows", response_class=Response)
def show_rows(
    request: Request,
    office: AtOffice,
    identity: Reader,
    import_number: str,
    file: File = 1,
    after: After = -1,
) -> Response:
    """Show what became of each row of a file, or would; before that, ask what for."""
    try:
        sent_file, report = report_of(office, identity, import_number, file)
    except RowsClosed:
        return RedirectResponse(f"{path_to(AT, import_number)}/openings", status_code=303)
    at = f"{AT}/{import_number}/rows"
    given = {name: value for name, value in request.query_params.items() if name in RowFilter.model_fields}
    listing = Listing[RowFilter, Judged](at, Form.read(RowFilter, FormData(given)))
    if listing.wanted:
        rows, following = rows_of(report, listing.wanted, after=after, limit=PAGE)
        listing.rows = rows
        more = {**given, "file": file}
        listing.previous = address(at, more) if after >= 0 else ""
        listing.following = address(at, {**more, "after": following}) if following is not None else ""
    return render(
        request,
        "import_rows.html",
        status=listing.status,
        listing=listing,
        columns=ROWS,
        sent_file=sent_file,
        left=report.left,
        file=file,
        at=at,
        trail_steps=[
            Step(_("Imports"), AT),
            Step(import_number, path_to(AT, import_number)),
            Step(sent_file.name),
        ],
    )


def _list(
    request: Request, office: Office, identity: Identity, before: int = LATEST, mistake: str = ""
) -> HTMLResponse:
    answer = listed(office, identity, before=before, limit=PAGE)
    may_import = identity.holds_any(WHO_IMPORTS)
    return render(
        request,
        "imports.html",
        status=422 if mistake else 200,
        mistake=mistake,
        field=FILES,
        may_import=may_import,
        waiting=waiting(office, identity) if may_import else [],
        columns=LISTED,
        rows=answer.imports,
        following=address(AT, {"before": answer.next}) if answer.next else "",
        previous=AT if before != LATEST else "",
        waits_for=WAITS_FOR.days,
    )


def _facts(answer: ImportAnswer) -> list[tuple[str, object]]:
    return [
        (_("Sent in by"), answer.sent_by),
        (_("Areas"), areas_named(answer.areas)),
        (_("Rows"), number(sum(file.rows for file in answer.files))),
    ]


def _offers(identity: Identity, answer: ImportAnswer) -> list[Step]:
    """Return what the reader can ask for about the import."""
    wanted = {TRIED: "carry_out_import", CARRIED_OUT: "take_back_import"}.get(answer.state)
    if wanted is None:
        return []
    entry = COMMANDS[wanted]
    if identity.role_for(entry.roles, answer.areas) is None:
        return []
    version = {"version": answer.version} if answer.version else {}
    return [Step(_(entry.title), address(entry.form_at.format(import_number=answer.number), version))]

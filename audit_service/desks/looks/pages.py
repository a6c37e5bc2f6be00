"""The pages where inspectors say what they look for, and where it is read who looked at what."""

from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, RedirectResponse, Response

from audit_service.api.paging import Before
from audit_service.desks.inspecting.asking import steps
from audit_service.desks.looks.columns import LOOKS
from audit_service.desks.looks.looking import (
    LooksAnswer,
    every_look,
    looks_at_case,
    looks_at_error,
    looks_at_review,
)
from audit_service.desks.looks.stating import (
    NotYourInspection,
    ShowNames,
    StatePurpose,
    check_inspector,
    inspections_of,
    show_names,
    state,
)
from audit_service.desks.reader import AtOffice, Reader
from audit_service.identity.pages import safe
from audit_service.identity.purposes import PurposeMissing
from audit_service.web.addresses import address, path_to
from audit_service.web.forms import Form
from audit_service.web.navigation import place
from audit_service.web.parts import Step
from audit_service.web.rendering import render
from audit_service.web.translation import gettext as _
from audit_service.web.wording import sentence
from domain.roles import INSPECTOR

PURPOSE, NAMES, LOOKED_AT = "/purpose", "/purpose/names", "/reports/looks"

router = APIRouter(include_in_schema=False)
place("Purpose", PURPOSE, order=74, roles=(INSPECTOR,))

PAGE = 50


@router.get(PURPOSE)
def ask_for_purpose(request: Request, office: AtOffice, identity: Reader, then: str = "/") -> Response:
    """Show what the inspector looks for today, and the form to say it."""
    check_inspector(identity)
    said = office.identities.purposes.in_force(identity.official, office.today())
    form = Form.blank(StatePurpose)
    form.choices = inspections_of(office, identity)
    return _asked(request, form, PURPOSE, then=then, said=said)


@router.post(PURPOSE)
async def state_purpose(request: Request, office: AtOffice, identity: Reader, then: str = "/") -> Response:
    """Keep what the inspector looks for until the end of the day, and go on."""
    check_inspector(identity)
    form = await Form.posted(request, StatePurpose)
    form.choices = await run_in_threadpool(inspections_of, office, identity)
    if (said := form.command()) is None:
        return _asked(request, form, PURPOSE, then=then)
    try:
        await run_in_threadpool(state, office, identity, said)
    except NotYourInspection as refused:
        form.refused(sentence(refused), "inspection")
        return _asked(request, form, PURPOSE, then=then, mistaken=409)
    return RedirectResponse(safe(then), status_code=303)


@router.get(NAMES)
def ask_for_names(request: Request, office: AtOffice, identity: Reader, then: str = "/") -> Response:
    """Show the form to say why names have to be known. Raises PurposeMissing, for that is said first."""
    check_inspector(identity)
    if office.identities.purposes.in_force(identity.official, office.today()) is None:
        raise PurposeMissing
    return _asked(request, Form.blank(ShowNames), NAMES, then=then)


@router.post(NAMES)
async def state_reason(request: Request, office: AtOffice, identity: Reader, then: str = "/") -> Response:
    """Keep why names are shown to the inspector from now on, and go on."""
    form = await Form.posted(request, ShowNames)
    if (said := form.command()) is None:
        return _asked(request, form, NAMES, then=then)
    await run_in_threadpool(show_names, office, identity, said)
    return RedirectResponse(safe(then), status_code=303)


def _asked(
    request: Request, form: Form[Any], at: str, *, then: str, said: object = None, mistaken: int = 422
) -> HTMLResponse:
    titles: dict[type[BaseModel], str] = {
        StatePurpose: _("What do you look for?"),
        ShowNames: _("Show names"),
    }
    return render(
        request,
        "purpose.html",
        status=mistaken if form.mistakes else 200,
        title=titles[form.model],
        explanation=_(str(form.model.__doc__)),
        form=form,
        action=address(at, {"then": safe(then)}),
        said=said,
        names_at=address(NAMES, {"then": safe(then)}),
    )


@router.get(LOOKED_AT)
def show_looks(request: Request, office: AtOffice, identity: Reader, before: Before = None) -> HTMLResponse:
    """Show what inspectors looked at, and what for."""
    found = every_look(office, identity, before, PAGE)
    return render(
        request,
        "looks.html",
        found=found,
        columns=LOOKS.columns,
        steps=steps(LOOKED_AT),
        at=LOOKED_AT,
        before=before,
        title=_("What inspectors looked at"),
        trail_steps=[],
    )


@router.get("/cases/{case_number}/looks")
def show_looks_at_case(
    request: Request, office: AtOffice, identity: Reader, case_number: str, before: Before = None
) -> HTMLResponse:
    """Show which inspectors looked at a case or its errors, for who may read it."""
    found = looks_at_case(office, identity, case_number, before)
    title = _("Who looked at case %(number)s", number=case_number)
    return _looks_at(request, found, title, Step(_("Cases"), "/cases"), case_number, before)


@router.get("/errors/{error_number}/looks")
def show_looks_at_error(
    request: Request, office: AtOffice, identity: Reader, error_number: str, before: Before = None
) -> HTMLResponse:
    """Show which inspectors looked at an error or a review of it, for who may read it."""
    found = looks_at_error(office, identity, error_number, before)
    title = _("Who looked at error %(number)s", number=error_number)
    return _looks_at(request, found, title, Step(_("Errors"), "/errors"), error_number, before)


@router.get("/tolerance/{review_number}/looks")
def show_looks_at_review(
    request: Request, office: AtOffice, identity: Reader, review_number: str, before: Before = None
) -> HTMLResponse:
    """Show which inspectors looked at a review of tolerance, for who may read it."""
    found = looks_at_review(office, identity, review_number, before)
    title = _("Who looked at review %(number)s", number=review_number)
    return _looks_at(request, found, title, Step(_("Tolerance"), "/tolerance"), review_number, before)


def _looks_at(
    request: Request, found: LooksAnswer, title: str, above: Step, number: str, before: int | None
) -> HTMLResponse:
    here = path_to(above.href, number)
    return render(
        request,
        "looks.html",
        found=found,
        columns=LOOKS.columns,
        steps=[],
        at=f"{here}/looks",
        before=before,
        title=title,
        trail_steps=[above, Step(number, here), Step(_("Looked at by inspectors"))],
    )

"""The pages' door to every command: a form each, made from the register of commands."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from audit_service.api.problem import Problem
from audit_service.api.problems import problem_of
from audit_service.desks.beside import beside
from audit_service.desks.carry_out import Answer, carry_out
from audit_service.desks.carrying import Entry, every_command
from audit_service.desks.command import Command
from audit_service.desks.desk import Asked
from audit_service.desks.office import Office
from audit_service.desks.seen import remember_seen
from audit_service.identity.identity import Forbidden, Identity, NotYourRole
from audit_service.identity.recognition import recognised
from audit_service.store.errors import StaleVersion
from audit_service.web.forms import Form
from audit_service.web.forms.reading import whole_number
from audit_service.web.rendering import render
from audit_service.web.wording import filled, sentence
from domain.kernel import Refused

Page = Callable[[Request], Coroutine[Any, Any, Response]]


def form_pages(office: Office) -> list[Route]:
    """Return the page of every command.

    It is shown with `?version=` and `?seen=` of what the reader decides on, and any field that is
    to be filled in already.
    """
    return [
        Route(entry.form_at, _page(office, entry), methods=["GET", "POST"], include_in_schema=False)
        for entry in every_command()
    ]


def _page(office: Office, entry: Entry) -> Page:
    async def page(request: Request) -> Response:
        identity = _allowed(request, entry)
        if request.method != "POST":
            return await _shown(office, request, entry, _blank(entry, request.query_params))
        form = await Form.posted(request, entry.model)
        command = None if form.unfinished else form.command()
        if command is None:
            return await _shown(office, request, entry, form, status=200 if form.unfinished else 422)
        asked = Asked(
            entry=entry,
            command=command,
            parameters=request.path_params,
            identity=identity,
            key=form.key,
            expected=form.version,
            seen=form.seen,
        )
        return await _answered(office, asked, request, form)

    return page


async def _answered(office: Office, asked: Asked, request: Request, form: Form[Command]) -> Response:
    try:
        return _done(await carry_out(office, asked))
    except Forbidden:
        raise
    except Refused as refused:
        form.refused(sentence(refused))
    except StaleVersion as stale:
        form.version = stale.actual
        _tell_since(form, await run_in_threadpool(problem_of, stale, office.record))
    return await _shown(office, request, asked.entry, form, status=409)


def _tell_since(form: Form[Command], stale: Problem) -> None:
    """Say what happened since; sent again, the form is for what stands there now."""
    form.refused(stale.detail)
    for since in stale.since or ():
        form.refused(filled("%(when)s: %(what)s", when=since.recorded_at, what=since.what))


def _allowed(request: Request, entry: Entry) -> Identity:
    identity = recognised(request)
    if not identity.holds_any(entry.roles):
        raise NotYourRole.but(entry.roles)
    return identity


def _blank(entry: Entry, given: Mapping[str, str]) -> Form[Command]:
    return Form.blank(
        entry.model,
        {name: value for name, value in given.items() if name in entry.model.model_fields},
        version=whole_number(given.get("version", "")),
        seen=whole_number(given.get("seen", "")) or 0,
    )


async def _shown(
    office: Office, request: Request, entry: Entry, form: Form[Command], *, status: int = 200
) -> Response:
    about = await run_in_threadpool(beside, office, recognised(request), entry, request.path_params)
    return render(
        request,
        "command.html",
        status=status,
        title=entry.title,
        explanation=entry.explanation,
        form=form,
        about=about,
        action=quote(request.url.path),
        back=entry.left_for(request.path_params),
    )


def _done(answer: Answer) -> Response:
    position = answer.receipt.positions[-1]
    response = RedirectResponse(f"{answer.shown_at}?recorded={position}", status_code=303)
    remember_seen(response, position)
    return response

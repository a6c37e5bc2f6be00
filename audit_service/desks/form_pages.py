"""The pages' door to every command: a form each, made from the register of commands."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any
from urllib.parse import quote
from uuid import UUID

from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from audit_service.api.problem import Problem
from audit_service.api.problems import problem_of
from audit_service.desks.asked import Asked
from audit_service.desks.beside import beside
from audit_service.desks.carry_out import Answer, carry_out
from audit_service.desks.carrying import Entry, every_command
from audit_service.desks.command import Command
from audit_service.desks.officials.numbers import About, numbers_of, page_of
from audit_service.desks.prepared import prepared
from audit_service.desks.refused_readings import asking
from audit_service.desks.seen import reached, remember_seen
from audit_service.desks.watching_inspectors import watched
from audit_service.documents.failures import NotScanned
from audit_service.identity.identity import Forbidden, Identity, NotYourRole
from audit_service.identity.purposes import NamesHidden
from audit_service.identity.recognition import recognised
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord, StaleVersion
from audit_service.web.forms import Form
from audit_service.web.forms.reading import whole_number
from audit_service.web.parts import Step
from audit_service.web.rendering import render
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, filled, sentence
from domain.identities import identities_of
from domain.refusal import Refused

NAMED_NOWHERE = (
    "What is named here is not on record, so nothing was recorded. Check the numbers and the login names."
)
"""A message to translate."""

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
        asking(request, entry.name)
        identity = _allowed(request, entry)
        if request.method != "POST":
            await reached(request, office)
            return await _shown(office, request, entry)
        asking(request, "")
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
    except (Forbidden, NamesHidden, NotScanned):  # nothing in the form can be put right about it
        raise
    except NotOnRecord as unknown:
        # What the address itself names is looked for beside the form, and then there is no form to show.
        form.refused(_(NAMED_NOWHERE), *_named(asked.command, unknown.stream))
        return await _shown(office, request, asked.entry, form, status=404)
    except Refused as refused:
        form.refused(sentence(refused), *_place(asked.command, refused))
        rests_on = await run_in_threadpool(_rests_on, office, asked.identity, refused)
        return await _shown(office, request, asked.entry, form, status=409, rests_on=rests_on)
    except StaleVersion as stale:
        form.version = stale.actual
        _tell_since(form, await run_in_threadpool(problem_of, stale, office.record))
    return await _shown(office, request, asked.entry, form, status=409)


def _named(command: Command, stream: UUID) -> tuple[str, ...]:
    """Return which field of the form names something by a number or a login name; nothing if none does."""
    for name, value in command:
        texts = value if isinstance(value, tuple) else (value,)
        if any(stream in (text, *identities_of(text)) for text in texts if isinstance(text, (str, UUID))):
            return (name,)
    return ()


def _rests_on(office: Office, identity: Identity, refused: Refused) -> Step | None:
    """Return the event that makes it so, with where it is told if the reader may look there."""
    event = problem_of(refused, office.record).rests_on
    if event is None:
        return None
    page = page_of(About(**numbers_of(office, identity, {event.stream}).get(event.stream, {})))
    text = _("%(what)s, %(day)s", what=event.title, day=day(event.on))
    return Step(text, f"{page}#position-{event.position}" if page else "")


def _place(command: Command, refused: Refused) -> tuple[str | int, ...]:
    """Return where in the form it stands what the refusal speaks of: in which part of which group."""
    for name, value in command:
        for number, part in enumerate(value if isinstance(value, tuple) else ()):
            known = vars(part) if isinstance(part, BaseModel) else {}
            spoken_of = [fact for fact in known if fact in refused.facts]
            if spoken_of and all(known[fact] == refused.facts[fact] for fact in spoken_of):
                return name, number, spoken_of[-1]
    return ()


def _tell_since(form: Form[Command], stale: Problem) -> None:
    """Say what happened since; sent again, the form is for what stands there now."""
    form.refused(stale.detail)
    for since in stale.since or ():
        form.refused(filled("%(when)s: %(what)s", when=since.recorded_at, what=since.what))


def _allowed(request: Request, entry: Entry) -> Identity:
    identity = recognised(request)
    if not identity.holds_any(entry.roles):
        if entry.concealed:
            raise NotOnRecord(identity.official)
        raise NotYourRole.but(entry.roles)
    return identity


def _blank(entry: Entry, known: Mapping[str, Any], given: Mapping[str, str]) -> Form[Command]:
    told = {name: value for name, value in given.items() if name in entry.model.model_fields}
    return Form.blank(
        entry.model,
        {**known, **told},
        version=whole_number(given.get("version", "")),
        seen=whole_number(given.get("seen", "")) or 0,
    )


async def _shown(
    office: Office,
    request: Request,
    entry: Entry,
    form: Form[Command] | None = None,
    *,
    status: int = 200,
    rests_on: Step | None = None,
) -> Response:
    """Show the form as it was sent, or a blank one. Raises PurposeMissing.

    Names are hidden from here on, not before: what is recorded is recorded with them.
    """
    identity = recognised(request)
    await watched(request, office, identity, entry.form_at)
    place = office, identity, entry, request.path_params
    about, ready = await run_in_threadpool(beside, *place), await run_in_threadpool(prepared, *place)
    form = form or _blank(entry, ready.given, request.query_params)
    form.choices, form.parts = ready.choices, ready.parts
    return render(
        request,
        "command.html",
        status=status,
        title=entry.title,
        explanation=entry.explanation,
        form=form,
        about=about,
        rests_on=rests_on,
        action=quote(request.url.path),
        back=entry.left_for(request.path_params),
    )


def _done(answer: Answer) -> Response:
    position = answer.receipt.positions[-1]
    response = RedirectResponse(f"{answer.shown_at}?recorded={position}", status_code=303)
    remember_seen(response, position)
    return response

"""Signing in and out, and choosing a password."""

from typing import Annotated
from urllib.parse import quote

import structlog
from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field, SecretStr
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from audit_service.identity.accounts import LONGEST, SHORTEST, TooManyAttempts
from audit_service.identity.identities import Identities
from audit_service.identity.recognition import forget, recognised, remember, shown_secret
from audit_service.web.forms import Form
from audit_service.web.rendering import render
from audit_service.web.wording import sentence
from domain.refusal import Refused

router = APIRouter(include_in_schema=False)
log = structlog.stdlib.get_logger(__name__)

SIGN_IN, PASSWORD = "/sign-in", "/password"


class SignIn(BaseModel):
    """Who signs in."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    login: Annotated[str, Field(title="Login", min_length=1, max_length=100)]
    password: Annotated[SecretStr, Field(title="Password", min_length=1, max_length=LONGEST)]


class ChangePassword(BaseModel):
    """Choose a password that only you know. You will use it from the next sign-in on."""

    model_config = ConfigDict(frozen=True)

    old: Annotated[SecretStr, Field(title="Password until now", min_length=1, max_length=LONGEST)]
    new: Annotated[
        SecretStr,
        Field(
            title="New password",
            description="At least 12 characters. Several words are easier to remember than symbols.",
            min_length=SHORTEST,
            max_length=LONGEST,
        ),
    ]
    again: Annotated[SecretStr, Field(title="New password, once more", max_length=LONGEST)]


class NotTheSame(Refused):
    """The new password was typed differently the second time."""

    CODE = "identity.not_the_same"
    SENTENCE = "The new password is not the same both times. Type it again."


def sign_in_at(path: str) -> str:
    """Return the address of the sign-in page that leads on to the path."""
    return f"{SIGN_IN}?back={quote(path, safe='')}"


def safe(back: str) -> str:
    """Return where to go on: only within the service."""
    return back if back.startswith("/") and back[1:2] not in {"/", "\\"} else "/"


@router.get(SIGN_IN)
async def ask(request: Request, back: str = "/") -> Response:
    """Show the form to sign in."""
    if request.state.identity is not None:
        return RedirectResponse(safe(back), status_code=303)
    return _shown(request, Form.blank(SignIn))


@router.post(SIGN_IN)
async def sign_in(request: Request, back: str = "/") -> Response:
    """Start a session and go on where the reader came from."""
    form = await Form.posted(request, SignIn)
    asked = form.command()
    if asked is None:
        return _shown(request, form, status=422)
    identities: Identities = request.app.state.office.identities
    address = request.client.host if request.client else ""
    try:
        secret = await run_in_threadpool(_session, identities, asked, address)
        await run_in_threadpool(identities.sessions.end, shown_secret(request.headers))
    except Refused as refused:
        log.warning("sign-in refused", login=asked.login, address=address, code=refused.CODE)
        form.refused(sentence(refused))
        return _shown(request, form, status=429 if isinstance(refused, TooManyAttempts) else 401)
    log.info("signed in", login=asked.login, address=address)
    return _signed_in(identities, secret, safe(back))


@router.post("/sign-out")
async def sign_out(request: Request) -> Response:
    """End the session."""
    identities: Identities = request.app.state.office.identities
    secret = shown_secret(request.headers)
    await run_in_threadpool(identities.sessions.end, secret)
    identities.by_session.forget(secret)
    response = RedirectResponse(SIGN_IN, status_code=303)
    forget(response)
    return response


@router.get(PASSWORD)
async def ask_for_password(request: Request) -> Response:
    """Show the form to choose a password."""
    recognised(request)
    return _password_shown(request, Form.blank(ChangePassword))


@router.post(PASSWORD)
async def change_password(request: Request) -> Response:
    """Replace the password and start a new session, the only one."""
    identity = recognised(request)
    form = await Form.posted(request, ChangePassword)
    asked = form.command()
    if asked is None:
        return _password_shown(request, form, status=422)
    identities: Identities = request.app.state.office.identities
    old, new = asked.old.get_secret_value(), asked.new.get_secret_value()
    try:
        if new != asked.again.get_secret_value():
            raise NotTheSame
        await run_in_threadpool(identities.accounts.change, identity.official, old, new)
    except Refused as refused:
        form.refused(sentence(refused))
        return _password_shown(request, form, status=409)
    identities.by_session.forget(shown_secret(request.headers))
    log.info("password changed", login=identity.login)
    return _signed_in(identities, await run_in_threadpool(identities.sessions.start, identity.official), "/")


def _session(identities: Identities, asked: SignIn, address: str) -> str:
    password = asked.password.get_secret_value()
    return identities.sessions.start(identities.accounts.check(asked.login, password, address=address))


def _signed_in(identities: Identities, secret: str, back: str) -> Response:
    response = RedirectResponse(back, status_code=303)
    seconds = int(identities.sessions.longest.total_seconds())
    remember(response, secret, seconds=seconds, https=identities.https)
    return response


def _shown(request: Request, form: Form[SignIn], *, status: int = 200) -> Response:
    form.answers["password"] = ""
    action = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return render(request, "sign_in.html", status=status, form=form, action=action)


def _password_shown(request: Request, form: Form[ChangePassword], *, status: int = 200) -> Response:
    form.answers = dict.fromkeys(form.answers, "")
    return render(
        request,
        "command.html",
        status=status,
        title="Choose a password",
        explanation=ChangePassword.__doc__,
        form=form,
        action=PASSWORD,
        back="/",
        about=None,
    )

"""The pages for what went wrong: what happened, what was recorded, and what to do next."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse

from audit_service.web.rendering import render


@dataclass(frozen=True)
class Trouble:
    """What a kind of error means to the reader. All are messages to translate."""

    title: str
    meaning: str
    advice: str


TROUBLES = {
    400: Trouble(
        "The request could not be read",
        "Something in the address or in what was sent is not in the form that is expected.",
        "Go back and try again from the page you came from.",
    ),
    403: Trouble(
        "This is not for your role or area",
        "You are signed in, but your roles do not allow this here. The attempt was recorded.",
        "If it is part of your work, ask your manager to have the role granted to you.",
    ),
    404: Trouble(
        "Not on record",
        "There is nothing at this address. The number may be mistyped.",
        "Check the number, or look for it in the list.",
    ),
    405: Trouble(
        "This page cannot be used in that way",
        "What was sent does not belong to this address. Nothing was recorded.",
        "Go back and try again from the page you came from.",
    ),
    409: Trouble(
        "This cannot be done now",
        "A rule or a newer state of the record stands against it. Nothing was recorded.",
        "Read the reason, look at how things stand now, and decide again.",
    ),
    413: Trouble(
        "This is too large",
        "What was sent is larger than the service takes at once. Nothing was recorded.",
        "Send it in smaller pieces.",
    ),
    422: Trouble(
        "Something has to be put right first",
        "What was entered is incomplete or not in the form that is expected. Nothing was recorded.",
        "Go back, put it right and send it again.",
    ),
    429: Trouble(
        "Too many attempts",
        "There were too many attempts in a short time.",
        "Wait a few minutes and try again.",
    ),
    500: Trouble(
        "Something went wrong in the service",
        "The fault is in the service, not in what you did. It was logged.",
        "Try again in a few minutes. If it happens again, tell those who run the service.",
    ),
    503: Trouble(
        "The record cannot be reached",
        "The service cannot reach its store at the moment. Nothing was recorded.",
        "Wait a minute and send it again. Nothing will be recorded twice.",
    ),
    507: Trouble(
        "The record has no room left",
        "The disk of the store is full. Nothing was recorded.",
        "Tell those who run the service. Send it again when they have made room.",
    ),
}

BY_CODE = {
    "document.not_scanned": Trouble(
        "The file could not be scanned",
        "The scanner for viruses does not answer, and nothing is kept that it did not see.",
        "Send the file again in a few minutes. If it happens again, tell those who run the service.",
    ),
}
"""What its code tells better than its status."""


def error_page(
    request: Request,
    status: int,
    *,
    reason: str = "",
    code: str = "",
    back: str = "/",
    headers: dict[str, str] | None = None,
) -> HTMLResponse:
    """Return the page for an error. `reason` is in the reader's language, `back` is where to go on."""
    trouble = BY_CODE.get(code) or TROUBLES.get(status) or TROUBLES[500 if status >= OURS else 400]
    return render(
        request,
        "error.html",
        status=status,
        headers=headers,
        trouble=trouble,
        reason=reason,
        code=code,
        back=back,
    )


OURS = 500
"""From here on the fault is the service's own."""

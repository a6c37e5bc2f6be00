"""The pages of lessons: the list, what a month brought, and one of them."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from audit_service.api.paging import Before
from audit_service.desks.carrying import COMMANDS
from audit_service.desks.errors.names import cause_name, element_name
from audit_service.desks.lessons.columns import COLUMNS
from audit_service.desks.lessons.looking import (
    DigestAnswer,
    Filter,
    LessonAnswer,
    OfMonth,
    digest,
    facts_of,
    listed,
    programme_of,
    readable_lesson,
    review_of,
)
from audit_service.desks.lessons.readings import READINGS
from audit_service.desks.listing import Listing, narrowed_by
from audit_service.desks.moments import moments_of
from audit_service.desks.precedents.looking import check_reader
from audit_service.desks.precedents.words import WHO_READS
from audit_service.desks.reader import AtOffice, Reader
from audit_service.desks.tolerance.names import outcome_name
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.navigation import place
from audit_service.web.parts import Moment, Step
from audit_service.web.rendering import render
from audit_service.web.translation import gettext as _
from audit_service.web.wording import month, number
from domain.identities import lesson_id
from domain.roles import ORGAN
from domain.tolerance.lesson import WHO_PUBLISHES
from domain.tolerance.review import ToleranceReview

AT = "/lessons"
PAGE = 50

router = APIRouter(prefix=AT, include_in_schema=False)
place("Lessons", AT, order=37, roles=WHO_READS, seldom=True)


@router.get("")
def show_lessons(request: Request, office: AtOffice, identity: Reader, before: Before = None) -> HTMLResponse:
    """Show what was learned from determined matters."""
    check_reader(identity)
    listing = Listing[Filter, LessonAnswer](AT, narrowed_by(request, Filter))
    if listing.wanted:
        answer = listed(office, identity, listing.wanted, before=before, limit=PAGE)
        listing.show(answer.lessons, "before", before, answer.next)
    return render(
        request,
        "lessons.html",
        status=listing.status,
        block="results",
        listing=listing,
        columns=COLUMNS,
        publish_at=COMMANDS["publish_lesson"].form_at if identity.holds_any(WHO_PUBLISHES) else "",
    )


@router.get("/digest")
def show_digest(request: Request, office: AtOffice, identity: Reader) -> HTMLResponse:
    """Show what a month brought."""
    form = narrowed_by(request, OfMonth)
    wanted = form.command()
    found = digest(office, identity, wanted.month if wanted else None)
    return render(
        request,
        "lessons_digest.html",
        status=200 if wanted else 422,
        form=form,
        title=_("Lessons of %(month)s", month=month(found.month)),
        query=f"month={found.month:%Y-%m}",
        lessons=found.lessons,
        columns=COLUMNS,
        counts=_counts(found),
        trail_steps=[Step(_("Lessons"), AT), Step(month(found.month))],
    )


@router.get("/{lesson}")
def show_lesson(
    request: Request, office: AtOffice, identity: Reader, lesson: str, recorded: int = 0
) -> HTMLResponse:
    """Show what was learned from a determined matter; from which one is shown to the organ alone."""
    found = readable_lesson(office, identity, lesson)
    of_the_organ = identity.holds_any([ORGAN])
    return render(
        request,
        "lesson.html",
        just_recorded=recorded,
        found=found,
        facts=facts_of(found),
        review=_review(office, identity, lesson) if of_the_organ else "",
        moments=_moments(office, lesson) if of_the_organ and not found.gone else [],
        withdraw_at=COMMANDS["withdraw_lesson"].form_at.format(lesson=found.number)
        if identity.holds_any(WHO_PUBLISHES) and not found.gone
        else "",
        trail_steps=[Step(_("Lessons"), AT), Step(found.number)],
    )


def _review(office: Office, identity: Identity, lesson: str) -> str:
    review = office.record.find(ToleranceReview, review_of(office, identity, lesson))
    return review.number if review else ""


def _moments(office: Office, lesson: str) -> list[Moment]:
    return moments_of(office, office.record.events(lesson_id(lesson)), READINGS)


def _counts(found: DigestAnswer) -> list[tuple[str, list[list[str]]]]:
    """Return how many lessons by what, as rows of tables."""
    names = {
        "element": (_("Element"), element_name),
        "cause": (_("Cause"), cause_name),
        "outcome": (_("Outcome"), outcome_name),
        "programme": (_("Programme"), programme_of),
    }
    return [
        (title, [[name(code), number(count)] for code, count in found.counts[key].items()])
        for key, (title, name) in names.items()
    ]

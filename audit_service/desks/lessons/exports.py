"""Lessons as files: all that are looked for, and those of a month."""

from collections.abc import Iterator

from fastapi import APIRouter, Request
from starlette.responses import Response

from audit_service.desks.lessons.columns import LESSONS, OF_A_MONTH
from audit_service.desks.lessons.looking import Filter, LessonAnswer, OfMonth, digest, listed
from audit_service.desks.listing import AT_ONCE, every_row
from audit_service.desks.reader import AtOffice, Reader
from audit_service.reports.tables import Kind

router = APIRouter(include_in_schema=False)


@router.get("/lessons.{kind}")
def export_lessons(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all lessons that are asked for."""

    def every(wanted: Filter) -> Iterator[LessonAnswer]:
        return every_row(
            lambda before: listed(office, identity, wanted, before=before, limit=AT_ONCE),
            lambda page: page.lessons,
        )

    return LESSONS.asked_by(request, Filter, identity, every, kind, office.today())


@router.get("/lessons/digest.{kind}")
def export_digest(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out the lessons of a month."""

    def every(wanted: OfMonth) -> Iterator[LessonAnswer]:
        yield from digest(office, identity, wanted.month).lessons

    return OF_A_MONTH.asked_by(request, OfMonth, identity, every, kind, office.today())

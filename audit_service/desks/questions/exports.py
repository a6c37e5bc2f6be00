"""The list of questions as a file."""

from collections.abc import Iterator

from fastapi import APIRouter, Request
from starlette.responses import Response

from audit_service.desks.listing import AT_ONCE, every_row
from audit_service.desks.questions.columns import QUESTIONS
from audit_service.desks.questions.looking import Filter, QuestionAnswer, listed
from audit_service.desks.reader import AtOffice, Reader
from audit_service.reports.tables import Kind

router = APIRouter(include_in_schema=False)


@router.get("/questions.{kind}")
def export_questions(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all questions that are asked for, in the areas of the reader."""

    def every(wanted: Filter) -> Iterator[QuestionAnswer]:
        return every_row(
            lambda after: listed(office, identity, wanted, after=after, limit=AT_ONCE),
            lambda page: page.questions,
            first=0,
        )

    return QUESTIONS.asked_by(request, Filter, identity, every, kind, office.today())

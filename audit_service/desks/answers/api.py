"""What everyone may read, through the API and without a token: answers in general words, and figures."""

from typing import Annotated

from fastapi import APIRouter, Query

from audit_service.api.paging import Before, Limit
from audit_service.desks.answers.looking import Figures, PublishedAnswers, answers, figures, years
from audit_service.desks.questions.words import Topic
from audit_service.desks.reader import AtOffice

router = APIRouter(prefix="/answers", tags=["answers"])

Year = Annotated[int | None, Query(ge=1900, le=9998, description="The latest with questions if left out.")]


@router.get("")
def read_answers(
    office: AtOffice, topic: Topic | None = None, before: Before = None, limit: Limit = 20
) -> PublishedAnswers:
    """List questions and answers in general words, the latest first. Nobody has to sign in for this."""
    return answers(office, topic=topic or "", before=before, limit=limit)


@router.get("/figures")
def read_figures(office: AtOffice, year: Year = None, *, open_day: bool = False) -> Figures:
    """Count the questions of a year. What could tell who somebody is is null."""
    return figures(office, year or years(office)[0], open_day=open_day)

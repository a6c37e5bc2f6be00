"""Questions through the API: the lists of the desk, and one question."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from audit_service.api.paging import FromPosition
from audit_service.api.reader import Reader
from audit_service.desks.questions.looking import (
    Filter,
    QuestionAnswer,
    QuestionsAnswer,
    listed,
    readable_question,
)
from audit_service.desks.reader import AtOffice

router = APIRouter(prefix="/questions", tags=["questions"])


class Page(Filter, FromPosition):
    """Which questions are listed, and which page of them."""


@router.get("")
def read_questions(office: AtOffice, identity: Reader, page: Annotated[Page, Query()]) -> QuestionsAnswer:
    """List questions, the one that is there longest first, in the areas of the official."""
    return listed(office, identity, page, after=page.after, limit=page.limit)


@router.get("/{question}")
def read_question(
    question: Annotated[str, Path(max_length=60)], office: AtOffice, identity: Reader
) -> QuestionAnswer:
    """Read a question and how it stands."""
    return readable_question(office, identity, question)

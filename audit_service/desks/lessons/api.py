"""Lessons through the API: the list, what a month brought, and one of them."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from audit_service.api.paging import LATEST
from audit_service.api.reader import Reader
from audit_service.desks.lessons.looking import (
    DigestAnswer,
    Filter,
    LessonAnswer,
    LessonsAnswer,
    OfMonth,
    digest,
    listed,
    readable_lesson,
)
from audit_service.desks.reader import AtOffice

router = APIRouter(prefix="/lessons", tags=["lessons"])


class Page(Filter):
    """Which lessons are listed, and which page of them."""

    before: Annotated[
        int | None, Field(description="Position before which the page begins.", ge=1, lt=LATEST)
    ] = None
    limit: Annotated[int, Field(description="Lessons on a page.", ge=1, le=200)] = 50


@router.get("")
def read_lessons(office: AtOffice, identity: Reader, page: Annotated[Page, Query()]) -> LessonsAnswer:
    """List what was learned from determined matters, the latest first; nobody is named."""
    wanted = Filter(**page.model_dump(exclude={"before", "limit"}))
    return listed(office, identity, wanted, before=page.before, limit=page.limit)


@router.get("/digest")
def read_digest(office: AtOffice, identity: Reader, wanted: Annotated[OfMonth, Query()]) -> DigestAnswer:
    """Read what a month brought; without one the latest that brought anything."""
    return digest(office, identity, wanted.month)


@router.get("/{lesson}")
def read_lesson(
    lesson: Annotated[str, Path(max_length=60)], office: AtOffice, identity: Reader
) -> LessonAnswer:
    """Read what was learned from a determined matter."""
    return readable_lesson(office, identity, lesson)

"""What everyone may read without signing in: answers in general words, and figures."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import HTMLResponse

from audit_service.api.paging import Before
from audit_service.desks.answers.looking import (
    NAMES,
    Count,
    Figures,
    PublishedAnswer,
    answers,
    figures,
    years,
)
from audit_service.desks.answers.words import TABLES, share_of, shown
from audit_service.desks.listing import Listing, narrowed_by
from audit_service.desks.questions.words import Topic, topic_name
from audit_service.desks.reader import AtOffice
from audit_service.web.addresses import address
from audit_service.web.parts import Column, Step
from audit_service.web.rendering import render
from audit_service.web.translation import gettext as _

AT = "/answers"

router = APIRouter(prefix=AT, include_in_schema=False)

PAGE = 20

Year = Annotated[int | None, Query(ge=1900, le=9998)]


class Wanted(BaseModel):
    """Which answers are listed."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True)

    topic: Annotated[Topic | None, Field(title="Topic")] = None


@router.get("")
def show_answers(request: Request, office: AtOffice, before: Before = None) -> HTMLResponse:
    """Show questions and answers in general words, the latest first."""
    listing = Listing[Wanted, PublishedAnswer](AT, narrowed_by(request, Wanted))
    if listing.wanted:
        found = answers(office, topic=listing.wanted.topic or "", before=before, limit=PAGE)
        listing.show(found.answers, "before", before, found.next)
    return render(
        request,
        "answers.html",
        status=listing.status,
        block="results",
        listing=listing,
        topic_name=topic_name,
    )


@router.get("/figures")
def show_figures(
    request: Request, office: AtOffice, year: Year = None, *, open_day: bool = False
) -> HTMLResponse:
    """Show how many questions there were in a year, and how many were answered in time."""
    known = years(office)
    found = figures(office, year or known[0], open_day=open_day)
    return render(
        request,
        "answer_figures.html",
        found=found,
        tables=_tables(found),
        headings=[Column(_("Questions"), figure=True), Column(_("Answered in time"), figure=True)],
        trail_steps=[Step(_("Questions and answers"), AT), Step(_("Questions in figures"))],
        years=[_step(found, each, str(each)) for each in known],
        kinds=[
            Step(_("All questions"), _address(found.year, open_day=False), current=not open_day),
            Step(_("On open days"), _address(found.year, open_day=True), current=open_day),
        ],
    )


def _tables(found: Figures) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """Return each table: its title, that of its first column, and its rows, written for the reader."""
    counted: dict[str, list[Count]] = {"topic": found.topic, "channel": found.channel, "area": found.area}
    return [
        (
            _(TABLES[by][0]),
            _(TABLES[by][1]),
            [(NAMES[by](count.code), shown(count.questions), share_of(count)) for count in counts],
        )
        for by, counts in counted.items()
    ]


def _step(found: Figures, year: int, text: str) -> Step:
    return Step(text, _address(year, open_day=found.open_day), current=year == found.year)


def _address(year: int, *, open_day: bool) -> str:
    return address(f"{AT}/figures", {"year": year, "open_day": str(open_day).lower()})

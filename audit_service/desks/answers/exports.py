"""The figures that everyone may read, as a file."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from audit_service.desks.answers.looking import NAMES, Count, Figures, figures, years
from audit_service.desks.answers.words import TABLES, share_of, shown
from audit_service.desks.handing_out import Handout
from audit_service.desks.reader import AtOffice
from audit_service.reports.columns import ListColumn
from audit_service.reports.tables import Kind
from audit_service.web.translation import gettext as _

router = APIRouter(include_in_schema=False)

Year = Annotated[int | None, Query(ge=1900, le=9998)]
Row = tuple[str, Count]
"""What is counted by, and a count."""

FIGURES = Handout[Row](
    "answers-figures",
    "Questions in figures",
    (
        ListColumn(title="Counted", value=lambda row: _(TABLES[row[0]][0])),
        ListColumn(title="What is counted", value=lambda row: NAMES[row[0]](row[1].code)),
        ListColumn(title="Questions", value=lambda row: shown(row[1].questions), figure=True),
        ListColumn(title="Answered in time", value=lambda row: share_of(row[1]), figure=True),
    ),
)


@router.get("/answers/figures.{kind}")
def export_figures(office: AtOffice, kind: Kind, year: Year = None, *, open_day: bool = False) -> Response:
    """Hand out the figures of a year. Nobody has to sign in for this."""
    found = figures(office, year or years(office)[0], open_day=open_day)
    return FIGURES.answer(None, _rows(found), kind, office.today())


def _rows(found: Figures) -> Iterator[Row]:
    for by in NAMES:
        for count in getattr(found, by):
            yield by, count

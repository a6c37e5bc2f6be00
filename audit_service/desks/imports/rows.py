"""What became of each row of an import, or would: by page, and told to programs."""

from itertools import islice
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from audit_service.desks.imports.commands import WHO_IMPORTS, rows_are_open
from audit_service.desks.imports.looking import readable_import
from audit_service.desks.imports.words import RowOutcome, RowReason
from audit_service.identity.identity import Identity, NotYourArea
from audit_service.imports.about import SentFile
from audit_service.imports.folder import REPORT, TRIAL
from audit_service.imports.reports import Report
from audit_service.ledgers.outcomes import Judged, Outcome
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord
from domain.identities import import_id
from domain.imports.refusals import RowsClosed
from projections.kin import near


class RowFilter(BaseModel):
    """Which rows of a report are listed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    outcome: Annotated[RowOutcome | None, Field(title="Outcome")] = None
    reason: Annotated[RowReason | None, Field(title="Why rejected")] = None


class RowsAnswer(BaseModel):
    """What became of rows of a file."""

    rows: list[dict[str, Any]]
    left: int
    """Rows of the file that are left to a colleague: they are about relatives, or who lives with them."""
    next: int | None
    """The next page begins after this place; null on the last."""


def report_of(office: Office, reader: Identity, text: str, file: int) -> tuple[SentFile, Report]:
    """Return what became of the rows of a file, counted from 1, or would.

    Rows about relatives of the reader are left out. Raises NotOnRecord, NotYourRole, NotYourArea, RowsClosed.
    """
    found = readable_import(office, reader, text)
    about = found.about
    if about is None or not about.tried or not 1 <= file <= len(about.files) or about.files[file - 1].refused:
        raise NotOnRecord(import_id(text))
    if reader.role_for(WHO_IMPORTS, about.areas) is None:
        raise NotYourArea.but(about.areas)
    if not rows_are_open(found.events, reader, office.today()):
        raise RowsClosed
    sent = office.imports.sent(text)
    blocks, index = sent.report(REPORT, file - 1)
    if not index:
        blocks, index = sent.report(TRIAL, file - 1)
    with office.views.connect() as views:
        closed = near(views, reader.relatives)
    return about.files[file - 1], Report(blocks, index, closed)


def rows_of(report: Report, wanted: RowFilter, *, after: int, limit: int) -> tuple[list[Judged], int | None]:
    """Return rows in the order of the file, and the place after which the next page begins."""
    outcome = Outcome(wanted.outcome) if wanted.outcome else None
    places = list(islice(report.places(outcome, wanted.reason or "", after), limit + 1))
    rows = list(report.rows(places[:limit]))
    return rows, places[limit - 1] if len(places) > limit else None

"""What the lists of imports, of their files and of rows say of each."""

from audit_service.desks.handing_out import Handout
from audit_service.desks.imports.listing import ImportRow
from audit_service.desks.imports.words import COLOURS, OUTCOME_COLOURS, import_state, kinds_named
from audit_service.ledgers.outcomes import Judged
from audit_service.ledgers.telling import OUTCOMES, reasons_of, repairs_of
from audit_service.reports.columns import ListColumn
from audit_service.web.addresses import path_to
from audit_service.web.translation import gettext
from audit_service.web.wording import filled

LISTED: tuple[ListColumn[ImportRow], ...] = (
    ListColumn(
        title="Number",
        value=lambda row: row.number,
        href=lambda row: path_to("/imports", row.number) if row.seen else "",
    ),
    ListColumn(
        title="State", value=lambda row: import_state(row.state), colour=lambda row: COLOURS[row.state]
    ),
    ListColumn(title="Day", value=lambda row: row.announced_on),
    ListColumn(title="Sent by", value=lambda row: row.by),
    ListColumn(title="What it holds", value=lambda row: kinds_named(row.kinds)),
    ListColumn(title="Files", value=lambda row: row.files, figure=True),
    ListColumn(title="Rows", value=lambda row: row.rows, figure=True),
    ListColumn(title="Taken over", value=lambda row: row.accepted, figure=True),
    ListColumn(title="Already on record", value=lambda row: row.duplicate, figure=True),
    ListColumn(title="Rejected", value=lambda row: row.rejected, figure=True),
)
IMPORTS = Handout[ImportRow]("imports", "Imports", LISTED)

ROWS: tuple[ListColumn[Judged], ...] = (
    ListColumn(title="Row", value=lambda judged: judged.row.number),
    ListColumn(title="Sheet", value=lambda judged: judged.row.part.sheet),
    ListColumn(
        title="Outcome",
        value=lambda judged: gettext(OUTCOMES[judged.outcome]),
        colour=lambda judged: OUTCOME_COLOURS[judged.outcome],
    ),
    ListColumn(title="Reasons and repairs", value=lambda judged: (*reasons_of(judged), *_repairs(judged))),
)


def _repairs(judged: Judged) -> list[str]:
    if judged.faults:
        return []
    return [
        filled("%(column)s: “%(written)s” read as “%(read)s”", column=heading, written=written, read=read)
        for heading, written, read in repairs_of(judged.row)
    ]

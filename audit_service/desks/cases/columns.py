"""What the list of cases says of each."""

from audit_service.desks.cases.search import CaseRow
from audit_service.desks.handing_out import Handout
from audit_service.desks.names import COLOURS, area_name, programme_name, state_name
from audit_service.reports.columns import ListColumn, amount
from audit_service.web.addresses import path_to
from domain.cases.state import State

CASES = Handout(
    "cases",
    "Cases",
    (
        ListColumn[CaseRow](
            title="Number",
            value=lambda case: case.number,
            href=lambda case: path_to("/cases", case.number),
        ),
        ListColumn(title="Head of household", value=lambda case: case.head),
        ListColumn(title="Programme", value=lambda case: programme_name(case.programme)),
        ListColumn(title="Area", value=lambda case: area_name(case.area)),
        ListColumn(
            title="State",
            value=lambda case: state_name(case.state),
            colour=lambda case: COLOURS[State(case.state)],
        ),
        ListColumn(title="Members", value=lambda case: case.members, figure=True),
        ListColumn(title="Monthly amount", value=lambda case: amount(case.monthly_amount), figure=True),
    ),
)

"""What a case's page shows of the errors in it, and where one is reported."""

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.errors.names import STATE_COLOURS, element_name, error_state_name
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.addresses import address
from audit_service.web.parts import Step, Tag
from domain.cases.case import Case
from domain.errors.state import State
from projections.error_lists import errors_of_case


def errors_in(office: Office, case: Case) -> list[tuple[Step, Tag, str]]:
    """Return the errors of a case, the latest reported first: where each is shown, its state, its element."""
    with office.views.connect() as views:
        found = errors_of_case(views, case.id)
    return [
        (
            Step(row.number, f"/errors/{row.number}"),
            Tag(error_state_name(row.state), STATE_COLOURS[State(row.state)]),
            element_name(row.element),
        )
        for row in found
    ]


def report_at(identity: Identity, **given: str) -> str:
    """Return the address of the form for a report, with what is given; empty if it is not for them."""
    entry = COMMANDS["report_error"]
    if not identity.holds_any(entry.roles):
        return ""
    return address(entry.form_at, given)

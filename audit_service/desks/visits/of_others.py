"""What other desks show of visits: those made for a case, and where one is entered or planned."""

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.visits.words import COLOURS, visit_state
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.addresses import address, path_to
from audit_service.web.parts import Step, Tag
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day
from projections.visit_lists import Sought, listed


def visits_for(office: Office, identity: Identity, case_number: str) -> list[tuple[Step, Tag, str]]:
    """Return the visits that were made or are planned for a case, the latest first."""
    sought = Sought(case_number=case_number, apart_from=identity.relatives)
    with office.views.connect() as views:
        rows = listed(views, sought)
    return [
        (
            Step(row.number, path_to("/visits", row.number)),
            Tag(visit_state(row.state), COLOURS[row.state]),
            day(row.day),
        )
        for row in rows
    ]


def ways_to_visit(identity: Identity, **whom: object) -> list[Step]:
    """Return where a visit is entered or planned to whom is given; nothing where that is not for them."""
    entries = [COMMANDS[name] for name in ("enter_visit", "plan_visit")]
    return [
        Step(_(entry.title), address(entry.form_at, whom))
        for entry in entries
        if identity.holds_any(entry.roles)
    ]

"""What other desks have about a visit, and what it may lead to there."""

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.questions.words import COLOURS, question_state, topic_name
from audit_service.desks.visits.looking import VisitAnswer
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.addresses import address, path_to
from audit_service.web.parts import Step, Tag
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day
from domain.questions.topics import VISIT
from domain.visits.state import MADE
from projections.question_lists import questions_about


def questions_on(office: Office, visit: VisitAnswer) -> list[tuple[Step, Tag, str]]:
    """Return the questions that the family raised on the visit, the latest first."""
    with office.views.connect() as views:
        rows = questions_about(views, visits=[visit.visit])
    return [
        (
            Step(topic_name(row.topic), path_to("/questions", row.number)),
            Tag(question_state(row.state), COLOURS[row.state]),
            day(row.raised_on),
        )
        for row in rows
    ]


def family_of(visit: VisitAnswer) -> list[Step]:
    """Return where one reads on about the family: its case, its household, the person, all visits to it."""
    steps = [
        Step(_("Look at the case"), path_to("/cases", visit.case)),
        Step(_("Look at the household"), path_to("/households", visit.household)),
        Step(_("Look at the person"), path_to("/people", str(visit.person or ""))),
    ]
    return [step for step in steps if step.href]


def leading_on(identity: Identity, visit: VisitAnswer) -> list[Step]:
    """Return what a visit that was made may lead to, with what is known of it filled in."""
    if visit.state != MADE:
        return []
    here = {"area": visit.area, "visit": visit.number}
    known = {"raise_question": {**here, "channel": VISIT}, "mark_family": here}
    return [
        Step(_(COMMANDS[name].title), address(COMMANDS[name].form_at, given))
        for name, given in known.items()
        if identity.role_for(COMMANDS[name].roles, [visit.area])
    ]

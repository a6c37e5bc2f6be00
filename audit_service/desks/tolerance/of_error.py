"""What an error's page shows of tolerance: its reviews, and whether it can be flagged as tolerable."""

from dataclasses import replace

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.errors.dossier import ErrorDossier
from audit_service.desks.errors.next_steps import Offer
from audit_service.desks.tolerance.about_errors import facts_told
from audit_service.desks.tolerance.names import STATE_COLOURS, outcome_name, state_name
from audit_service.desks.tolerance.search import readable_by
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.parts import Step, Tag
from audit_service.web.wording import sentence
from domain.identities import TOLERANCE_RULES_ID
from domain.refusal import Refused
from domain.tolerance.review import ToleranceReview
from domain.tolerance.rules import Terms, ToleranceRules
from domain.tolerance.state import State
from projections.tolerance_lists import listed_reviews, reviews_of_error


def reviews_of(office: Office, identity: Identity, found: ErrorDossier) -> list[tuple[Step, Tag, str]]:
    """Return the reviews of an error that the reader may read, the latest first."""
    sought = replace(readable_by(identity), error_number=found.error.number)
    with office.views.connect() as views:
        rows = listed_reviews(views, sought)
    return [
        (
            Step(row.number, f"/tolerance/{row.number}"),
            Tag(state_name(row.state), STATE_COLOURS[State(row.state)]),
            outcome_name(row.outcome),
        )
        for row in rows
    ]


def flagging(office: Office, identity: Identity, found: ErrorDossier) -> list[Offer]:
    """Return whether the reader can flag the error as tolerable, and why not."""
    entry, error = COMMANDS["flag_as_tolerable"], found.error
    if identity.role_for(entry.roles, [error.area]) is None:
        return []
    href = entry.form_at.format(error_number=error.number)
    return [Offer(title=entry.title, href=href, why=_hindrance(office, found), others="")]


def _hindrance(office: Office, found: ErrorDossier) -> str:
    with office.views.connect() as views:
        facts = facts_told(found.error, reviews_of_error(views, found.error.id), found.error.deciders)
    rules = office.record.find(ToleranceRules, TOLERANCE_RULES_ID)
    rules = rules or ToleranceRules.blank(TOLERANCE_RULES_ID)
    terms = Terms(rules.on(office.today(), found.error.area), office.working_days)
    review = ToleranceReview.blank(found.error.id)
    review.error_number = found.error.number
    try:
        review.check_window(facts, terms, office.today())
        review.check_alone(facts)
    except Refused as refusal:
        return sentence(refusal)
    return ""

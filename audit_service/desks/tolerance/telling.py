"""What stands beside the form of a command about a review."""

from collections.abc import Mapping

from audit_service.desks.beside import Beside, stands_beside
from audit_service.desks.office import Office
from audit_service.desks.tolerance.dossier import readable_review
from audit_service.desks.tolerance.looking import clocks_of, facts_of
from audit_service.desks.tolerance.names import outcome_name, state_name
from audit_service.identity.identity import Identity
from audit_service.web.translation import gettext as _


@stands_beside("/tolerance/{review_number}/")
def tell(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Beside:
    """Tell what is on record about the review that a command is about."""
    found = readable_review(office, identity, parameters["review_number"])
    review = found.review
    outcome = [(_("Outcome"), outcome_name(review.outcome))] if review.outcome else []
    clocks = [(clock.step, _("Until %(day)s", day=clock.due_on)) for clock in clocks_of(found)]
    return Beside(
        title=_("Review %(number)s", number=review.number),
        href=f"/tolerance/{review.number}",
        facts=[(_("State"), state_name(review.state)), *outcome, *clocks, *facts_of(found)],
    )

"""What stands beside the form of a command about a review."""

from collections.abc import Mapping

from audit_service.desks.beside import Beside, stands_beside
from audit_service.desks.precedents.beside import asks_for_reason, precedents_beside
from audit_service.desks.tolerance.dossier import ReviewDossier, readable_review
from audit_service.desks.tolerance.looking import Facts, clocks_of, facts_of, lists_of, votes_of
from audit_service.desks.tolerance.names import outcome_name, state_name
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.translation import gettext as _
from audit_service.web.wording import written
from domain.tolerance.deliberating import IN_DELIBERATION


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
        facts=[
            (_("State"), state_name(review.state)),
            *outcome,
            *_deliberated(found),
            *clocks,
            *facts_of(found),
        ],
        determined=bool(outcome),
    )


def _deliberated(found: ReviewDossier) -> Facts:
    """Return what there is to decide on while it is deliberated: findings, votes, proposal, precedents."""
    if found.review.state not in IN_DELIBERATION:
        return []
    votes = "\n".join(
        _("%(who)s: %(what)s", who=member, what=outcome) for member, outcome, _on in votes_of(found)
    )
    return [
        *lists_of(found),
        (_("Votes"), votes),
        (_("Proposed outcome"), outcome_name(found.review.proposed)),
        *_precedents(found),
    ]


def _precedents(found: ReviewDossier) -> Facts:
    """Return how often what was determined in similar matters, and when it asks for a reason."""
    beside = precedents_beside(found.office, found.review.id)
    if beside is None or not beside.alike:
        return [(_("Similar matters"), _("Nothing was determined yet in a matter like this one."))]
    outcomes = [column.title for column in beside.columns[1:]]
    spread = [
        _(
            "%(who)s: %(what)s",
            who=width,
            what=written([f"{title} {count}" for title, count in zip(outcomes, counts, strict=True)]),
        )
        for width, *counts in beside.spread
    ]
    return [(_("Similar matters"), "\n".join((*spread, asks_for_reason())))]

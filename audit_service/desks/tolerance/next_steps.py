"""What can be done with a review next, by whom, and why not."""

from collections.abc import Iterator
from functools import cache
from uuid import UUID

from audit_service.desks.carrying import COMMANDS, Entry
from audit_service.desks.errors.next_steps import NOBODY, Offer
from audit_service.desks.tolerance.dossier import ReviewDossier
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity, NotYourRole
from audit_service.office import Office
from audit_service.web.addresses import address
from audit_service.web.wording import sentence, written
from domain.kernel import Act
from domain.tolerance.actions import Action, actions

ACTION_OF = {
    "answer_factors": "answer_factor",
    "claim_situations": "claim_situations",
    "cite_prior_filing": "cite_filing",
    "submit_application": "submit",
    "accept_tolerance_application": "accept",
    "request_tolerance_supplement": "request_supplement",
    "refuse_acceptance": "refuse_acceptance",
    "supplement_tolerance_application": "supplement",
    "assign_verifiers": "assign_verifiers",
    "report_verification": "report_verification",
    "sign_verification": "sign_verification",
    "recuse_verifier": "recuse_verifier",
    "replace_verifier": "replace_verifier",
    "extend_verification": "extend_verification",
    "offer_statement": "offer_statement",
    "make_statement": "make_statement",
    "decline_statement": "decline_statement",
    "open_deliberation": "open_deliberation",
    "record_minutes": "record_minutes",
    "cast_vote": "vote",
    "recuse_voter": "recuse_voter",
    "propose_outcome": "propose",
    "determine_outcome": "determine",
    "notify_of_determination": "notify",
    "request_review": "request_review",
    "assign_reviewers": "assign_reviewers",
    "decide_review": "decide_review",
    "make_final": "become_final",
    "file_determination": "file",
    "record_effects": "record_effects",
    "clear_name": "clear_name",
    "close_tolerance_review": "close",
    "withdraw_application": "withdraw",
    "suspend_for_case": "suspend",
    "resume_review": "resume",
    "revoke_determination": "revoke",
}
"""By command, the action of a review that it asks for; in the order they come in the life of one."""


class NextSteps:
    """What can be done with a review, as one official is told."""

    def __init__(self, office: Office, identity: Identity, found: ReviewDossier) -> None:
        self._office, self._identity, self._found = office, identity, found
        self._review = found.review
        self._actions = cache(self._asked)

    def offers(self) -> list[Offer]:
        """Return everything that can be done, and what cannot be and why."""
        mine = list(self._mine())
        names = Names.of(self._office, {one for _entry, action in mine for one in action.excluded})
        return [*(self._offer(entry, action, names) for entry, action in mine), *self._of_others()]

    def _mine(self) -> Iterator[tuple[Entry, Action]]:
        """Yield what the reader's roles may ask for; where they are concerned, in any area."""
        areas = () if self._identity.official in self._review.officials else (self._review.area,)
        for name, entry in self._entries():
            if role := self._identity.role_for(entry.roles, areas):
                yield entry, self._actions(role, self._identity.official)[name]

    def _of_others(self) -> Iterator[Offer]:
        """Yield what waits for somebody in a role that the reader does not hold."""
        for name, entry in self._entries():
            if self._identity.holds_any(entry.roles):
                continue
            if self._actions(entry.roles[0], NOBODY)[name].refusal is None:
                yield Offer(entry.title, "", sentence(NotYourRole.but(entry.roles)), "")

    def _entries(self) -> Iterator[tuple[str, Entry]]:
        return ((action, COMMANDS[command]) for command, action in ACTION_OF.items())

    def _asked(self, role: str, by: UUID) -> dict[str, Action]:
        act = Act(by=by, role=role, unit=self._identity.unit, on=self._office.today())
        return {action.name: action for action in actions(self._review, act)}

    def _offer(self, entry: Entry, action: Action, names: Names) -> Offer:
        review = self._review
        query = {"version": str(review.version), "seen": str(self._found.position)}
        return Offer(
            title=entry.title,
            href=address(entry.form_at.format(review_number=review.number), query),
            why=sentence(action.refusal) if action.refusal else "",
            others=written([names.official(one) for one in action.excluded]) if action.excluded else "",
        )


def offers(office: Office, identity: Identity, found: ReviewDossier) -> list[Offer]:
    """Return what can be done with the review by this official, and what cannot and why."""
    return NextSteps(office, identity, found).offers()

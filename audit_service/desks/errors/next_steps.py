"""What can be done with an error next, by whom, and why not."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from uuid import UUID

from audit_service.desks.carrying import COMMANDS, Entry
from audit_service.desks.errors.beginnings import beginning
from audit_service.desks.errors.dossier import ErrorDossier
from audit_service.desks.errors.refusals import NoCaseToCorrect
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity, NotYourRole
from audit_service.office import Office
from audit_service.web.addresses import address
from audit_service.web.wording import sentence, written
from domain.errors.actions import Action, actions
from domain.kernel import Act

ACTION_OF = {
    "take_up_substantiation": "begin_substantiation",
    "substantiate_error": "substantiate",
    "dismiss_error": "dismiss",
    "classify_error": "classify",
    "issue_correction_notice": "issue_notice",
    "acknowledge_notice": "acknowledge",
    "object_to_notice": "object_to_notice",
    "decide_notice_objection": "decide_objection",
    "submit_plan": "submit_plan",
    "accept_plan": "accept_plan",
    "correct_case": "correct_case",
    "redetermine_case": "correct_case",
    "end_case": "correct_case",
    "enter_difference": "enter_difference",
    "order_back_payment": "order_back_payment",
    "record_back_payment": "pay_back",
    "decide_recoverability": "decide_recoverability",
    "decide_recovery": "decide_recovery",
    "record_recovery": "receive_recovery",
    "reverse_entry": "reverse_entry",
    "complete_correction": "complete_correction",
    "verify_correction": "verify_correction",
    "reject_correction": "reject_correction",
    "escalate_notice": "escalate",
    "close_error": "close",
    "follow_up": "follow_up",
    "notice_accountability": "notice_accountability",
    "decide_accountability": "decide_accountability",
    "reopen_error": "reopen",
}
"""By command, the action of an error that it asks for; in the order they come in the life of one."""

NOBODY = UUID(int=0)
"""Somebody who had no part in anything."""


@dataclass(frozen=True)
class Offer:
    """An action as the page shows it."""

    title: str
    """A message to translate."""
    href: str
    why: str
    """Why the reader cannot do it now; empty if they can."""
    others: str
    """Officials who may not do it, for the part they had; empty if there are none."""


class NextSteps:
    """What can be done with an error, as one official is told."""

    def __init__(self, office: Office, identity: Identity, found: ErrorDossier) -> None:
        self._office, self._identity, self._found = office, identity, found
        self._actions = cache(self._asked)

    def offers(self) -> list[Offer]:
        """Return everything that can be done, and what cannot be and why."""
        mine, theirs = self._actions_of_mine(), self._actions_of_others()
        self._names = Names.of(self._office, {one for _entry, each in mine for one in each.excluded})
        return [*(self._offer(entry, each) for entry, each in mine), *theirs]

    def _actions_of_mine(self) -> list[tuple[Entry, Action]]:
        """Return what the reader's roles may ask for."""
        return [
            (entry, self._actions(role, self._identity.official)[name])
            for name, entry in self._entries()
            if (role := self._identity.role_for(entry.roles, [self._found.error.area]))
        ]

    def _actions_of_others(self) -> list[Offer]:
        """Return what waits for somebody in a role that the reader does not hold."""
        return [
            Offer(entry.title, "", sentence(NotYourRole.but(entry.roles)), "")
            for name, entry in self._entries()
            if self._identity.role_for(entry.roles, [self._found.error.area]) is None
            and self._actions(entry.roles[0], NOBODY)[name].refusal is None
        ]

    def _entries(self) -> Iterable[tuple[str, Entry]]:
        return ((action, COMMANDS[command]) for command, action in ACTION_OF.items())

    def _asked(self, role: str, by: UUID) -> dict[str, Action]:
        error = self._found.error
        act = Act(by=by, role=role, unit=self._identity.unit, on=self._office.today())
        found = {action.name: action for action in actions(error, act)}
        if error.case is None and found["correct_case"].refusal is None:
            found["correct_case"] = replace(
                found["correct_case"], refusal=NoCaseToCorrect(number=error.number)
            )
        return found

    def _offer(self, entry: Entry, action: Action) -> Offer:
        error = self._found.error
        known = beginning(error, action.name) if action.refusal is None else {}
        query = {"version": str(error.version), "seen": str(self._found.position), **known}
        return Offer(
            title=entry.title,
            href=address(entry.form_at.format(error_number=error.number), query),
            why=sentence(action.refusal) if action.refusal else "",
            others=written([self._names.official(one) for one in action.excluded]) if action.excluded else "",
        )


def offers(office: Office, identity: Identity, found: ErrorDossier) -> list[Offer]:
    """Return what can be done with the error by this official, and what cannot and why."""
    return NextSteps(office, identity, found).offers()

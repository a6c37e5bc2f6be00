"""What can be done with a case next, by whom, why not, and by when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.cases.dossier import Dossier
from audit_service.desks.errors.deciders import DECIDED
from audit_service.desks.errors.of_case import report_at
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.addresses import address
from audit_service.web.parts import Moment, Step
from audit_service.web.translation import gettext as _
from audit_service.web.wording import sentence
from domain.cases.actions import Waiting, actions, waiting
from domain.cases.dissent import DECISIONS
from domain.kernel import Act, Event
from domain.roles import MANAGER

COMMAND_OF = {
    "request_supplement": "request_supplement",
    "accept": "accept_application",
    "check_means": "record_means_check",
    "record_visit": "record_visit",
    "give_opinion": "give_opinion",
    "post_notice": "post_notice",
    "raise_objection": "raise_objection",
    "answer_objection": "answer_objection",
    "end_notice": "end_notice",
    "confirm": "confirm_assistance",
    "refuse": "refuse_application",
    "change_fact": "record_change",
    "correct_fact": "record_correction",
    "adjust": "adjust_amount",
    "suspend": "suspend_payment",
    "resume": "resume_payment",
    "terminate": "end_assistance",
    "reserve_dissent": "reserve_dissent",
    "object_to_order": "object_to_order",
}
"""The command by which each action of a case is asked for."""

QUESTIONS = {
    "change_fact": "It became different from a day on.",
    "correct_fact": "It has been like this all along, and was recorded wrongly.",
}
"""Which of the two it is, as a plain question; messages to translate."""


@dataclass(frozen=True)
class Offer:
    """An action as the page shows it."""

    name: str
    title: str
    """A message to translate."""
    href: str
    why: str
    """Why it cannot be done now; empty if it can."""

    @property
    def hint(self) -> str:
        """What the action is for, where two are easily mixed up; a message to translate."""
        return QUESTIONS.get(self.name, "")


def offers(office: Office, identity: Identity, found: Dossier) -> list[Offer]:
    """Return what can be done with the case by this official, and what cannot and why."""
    seen = {"version": found.case.version, "seen": found.position}
    decided = [event.position for event in found.events if isinstance(event, DECISIONS)]
    asked = []
    for action in actions(found.case, _act(office, identity, found)):
        entry = COMMANDS[COMMAND_OF[action.name]]
        if identity.role_for(entry.roles, [found.case.area]) is None:
            continue
        latest = {"decision": decided[-1]} if action.name == "reserve_dissent" and decided else {}
        href = address(entry.form_at.format(number=found.case.number), seen | latest)
        why = sentence(action.refusal) if action.refusal else ""
        asked.append(Offer(action.name, entry.title, href, why))
    return asked


def with_ways_to_object(identity: Identity, found: Dossier, told: Sequence[Moment]) -> list[Moment]:
    """Return the history with ways to report an error in a decision, and to reserve an opinion against it."""
    decided = {event.position: event for event in found.events if isinstance(event, (*DECIDED, *DECISIONS))}
    return [
        replace(each, links=_objections(identity, found, decided[each.position]))
        if each.position in decided
        else each
        for each in told
    ]


def _objections(identity: Identity, found: Dossier, decision: Event) -> list[Step]:
    number, position = found.case.number, str(decision.position)
    since = {"from_month": str(decision.valid_from)} if decision.valid_from else {}
    report = report_at(identity, case_number=number, decision=position, **since)
    dissent = COMMANDS["reserve_dissent"]
    may_dissent = isinstance(decision, DECISIONS) and identity.role_for(dissent.roles, [found.case.area])
    opinion = address(dissent.form_at.format(number=number), {"decision": position})
    return [
        *([Step(_("Report an error in it"), report)] if report else []),
        *([Step(_("Reserve an opinion on it"), opinion)] if may_dissent else []),
    ]


def _act(office: Office, identity: Identity, found: Dossier) -> Act:
    """Return the act as which the official would decide."""
    deciders = found.case.programme.deciders(emergency=found.case.emergency)
    role = identity.role_for(deciders, [found.case.area]) or MANAGER
    return Act(by=identity.official, role=role, unit=identity.unit, on=office.today())


def waiting_for(office: Office, found: Dossier) -> tuple[Waiting, ...]:
    """Return the steps that the case waits for; none where the arrangement of the year is not known."""
    try:
        return waiting(found.case, office.working_days)
    except LookupError:
        return ()

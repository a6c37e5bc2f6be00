"""What may be done with a case next, why not, and by when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from domain.cases.case import Case
from domain.cases.programmes import ACCEPTED, APPLIED, CHECKED, NOTICE, OPINION, STEPS, VISITED
from domain.kernel import Act
from domain.refusal import Refused
from domain.standards.deadlines import WorkingDays, due, policy_on


@dataclass(frozen=True)
class Action:
    """Something that can be done with a case, now or not."""

    name: str
    """One of ACTIONS: the name of the case's method."""
    title: str
    """A message to translate."""
    refusal: Refused | None = None
    """Why it may not be done now; None if it may."""


@dataclass(frozen=True)
class Waiting:
    """A step that a case waits for, and the last day on which it is in time."""

    step: str
    title: str
    """A message to translate."""
    by: date
    basis: str
    """What the time limit rests on."""


Check = Callable[[Case, Act], None]


def _step(step: str) -> Check:
    return lambda case, _: case.check_step(step)


ACTIONS: dict[str, tuple[str, Check]] = {
    "request_supplement": ("Ask for what is missing", lambda case, _: case.check_supplement()),
    "accept": ("Accept the application", _step(ACCEPTED)),
    "check_means": ("Record the means check", _step(CHECKED)),
    "record_visit": ("Record a visit", _step(VISITED)),
    "give_opinion": ("Give the preliminary opinion", _step(OPINION)),
    "post_notice": ("Post the public notice", _step(NOTICE)),
    "raise_objection": ("Record an objection", lambda case, _: case.check_objection()),
    "answer_objection": ("Answer an objection", lambda case, _: case.check_answer()),
    "end_notice": ("End the public notice", Case.check_end_of_notice),
    "confirm": ("Confirm the assistance", Case.check_confirmation),
    "refuse": ("Refuse the application", Case.check_refusal),
    "change_fact": ("Record a change", lambda case, _: case.check_change()),
    "correct_fact": ("Record a correction", lambda case, _: case.check_correction()),
    "adjust": ("Adjust the amount", lambda case, _: case.check_adjustment()),
    "suspend": ("Suspend payment", lambda case, _: case.check_suspension()),
    "resume": ("Resume payment", lambda case, _: case.check_resumption()),
    "terminate": ("End the assistance", lambda case, _: case.check_termination()),
    "reserve_dissent": ("Reserve your opinion", lambda case, _: case.check_dissent()),
    "object_to_order": ("Object to an order", lambda _case, _act: None),
}
"""Title and check of each, in the order they come in the life of a case."""


def actions(case: Case, act: Act) -> tuple[Action, ...]:
    """Return everything that can be done with a case, with what stands against it for this official.

    What a command carries out checks the same, and what is asked for besides.
    """
    return tuple(_action(name, title, check, case, act) for name, (title, check) in ACTIONS.items())


def waiting(case: Case, working_days: WorkingDays) -> tuple[Waiting, ...]:
    """Return the steps that the case waits for within a time limit, the most urgent first."""
    applied = case.done_on(APPLIED)
    policy = policy_on(case.programme.policies, applied) if applied else None
    if policy is None:
        return ()
    found = []
    for limit in policy.limits:
        since = case.done_on(limit.after)
        if since and limit.step in case.steps and not case.done_on(limit.step):
            by = due(limit, since, working_days)
            found.append(Waiting(limit.step, STEPS[limit.step], by, policy.basis))
    return tuple(sorted(found, key=lambda each: each.by))


def _action(name: str, title: str, check: Check, case: Case, act: Act) -> Action:
    try:
        check(case, act)
    except Refused as refusal:
        return Action(name, title, refusal)
    return Action(name, title)

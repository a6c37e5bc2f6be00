"""Who had a part in an error does not take another that it excludes: every pair of acts by one person."""

from collections import deque
from dataclasses import replace
from itertools import product

import pytest

from domain.errors.accountability_refusals import PlanNotYours
from domain.errors.actions import ACTIONS, actions
from domain.errors.duties import DECISION, EXCLUDES, KEPT_FROM, PARTS, TAKEN_BY
from domain.errors.error_record import ErrorRecord
from domain.errors.refusals import HadAPart, NotForThisRole
from domain.kernel import Act
from tests.builders import CASEWORKER, an_act
from tests.domain.errors.life import NAMES, WATCHED, Step, a_whole_life, live, reported_for
from tests.error_builders import REVIEWER, a_completed_error, a_reported_error
from tests.history import events_of, given, refused

DECIDED = {"decide"}
SUBSTANTIATED = {"begin_substantiation", "substantiate", "dismiss", "classify"}
NOTIFIED = {"issue_notice"}
OBJECTED, ANSWERED = {"object_to_notice"}, {"decide_objection"}
CARRIED_OUT = {"submit_plan", "complete_correction"}
CORRECTED = {
    "correct_case",
    "enter_difference",
    "order_back_payment",
    "decide_recoverability",
    "decide_recovery",
    "reverse_entry",
}
VERIFIED = {"verify_correction", "reject_correction", "follow_up"}

MATRIX = (
    (DECIDED, SUBSTANTIATED),
    (DECIDED, CORRECTED),
    (DECIDED, VERIFIED),
    (DECIDED, ANSWERED),
    (DECIDED, {"close"}),
    (SUBSTANTIATED, CORRECTED | CARRIED_OUT),
    (SUBSTANTIATED, VERIFIED),
    (CORRECTED | CARRIED_OUT, VERIFIED),
    (NOTIFIED, VERIFIED),
    (NOTIFIED, ANSWERED),
    (OBJECTED, ANSWERED),
    (DECIDED | CARRIED_OUT, {"accept_plan"}),
    (DECIDED, {"notice_accountability", "decide_accountability"}),
)
"""Acts that nobody does both of, in whatever order."""


def are_excluded(one: str, other: str) -> bool:
    return any((one in a and other in b) or (one in b and other in a) for a, b in MATRIX)


def walk(first: str, second: str) -> tuple[ErrorRecord, Step, Act, int]:
    """Let the watched person do the first act in one round; stop before they do the second in the next."""
    decided = first == "decide"
    error, turn = reported_for(*[WATCHED] * decided), 1 if decided else 2
    if not decided:
        deque(live(error, 1, watched=first), maxlen=0)
    steps = live(error, turn, watched=second)
    step, act = next((step, act) for step, act in steps if act.by == WATCHED)
    return error, step, act, turn


@pytest.mark.parametrize(("first", "second"), [*product(("decide", *NAMES), NAMES)])
def test_nobody_does_what_their_part_excludes(first: str, second: str) -> None:
    error, step, act, turn = walk(first, second)
    before = len(error.pending_events)

    if are_excluded(first, second):
        (had,) = (done for done in error.done if done.by == WATCHED)
        with refused(error, HadAPart, f"You had your part on {had.on}: {TAKEN_BY[had.topic][1]}."):
            step.do(error, act, turn)
    else:
        step.do(error, act, turn)
        assert [event.by for event in events_of(error)[before:]] == [WATCHED]


@pytest.mark.parametrize("first", NAMES)
def test_what_an_act_excludes_is_not_among_the_actions(first: str) -> None:
    error, step, act, _ = walk(first, first)
    possible = {action.name: action for action in actions(error, act)}

    for name, action in possible.items():
        assert (WATCHED in action.excluded) == are_excluded(first, name)
    assert step.name not in possible or possible[step.name].refusal is None


def test_the_refusal_names_the_rule_and_the_act_that_makes_it_so() -> None:
    error = given(a_completed_error())

    with refused(
        error,
        HadAPart,
        "Nobody does both: “Look into the error and classify it” and “Verify the correction”. You had your"
        " part on 2021-09-03: Substantiation begun. Hand it to another official.",
    ):
        error.verify_correction(an_act("2021-09-20", by=REVIEWER, role="manager"))


def test_who_decided_is_named_with_the_day_of_the_decision() -> None:
    known, unknown = given(a_reported_error()), given(a_reported_error(decided_on=None))

    with refused(known, HadAPart, "You had your part on 2021-04-28: Decision in question."):
        known.begin_substantiation(an_act("2021-09-02", by=CASEWORKER))
    with refused(unknown, HadAPart, "You had your part on 2021-09-01: Decision in question."):
        unknown.begin_substantiation(an_act("2021-09-02", by=CASEWORKER))


@pytest.mark.parametrize("role", ["inspector", "operator"])
@pytest.mark.parametrize("name", [name for name, (_, part, _) in ACTIONS.items() if part])
def test_inspectors_see_to_notices_and_correct_nothing(name: str, role: str) -> None:
    error = reported_for()
    step, act = next((step, act) for step, act in live(error, 1, watched=name) if step.name == name)
    inspector = replace(act, role=role)

    if (name, role) == ("issue_notice", "inspector"):
        step.do(error, inspector, 1)
        assert events_of(error)[-1].role == "inspector"
    elif (name, role) == ("accept_plan", "inspector"):
        with refused(error, PlanNotYours, "is accepted by who issued the notice, or by a manager"):
            step.do(error, inspector, 1)
    else:
        with refused(error, NotForThisRole, f"is not done in the role: {role.title()}."):
            step.do(error, inspector, 1)


def test_the_table_speaks_of_every_part_and_every_act_that_takes_one() -> None:
    topics = {event.TOPIC for event in ErrorRecord.EVENTS} | {DECISION}

    assert set(EXCLUDES) | {"decided"} == set(PARTS) >= {part for part, _ in TAKEN_BY.values()}
    assert set(TAKEN_BY) <= topics
    assert all(parts <= set(PARTS) for parts in (*EXCLUDES.values(), *KEPT_FROM.values()))


def test_every_act_that_takes_a_part_is_remembered() -> None:
    error = a_whole_life()

    assert {done.topic for done in error.done} == set(TAKEN_BY)

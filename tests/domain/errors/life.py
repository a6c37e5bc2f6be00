"""The whole life of an error, act by act, each by whoever is cast for it."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import MonthEntry
from domain.errors.recovery_policy import RECOVER
from domain.errors.state import MonthAmount
from domain.kernel import Act
from tests.builders import CASEWORKER, an_act, day, person
from tests.error_builders import (
    CATALOGUE,
    EVIDENCE,
    a_case_correction,
    a_classification,
    a_report,
    reported,
)

WATCHED = person("watched")
BEGIN = day("2021-09-01")
MONTHS = {1: ("2021-05-01", "2021-06-01"), 2: ("2021-07-01", "2021-08-01")}
"""Paid too little and too much, by round."""


@dataclass(frozen=True)
class Step:
    """An act of a round; the same act may come several times."""

    name: str
    do: Callable[[ErrorRecord, Act, int], None]
    wait: int = 1
    """Days since the step before."""
    role: str = "manager"


def _classify(error: ErrorRecord, act: Act, turn: int) -> None:
    owed, overpaid = map(day, MONTHS[turn])
    amounts = (MonthAmount(owed, 5000), MonthAmount(overpaid, -5000))
    error.classify(a_classification(direction="both", amounts=amounts), CATALOGUE, act)


def _notify(error: ErrorRecord, act: Act, turn: int) -> None:
    persons = (WATCHED, *(_cast(step.name, turn) for step in ROUND))
    due_on = act.on + timedelta(days=10)
    error.issue_notice(f"JC-{turn}", act, items=("back_payment", "recovery"), persons=persons, due_on=due_on)


def _hold(error: ErrorRecord, act: Act, turn: int) -> None:
    error.notice_accountability(person(f"held {turn}"), "fictional notice", act, noticed_on=act.on)


def _decide(error: ErrorRecord, act: Act, turn: int) -> None:
    error.decide_accountability(person(f"held {turn}"), "fictional decision", act, decided_on=act.on)


def _enter(error: ErrorRecord, act: Act, turn: int) -> None:
    error.enter_difference([MonthEntry(day(MONTHS[turn][0]), 0, 2000)], act)


def _find(error: ErrorRecord, act: Act, turn: int) -> None:
    owed, overpaid = map(day, MONTHS[turn])
    error.find_difference((MonthEntry(owed, 2000, 5000), MonthEntry(overpaid, 5000, 0)), (), act)


def _order(error: ErrorRecord, act: Act, turn: int) -> None:
    error.order_back_payment([day(MONTHS[turn][0])], 5000, act)


ROUND = (
    Step("begin_substantiation", lambda error, act, _: error.begin_substantiation(act)),
    Step("dismiss", lambda error, act, _: error.dismiss("no_error", act)),
    Step("reopen", lambda error, act, _: error.reopen("It was one.", act)),
    Step("begin_substantiation", lambda error, act, _: error.begin_substantiation(act)),
    Step("substantiate", lambda error, act, _: error.substantiate(EVIDENCE, act)),
    Step("classify", _classify),
    Step("issue_notice", _notify),
    Step("acknowledge", lambda error, act, _: error.acknowledge(act)),
    Step("object_to_notice", lambda error, act, _: error.object_to_notice("Not so.", act)),
    Step("decide_objection", lambda error, act, _: error.decide_objection(act, upheld=False)),
    Step("submit_plan", lambda error, act, _: error.submit_plan("Correct it.", act, done_by=act.on)),
    Step("accept_plan", lambda error, act, _: error.accept_plan(act)),
    Step("notice_accountability", _hold, role="organ"),
    Step("decide_accountability", _decide, role="organ"),
    Step("enter_difference", _enter),
    Step("correct_case", lambda error, act, _: error.correct_case(act=act, **a_case_correction())),
    Step("find_difference", _find),
    Step("order_back_payment", _order),
    Step("reverse_entry", lambda error, act, _: error.reverse_entry(len(error.ledger.entries), act)),
    Step("order_back_payment", _order),
    Step("pay_back", lambda error, act, _: error.pay_back(5000, act.on, act)),
    Step(
        "decide_recoverability",
        lambda error, act, _: error.decide_recoverability(5000, act, recoverable=True, noticeable=True),
    ),
    Step("decide_recovery", lambda error, act, _: error.decide_recovery(RECOVER, 5000, act)),
    Step("receive_recovery", lambda error, act, _: error.receive_recovery(5000, act.on, act)),
    Step("escalate", lambda error, act, _: error.escalate("Fictional Bureau", act), wait=20),
    Step("hand_up", lambda error, act, _: error.hand_up(act)),
    Step("complete_correction", lambda error, act, _: error.complete_correction(act)),
    Step("reject_correction", lambda error, act, _: error.reject_correction(act)),
    Step("complete_correction", lambda error, act, _: error.complete_correction(act)),
    Step("verify_correction", lambda error, act, _: error.verify_correction(act)),
    Step("close", lambda error, act, _: error.close(act)),
    Step("follow_up", lambda error, act, _: error.follow_up(30, act, holds=False), wait=30),
    Step("reopen", lambda error, act, _: error.reopen("It does not hold.", act)),
)
NAMES = tuple(dict.fromkeys(step.name for step in ROUND))


def reported_for(*deciders: UUID) -> ErrorRecord:
    return reported(a_report(deciders=deciders), an_act(BEGIN.isoformat()))


def live(error: ErrorRecord, turn: int, *, watched: str) -> Iterator[tuple[Step, Act]]:
    """Hand out each step before it is taken; the first of the watched ones is by the watched person."""
    today = BEGIN + timedelta(days=120 * (turn - 1))
    seen = False
    for step in ROUND:
        today += timedelta(days=step.wait)
        is_watched = step.name == watched and not seen
        seen = seen or is_watched
        by = WATCHED if is_watched else _cast(step.name, turn)
        act = an_act(today.isoformat(), by=by, role=step.role)
        yield step, act
        step.do(error, act, turn)


def _cast(name: str, turn: int) -> UUID:
    """Everyone does one thing only, in one round."""
    return person(f"{name} {turn}")


def a_whole_life() -> ErrorRecord:
    """An error that everything happened to, and that was opened again in the end."""
    error = reported_for(CASEWORKER)
    deque(live(error, 1, watched=""), maxlen=0)
    return error

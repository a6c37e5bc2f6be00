from collections.abc import Callable
from typing import Any

import pytest

from domain.areas import UnknownArea
from domain.cases.case import Case
from domain.cases.entitlement import Uplift
from domain.cases.payment_refusals import ImpossibleFacts
from domain.cases.programmes import PROGRAMMES, STEPS, UnknownProgramme
from domain.cases.refusals import (
    NoEmergencyInProgramme,
    NotOpen,
    StepDoneAlready,
    StepMissing,
    StepNotInProgramme,
    SupplementAlreadyRequested,
    TooFewVisitors,
)
from domain.cases.state import State
from domain.kernel import Act
from domain.refusal import Refused
from tests.builders import (
    CASEWORKER,
    COLLEAGUE,
    STANDARDS,
    a_case_taken_over,
    a_case_to_decide,
    a_checked_case,
    a_claim,
    a_confirmed_case,
    a_managers_act,
    an_accepted_case,
    an_act,
    an_applied_case,
    day,
    means,
)
from tests.history import given, last, recorded, refused

Do = Callable[[Case, Act], None]

TAKE: dict[str, Do] = {
    "accepted": lambda case, act: case.accept(act),
    "means_checked": lambda case, act: case.check_means(act, **means()),
    "visited": lambda case, act: case.record_visit((CASEWORKER, COLLEAGUE), "As declared.", act),
    "opinion_given": lambda case, act: case.give_opinion(act, favourable=True, proposed_amount=75000),
    "notice_posted": lambda case, act: case.post_notice(act),
    "notice_ended": lambda case, act: case.end_notice(act),
    "decided": lambda case, _: case.confirm(STANDARDS, a_managers_act("2021-06-20"), granted=None),
}


def test_an_application_opens_a_case() -> None:
    case = given(an_applied_case())

    assert (case.state, case.area, case.began) == (State.OPEN, "210202", day("2021-04-01"))
    assert case.done_on("applied") == day("2021-04-01")
    assert case.done_on("accepted") is None


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"programme": "lottery"}, UnknownProgramme),
        ({"area": "210299"}, UnknownArea),
        ({"emergency": True}, NoEmergencyInProgramme),
    ],
)
def test_what_there_is_not_cannot_be_applied_for(wrong: dict[str, Any], refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        an_applied_case(**wrong)


@pytest.mark.parametrize("code", ["dibao", "orphan"])
def test_no_step_comes_before_those_it_rests_on(code: str) -> None:
    steps = PROGRAMMES[code].steps
    case = given(an_applied_case(programme=code))
    for step, before in steps.items():
        if before != ("applied",):
            with refused(case, StepMissing, f"comes before “{STEPS[step]}”"):
                TAKE[step](case, an_act("2021-06-20"))


def test_the_steps_lead_to_the_decision() -> None:
    case = given(an_applied_case())

    for step, take in TAKE.items():
        take(case, an_act("2021-05-01" if step == "notice_posted" else "2021-05-08"))

    assert recorded(case)[:6] == [
        Case.Accepted,
        Case.MeansChecked,
        Case.Visited,
        Case.OpinionGiven,
        Case.NoticePosted,
        Case.NoticeEnded,
    ]
    assert case.state is State.IN_PAYMENT


def test_a_step_is_done_once() -> None:
    case = given(a_case_to_decide())

    for step in ("accepted", "means_checked", "visited", "opinion_given", "notice_posted", "notice_ended"):
        with refused(case, StepDoneAlready, f"“{STEPS[step]}” was recorded on"):
            TAKE[step](case, an_act("2021-06-20"))


def test_means_are_checked_again_while_no_opinion_rests_on_them() -> None:
    case = given(a_checked_case())

    case.check_means(an_act("2021-04-09"), **means(monthly_income=120000))
    case.record_visit((CASEWORKER, COLLEAGUE), "Again.", an_act("2021-04-10"))

    assert case.checked is not None
    assert case.checked.monthly_income == 120000
    assert case.done_on("means_checked") == day("2021-04-09")


def test_children_have_no_notice() -> None:
    case = given(a_case_to_decide(programme="orphan"))

    with refused(case, StepNotInProgramme, "“Public notice posted” is no step"):
        case.post_notice(an_act())
    with refused(case, StepNotInProgramme):
        case.raise_objection("They live elsewhere.", an_act())


def test_the_applicant_is_told_once_what_is_missing() -> None:
    case = given(an_applied_case())

    case.request_supplement("Proof of income", an_act())

    assert last(case, Case.SupplementRequested).missing == "Proof of income"
    case = given(an_applied_case())
    case.request_supplement("Proof of income", an_act())
    with refused(case, SupplementAlreadyRequested, "only once"):
        case.request_supplement("Another proof", an_act())


def test_an_accepted_application_lacks_nothing() -> None:
    case = given(an_accepted_case())

    with refused(case, StepDoneAlready, "2021-04-02"):
        case.request_supplement("Another proof", an_act())


@pytest.mark.parametrize("visitors", [(), (CASEWORKER,), (CASEWORKER, CASEWORKER)])
def test_two_officials_visit(visitors: tuple[Any, ...]) -> None:
    case = given(an_accepted_case())

    with refused(case, TooFewVisitors, "two officials at least"):
        case.record_visit(visitors, "As declared.", an_act())


@pytest.mark.parametrize(
    "wrong",
    [
        {"members": 0},
        {"monthly_income": -1},
        {"kind": "suburban"},
        {"uplifts": (Uplift("elderly", 4),)},
        {"uplifts": (Uplift("elderly", -1),)},
        {"uplifts": (Uplift("tall", 1),)},
    ],
)
def test_means_that_cannot_be_are_not_recorded(wrong: dict[str, Any]) -> None:
    case = given(an_accepted_case())

    with refused(case, ImpossibleFacts, "at least one member"):
        case.check_means(an_act(), **means(**wrong))


@pytest.mark.parametrize("take", TAKE.values(), ids=TAKE)
def test_what_is_decided_is_not_examined_any_more(take: Do) -> None:
    for case in (given(a_confirmed_case()), given(a_case_taken_over())):
        with refused(case, NotOpen, "it is: In payment"):
            take(case, an_act("2021-06-20"))
    with refused(case, NotOpen):
        case.request_supplement("Proof", an_act())


def test_emergency_relief_is_paid_in_the_month_of_the_application() -> None:
    case = Case.apply_for(a_claim(programme="temporary", emergency=True), an_act("2021-04-12"))
    case.accept(an_act("2021-04-12"))

    case.confirm(STANDARDS, an_act("2021-04-13"), granted=100000)

    assert given(case).amount_in(day("2021-04-01")) == 100000


def test_in_an_emergency_relief_comes_first_and_the_formalities_follow() -> None:
    case = an_accepted_case(programme="temporary", emergency=True)

    with refused(case, StepNotInProgramme):
        case.give_opinion(an_act(), favourable=True)
    case.confirm(STANDARDS, an_act("2021-04-02"), granted=100000)
    case.record_visit((CASEWORKER, COLLEAGUE), "The roof is gone.", an_act("2021-04-06"))
    case.check_means(an_act("2021-04-07"), **means(kind=None))

    assert case.state is State.PAID_ONCE
    assert case.amount_in(day("2021-04-01")) == 100000
    case = given(case)
    with refused(case, NotOpen):
        case.accept(an_act())

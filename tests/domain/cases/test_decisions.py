from typing import Any

import pytest

from domain.cases.case import Case
from domain.cases.payment_refusals import (
    AmountFollowsFacts,
    AmountMissing,
    KindMissing,
    PaidTooEarly,
)
from domain.cases.reasons import LearnedLater, ReasonMissing, UnknownReason
from domain.cases.refusals import (
    NotOpen,
    NotTheDecider,
    OwnOpinion,
    ProgrammesExclude,
)
from domain.cases.state import State
from domain.refusal import Refused
from domain.standards.refusals import NoStandard
from tests.builders import (
    CASEWORKER,
    PULANDIAN,
    STANDARDS,
    a_case_to_decide,
    a_confirmed_case,
    a_managers_act,
    a_standard,
    an_accepted_case,
    an_act,
    an_applied_case,
    day,
    in_2020,
    means,
    standards,
)
from tests.history import given, last, recorded, refused


def test_the_decision_carries_what_its_amount_rests_on() -> None:
    case = given(a_case_to_decide())

    case.confirm(STANDARDS, a_managers_act("2021-05-10"))

    event = last(case, Case.Confirmed)
    assert (event.monthly_amount, event.members, event.monthly_income) == (75000, 3, 150000)
    assert (event.kind, event.area, event.standard) == ("urban", "210202", "fictional 2020-1")
    assert event.arithmetic[-1].expression == "(750.00 − 1,500.00 ÷ 3) × 3"
    assert event.valid_from == day("2021-06-01")
    assert not event.one_off


def test_what_is_due_is_determined_through_the_standards_that_are_published() -> None:
    determined = last(a_confirmed_case(), Case.Determined)

    assert [(period.starts, period.ends, period.monthly_amount) for period in determined.periods] == [
        (day("2021-06-01"), day("2021-07-01"), 75000),
        (day("2021-07-01"), None, 84000),
    ]
    assert determined.because == ""


def test_what_is_determined_first_is_paid_as_determined() -> None:
    assert last(a_confirmed_case(valid_from="2021-04-01"), Case.Determined).differences == ()


def test_payment_begins_in_the_month_after_or_as_decided() -> None:
    assert a_confirmed_case().entitlement[0].starts == day("2021-06-01")
    assert a_confirmed_case(valid_from="2021-04-01").entitlement[0].starts == day("2021-04-01")
    assert a_confirmed_case(valid_from="2021-06-02").entitlement[0].starts == day("2021-07-01")


def test_nothing_is_paid_for_the_time_before_the_application() -> None:
    case = given(a_case_to_decide())

    with refused(case, PaidTooEarly, "the application of 2021-04-01"):
        case.confirm(STANDARDS, a_managers_act(), valid_from=day("2021-03-01"))


def test_who_gave_the_opinion_does_not_decide_whatever_their_roles() -> None:
    case = given(a_case_to_decide())
    own = an_act("2021-05-10", by=CASEWORKER, role="manager")

    with refused(case, OwnOpinion, "Who gave the preliminary opinion may not decide"):
        case.confirm(STANDARDS, own)
    with refused(case, OwnOpinion):
        case.refuse("income", own)


def test_an_opinion_that_became_void_still_binds_its_giver() -> None:
    case = a_case_to_decide()
    case.raise_objection("They own a shop.", an_act("2021-05-09"))
    case.answer_objection(1, an_act("2021-05-10"), upheld=True)
    case.give_opinion(a_managers_act("2021-05-11"), favourable=True)
    case = given(case)

    for giver in (CASEWORKER, a_managers_act().by):
        with refused(case, OwnOpinion):
            case.confirm(STANDARDS, an_act("2021-05-10", by=giver, role="manager"))


def test_the_programme_says_who_decides() -> None:
    case = given(a_case_to_decide())

    with refused(case, NotTheDecider, "in the role: Manager"):
        case.confirm(STANDARDS, an_act("2021-05-10", by=a_managers_act().by, role="caseworker"))
    with refused(case, NotTheDecider):
        case.refuse("income", an_act("2021-05-10", by=a_managers_act().by, role="caseworker"))


@pytest.mark.parametrize(
    ("programme", "other"),
    [("dibao", "tekun"), ("tekun", "orphan"), ("orphan", "de_facto_unattended")],
)
def test_nobody_is_in_two_programmes_that_exclude_each_other(programme: str, other: str) -> None:
    case = given(a_case_to_decide(programme=programme))

    with refused(case, ProgrammesExclude, "End the other one first"):
        case.confirm(STANDARDS, a_managers_act(), beside=["temporary", other])


def test_other_programmes_go_together() -> None:
    case = given(a_case_to_decide())

    case.confirm(STANDARDS, a_managers_act(), beside=["temporary", "de_facto_unattended", "elderly"])

    assert recorded(case) == [Case.Confirmed, Case.Determined]


@pytest.mark.parametrize(
    ("programme", "checked", "asked", "refusal"),
    [
        ("dibao", means(), {"granted": 90000}, AmountFollowsFacts),
        ("dibao", means(kind=None), {}, KindMissing),
        ("dibao", means(kind="rural"), {}, NoStandard),
        ("tekun", means(), {}, NoStandard),
        ("elderly", means(), {}, AmountMissing),
        ("elderly", means(), {"granted": 0}, AmountMissing),
        ("elderly", means(), {"granted": -1}, AmountMissing),
    ],
)
def test_an_amount_follows_from_facts_or_is_granted(
    programme: str, checked: dict[str, Any], asked: dict[str, Any], refusal: type[Refused]
) -> None:
    case = given(a_case_to_decide(checked, programme=programme))

    with refused(case, refusal):
        case.confirm(STANDARDS, a_managers_act(), **asked)


def test_what_is_granted_is_paid_every_month() -> None:
    case = given(a_confirmed_case(programme="elderly", granted=20000, checked=means(kind=None, members=1)))

    assert case.at(day("2022-01-01")).monthly_amount == 20000
    assert [line.label for line in case.entitlement[0].arithmetic] == ["Granted by decision"]


def test_a_one_off_programme_pays_once() -> None:
    case = a_confirmed_case(programme="temporary", granted=300000)

    assert case.state is State.PAID_ONCE
    assert last(case, Case.Confirmed).one_off
    assert [case.amount_in(day(month)) for month in ("2021-04-01", "2021-05-01", "2021-06-01")] == [
        0,
        300000,
        0,
    ]
    with refused(case, NotOpen, "it is: Paid once"):
        case.confirm(STANDARDS, a_managers_act("2021-06-10"), granted=300000)


def test_an_orphan_gets_the_whole_standard_and_a_child_alone_is_topped_up() -> None:
    of_children = [
        in_2020(reference=code, programme=code, kind="any", monthly_amount=150000)
        for code in ("orphan", "de_facto_unattended")
    ]
    catalogue = standards(*of_children)
    checked = means(members=1, monthly_income=50000)

    orphan = a_confirmed_case(checked, programme="orphan", catalogue=catalogue)
    child = a_confirmed_case(checked, programme="de_facto_unattended", catalogue=catalogue)

    assert orphan.amount_in(day("2021-06-01")) == 150000
    assert child.amount_in(day("2021-06-01")) == 100000


def test_a_village_is_paid_by_its_own_standard() -> None:
    case = a_confirmed_case(means(kind="rural", members=2, monthly_income=100000), area=PULANDIAN)

    assert case.amount_in(day("2021-06-01")) == 8000


def test_an_application_is_refused_for_a_reason_at_any_step() -> None:
    for case in (given(an_applied_case()), given(an_accepted_case()), given(a_case_to_decide())):
        case.refuse("income", a_managers_act("2021-05-10"))

        assert recorded(case) == [Case.ApplicationRefused]
        assert case.state is State.REFUSED
        assert case.at(day("2021-05-10")).state is State.REFUSED
        with refused(case, NotOpen, "it is: Refused"):
            case.confirm(STANDARDS, a_managers_act())


def test_a_refusal_has_its_reason_in_writing() -> None:
    case = given(an_applied_case())

    with refused(case, ReasonMissing, "Say why"):
        case.refuse("income", a_managers_act(because="  "))
    with refused(case, LearnedLater, "on 2021-05-11 what is recorded on 2021-05-10"):
        case.refuse("income", a_managers_act(learned_on=day("2021-05-11")))
    with refused(case, UnknownReason, "no reason weather"):
        case.refuse("weather", a_managers_act())


def test_a_standard_not_yet_in_force_applies_to_the_months_it_is_for() -> None:
    catalogue = standards(a_standard())
    case = given(a_case_to_decide())

    with refused(case, NoStandard, "Zhongshan and the month of 2021-06-01"):
        case.confirm(catalogue, a_managers_act())

    case.confirm(catalogue, a_managers_act(), valid_from=day("2021-07-01"))
    assert case.amount_in(day("2021-07-01")) == 84000

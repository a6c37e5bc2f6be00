from typing import Any

import pytest

from domain.areas import UnknownArea
from domain.cases.case import Case
from domain.cases.fact import FACTS, facts_of
from domain.cases.payment_refusals import (
    BeforeCase,
    EmptyPeriod,
    ImpossibleFacts,
    NothingDifferent,
    NotInPayment,
    NotYetTrue,
    UnknownFact,
)
from domain.cases.programmes import PROGRAMMES
from domain.cases.reasons import LearnedLater, ReasonMissing
from domain.cases.state import State
from domain.refusal import Refused
from domain.standards.living_standard import UpliftRate
from domain.standards.refusals import NoStandard
from tests.builders import (
    PULANDIAN,
    STANDARDS,
    ZHUANGHE,
    a_case_taken_over,
    a_case_to_decide,
    a_confirmed_case,
    a_managers_act,
    day,
    in_2020,
    means,
    standards,
)
from tests.history import found, given, last, months, recorded, refused

JUNE, JULY, AUGUST = day("2021-06-01"), day("2021-07-01"), day("2021-08-01")
ACT = a_managers_act("2021-09-20")


def test_a_change_counts_from_the_month_after() -> None:
    case = given(a_confirmed_case())

    case.change_fact(STANDARDS, "income", 120000, ACT, valid_from=day("2021-07-02"))

    assert recorded(case) == [Case.FactChanged, Case.Determined]
    event = last(case, Case.FactChanged)
    assert (event.fact, event.before, event.after, event.until) == ("income", 150000, 120000, None)
    assert months(case) == [75000, 84000, 114000, 114000, 114000]
    assert found(case) == [30000, 30000]
    before, after = case.at(JULY).facts, case.at(day("2021-07-02")).facts
    assert before is not None
    assert after is not None
    assert (before.monthly_income, after.monthly_income) == (150000, 120000)


def test_a_change_on_the_first_of_a_month_counts_for_it() -> None:
    case = given(a_confirmed_case())

    case.change_fact(STANDARDS, "members", 2, ACT, valid_from=JULY)

    assert months(case) == [75000, 6000, 6000, 6000, 6000]
    assert found(case) == [-78000, -78000, -78000]


def test_a_change_to_come_changes_nothing_that_was_paid() -> None:
    case = given(a_confirmed_case())

    case.change_fact(STANDARDS, "members", 4, ACT, valid_from=day("2021-10-01"))

    assert found(case) == []
    assert months(case) == [75000, 84000, 84000, 84000, 162000]


def test_a_later_change_of_the_same_fact_stays() -> None:
    case = given(a_confirmed_case())
    case.change_fact(STANDARDS, "members", 4, ACT, valid_from=AUGUST)
    case.change_fact(STANDARDS, "income", 100000, ACT, valid_from=day("2021-09-01"))

    case.change_fact(STANDARDS, "members", 2, ACT, valid_from=JULY)

    assert last(case, Case.FactChanged).until == AUGUST
    assert months(case) == [75000, 6000, 162000, 212000, 212000]


def test_a_correction_has_an_end_if_the_record_was_right_again() -> None:
    case = given(a_confirmed_case())

    case.correct_fact(STANDARDS, "income", 100000, ACT, valid_from=JULY, until=AUGUST)

    event = last(case, Case.FactCorrected)
    assert (event.valid_from, event.until, event.before) == (JULY, AUGUST, 150000)
    assert months(case) == [75000, 134000, 84000, 84000, 84000]
    assert found(case) == [50000]


def test_what_was_paid_and_the_differences_make_what_is_due() -> None:
    case = given(a_confirmed_case())
    case.correct_fact(STANDARDS, "income", 100000, ACT, valid_from=JUNE)
    case.correct_fact(STANDARDS, "income", 120000, ACT, valid_from=JUNE)

    owed = [
        difference.amount
        for event in case.pending_events
        if isinstance(event, Case.Determined)
        for difference in event.differences
    ]

    assert sum(owed) == 4 * 30000


def test_nothing_is_paid_when_income_rises_to_the_standard_and_the_case_stays() -> None:
    case = given(a_confirmed_case())

    case.change_fact(STANDARDS, "income", 234000, ACT, valid_from=JULY)

    assert months(case) == [75000, 0, 0, 0, 0]
    assert case.entitlement[-1].arithmetic[0].label == "Income a head is not below the standard"
    assert case.state is State.IN_PAYMENT


def test_a_category_is_counted_among_the_members() -> None:
    catalogue = standards(in_2020(uplift_percent=(UpliftRate("elderly", 20), UpliftRate("minor", 10))))
    case = given(a_confirmed_case(catalogue=catalogue))

    case.change_fact(catalogue, "uplift.minor", 1, ACT, valid_from=JUNE)
    case.change_fact(catalogue, "uplift.elderly", 1, ACT, valid_from=JULY)
    case.change_fact(catalogue, "uplift.minor", 0, ACT, valid_from=AUGUST)

    assert months(case) == [91800, 107400, 99600, 99600, 99600]
    assert last(case, Case.FactChanged).before == 1


def test_a_move_takes_the_case_along() -> None:
    case = given(a_confirmed_case(means(kind="rural", members=2, monthly_income=100000), area=PULANDIAN))

    case.change_fact(STANDARDS, "area", ZHUANGHE, ACT, valid_from=JULY)

    assert case.area == ZHUANGHE
    assert case.at(JUNE).facts != case.at(JULY).facts


def test_a_move_to_where_no_such_standard_is_in_force() -> None:
    case = given(a_confirmed_case(means(kind="rural", members=2, monthly_income=100000), area=PULANDIAN))

    with refused(case, NoStandard, "kind “Rural” was published for area Zhongshan"):
        case.change_fact(STANDARDS, "area", "210202", ACT, valid_from=JULY)


@pytest.mark.parametrize(
    ("fact", "value", "valid_from", "refusal"),
    [
        ("members", 3, JULY, NothingDifferent),
        ("members", 0, JULY, ImpossibleFacts),
        ("members", None, JULY, ImpossibleFacts),
        ("members", "3", JULY, ImpossibleFacts),
        ("income", -1, JULY, ImpossibleFacts),
        ("kind", "suburban", JULY, ImpossibleFacts),
        ("kind", None, JULY, ImpossibleFacts),
        ("kind", 3, JULY, ImpossibleFacts),
        ("area", "210299", JULY, UnknownArea),
        ("uplift.elderly", 4, JULY, ImpossibleFacts),
        ("weather", 1, JULY, UnknownFact),
        ("amount", 90000, JULY, UnknownFact),
        ("members", 4, day("2021-03-31"), BeforeCase),
    ],
)
def test_what_cannot_have_become_so_is_refused(
    fact: str, value: Any, valid_from: Any, refusal: type[Refused]
) -> None:
    case = given(a_confirmed_case())

    with refused(case, refusal):
        case.change_fact(STANDARDS, fact, value, ACT, valid_from=valid_from)
    with refused(case, refusal):
        case.correct_fact(STANDARDS, fact, value, ACT, valid_from=valid_from)


def test_a_change_and_a_correction_give_a_reason() -> None:
    case = given(a_confirmed_case())
    silent = a_managers_act("2021-09-20", because=" ")
    clairvoyant = a_managers_act("2021-09-20", learned_on=day("2021-09-21"))

    for act, refusal in ((silent, ReasonMissing), (clairvoyant, LearnedLater)):
        with refused(case, refusal):
            case.change_fact(STANDARDS, "members", 4, act, valid_from=JULY)
        with refused(case, refusal):
            case.correct_fact(STANDARDS, "members", 4, act, valid_from=JULY)


def test_what_begins_later_was_not_wrong() -> None:
    case = given(a_confirmed_case())

    with refused(case, NotYetTrue, "Record a change from that day on"):
        case.correct_fact(STANDARDS, "members", 4, ACT, valid_from=day("2021-09-21"))


@pytest.mark.parametrize("until", [JULY, JUNE])
def test_a_correction_covers_a_day_at_least(until: Any) -> None:
    case = given(a_confirmed_case())

    with refused(case, EmptyPeriod, "covers no day"):
        case.correct_fact(STANDARDS, "members", 4, ACT, valid_from=JULY, until=until)


def test_what_was_wrong_is_put_right_after_the_end_and_nothing_changes_any_more() -> None:
    case = a_confirmed_case()
    case.terminate(STANDARDS, "moved", a_managers_act("2021-07-20"), valid_from=AUGUST)
    case = given(case)

    with refused(case, NotInPayment, "it is: Terminated"):
        case.change_fact(STANDARDS, "members", 4, ACT, valid_from=JULY)
    case.correct_fact(STANDARDS, "members", 4, ACT, valid_from=JULY)

    assert months(case) == [75000, 162000, 0, 0, 0]
    assert found(case) == [78000]


def test_an_application_has_no_facts_yet_to_be_changed() -> None:
    case = given(a_case_to_decide())

    with refused(case, NotInPayment):
        case.change_fact(STANDARDS, "members", 4, ACT, valid_from=JULY)
    with refused(case, NotInPayment):
        case.correct_fact(STANDARDS, "members", 4, ACT, valid_from=JULY)


def test_what_was_paid_once_is_put_right_for_its_month() -> None:
    case = given(a_confirmed_case(programme="temporary", granted=300000))

    case.correct_fact(STANDARDS, "amount", 200000, ACT, valid_from=AUGUST)

    assert found(case) == [-100000]
    assert [case.amount_in(day(month)) for month in ("2021-05-01", "2021-06-01")] == [200000, 0]


def test_a_grant_taken_over_is_put_right() -> None:
    case = given(a_case_taken_over(programme="elderly", monthly_amount=20000))

    case.correct_fact(STANDARDS, "amount", 25000, ACT, valid_from=JULY)

    assert months(case) == [20000, 25000, 25000, 25000, 25000]
    assert case.entitlement[-1].arithmetic[0].label == "Granted by decision"


def test_the_facts_of_a_case_are_those_of_its_programme() -> None:
    assert set(facts_of(PROGRAMMES["dibao"])) == set(FACTS) - {"amount"}
    assert set(facts_of(PROGRAMMES["elderly"])) == {"members", "area", "amount"}

from typing import Any

import pytest

from domain.areas import UnknownArea
from domain.cases.case import Case
from domain.cases.particulars import Particular
from domain.cases.payment_refusals import ImpossibleFacts
from domain.cases.programmes import UnknownProgramme
from domain.cases.state import State
from domain.identities import case_id, household_id
from domain.refusal import Refused
from tests.builders import a_case_taken_over, day, person
from tests.history import given, last, recorded


def test_a_case_is_taken_over_as_the_register_has_it() -> None:
    case = given(a_case_taken_over())

    assert case.id == case_id("DB-0001")
    assert (case.state, case.area, case.programme_code) == (State.IN_PAYMENT, "210202", "dibao")
    assert case.at(day("2021-04-15")).monthly_amount == 75000
    assert case.at(day("2020-08-31")).monthly_amount == 0
    (line,) = case.entitlement[0].arithmetic
    assert (line.label, line.source) == (
        "As taken over from the register",
        "fictional register · Sheet1 · 3",
    )


def test_what_is_said_about_a_case_is_under_the_key_of_its_household_or_person() -> None:
    of_household = last(a_case_taken_over(), Case.TakenOver)
    of_person = last(a_case_taken_over(household=None), Case.TakenOver)

    assert of_household.subject == household_id("H-0001")
    assert of_person.subject == person("head")


def test_a_payment_once_is_of_one_month() -> None:
    case = given(a_case_taken_over(programme="temporary", monthly_amount=120000, paid_from=day("2021-03-15")))

    assert case.state is State.PAID_ONCE
    assert [case.amount_in(day(month)) for month in ("2021-02-01", "2021-03-01", "2021-04-01")] == [
        0,
        120000,
        0,
    ]


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"programme": "lottery"}, UnknownProgramme),
        ({"area": "210282"}, UnknownArea),
        ({"members": 0}, ImpossibleFacts),
        ({"monthly_income": -1}, ImpossibleFacts),
        ({"monthly_amount": -1}, ImpossibleFacts),
    ],
)
def test_what_cannot_be_is_not_taken_over(wrong: dict[str, Any], refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        a_case_taken_over(**wrong)


def test_what_a_register_says_beside_the_amount_is_kept_with_the_case() -> None:
    said = {
        "particulars": (Particular("care", "home"),),
        "told": "供养机构：示例敬老院",
        "guardian": "赵甲子",
        "guardian_phone": "00000000",
    }

    event = last(a_case_taken_over(household=None, **said), Case.TakenOver)

    assert {name: getattr(event, name) for name in said} == said


def test_nothing_else_happens_when_a_case_is_taken_over() -> None:
    assert recorded(a_case_taken_over()) == [Case.TakenOver]

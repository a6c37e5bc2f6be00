import pytest

from domain.cases.arithmetic import lines, reckon
from domain.cases.entitlement import Facts, Line, Uplift
from domain.standards.living_standard import ROUNDINGS, LivingStandard, UpliftRate
from tests.builders import CITY_2021, ZHONGSHAN, a_standard

REFERENCE = CITY_2021.reference


def a_household(members: int = 3, income: int = 150000, *uplifts: Uplift) -> Facts:
    return Facts(ZHONGSHAN, "urban", members, income, uplifts)


def shown(facts: Facts, standard: LivingStandard = CITY_2021, rule: str = "differential") -> tuple[Line, ...]:
    return lines(rule, facts, standard, reckon(rule, facts, standard))


def test_each_step_is_a_line_with_its_source() -> None:
    assert shown(a_household()) == (
        Line("Income a head is below the standard", "1,500.00 ÷ 3 < 780.00", None, REFERENCE),
        Line("(Standard − income a head) × members", "(780.00 − 1,500.00 ÷ 3) × 3", 84000, REFERENCE),
    )


def test_income_at_the_standard_is_not_below_it() -> None:
    assert shown(a_household(1, 78000)) == (
        Line("Income a head is not below the standard", "780.00 ≥ 780.00", 0, REFERENCE),
    )


def test_uplift_rounding_and_least_payment_follow_in_this_order() -> None:
    standard = a_standard(
        uplift_percent=(UpliftRate("elderly", 20), UpliftRate("minor", 15)),
        rounding="yuan_up",
        minimum_payment=50000,
    )
    facts = a_household(3, 220001, Uplift("elderly", 1), Uplift("minor", 1), Uplift("seriously_ill", 1))

    assert [(line.label, line.expression, line.amount) for line in shown(facts, standard)[2:]] == [
        ("Uplift for elderly members", "+ 780.00 × 20 % × 1", 29599),
        ("Uplift for minor members", "+ 780.00 × 15 % × 1", 41299),
        ("Rounded", "412.99 → 413.00", 41300),
        ("Raised to the least that is paid", "500.00", 50000),
    ]
    assert reckon("differential", facts, standard).amount == 50000


def test_nobody_is_paid_an_uplift_on_nothing() -> None:
    standard = a_standard(uplift_percent=(UpliftRate("elderly", 20),), minimum_payment=5000)

    assert reckon("differential", a_household(1, 78000, Uplift("elderly", 1)), standard).amount == 0


@pytest.mark.parametrize(
    ("rounding", "amounts"),
    [
        ("fen", {1: 1, 10001: 10001, 10050: 10050}),
        ("jiao_up", {1: 10, 10001: 10010, 10050: 10050}),
        ("yuan_up", {1: 100, 10001: 10100, 10050: 10100}),
        ("yuan", {49: 0, 10001: 10000, 10050: 10100}),
    ],
)
def test_amounts_are_rounded_as_the_standard_says(rounding: str, amounts: dict[int, int]) -> None:
    standard = a_standard(rounding=rounding)
    found = {due: reckon("differential", a_household(1, 78000 - due), standard).amount for due in amounts}

    assert found == amounts
    assert rounding in ROUNDINGS


def test_who_has_nobody_gets_the_whole_standard() -> None:
    assert shown(a_household(1, 30000), rule="standard") == (
        Line("Standard × members", "780.00 × 1", 78000, REFERENCE),
    )


def test_a_child_is_topped_up_to_the_standard() -> None:
    assert [(line.expression, line.amount) for line in shown(a_household(1, 50000), rule="top_up")] == [
        ("500.00 < 780.00", None),
        ("(780.00 − 500.00) × 1", 28000),
    ]
    assert [line.amount for line in shown(a_household(1, 90000), rule="top_up")] == [0]

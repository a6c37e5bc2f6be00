"""What happened to a case is read in plain words and figures."""

from typing import Any

import pytest

from audit_service.desks.cases.readings import READINGS
from audit_service.desks.names import area_name, role_name
from audit_service.web.parts import Changed
from audit_service.web.translation import read_in
from domain.cases.case import Case
from domain.cases.entitlement import Uplift
from domain.cases.fact import INCOME, KIND, MEMBERS
from domain.kernel import Event
from tests.builders import (
    PULANDIAN,
    STANDARDS,
    a_checked_case,
    a_confirmed_case,
    a_managers_act,
    an_act,
    day,
    means,
)
from tests.history import last


def read(case: Case, kind: type[Event], language: Any = "en") -> dict[str, str]:
    with read_in(language):
        return {each.label: each.after or "" for each in READINGS[kind].changes(last(case, kind))}


def test_who_is_paid_more_is_counted_by_category() -> None:
    case = a_checked_case(means(uplifts=(Uplift("elderly", 1), Uplift("minor", 2))))

    told = read(case, Case.MeansChecked)["Category uplift"]

    assert "Elderly members × 1" in told
    assert "Minor members × 2" in told


@pytest.mark.parametrize(
    ("fact", "value", "told"),
    [
        (INCOME, 90000, Changed("Monthly income of the household", "¥ 1,500.00", "¥ 900.00")),
        (MEMBERS, 4, Changed("Members counted", "3", "4")),
        (KIND, "rural", Changed("Kind of standard", "Urban", "Rural")),
    ],
)
def test_a_fact_is_told_before_and_after_in_its_own_words(fact: str, value: Any, told: Changed) -> None:
    case = a_confirmed_case(area=PULANDIAN)
    case.change_fact(STANDARDS, fact, value, an_act("2021-06-15"), valid_from=day("2021-06-01"))

    with read_in("en"):
        assert READINGS[Case.FactChanged].changes(last(case, Case.FactChanged)) == (told,)


@pytest.mark.parametrize(
    ("on", "months"),
    [("2021-06-20", "June 2021"), ("2021-08-20", "June 2021 to August 2021")],
)
def test_a_difference_names_the_months_it_is_about(on: str, months: str) -> None:
    case = a_confirmed_case()
    case.correct_fact(STANDARDS, INCOME, 100000, an_act(on), valid_from=day("2021-06-01"), until=None)

    told = read(case, Case.Determined)

    assert f"Difference to what was paid, {months}" in told


def test_a_reason_is_told_by_its_name() -> None:
    case = a_confirmed_case()
    case.terminate(STANDARDS, "died", a_managers_act("2021-08-10"), valid_from=day("2021-08-01"))

    assert read(case, Case.Terminated) == {"Reason": "Death"}


def test_what_the_office_has_no_name_for_stays_as_it_is() -> None:
    assert area_name("999999") == "999999"
    assert area_name(None) == "—"
    assert role_name("visitor") == "visitor"

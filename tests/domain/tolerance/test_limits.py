"""An error lies within a filing by what was filed when the decision was recorded, not by what came later."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from domain.kernel import Event
from domain.tolerance.limits import LIMITS, Mistake, held, is_within
from domain.tolerance.prior_filing import PriorFiling
from tests.builders import PULANDIAN, ZHONGSHAN, a_managers_act, day
from tests.filing_builders import a_filing, a_measure, an_organs_act
from tests.history import events_of

FILED_AT = 100


def a_mistake(**more: Any) -> Mistake:
    """An error in a decision of the 28th of April, recorded at position 150."""
    values: dict[str, Any] = {
        "area": ZHONGSHAN,
        "programme": "dibao",
        "element": "E01",
        "decision": 150,
        "decided_on": day("2021-04-28"),
        "from_month": day("2021-05-01"),
        "amount": 312_000,
    }
    return Mistake(**(values | more))


def history(filing: PriorFiling, *positions: int) -> list[Event]:
    """What happened to the filing, at these positions of the record; the filing itself at 100."""
    events = events_of(filing)
    for event, position in zip(events, (FILED_AT, *positions), strict=True):
        object.__setattr__(event, "position", position)
    return events


def outside(events: list[Event], mistake: Mistake) -> list[str]:
    return [each.limit for each in held(events, mistake) if each.within is False]


def unknown(events: list[Event], mistake: Mistake) -> list[str]:
    return [each.limit for each in held(events, mistake) if each.within is None]


def test_an_error_within_all_limits_carries_the_filing() -> None:
    found = held(history(a_filing()), a_mistake())

    assert [each.limit for each in found] == list(LIMITS)
    assert is_within(found)


@pytest.mark.parametrize(
    ("more", "limits"),
    [
        ({"decision": 99}, ["filed_before", "in_force_then"]),
        ({"decision": 100}, ["filed_before", "in_force_then"]),
        ({"decided_on": day("2021-04-14")}, ["period"]),
        ({"decided_on": day("2022-01-01")}, ["period"]),
        ({"area": PULANDIAN}, ["area"]),
        ({"programme": "orphan"}, ["programme"]),
        ({"element": "E02"}, ["element"]),
        ({"amount": 500_001}, ["amount"]),
        ({"decision": 101, "amount": 500_000, "decided_on": day("2021-12-31")}, []),
    ],
)
def test_each_limit_is_asked_for_itself(more: dict[str, Any], limits: list[str]) -> None:
    assert outside(history(a_filing()), a_mistake(**more)) == limits


def test_what_nobody_has_said_yet_leaves_it_open() -> None:
    unsaid = a_mistake(amount=None, programme="")

    assert unknown(history(a_filing()), unsaid) == ["programme", "amount"]
    assert not is_within(held(history(a_filing()), unsaid))
    assert unknown(history(a_filing(programme="")), unsaid) == ["amount"]


def test_where_no_decision_is_named_the_first_month_counts() -> None:
    of_a_month = a_mistake(decision=0, decided_on=None)

    assert outside(history(a_filing()), of_a_month) == []
    assert outside(history(a_filing()), replace(of_a_month, from_month=day("2021-04-01"))) == [
        "filed_before",
        "in_force_then",
        "period",
    ]


AFTERWARDS: list[Callable[[PriorFiling], None]] = [
    lambda filing: filing.object("No.", an_organs_act()),
    lambda filing: filing.withdraw(a_managers_act("2021-04-12")),
    lambda filing: filing.end("Nothing came of it.", a_managers_act("2021-04-20")),
]


@pytest.mark.parametrize("what_happened", AFTERWARDS)
def test_an_objection_or_an_end_counts_from_its_place_in_the_record_on(
    what_happened: Callable[[PriorFiling], None],
) -> None:
    filing = a_filing()
    what_happened(filing)

    assert outside(history(filing, 120), a_mistake()) == ["in_force_then"]
    assert outside(history(filing, 180), a_mistake()) == []


def test_limits_that_were_widened_afterwards_do_not_count() -> None:
    filing = a_filing()
    filing.amend(a_measure(amount=900_000), a_managers_act("2021-04-12"))
    large = a_mistake(amount=700_000)

    assert outside(history(filing, 120), large) == []
    assert outside(history(filing, 180), large) == ["amount"]

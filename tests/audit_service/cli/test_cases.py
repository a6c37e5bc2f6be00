"""A register taken over, the standard raised, and a case looked at in time, all on the command line."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from audit_service.cli.door import ask, asking, grounds
from audit_service.demo.register import fictional_register
from audit_service.desks.standards.commands import PublishStandard
from audit_service.opening import following, opened
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.cases.fact import INCOME
from domain.roles import MANAGER
from tests.audit_service.cli.conftest import Typed
from tests.builders import STANDARDS, a_confirmed_case, an_act, an_applied_case

FAMILIES = 12
CITY = ("210202", "210203", "210204", "210211", "210212", "210213", "210224")
AREAS = {"city": CITY, "villages": ("210214", "210281", "210283")}
RAISED = {"city": (75_000, 78_000), "villages": (54_000, 58_000)}


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return fictional_register(FAMILIES, soiled=False).write(tmp_path / "register.xlsx")


@pytest.fixture
def number(typed: Typed, answered: Callable[..., Any], register: Path, prepared: Settings) -> str:
    """Number of a case in payment, on standards that are raised from July 2021 on."""
    found = answered("import", register)
    assert found["households"] == FAMILIES
    with opened(prepared) as office, following(office):
        manager = asking(office, MANAGER)
        for kind, areas in AREAS.items():
            for before_or_after, year in enumerate((2020, 2021)):
                ask(office, published(kind, areas, RAISED[kind][before_or_after], year), manager)
    return "DB0000000"


def published(kind: str, areas: tuple[str, ...], amount: int, year: int) -> PublishStandard:
    return PublishStandard(
        reference=f"fictional {kind} {year}",
        programme="dibao",
        kind="urban" if kind == "city" else "rural",
        areas=areas,
        monthly_amount=amount,
        approved_on=date(year, 5, 20),
        published_on=date(year, 6, 1),
        effective_from=date(year, 7, 1),
        because=grounds(None),
    )


def test_a_case_is_shown_as_it_stands(typed: Typed, answered: Callable[..., Any], number: str) -> None:
    found = answered("case", number)

    assert (found["number"], found["programme"], found["state"]) == (number, "dibao", "in payment")
    assert typed("case", number).count(number) == 1


def test_the_standard_is_raised_for_an_area_and_shows_in_its_cases(
    typed: Typed, answered: Callable[..., Any], number: str
) -> None:
    before = answered("case", number)
    kind = "villages" if before["facts"]["area"] in AREAS["villages"] else "city"

    raised = answered("standards", "raise", f"fictional {kind} 2021")

    after = answered("case", number)
    added = RAISED[kind][1] - RAISED[kind][0]
    assert [one["area"] for one in raised] == list(AREAS[kind])
    assert sum(one["cases"] for one in raised) > 0
    assert after["monthly_amount"] == before["monthly_amount"] + added * after["facts"]["members"]
    assert answered("case", number, "--valid-on", "2021-06-30")["monthly_amount"] == before["monthly_amount"]
    assert "Monthly total after" in typed("standards", "raise", f"fictional {kind} 2021", AREAS[kind][0])


def test_a_case_was_known_otherwise_before(answered: Callable[..., Any], typed: Typed, number: str) -> None:
    recorded_at = answered("history", number)["events"][-1]["recorded_at"]

    known = answered("case", number, "--known-at", recorded_at)

    assert known["known_at"] is not None
    assert known["monthly_amount"] > 0
    assert typed("case", number, "--known-at", "1999-01-01T00:00:00+08:00", ends=1).startswith(
        "Nothing is on record"
    )


@pytest.mark.usefixtures("prepared")
def test_months_that_were_paid_otherwise_are_told_one_by_one(typed: Typed, machine: Settings) -> None:
    case = a_confirmed_case()
    act, since = an_act("2021-08-20"), date(2021, 7, 1)
    case.correct_fact(STANDARDS, INCOME, 100000, act, valid_from=since, until=None)
    with opened(machine) as office, following(office):
        office.record.keep(Submission(aggregates=(STANDARDS, case, an_applied_case(number="DB-0009"))))
        office.follower.wait_for(office.record.last_position(), 10)

    told = typed("case", case.number)

    assert told.count("¥ 500.00") == 2
    assert "Difference" in told
    assert "Monthly income" not in typed("case", "DB-0009")


def test_the_history_is_told_in_plain_words(typed: Typed, answered: Callable[..., Any], number: str) -> None:
    told = answered("history", number)

    assert [event["title"] for event in told["events"]] != []
    assert told["events"][0]["title"] in typed("history", number)


@pytest.mark.parametrize("words", [["case", "none"], ["history", "none"]])
@pytest.mark.usefixtures("prepared")
def test_what_is_not_on_record_is_said(typed: Typed, words: list[str]) -> None:
    assert typed(*words, ends=1) == "Nothing is on record under this number.\n"


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("--valid-on", "2021-02-30", "write a day like 2021-07-31."),
        ("--known-at", "2021-09-20T10:00:00", "write a moment like 2021-09-20T10:00:00+08:00."),
        ("--known-at", "yesterday", "write a moment like 2021-09-20T10:00:00+08:00."),
    ],
)
def test_days_and_moments_are_written_in_one_way(
    typed: Typed, option: str, value: str, sentence: str
) -> None:
    assert typed("case", "x", option, value, ends=2) == f"'{option}' cannot be understood: {sentence}\n"


@pytest.mark.usefixtures("prepared")
def test_a_standard_that_is_not_published_is_not_carried_out(typed: Typed) -> None:
    said = typed("standards", "raise", "fictional 1999", ends=1)

    assert said == "No standard with the reference fictional 1999 is published. Publish it first.\n"

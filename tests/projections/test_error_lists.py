"""What is asked of the register of errors."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection

from domain.errors.duties import CORRECTED, EXCLUDES, SUBSTANTIATED, VERIFIED
from domain.errors.error_record import ErrorRecord
from domain.identities import case_id
from projections.case_register import case_register
from projections.error_lists import (
    SoughtErrors,
    count_errors,
    error_numbered,
    error_numbers_of,
    errors_of_case,
    listed_errors,
    tallied_errors,
)
from projections.error_register import error_register
from projections.needy_register import needy_register
from tests.builders import CASEWORKER, MANAGER, a_case_taken_over, day, person
from tests.error_builders import (
    CORRECTOR,
    ISSUER,
    REVIEWER,
    VERIFIER,
    a_classified_error,
    a_completed_error,
    a_notified_error,
    a_report,
    a_reported_error,
    reported,
)

Show = Callable[..., Connection]


def another(number: int, **more: Any) -> ErrorRecord:
    """An error in the case of another family."""
    name = f"DB-{number:04}"
    values = {"case": case_id(name), "case_number": name, "number": f"CC210202-2021-{number:04}"}
    return reported(a_report(**(values | more)))


def test_is_found_by_every_axis_it_was_classified_on(shown: Show) -> None:
    db = shown(error_register, a_classified_error(), another(2))
    own: dict[str, Any] = {
        "element": "E03",
        "nature": "omitted",
        "cause": "not_verified",
        "origin": "official",
    }

    assert [row.number for row in listed_errors(db, SoughtErrors(**own, direction="under"))] == [
        "CC210202-2021-0001"
    ]
    for axis in own:
        assert listed_errors(db, SoughtErrors(**(own | {axis: "none"}))) == []


@pytest.mark.parametrize(
    "sought",
    [
        {"areas": ["210202"]},
        {"state": "reported"},
        {"channel": "self"},
        {"unit": "Fictional Street"},
        {"number": "CC210202"},
        {"case_number": "DB-0001"},
        {"own": True},
        {"reported_from": day("2021-09-01")},
        {"reported_until": day("2021-09-01")},
        {"waits_for": ["substantiation"]},
        {"person": person("nobody"), "without": ["decided"]},
    ],
    ids=lambda sought: next(iter(sought)),
)
def test_is_found_by_where_it_is_and_how_it_stands(shown: Show, sought: dict[str, Any]) -> None:
    db = shown(error_register, a_reported_error())
    other: dict[str, Any] = {
        "areas": ["210203"],
        "state": "closed",
        "channel": "audit",
        "unit": "Elsewhere",
        "number": "CC210203",
        "case_number": "DB-0009",
        "own": False,
        "reported_from": day("2021-09-02"),
        "reported_until": day("2021-08-31"),
        "waits_for": ["closing"],
        "person": CASEWORKER,
    }

    assert count_errors(db, SoughtErrors(**sought)) == 1
    assert (
        count_errors(db, SoughtErrors(**{name: other.get(name, value) for name, value in sought.items()}))
        == 0
    )


def test_is_listed_page_by_page_the_latest_first(shown: Show) -> None:
    db = shown(error_register, *(another(number) for number in range(1, 8)))

    pages, before = [], None
    while found := listed_errors(db, SoughtErrors(), before=before, limit=3):
        pages.append([row.number[-1] for row in found])
        before = found[-1].reported

    assert pages == [["7", "6", "5"], ["4", "3", "2"], ["1"]]
    assert [(row.area, row.state, row.element, row.errors) for row in tallied_errors(db, SoughtErrors())] == [
        ("210202", "reported", "E03", 7)
    ]


@pytest.mark.parametrize(
    ("error", "waits_for", "part"),
    [
        (a_reported_error, "substantiation", SUBSTANTIATED),
        (a_notified_error, "correction", CORRECTED),
        (a_completed_error, "verification", VERIFIED),
    ],
)
def test_what_waits_is_not_for_who_has_a_part_that_keeps_them_from_it(
    shown: Show, error: Callable[[], ErrorRecord], waits_for: str, part: str
) -> None:
    made = error()
    db = shown(error_register, made)
    desk = SoughtErrors(waits_for=[waits_for], without=EXCLUDES[part])

    for official in (CASEWORKER, MANAGER, REVIEWER, ISSUER, CORRECTOR, VERIFIER, person("new")):
        waits = count_errors(db, replace(desk, person=official)) == 1
        assert waits == (official not in made.excluded_from(part))


def test_errors_are_found_by_number_case_and_identity(shown: Show) -> None:
    error, other = a_reported_error(), another(2)
    db = shown(error_register, error, other)

    assert error_numbered(db, "CC210202-2021-0009") is None
    assert getattr(error_numbered(db, other.number), "error_id", None) == other.id
    assert [row.number for row in errors_of_case(db, case_id("DB-0001"))] == [error.number]
    assert error_numbers_of(db, [error.id, person("no error")], SoughtErrors()) == {error.id: error.number}
    assert error_numbers_of(db, [error.id], SoughtErrors(areas=["210203"])) == {}


def test_errors_of_a_relatives_case_are_left_out(shown: Show) -> None:
    case = a_case_taken_over()
    shown(case_register, case)
    shown(needy_register)
    db = shown(error_register, case, a_reported_error(), another(2))

    left = listed_errors(db, SoughtErrors(apart_from=[person("spouse")]))

    assert [row.number for row in left] == ["CC210202-2021-0002"]

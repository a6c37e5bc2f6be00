from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, Row

from domain.errors.duties import CORRECTED, EXCLUDES, SUBSTANTIATED, TAKEN_BY, VERIFIED
from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import MonthEntry
from domain.identities import case_id
from domain.officials.official import Official
from projections.case_register import case_register
from projections.error_lists import (
    SoughtErrors,
    concerns,
    count_errors,
    count_notices,
    error_numbered,
    error_numbers_of,
    errors_of_case,
    is_touched,
    listed_errors,
    months_of_error,
    open_notices,
    parts_of_error,
    tallied_errors,
)
from projections.error_register import error_register
from tests.builders import CASEWORKER, MANAGER, a_case_taken_over, a_lead, a_noticed_case, an_act, day, person
from tests.error_builders import (
    BEGAN,
    CATALOGUE,
    CORRECTOR,
    ISSUER,
    REVIEWER,
    VERIFIER,
    a_classification,
    a_classified_error,
    a_closed_error,
    a_completed_error,
    a_correctors_act,
    a_notified_error,
    a_report,
    a_reported_error,
    a_reviewers_act,
    a_substantiated_error,
    a_verified_error,
    a_verifiers_act,
    reported,
)
from tests.error_lives import a_whole_life, corrected_twice, looked_into_twice, notified_twice

Show = Callable[..., Connection]


def the_row(db: Connection) -> Row[Any]:
    (row,) = listed_errors(db, SoughtErrors())
    return row


def another(number: int, **more: Any) -> ErrorRecord:
    """An error in the case of another family."""
    name = f"DB-{number:04}"
    values = {"case": case_id(name), "case_number": name, "number": f"CC210202-2021-{number:04}"}
    return reported(a_report(**(values | more)))


def test_a_report_is_a_row_with_what_it_tells(shown: Show) -> None:
    error = a_reported_error()

    row = the_row(shown(error_register, error))

    assert (row.error_id, row.number, row.case_number) == (error.id, "CC210202-2021-0001", "DB-0001")
    assert (row.element, row.state, row.channel, row.reports) == ("E03", "reported", "self", 1)
    assert (row.own, row.before_discovery, row.within_days) == (True, True, True)
    assert (row.reported, row.version, row.position, row.reported_by) == (1, 1, 1, CASEWORKER)
    assert (row.nature, row.notice, row.open_until, row.overpaid, row.underpaid) == (None, None, None, 0, 0)


@pytest.mark.parametrize(
    ("error", "state", "waits_for"),
    [
        (a_reported_error, "reported", "substantiation"),
        (a_substantiated_error, "substantiated", "classification"),
        (a_classified_error, "classified", "notice"),
        (a_notified_error, "correcting", "correction"),
        (a_completed_error, "correcting", "verification"),
        (a_verified_error, "correcting", "closing"),
        (a_closed_error, "closed", ""),
        (looked_into_twice, "classified", "notice"),
        (notified_twice, "correcting", "correction"),
    ],
)
def test_an_error_waits_for_its_next_step(
    shown: Show, error: Callable[[], ErrorRecord], state: str, waits_for: str
) -> None:
    row = the_row(shown(error_register, error()))

    assert (row.state, row.waits_for) == (state, waits_for)


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


def test_the_unit_is_that_of_who_decided(shown: Show) -> None:
    official = Official.blank(CASEWORKER)
    official.trigger(Official.Registered, an_act(), login="cao", name="Cao", works_in="Decided here")

    row = the_row(shown(error_register, official, a_reported_error()))

    assert row.unit == "Decided here"


def test_a_notice_is_open_until_it_is_complied_with(shown: Show) -> None:
    first, second = a_notified_error(), another(2)
    db = shown(error_register, first, second)

    assert [(row.notice, row.open_until) for row in open_notices(db, SoughtErrors())] == [
        ("JC210202-2021-0001", day("2021-09-30"))
    ]
    assert open_notices(db, SoughtErrors(), after=(day("2021-09-30"), 10_000)) == []
    assert count_errors(db, SoughtErrors(overdue_on=day("2021-10-01"))) == 1
    assert count_errors(db, SoughtErrors(overdue_on=day("2021-09-30"))) == 0


def test_what_is_done_is_overdue_no_longer_until_it_is_rejected(shown: Show) -> None:
    error = a_completed_error()
    db = shown(error_register, error)
    done = count_errors(db, SoughtErrors(overdue_on=day("2021-12-01")))

    error.reject_correction(a_verifiers_act("2021-09-21"))
    db = shown(error_register, error)

    assert (done, count_errors(db, SoughtErrors(overdue_on=day("2021-12-01")))) == (0, 1)


def test_every_notice_counts_for_the_running_number(shown: Show) -> None:
    db = shown(error_register, notified_twice())

    assert the_row(db).notice == "JC210202-2021-0002"
    assert the_row(db).escalated_to == "Fictional Bureau"
    assert count_notices(db, "JC210202-2021-") == 2
    assert count_notices(db, "JC210203-2021-") == 0


def test_amounts_are_as_classified_until_a_correction_finds_them(shown: Show) -> None:
    error = a_classified_error()
    before = the_row(shown(error_register, error))
    error.find_difference(
        [MonthEntry(day("2021-05-01"), 100, 70), MonthEntry(day("2021-06-01"), 100, 180)],
        (),
        a_correctors_act(),
    )

    after = the_row(shown(error_register, error))

    assert (before.underpaid, before.overpaid) == (4 * 78000, 0)
    assert (after.underpaid, after.overpaid) == (80, 30)


def test_what_is_found_again_is_added_up_by_month(shown: Show) -> None:
    error = corrected_twice()

    db = shown(error_register, error)

    assert (the_row(db).underpaid, the_row(db).overpaid) == (68000, 5000)
    assert [(row.month.month, row.amount) for row in months_of_error(db, error.id)] == [
        (5, 68000),
        (6, -5000),
    ]
    assert [(each.month.month, each.amount) for each in error.ledger.months] == [(5, 68000), (6, -5000)]


def test_everybody_who_had_a_part_is_told(shown: Show) -> None:
    error = a_whole_life()

    db = shown(error_register, error)

    found = {(row.person, row.part) for row in parts_of_error(db, error.id)}
    assert found >= {
        (CASEWORKER, "reported"),
        (CASEWORKER, "decided"),
        (MANAGER, "decided"),
        (REVIEWER, "substantiated"),
        (ISSUER, "notified"),
        (CORRECTOR, "corrected"),
        (VERIFIER, "verified"),
    }
    own = {(done.by, TAKEN_BY[done.topic][0]) for done in error.done}
    assert found == own | {(CASEWORKER, "reported"), (CASEWORKER, "named")}
    assert concerns(db, error.id, VERIFIER)
    assert not concerns(db, error.id, person("nobody"))


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


def test_what_could_have_brought_an_error_to_light_is_known_by_month(shown: Show) -> None:
    case = a_noticed_case(number="DB-0007")
    db = shown(error_register, a_reported_error(to_month=day("2021-07-01")), case)
    found = case_id("DB-0001")

    assert is_touched(db, found, day("2021-07-01"), None)
    assert is_touched(db, found, day("2021-01-01"), day("2021-05-01"))
    assert not is_touched(db, found, day("2021-01-01"), day("2021-04-01"))
    assert not is_touched(db, found, day("2021-08-01"), None)
    assert not is_touched(db, case.id, day("2021-01-01"), None)
    case.raise_objection("They own a house.", an_act("2021-05-03"))
    assert is_touched(shown(error_register, case), case.id, day("2021-01-01"), day("2021-02-01"))


def test_a_lead_could_have_brought_an_error_to_light(shown: Show) -> None:
    lead = a_lead(case=case_id("DB-0008"), case_number="DB-0008", from_month=day("2021-05-01"))

    db = shown(error_register, lead)

    assert is_touched(db, case_id("DB-0008"), day("2021-06-01"), None)
    assert not is_touched(db, case_id("DB-0008"), day("2021-01-01"), day("2021-04-01"))


def test_errors_are_found_by_number_case_and_identity(shown: Show) -> None:
    error, other = a_reported_error(), another(2)
    db = shown(error_register, error, other)

    assert error_numbered(db, "CC210202-2021-0009") is None
    assert getattr(error_numbered(db, other.number), "error_id", None) == other.id
    assert [row.number for row in errors_of_case(db, case_id("DB-0001"))] == [error.number]
    assert error_numbers_of(db, [error.id, person("no error")], SoughtErrors()) == {error.id: error.number}
    assert error_numbers_of(db, [error.id], SoughtErrors(areas=["210203"])) == {}


def test_what_was_found_stays_when_the_error_is_classified_anew(shown: Show) -> None:
    error = a_classified_error()
    error.find_difference([MonthEntry(day("2021-05-01"), 100, 70)], (), a_correctors_act())
    error.classify(a_classification(nature="late"), CATALOGUE, a_reviewers_act(), began=BEGAN)

    row = the_row(shown(error_register, error))

    assert (row.nature, row.underpaid, row.overpaid) == ("late", 0, 30)


def test_a_family_that_is_not_covered_touches_no_case(shown: Show) -> None:
    report = a_report(
        case=None, case_number="", household=None, about="210202/f1", element="E10", deciders=()
    )

    db = shown(error_register, reported(report))

    assert (the_row(db).case_id, the_row(db).unit) == (None, "Fictional Street")
    assert errors_of_case(db, case_id("DB-0001")) == []


def test_errors_of_a_relatives_case_are_left_out(shown: Show) -> None:
    case = a_case_taken_over()
    shown(case_register, case)
    db = shown(error_register, case, a_reported_error(), another(2))

    left = listed_errors(db, SoughtErrors(apart_from=[person("spouse")]))

    assert [row.number for row in left] == ["CC210202-2021-0002"]

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, Row

from domain.errors.duties import DECIDED, TAKEN_BY
from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import MonthEntry
from domain.identities import case_id
from domain.officials.official import Official
from projections.error_lists import (
    SoughtErrors,
    concerns,
    count_errors,
    count_notices,
    errors_of_case,
    listed_errors,
    months_of_error,
    open_notices,
    overdue_errors,
    parts_of_error,
    parts_of_person,
)
from projections.error_register import error_register
from projections.error_tables import NAMED
from tests.builders import CASEWORKER, MANAGER, an_act, day, person
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
    an_arbiters_act,
    an_error_objected_to,
    an_error_with_corrected_case,
    reported,
)
from tests.error_lives import (
    a_whole_life,
    corrected_twice,
    looked_into_twice,
    notified_twice,
    of_money_alone,
)

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


def test_what_was_handed_up_is_listed_until_it_is_done(shown: Show) -> None:
    error = an_error_with_corrected_case()
    before = count_errors(shown(error_register, error), SoughtErrors(handed_up=True))
    error.hand_up(an_act("2021-10-01", by=person("service"), role="service"))
    db = shown(error_register, error)
    late = count_errors(db, SoughtErrors(handed_up=True))
    assert the_row(db).handed_up_on == day("2021-10-01")
    assert overdue_errors(db, day("2021-10-01")) == [error.id]
    assert overdue_errors(db, day("2021-09-30")) == []

    error.complete_correction(an_act("2021-10-02"))
    done = count_errors(shown(error_register, error), SoughtErrors(handed_up=True))

    assert (before, late, done) == (0, 1, 0)


@pytest.mark.parametrize(
    ("done", "again_on"), [((), "2021-10-20"), ((30,), "2021-12-19"), ((90,), "2021-10-20"), ((30, 90), "")]
)
def test_a_correction_is_to_be_looked_at_again(shown: Show, done: tuple[int, ...], again_on: str) -> None:
    error = a_closed_error()
    for days in done:
        error.follow_up(days, a_verifiers_act("2021-12-30"), holds=True)

    db = shown(error_register, error)

    assert str(the_row(db).look_again_on or "") == again_on
    by = day(again_on or "2022-12-31")
    assert count_errors(db, SoughtErrors(looked_at_again_by=by)) == bool(again_on)
    assert count_errors(db, SoughtErrors(looked_at_again_by=day("2021-10-19"))) == 0


def test_what_is_opened_again_is_not_to_be_looked_at_again(shown: Show) -> None:
    error = a_closed_error()
    error.follow_up(30, a_verifiers_act("2021-10-20"), holds=False)
    error.reopen("It does not hold.", an_act("2021-10-21"))

    row = the_row(shown(error_register, error))

    assert (row.look_again_on, row.verified_on, row.followed_up) == (None, None, "")


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


def test_what_an_official_enters_takes_the_place_of_what_was_known(shown: Show) -> None:
    error = of_money_alone()

    db = shown(error_register, error)

    assert (the_row(db).underpaid, the_row(db).overpaid) == (75000, 0)
    assert [(row.month.month, row.amount) for row in months_of_error(db, error.id)] == [(5, 75000), (6, 0)]
    assert [(each.month.month, each.amount) for each in error.ledger.months] == [(5, 75000), (6, 0)]
    assert {(CORRECTOR, "corrected")} <= {(row.person, row.part) for row in parts_of_error(db, error.id)}


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


def test_whom_a_notice_names_has_a_part_once_however_often_they_are_named(shown: Show) -> None:
    twice, theirs = notified_twice(), []

    db = shown(
        error_register, twice, reported(a_report(number="CC210283-2021-0002", area="210283", element="E06"))
    )
    for areas in (None, ["210283"]):
        rows = parts_of_person(db, CASEWORKER, SoughtErrors(areas=areas))
        theirs.append([(row.number, row.part) for row in rows if row.part in {NAMED, DECIDED}])

    elsewhere = ("CC210283-2021-0002", DECIDED)
    assert theirs == [[elsewhere, (twice.number, NAMED), (twice.number, DECIDED)], [elsewhere]]
    assert len(parts_of_person(db, CASEWORKER, SoughtErrors(), limit=1)) == 1


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


def test_a_notice_stays_in_force_when_the_objection_to_it_was_not_right(shown: Show) -> None:
    error = an_error_objected_to()
    error.decide_objection(an_arbiters_act(), upheld=False)

    row = the_row(shown(error_register, error))

    assert (row.state, row.waits_for, row.notice) == ("correcting", "correction", "JC210202-2021-0001")

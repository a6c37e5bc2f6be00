"""Decisions by what they rested on."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Row, select

from domain.cases.case import Case
from domain.cases.entitlement import Uplift
from projections.decision_patterns import decision_patterns
from projections.pattern_peers import Rule, decision_at, latest_before, like, unlike
from projections.pattern_tables import decisions, lives
from tests.builders import (
    CITY,
    STANDARDS,
    ZHONGSHAN,
    a_case_taken_over,
    a_case_to_decide,
    a_confirmed_case,
    a_managers_act,
    a_noticed_case,
    an_act,
    an_applied_case,
    day,
    means,
    person,
)
from tests.error_builders import (
    a_dismissed_error,
    a_reported_error,
    a_substantiated_error,
)

Shown = Callable[..., Connection]

AFTERWARDS = 2**40
"""Later than anything on record."""
CITY_2020 = Rule(reference="fictional 2020-1", areas=CITY, since=day("2020-07-01"), until=day("2021-07-01"))


def rows(db: Connection, case: Case) -> list[tuple[str, str, str]]:
    found = select(decisions.c.way, decisions.c.standard, decisions.c.pattern).where(
        decisions.c.case_id == case.id
    )
    return [tuple(row) for row in db.execute(found.order_by(decisions.c.position))]


def the_decision(db: Connection, case: Case) -> Row[Any]:
    position = db.scalars(select(decisions.c.position).where(decisions.c.case_id == case.id)).first()
    assert position is not None
    found = decision_at(db, position, case.id)
    assert found is not None
    return found


def tallied(found: list[Row[Any]]) -> list[tuple[object, ...]]:
    return [tuple(row) for row in found]


def a_refused_case(number: str) -> Case:
    case = a_case_to_decide(number=number)
    case.refuse("income", a_managers_act())
    return case


def test_others_on_the_same_evidence_went_some_way(shown: Shown) -> None:
    first, same, other, elsewhere = (
        a_confirmed_case(number="DB-1"),
        a_confirmed_case(number="DB-2"),
        a_confirmed_case(means(monthly_income=0), number="DB-3"),
        a_confirmed_case(number="DB-4", valid_from="2021-08-01"),
    )
    wrong = a_confirmed_case(number="DB-5")
    wrong.correct_fact(STANDARDS, "income", 120000, an_act("2021-08-20"), valid_from=day("2021-06-01"))
    refused = a_refused_case("DB-6")

    db = shown(decision_patterns, first, same, other, elsewhere, wrong, refused)

    one = the_decision(db, first)
    confirmed, no = Case.Confirmed.TOPIC, Case.ApplicationRefused.TOPIC
    assert tallied(like(db, one, CITY_2020)) == [(no, 1, 0, 1), (confirmed, 2, 1, 1)]
    assert tallied(unlike(db, one, CITY_2020)) == [(confirmed, 1, 0, 1)]
    assert tallied(
        like(db, one, Rule(reference="fictional 2021-1", areas=CITY, since=day("2021-07-01")))
    ) == [(confirmed, 1, 0, 1)]
    assert tallied(like(db, one, Rule())) == [(no, 1, 0, 1)]


def test_a_decision_tells_what_it_rested_on(shown: Shown) -> None:
    case = an_applied_case(area=ZHONGSHAN)
    case.request_supplement("The payslip.", an_act("2021-04-02"))
    case.accept(an_act("2021-04-03"))
    case.check_means(an_act("2021-04-06"), **means())
    case.record_visit((person("a"), person("b")), "As declared.", an_act("2021-04-07"))
    case.give_opinion(an_act("2021-04-20"), favourable=True)
    case.post_notice(an_act("2021-05-01"))
    case.raise_objection("They own a car.", an_act("2021-05-02"))
    case.answer_objection(1, an_act("2021-05-03"), upheld=True)
    case.check_means(an_act("2021-05-04"), **means(monthly_income=0, uplifts=(Uplift("minor", 1),)))

    db = shown(decision_patterns, case)

    (life,) = db.execute(select(lives)).all()
    assert life.steps == "applied accepted means_checked visited"
    assert life.known == "no_income objection supplement uplift.minor"
    assert life.kind == "urban"


def test_an_objection_that_was_not_right_changes_no_step(shown: Shown) -> None:
    case = a_noticed_case()
    case.raise_objection("They own a car.", an_act("2021-05-02"))
    case.answer_objection(1, an_act("2021-05-03"), upheld=False)

    db = shown(decision_patterns, case)

    (life,) = db.execute(select(lives)).all()
    assert life.steps == "applied accepted means_checked visited opinion_given notice_posted"


def test_decisions_in_payment_have_the_standard_they_were_reckoned_by(shown: Shown) -> None:
    case = a_case_taken_over()
    case.change_fact(STANDARDS, "members", 4, an_act("2021-06-20"), valid_from=day("2021-06-10"))
    case.suspend(STANDARDS, a_managers_act("2021-07-20"), valid_from=day("2021-08-01"))
    case.resume(STANDARDS, a_managers_act("2021-08-20"), valid_from=day("2021-09-01"))
    case.correct_fact(STANDARDS, "income", 120000, an_act("2021-08-20"), valid_from=day("2021-06-01"))
    case.terminate(STANDARDS, "income", a_managers_act("2021-09-20"), valid_from=day("2021-10-01"))

    db = shown(decision_patterns, case)

    ways = [(way, standard) for way, standard, _pattern in rows(db, case)]
    assert ways == [
        ("case.suspended", ""),
        ("case.resumed", "fictional 2021-1"),
        ("case.terminated", ""),
    ]
    assert not any(row.corrected_at for row in db.execute(select(decisions)))
    latest = latest_before(db, case.id, day("2021-09-30"), AFTERWARDS)
    assert latest is not None
    assert latest.way == "case.resumed"
    before_it = latest_before(db, case.id, day("2021-09-30"), latest.position)
    assert before_it is not None
    assert before_it.way == "case.suspended"
    assert latest_before(db, case.id, day("2021-01-01"), AFTERWARDS) is None


def test_one_off_relief_counts_from_the_day_it_was_decided(shown: Shown) -> None:
    granted = a_confirmed_case(means(kind=None), programme="temporary", number="LS-1", granted=100000)
    granted.correct_fact(STANDARDS, "amount", 90000, an_act("2021-06-20"), valid_from=day("2021-05-10"))
    granted.correct_fact(STANDARDS, "amount", 80000, an_act("2021-06-21"), valid_from=day("2021-05-10"))
    refused = a_case_to_decide(means(kind=None), programme="temporary", number="LS-2")
    refused.refuse("income", a_managers_act())

    db = shown(decision_patterns, granted, refused)

    found = db.execute(select(decisions).order_by(decisions.c.position)).all()
    assert [row.counts_from for row in found] == [day("2021-05-10")] * 2
    assert [row.corrected_at is not None for row in found] == [True, False]


def test_a_correction_of_other_months_makes_nothing_wrong(shown: Shown) -> None:
    before, after = a_confirmed_case(number="DB-1"), a_confirmed_case(number="DB-2", valid_from="2021-08-01")
    before.correct_fact(STANDARDS, "income", 120000, an_act("2021-08-20"), valid_from=day("2021-07-01"))
    after.correct_fact(
        STANDARDS,
        "income",
        120000,
        an_act("2021-09-20"),
        valid_from=day("2021-05-01"),
        until=day("2021-07-01"),
    )

    db = shown(decision_patterns, before, after)

    assert [row.corrected_at for row in db.execute(select(decisions))] == [None, None]


def test_what_an_error_was_found_in_turned_out_wrong(shown: Shown) -> None:
    first, wrong = a_confirmed_case(number="DB-1"), a_confirmed_case(number="DB-2")
    db = shown(decision_patterns, first, wrong)
    one = the_decision(db, first)
    position = the_decision(db, wrong).position
    error = a_substantiated_error(decision=position)

    for aggregates, expected in (
        ((a_reported_error(element="E02", decision=position),), 0),
        ((error,), 1),
    ):
        db = shown(decision_patterns, *aggregates)
        (tally,) = like(db, one, CITY_2020)
        assert (tally.number, tally.wrong) == (1, expected)


def test_an_error_that_was_none_makes_nothing_wrong(shown: Shown) -> None:
    first, second = a_confirmed_case(number="DB-1"), a_confirmed_case(number="DB-2")
    db = shown(decision_patterns, first, second, a_dismissed_error())

    (tally,) = like(db, the_decision(db, first), CITY_2020)
    assert (tally.number, tally.wrong) == (1, 0)


def test_a_takeover_that_was_taken_back_leaves_nothing(shown: Shown) -> None:
    case = a_case_taken_over()
    case.withdraw_takeover(an_act())

    db = shown(decision_patterns, case)

    assert db.execute(select(lives)).all() == []

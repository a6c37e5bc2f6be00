from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Row, select

from domain.cases.case import Case
from domain.cases.entitlement import EntitledPeriod
from projections.case_lists import Sought, listed
from projections.case_register import case_register, claimants
from projections.steps import due_in
from tests.builders import (
    CITY_2020,
    RURAL_2020,
    STANDARDS,
    ZHONGSHAN,
    a_case_taken_over,
    a_case_to_decide,
    a_confirmed_case,
    a_managers_act,
    an_act,
    an_applied_case,
    day,
    person,
    standards,
)

Show = Callable[..., Connection]


def the_row(db: Connection) -> Row[Any]:
    (row,) = listed(db, Sought())
    return row


def test_a_case_taken_over_is_in_payment(shown: Show) -> None:
    case = a_case_taken_over()

    row = the_row(shown(case_register, case))

    assert (row.case_id, row.number, row.programme, row.state) == (case.id, "DB-0001", "dibao", "in payment")
    assert (row.area, row.kind, row.head, row.household) == (ZHONGSHAN, None, case.head, case.household)
    assert (row.members, row.monthly_income, row.monthly_amount) == (3, 150000, 75000)
    assert (row.paid_from, row.version, row.position) == (day("2020-09-01"), 1, 1)


def test_relief_taken_over_was_paid_once(shown: Show) -> None:
    case = a_case_taken_over(programme="temporary")

    assert the_row(shown(case_register, case)).state == "paid once"


def test_who_heads_a_case_for_others_is_put_right_without_claiming_in_it(shown: Show) -> None:
    case = a_case_taken_over(head=person("guardian"), people=(person("child"),), members=1)

    case.correct_person(an_act(), before=person("guardian"), after=person("other"))

    db = shown(case_register, case)
    assert the_row(db).head == person("other")
    assert db.scalars(select(claimants.c.person)).all() == [person("child")]


def test_who_claims_in_a_case_is_put_right(shown: Show) -> None:
    case = a_case_taken_over()
    case.correct_person(an_act(), before=person("spouse"), after=person("other"))

    db = shown(case_register, case)

    assert (the_row(db).head, the_row(db).version) == (person("head"), 2)
    assert set(db.scalars(select(claimants.c.person))) == {person("head"), person("other"), person("child")}


def test_a_case_whose_takeover_was_taken_back_is_nobodys(shown: Show) -> None:
    gone, kept = a_case_taken_over(), a_case_taken_over(number="DB-0009")
    gone.withdraw_takeover(an_act())

    db = shown(case_register, gone, kept)

    assert the_row(db).case_id == kept.id
    assert set(db.scalars(select(claimants.c.case_id))) == {kept.id}


def test_an_application_is_followed_to_its_decision(shown: Show) -> None:
    case = an_applied_case()
    opened = the_row(shown(case_register, case))
    assert (opened.state, opened.opened_on, opened.monthly_amount) == ("open", day("2021-04-01"), None)

    decided = a_confirmed_case(number="DB-0003")
    db = shown(case_register, decided)

    row = listed(db, Sought(number="DB-0003"))[0]
    assert (row.state, row.decided_on, row.paid_from) == ("in payment", day("2021-05-10"), day("2021-06-01"))
    assert (row.members, row.monthly_income, row.kind, row.area) == (3, 150000, "urban", ZHONGSHAN)
    assert row.version == decided.version


def test_an_application_can_be_refused(shown: Show) -> None:
    case = a_case_to_decide()
    case.refuse("income", a_managers_act())

    row = the_row(shown(case_register, case))

    assert (row.state, row.decided_on) == ("refused", day("2021-05-10"))


def test_an_amount_is_shown_in_its_own_month(shown: Show) -> None:
    case = a_confirmed_case()

    row = the_row(shown(case_register, case))

    assert (row.monthly_amount, row.standard) == (75000, CITY_2020.reference)
    assert due_in(row, day("2021-05-01")) == 75000
    assert due_in(row, day("2021-06-01")) == 75000
    assert due_in(row, day("2021-07-01")) == 84000


def test_what_was_to_come_begins_when_its_month_has_come(shown: Show) -> None:
    case = a_confirmed_case()
    case.correct_fact(STANDARDS, "income", 120000, an_act("2021-08-20"), valid_from=day("2021-06-01"))

    row = the_row(shown(case_register, case))

    assert (row.monthly_income, row.monthly_amount, row.later) == (120000, 114000, None)


def test_a_change_to_come_leaves_what_is_due_until_then(shown: Show) -> None:
    case = a_confirmed_case(catalogue=standards(CITY_2020, RURAL_2020))
    db = shown(case_register, case)
    case.change_fact(
        standards(CITY_2020, RURAL_2020), "income", 120000, an_act("2021-06-20"), valid_from=day("2021-08-15")
    )

    row = the_row(shown(case_register, case))

    assert db is not None
    assert (row.monthly_income, row.monthly_amount) == (120000, 75000)
    assert due_in(row, day("2021-08-01")) == 75000
    assert due_in(row, day("2021-09-01")) == 105000


def test_what_was_wrong_for_a_time_only_is_not_how_it_stands(shown: Show) -> None:
    case = a_confirmed_case()
    case.correct_fact(
        STANDARDS,
        "members",
        4,
        an_act("2021-09-20"),
        valid_from=day("2021-06-01"),
        until=day("2021-07-01"),
    )

    assert the_row(shown(case_register, case)).members == 3


def test_facts_without_a_column_change_the_amount_only(shown: Show) -> None:
    case = a_confirmed_case()
    case.change_fact(STANDARDS, "uplift.elderly", 1, an_act("2021-06-20"), valid_from=day("2021-06-01"))

    row = the_row(shown(case_register, case))

    assert (row.version, row.members) == (case.version, 3)


def test_the_kind_of_standard_is_shown_once_the_arithmetic_told_it(shown: Show) -> None:
    case = a_case_taken_over()
    db = shown(case_register, case)
    assert the_row(db).kind is None

    case.adjust(STANDARDS, a_managers_act("2021-07-05"), valid_from=day("2021-07-01"))

    row = the_row(shown(case_register, case))
    assert (row.kind, row.monthly_amount) == ("urban", 84000)


def test_a_raised_standard_is_shown_from_its_month(shown: Show) -> None:
    case = a_case_taken_over()
    case.trigger(
        Case.StandardRaised,
        a_managers_act("2021-06-20"),
        valid_from=day("2021-07-01"),
        standard="fictional 2021-1",
        kind="urban",
        monthly_before=75000,
        monthly_amount=84000,
        periods=(EntitledPeriod(day("2021-07-01"), None, 84000, "fictional 2021-1", ()),),
        differences=(),
    )

    row = the_row(shown(case_register, case))

    assert (row.kind, row.monthly_amount, due_in(row, day("2021-07-01"))) == ("urban", 75000, 84000)


def test_payment_is_suspended_resumed_and_ended(shown: Show) -> None:
    case = a_confirmed_case()
    states = []

    case.suspend(STANDARDS, a_managers_act("2021-06-20"), valid_from=day("2021-07-01"))
    states.append(the_row(shown(case_register, case)).state)
    case.resume(STANDARDS, a_managers_act("2021-07-20"), valid_from=day("2021-08-01"))
    states.append(the_row(shown(case_register, case)).state)
    case.terminate(STANDARDS, "income", a_managers_act("2021-08-20"), valid_from=day("2021-09-01"))
    row = the_row(shown(case_register, case))

    assert [*states, row.state] == ["suspended", "in payment", "terminated"]
    assert due_in(row, day("2021-09-01")) == 0

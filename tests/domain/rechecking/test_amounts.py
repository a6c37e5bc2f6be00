"""Amounts and standards, replayed on what was known then."""

from dataclasses import replace

from domain.cases.case import Case
from domain.leads.finding import ARITHMETIC, WRONG_STANDARD
from domain.rechecking.replay import recheck
from tests.builders import (
    CITY_2020,
    CITY_2021,
    MANAGER,
    STANDARDS,
    a_case_taken_over,
    a_confirmed_case,
    a_managers_act,
    a_standard,
    an_act,
    day,
    standards,
)
from tests.domain.rechecking.replaying import EveryDayWorks, determined, findings, known, told
from tests.projections.ledger import Ledger


def a_case_with_a_life() -> Case:
    case = a_confirmed_case()
    case.change_fact(STANDARDS, "members", 4, an_act("2021-06-20"), valid_from=day("2021-06-10"))
    case.correct_fact(STANDARDS, "income", 120000, an_act("2021-08-20"), valid_from=day("2021-06-01"))
    case.suspend(STANDARDS, a_managers_act("2021-08-25"), valid_from=day("2021-09-01"))
    case.resume(STANDARDS, a_managers_act("2021-09-10"), valid_from=day("2021-10-01"))
    case.terminate(STANDARDS, "moved", a_managers_act("2021-09-12"), valid_from=day("2021-12-01"))
    return case


def a_change(case: Case, amount: int, **periods: str) -> Case:
    """A change of income to 1,200 that is followed by an amount of somebody's own."""
    act = an_act("2021-06-20")
    case.trigger(
        Case.FactChanged,
        act,
        valid_from=day("2021-07-01"),
        fact="income",
        before=150000,
        after=120000,
        until=None,
        kind=None,
    )
    return determined(case, amount, starts="2021-07-01", on="2021-06-20", **periods)


def test_nothing_is_found_where_every_decision_follows_the_rules() -> None:
    assert findings(a_case_with_a_life()) == []


def test_nothing_is_found_in_a_case_that_was_raised_with_the_others() -> None:
    case = a_case_taken_over()
    case.raise_standard(STANDARDS, CITY_2021, a_managers_act("2021-07-01"))

    assert findings(case) == []


def test_an_amount_that_the_rules_do_not_give_is_found_with_the_one_they_give() -> None:
    [found] = findings(a_change(a_confirmed_case(), 99_900, standard=CITY_2021.reference))

    assert told(found) == (ARITHMETIC, "2021-07", 3 * 78000 - 120000, 99_900, "")
    assert found.case_number == "DB-0002"


def test_a_finding_names_the_decision_and_who_made_it() -> None:
    case = a_change(a_confirmed_case(), 99_900, standard=CITY_2021.reference)
    ledger = Ledger(standards(), case)
    [decision] = [event for event in ledger.events if isinstance(event, Case.FactChanged)]

    [found] = findings(a_change(a_confirmed_case(), 99_900, standard=CITY_2021.reference))

    assert (found.decision, found.decided_by) == (decision.position, decision.by)
    assert found.subject == case.subject


def test_an_amount_by_a_standard_that_was_no_longer_in_force_is_found() -> None:
    [found] = findings(a_change(a_confirmed_case(), 3 * 75000 - 120000, standard=CITY_2020.reference))

    assert told(found) == (WRONG_STANDARD, "2021-07", 114_000, 105_000, CITY_2021.reference)


def test_a_standard_that_was_published_later_was_not_to_be_known() -> None:
    before = standards(CITY_2020)
    case = a_confirmed_case(catalogue=before)
    ledger = Ledger(before, case)
    before.publish(CITY_2021, a_managers_act("2021-06-01"))
    ledger.keep(before)

    history = [event for event in ledger.events if event.stream == case.id]

    assert recheck(history, known(ledger), day("2021-09-20"), EveryDayWorks()).findings == ()


def test_an_amount_for_which_there_was_no_standard_is_found() -> None:
    case = determined(a_change_of_kind(), 60_000, starts="2021-06-01", standard="made up", on="2021-05-20")

    [found] = findings(case)

    assert told(found) == (WRONG_STANDARD, "2021-06", 0, 60_000, "none")


def a_change_of_kind() -> Case:
    """In the city there is no rural standard."""
    case = a_confirmed_case()
    case.trigger(
        Case.FactCorrected,
        an_act("2021-05-20"),
        valid_from=day("2021-06-01"),
        fact="kind",
        before="urban",
        after="rural",
        until=None,
        kind=None,
    )
    return case


def test_what_was_confirmed_is_compared_with_what_was_determined() -> None:
    case = a_confirmed_case()
    confirmed, due = case.pending_events[-2:]
    assert isinstance(confirmed, Case.Confirmed)
    case.pending_events[-2:] = [replace(confirmed, monthly_amount=80_000), due]

    [found] = findings(case)

    assert told(found) == (ARITHMETIC, "2021-06", 75_000, 80_000, "")
    assert found.decided_by == MANAGER


def test_a_raise_to_another_amount_is_found() -> None:
    case = a_case_taken_over()
    case.raise_standard(STANDARDS, CITY_2021, a_managers_act("2021-07-01"))
    raised = case.pending_events[-1]
    assert isinstance(raised, Case.StandardRaised)
    wrong = tuple(replace(period, monthly_amount=70_000) for period in raised.periods)
    case.pending_events[-1] = replace(raised, periods=wrong)

    [found] = findings(case)

    assert told(found) == (ARITHMETIC, "2021-07", 84_000, 70_000, "")


def test_a_raise_to_a_standard_that_nobody_published_is_found() -> None:
    unknown = a_standard("fictional 2022-9", effective_from=day("2021-08-01"))
    case = a_case_taken_over()
    case.raise_standard(standards(CITY_2020, unknown), unknown, a_managers_act("2021-08-01"))

    [found] = findings(case)

    assert told(found) == (WRONG_STANDARD, "2021-08", 0, 84_000, "none")


def test_a_gap_that_a_late_beginning_leaves_is_found() -> None:
    case = a_confirmed_case()
    case.trigger(
        Case.FactChanged,
        an_act("2021-06-20"),
        valid_from=day("2021-07-01"),
        fact="income",
        before=150000,
        after=120000,
        until=None,
        kind=None,
    )
    case = determined(case, 114_000, starts="2021-09-01", standard=CITY_2021.reference, on="2021-06-20")

    [found] = findings(case)

    assert told(found) == (ARITHMETIC, "2021-07", 114_000, 84_000, "")


def test_the_same_amounts_in_other_periods_are_in_order() -> None:
    case = a_case_taken_over()
    case.raise_standard(STANDARDS, CITY_2021, a_managers_act("2021-07-01"))
    raised = case.pending_events[-1]
    assert isinstance(raised, Case.StandardRaised)
    [period] = raised.periods
    halves = (period.ending(day("2021-09-01")), replace(period, starts=day("2021-09-01")))
    case.pending_events[-1] = replace(raised, periods=halves)

    assert findings(case) == []

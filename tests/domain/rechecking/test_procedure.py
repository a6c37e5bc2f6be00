"""Steps that are missing, and reviews that are late."""

from datetime import date
from typing import Any

import pytest

from audit_service.working_days import YearNotArranged
from domain.cases.case import Case
from domain.kernel import Event
from domain.leads.finding import MISSING_STEP, OVERDUE_REVIEW
from domain.rechecking.procedure import missing_before, to_make_good
from domain.rechecking.replay import Checked, recheck
from domain.standards.review_periods import ReviewPeriod
from tests.builders import (
    CASEWORKER,
    COLLEAGUE,
    STANDARDS,
    a_case_taken_over,
    a_case_to_decide,
    a_confirmed_case,
    a_managers_act,
    an_accepted_case,
    an_act,
    day,
    means,
    standards,
)
from tests.domain.rechecking.replaying import EveryDayWorks, checked, findings, known, told
from tests.projections.ledger import Ledger


def without(case: Case, *kinds: type) -> Case:
    """A confirmed case with what happened in between left out, as no rule would have let it be."""
    confirmed = a_confirmed_case()
    decided = [one for one in confirmed.pending_events if type(one) in {Case.Confirmed, Case.Determined}]
    steps = [one for one in case.pending_events if type(one) not in kinds]
    bare = Case.blank(case.id)
    for event in (*steps, *decided):
        assert isinstance(event, Event)
        bare.trigger(type(event), an_act(event.on.isoformat(), by=event.by), **own(event))
    return bare


def own(event: Event) -> dict[str, Any]:
    common = Event.__dataclass_fields__.keys() - {"valid_from", "subject"}
    return {name: value for name, value in vars(event).items() if name not in common}


def test_a_decision_without_a_visit_and_a_notice_is_found() -> None:
    case = without(a_case_to_decide(), Case.Visited, Case.NoticePosted, Case.NoticeEnded)

    [found] = findings(case)

    assert told(found) == (MISSING_STEP, "2021-06", 0, 0, "visited notice_posted notice_ended")


def test_a_programme_without_a_public_notice_asks_for_none() -> None:
    case = a_confirmed_case(means(kind=None), programme="elderly", granted=20_000)
    orphan = a_case_to_decide(number="GE-0001", programme="orphan")

    assert findings(case) == []
    assert missing_before(orphan) == ()


def an_emergency() -> Case:
    case = an_accepted_case(number="LS-0001", programme="temporary", emergency=True)
    case.confirm(
        STANDARDS, an_act("2021-04-05", role="caseworker"), granted=100_000, valid_from=day("2021-05-01")
    )
    return case


@pytest.mark.parametrize(("on", "missing"), [("2021-04-15", []), ("2021-04-16", ["means_checked visited"])])
def test_what_an_emergency_left_for_later_is_missing_when_its_days_are_over(
    on: str, missing: list[str]
) -> None:
    found = findings(an_emergency(), on=on)

    assert [one.detail for one in found] == missing


def test_an_emergency_whose_formalities_were_made_good_is_in_order() -> None:
    case = an_emergency()
    case.check_means(an_act("2021-04-07"), **means(kind=None))
    case.record_visit((CASEWORKER, COLLEAGUE), "As declared.", an_act("2021-04-08"))

    assert checked(case, on="2021-09-20") == Checked((), None)


def test_an_emergency_is_looked_at_again_when_its_days_are_over() -> None:
    assert checked(an_emergency(), on="2021-04-06").again_on == day("2021-04-16")


@pytest.mark.parametrize(("on", "late"), [("2022-05-11", []), ("2022-05-12", ["2022-05-11"])])
def test_means_that_nobody_looked_at_for_more_than_a_year_are_found(on: str, late: list[str]) -> None:
    found = findings(a_confirmed_case(), on=on)

    assert [told(one) for one in found] == [(OVERDUE_REVIEW, "2022-05", 0, 0, by) for by in late]


def test_a_case_in_payment_is_looked_at_again_when_its_review_is_late() -> None:
    assert checked(a_confirmed_case()).again_on == day("2022-05-12")
    assert checked(a_confirmed_case(), on="2022-05-12").again_on is None


def test_a_review_is_late_by_what_the_office_published_for_the_day() -> None:
    def again(**more: Any) -> date | None:
        catalogue = standards()
        values: dict[str, Any] = {"programme": "dibao", "days": 90, "effective_from": day("2021-05-01")}
        period = ReviewPeriod(reference="fictional", approved_on=day("2021-04-20"), **(values | more))
        catalogue.publish_review_period(period, a_managers_act("2021-06-01"))
        ledger, case = Ledger(catalogue), a_confirmed_case()
        ledger.keep(case)
        history = [event for event in ledger.events if event.stream == case.id]
        return recheck(history, known(ledger), day("2021-06-20"), EveryDayWorks()).again_on

    assert again() == day("2021-08-09")
    assert again(programme="tekun") == again(effective_from=day("2022-01-01")) == day("2022-05-12")


def test_who_looked_again_in_time_is_not_found_and_has_another_year() -> None:
    case = a_confirmed_case()
    case.change_fact(STANDARDS, "income", 120000, an_act("2022-03-01"), valid_from=day("2022-03-01"))

    assert checked(case, on="2022-06-01") == Checked((), day("2023-03-03"))


def test_a_raise_for_everyone_is_no_review() -> None:
    case = a_case_taken_over()
    case.raise_standard(STANDARDS, STANDARDS.published[-2], a_managers_act("2021-12-01"))

    [found] = findings(case, on="2022-06-01")

    assert (found.kind, found.detail) == (OVERDUE_REVIEW, "2022-04-02")


def test_a_case_that_is_not_in_payment_needs_no_review() -> None:
    case = a_confirmed_case()
    case.terminate(STANDARDS, "moved", a_managers_act("2021-09-12"), valid_from=day("2021-10-01"))

    assert checked(case, on="2023-01-01") == Checked((), None)


def test_a_programme_without_periodic_reviews_asks_for_none() -> None:
    case = a_confirmed_case(means(kind=None), programme="elderly", granted=20_000)

    assert findings(case, on="2025-01-01") == []


class NobodyKnows:
    """A calendar of a year that was not arranged yet."""

    def is_working_day(self, day: date) -> bool:
        raise YearNotArranged(year=str(day.year))


def test_where_working_days_are_not_known_yet_nobody_is_hurried() -> None:
    assert to_make_good(an_emergency(), NobodyKnows()) == dict.fromkeys(
        ("means_checked", "visited"), day("2021-04-25")
    )

"""Breaches of the segregation of duties are found in a record that did not refuse them."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine

from domain.cases.case import Case
from domain.errors.error_record import ErrorRecord
from domain.identities import case_id
from domain.kernel import Aggregate
from domain.needy.household import Household
from domain.officials.official import Official
from domain.tolerance.review import ToleranceReview
from projections.case_register import case_register
from projections.case_timeline import case_timeline
from projections.engine import views_engine
from projections.follower import Follower
from projections.needy_register import needy_register
from projections.official_record import official_record
from projections.segregation_lists import DECLARED_LATER, KIN, Breach, SoughtBreaches, breaches_like
from projections.segregation_report import DUTY, ROLE, segregation_report
from tests.builders import (
    CASEWORKER,
    CLERK,
    MANAGER,
    PULANDIAN,
    ZHONGSHAN,
    a_case_taken_over,
    a_case_to_decide,
    a_confirmed_case,
    a_household,
    a_managers_act,
    an_act,
    person,
)
from tests.error_builders import (
    REVIEWER,
    a_reported_error,
    a_reviewers_act,
    a_substantiated_error,
)
from tests.projections.ledger import START, Ledger
from tests.tolerance_builders import (
    a_review_asked_for_again,
    a_review_in_deliberation,
    a_reviewed_review,
    a_submitted_review,
    an_organs_act,
)

VIEWS = (case_register, case_timeline, needy_register, official_record, segregation_report)
ALL = SoughtBreaches()


class Record:
    """A record to which anything can be added, and the views of it."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.ledger = engine, Ledger()

    def found(self, *aggregates: Aggregate, sought: SoughtBreaches = ALL) -> list[Breach]:
        """Record what is pending, and return what the report finds, the latest first."""
        self.ledger.keep(*aggregates)
        Follower(self.ledger, self.engine, VIEWS).catch_up()
        with self.engine.connect() as db:
            return breaches_like(db, sought)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    engine = views_engine(f"sqlite:///{tmp_path / 'views.sqlite'}")
    yield Record(engine)
    engine.dispose()


def told(found: list[Breach]) -> list[tuple[str, str, UUID, str]]:
    return [(each.rule, each.topic, each.person, each.had) for each in found]


def test_nothing_is_found_where_duties_were_kept_apart(record: Record) -> None:
    assert record.found(a_confirmed_case(), a_substantiated_error()) == []


def test_who_gave_the_opinion_decides(record: Record) -> None:
    case = a_case_to_decide()
    case.trigger(Case.ApplicationRefused, an_act(role="manager"), reason="income")

    (breach,) = record.found(case)

    assert told([breach]) == [(DUTY, "case.application_refused", CASEWORKER, "opinion")]
    assert (breach.number, breach.area, breach.kind) == ("DB-0002", ZHONGSHAN, "case")
    assert (breach.had_topic, breach.had_at) == ("case.opinion_given", 5)


def test_who_decided_looks_into_the_error_and_corrects_it(record: Record) -> None:
    error = a_reported_error()
    error.trigger(ErrorRecord.SubstantiationBegun, a_managers_act("2021-09-03"))
    error.trigger(ErrorRecord.Dismissed, a_managers_act("2021-09-03"), reason="as_recorded")

    found = record.found(error)

    assert told(found) == [
        (DUTY, "error.dismissed", MANAGER, "decided"),
        (DUTY, "error.substantiation_begun", MANAGER, "decided"),
    ]
    assert {(each.number, each.kind, each.had_topic, each.had_at) for each in found} == {
        ("CC210202-2021-0001", "error", "case.decision", 1)
    }


def test_a_part_taken_again_counts_from_its_first_act(record: Record) -> None:
    error = a_substantiated_error()
    error.trigger(ErrorRecord.CorrectionCompleted, a_reviewers_act())

    (breach,) = record.found(error)

    assert (breach.part, breach.had, breach.had_topic) == (
        "carried_out",
        "substantiated",
        "error.substantiation_begun",
    )


def test_a_role_that_takes_no_part(record: Record) -> None:
    case, error = a_case_taken_over(), a_reported_error()
    case.trigger(Case.Suspended, an_act(by=person("inspector"), role="inspector"))
    error.trigger(ErrorRecord.Dismissed, an_act(by=person("operator"), role="operator"), reason="as_recorded")
    error.trigger(ErrorRecord.CorrectionCompleted, an_act(by=person("other"), role="caseworker"))

    assert told(record.found(case, error)) == [
        (ROLE, "error.dismissed", person("operator"), ""),
        (ROLE, "case.suspended", person("inspector"), ""),
    ]


def test_both_rules_may_be_breached_by_one_act(record: Record) -> None:
    case = a_case_to_decide()
    case.trigger(Case.ApplicationRefused, an_act(role="inspector"), reason="income")

    assert {(each.rule, each.topic) for each in record.found(case)} == {
        (DUTY, "case.application_refused"),
        (ROLE, "case.application_refused"),
    }


def related(who: str, official: UUID = CASEWORKER) -> Official:
    """The official, who declares somebody as a relative."""
    declaring = Official.blank(official)
    declaring.declare_kinship(person(who), "in_law", an_act("2021-03-01", by=official))
    return declaring


def test_an_act_on_the_case_of_a_relative(record: Record) -> None:
    case = a_case_taken_over()
    case.trigger(Case.Suspended, an_act())

    found = record.found(related("spouse"), case)

    assert told(found) == [(KIN, "case.suspended", CASEWORKER, "in_law")]
    assert (found[0].had_at, found[0].had_topic, found[0].number) == (
        1,
        "official.kinship_declared",
        "DB-0001",
    )


def test_an_act_before_the_relative_was_declared(record: Record) -> None:
    found = record.found(a_case_taken_over(), related("head", CLERK))

    assert told(found) == [(DECLARED_LATER, "case.taken_over", CLERK, "in_law")]


def test_nothing_is_done_to_a_relative_once_the_declaration_is_withdrawn(record: Record) -> None:
    case, official = a_case_taken_over(), related("head")
    official.withdraw_kinship(person("head"), a_managers_act("2021-03-02"))
    case.trigger(Case.Suspended, an_act())

    assert record.found(official, case) == []


def household(*, until: str = "") -> Household:
    """The household that a relative who claims nothing lives in, or lived in until a day."""
    lived_in = a_household("H-0001", "head", "cousin")
    if until:
        lived_in.leave(person("cousin"), an_act(until))
    return lived_in


def test_a_relative_who_only_lives_there(record: Record) -> None:
    case = a_case_taken_over()
    case.trigger(Case.Suspended, an_act())

    assert told(record.found(related("cousin"), household(), case)) == [
        (KIN, "case.suspended", CASEWORKER, "in_law")
    ]


def test_not_before_they_moved_in_nor_after_they_left(record: Record) -> None:
    case = a_case_taken_over()
    case.trigger(Case.Suspended, an_act())
    assert record.found(related("cousin"), case, household(until="2021-06-30")) == []

    case.trigger(Case.Resumed, an_act())

    assert record.found(case) == []


def test_a_part_in_an_error_of_a_relatives_case(record: Record) -> None:
    found = record.found(a_case_taken_over(), related("head", REVIEWER), a_substantiated_error())

    assert told(found) == [(KIN, "error.substantiation_begun", REVIEWER, "in_law")]
    assert (found[0].number, found[0].kind) == ("CC210202-2021-0001", "error")


def test_the_report_is_narrowed(record: Record) -> None:
    case, error = a_case_taken_over(), a_substantiated_error()
    case.trigger(Case.Suspended, an_act(role="inspector"))
    error.trigger(ErrorRecord.CorrectionCompleted, a_reviewers_act())
    every = record.found(related("head"), case, error)
    moment = START + timedelta(microseconds=every[0].position)

    def rules(**sought: object) -> list[str]:
        return [each.rule for each in record.found(sought=SoughtBreaches(**sought))]  # type: ignore[arg-type]  # by name

    assert [each.rule for each in every] == [DUTY, KIN, KIN, ROLE]
    assert [rules(rule=rule) for rule in (DUTY, ROLE, KIN, DECLARED_LATER)] == [
        [DUTY],
        [ROLE],
        [KIN, KIN],
        [],
    ]
    assert rules(official=REVIEWER) == [DUTY]
    assert rules(official=CASEWORKER) == [KIN, KIN, ROLE]
    assert rules(areas=[PULANDIAN]) == []
    assert rules(areas=[ZHONGSHAN]) == [DUTY, KIN, KIN, ROLE]
    assert rules(first=moment) == [DUTY]
    assert rules(last=moment) == [KIN, KIN, ROLE]


def test_what_is_taken_back_is_told_without_a_number(record: Record) -> None:
    case = a_case_taken_over()
    case.trigger(Case.Suspended, an_act(role="inspector"))
    case.trigger(
        Case.TakeoverWithdrawn, an_act(), number="DB-0001", people=case.people, paid_from=an_act().on
    )

    (breach,) = record.found(case)

    assert (breach.matter, breach.number, breach.area) == (case_id("DB-0001"), "", "")


def test_nothing_is_found_in_a_review_by_the_rules(record: Record) -> None:
    assert record.found(a_reviewed_review(), a_review_asked_for_again()) == []


def test_verifiers_voters_and_reviewers_are_different_people(record: Record) -> None:
    review = a_review_in_deliberation()
    verifier = next(done.by for done in review.done if done.topic == "tolerance.verifiers_assigned")
    applied = next(done.by for done in review.done if done.topic == "tolerance.drafted")
    review.trigger(ToleranceReview.VoteCast, an_organs_act(by=verifier), outcome="exempt")
    for level in (1, 2):
        people = (verifier, applied)
        review.trigger(ToleranceReview.ReviewersAssigned, an_organs_act(), level=level, reviewers=people)

    found = record.found(review)

    assert {(each.part, each.person, each.had) for each in found} >= {
        ("voted", verifier, "verified"),
        ("reviewed", verifier, "verified"),
        ("reviewed", applied, "applied"),
        ("reviewed_again", applied, "applied"),
    }
    assert {(each.number, each.kind) for each in found} == {(review.number, "review")}


def test_who_is_concerned_takes_no_part_in_a_review_nor_does_another_role(record: Record) -> None:
    review = a_submitted_review()
    concerned = review.officials[0]
    review.trigger(
        ToleranceReview.VerifierRecused, an_organs_act(), verifier=concerned, ground="kin", text=""
    )
    terms: dict[str, Any] = {"verifiers": (concerned,), "due_on": an_act().on}
    review.trigger(ToleranceReview.VerifiersAssigned, an_act(by=person("other")), **terms)

    found = record.found(review)

    assert {(each.rule, each.person, each.part) for each in found} == {
        (ROLE, person("other"), "verified"),
        (DUTY, concerned, "verified"),
    }

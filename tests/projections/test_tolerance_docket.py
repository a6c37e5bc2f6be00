"""The docket of tolerance: reviews as they stand, and what waits for whom."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from domain.tolerance.duties import APPLIED, CONCERNED, EXCLUDES, RECEIVED
from projections.case_register import case_register
from projections.needy_register import needy_register
from projections.tolerance_docket import tolerance_docket
from projections.tolerance_lists import (
    SoughtReviews,
    count_reviews,
    has_part,
    listed_reviews,
    parts_of_person,
    review_numbered,
    review_numbers_of,
    reviews_of_case,
    reviews_of_error,
)
from projections.tolerance_tables import PANEL, REVIEWER, SIGNED, VERIFIER, VOTE
from tests.builders import CASEWORKER, PULANDIAN, ZHONGSHAN, a_case_taken_over, an_act, day, person
from tests.tolerance_builders import (
    INTAKE,
    REPORTER,
    REVIEWER_OF_IT,
    TERMS,
    VERIFIERS,
    a_determined_review,
    a_draft,
    a_reported_review,
    a_review_asked_for,
    a_review_asked_for_again,
    a_review_being_verified,
    a_review_in_deliberation,
    a_submitted_review,
    a_verified_review,
    an_accepted_review,
    an_organs_act,
    named,
)
from tests.tolerance_builders import (
    PANEL as MEMBERS,
)
from tests.tolerance_lives import (
    a_final_review,
    a_review_with_everything,
    a_revoked_review,
    a_suspended_review,
)

Show = Callable[..., Connection]


def numbers(db: Connection, **sought: Any) -> list[str]:
    asked = SoughtReviews(**sought)
    rows = listed_reviews(db, asked)
    assert count_reviews(db, asked) == len(rows)
    return [row.number for row in rows]


def test_reviews_are_listed_the_latest_first_and_by_what_is_known_of_them(shown: Show) -> None:
    first = a_determined_review()
    second = a_submitted_review(number="RC-2", area=PULANDIAN, officials=(CASEWORKER, person("other")))
    db = shown(tolerance_docket, first, second)
    own, other = first.number, second.number

    assert numbers(db) == [other, own]
    assert [row.number for row in listed_reviews(db, SoughtReviews(), before=2)] == [own]
    assert [row.number for row in listed_reviews(db, SoughtReviews(), limit=1)] == [other]
    expected: list[tuple[dict[str, Any], list[str]]] = [
        ({"state": "determined"}, [own]),
        ({"states": ("submitted", "draft")}, [other]),
        ({"outcome": "exempt"}, [own]),
        ({"area": PULANDIAN}, [other]),
        ({"areas": (ZHONGSHAN,)}, [own]),
        ({"areas": (), "reader": person("other")}, [other]),
        ({"areas": (), "reader": REPORTER}, []),
        ({"concerning": person("other")}, [other]),
        ({"element": "E03", "cause": "not_verified", "applicant": "officer"}, [other, own]),
        ({"number": "RC-"}, [other]),
        ({"error_number": first.error_number, "case_number": "DB-0001"}, [other, own]),
        ({"drafted_from": day("2021-09-28")}, []),
        ({"drafted_until": day("2021-09-27")}, [other, own]),
        ({"overdue_on": day("2021-10-20")}, [other]),
        ({"person": person("other"), "having": (CONCERNED,)}, [other]),
        ({"person": CASEWORKER, "without": EXCLUDES[RECEIVED]}, []),
        ({"wants_reviewers": False}, [other, own]),
        ({"statement_awaited": True}, []),
    ]
    assert [numbers(db, **sought) for sought, _found in expected] == [found for _sought, found in expected]
    assert review_numbered(db, "RC-3") is None
    assert review_numbers_of(db, [first.id, person("none")]) == {first.id: own}
    assert [row.number for row in reviews_of_error(db, first.error or person("none"))] == [other, own]
    assert has_part(db, first.id, VERIFIERS[0])
    assert not has_part(db, first.id, REPORTER)
    parts = {row.part for row in parts_of_person(db, CASEWORKER, SoughtReviews(number=own))}
    assert {CONCERNED, APPLIED} <= parts


def test_what_is_about_a_relative_is_left_out(shown: Show) -> None:
    family = a_case_taken_over()
    db = shown(tolerance_docket, a_draft())
    shown(case_register, family)
    shown(needy_register)

    assert numbers(db, apart_from=[person("nobody")]) == ["RC210202-2021-0001"]
    assert numbers(db, apart_from=[family.head]) == []


def waiting_for(db: Connection, who: Any, part: str, *without: str) -> bool:
    return bool(numbers(db, person=who, having=(part,), without=without))


def test_whoever_is_called_has_it_to_do_until_it_is_done(shown: Show) -> None:
    first, second = VERIFIERS
    db = shown(tolerance_docket, a_review_being_verified())
    assert waiting_for(db, first, VERIFIER, SIGNED)

    review = a_reported_review(number="RC-2")
    review.sign_verification(TERMS, an_organs_act(first, "2021-10-12"))
    db = shown(tolerance_docket, review)
    assert numbers(db, number="RC-2", person=first, having=(VERIFIER,), without=(SIGNED,)) == []
    assert numbers(db, number="RC-2", person=second, having=(VERIFIER,), without=(SIGNED,)) == ["RC-2"]

    db = shown(tolerance_docket, a_review_in_deliberation(number="RC-3"))
    assert waiting_for(db, MEMBERS[0], PANEL, VOTE)
    assert numbers(db, statement_awaited=True) == ["RC-3"]


def row_of(shown: Show, review: Any) -> Any:
    found = review_numbered(shown(tolerance_docket, review), review.number)
    assert found is not None
    return found


def test_each_step_tells_what_is_next_and_by_when(shown: Show) -> None:
    built = [
        an_accepted_review(number="RC-1"),
        a_verified_review(number="RC-2"),
        a_final_review(number="RC-3"),
        a_review_asked_for(number="RC-4"),
        a_revoked_review(number="RC-5"),
    ]
    told = [row_of(shown, review) for review in built]

    assert [(row.state, row.step, row.due_on) for row in told] == [
        (review.state.value, review.step, review.due_on) for review in built
    ]
    assert [row.outcome for row in told] == [review.outcome for review in built]
    assert [row.wants_reviewers for row in told] == [False] * 5
    assert [row.determined is not None for row in told] == [False, False, True, True, True]


def test_numbers_are_told_of_reviews_that_are_sought(shown: Show) -> None:
    first, second = a_draft(), an_accepted_review(number="RC-2")
    db = shown(tolerance_docket, first, second)
    some = [first.id, second.id, person("no review")]

    assert set(review_numbers_of(db, some)) == {first.id, second.id}
    assert review_numbers_of(db, some, SoughtReviews(state="accepted")) == {second.id: "RC-2"}
    assert set(reviews_of_case(db, first.case_number)) == {first.id, second.id}
    assert reviews_of_case(db, "DB-none") == []


def test_a_statement_is_awaited_until_all_who_are_concerned_have_answered(shown: Show) -> None:
    other = person("other")
    review = a_review_in_deliberation(officials=(CASEWORKER, other))
    review.decline_statement(an_act("2021-10-14", by=other))
    assert row_of(shown, review).statement_due_on == review.statement_due_on

    review.make_statement("The platform was down.", an_act("2021-10-14"))

    assert row_of(shown, review).statement_due_on is None


def test_while_it_is_suspended_nothing_is_due_and_then_what_was_left(shown: Show) -> None:
    review = a_suspended_review()
    row = row_of(shown, review)
    assert (row.state, row.due_on) == ("suspended", None)

    review.resume(TERMS, an_organs_act(on="2021-10-18"))

    row = row_of(shown, review)
    assert (row.state, row.due_on) == ("verifying", review.due_on)


def test_reviewers_are_wanted_until_somebody_assigns_them(shown: Show) -> None:
    review = a_review_asked_for_again()
    row = row_of(shown, review)
    assert (row.level, row.wants_reviewers, row.step) == (2, False, review.step)

    db = shown(tolerance_docket, a_review_with_everything(number="RC-9"))

    assert numbers(db, person=REVIEWER_OF_IT, having=(REVIEWER,), number="RC-9") == ["RC-9"]
    assert numbers(db, person=person("cousin"), having=("recused",)) == ["RC-9"]
    assert numbers(db, person=INTAKE, having=(VERIFIER,)) == []
    assert named(INTAKE).persons == (INTAKE,)

"""What is due by when, for whom: reviews, correction notices and promised answers."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from domain.kernel import Aggregate
from domain.questions.raising import About
from domain.tolerance.review import ToleranceReview
from projections.case_register import case_register
from projections.deadline_lists import After, SoughtDeadlines, due
from projections.deadline_tables import ANYBODY
from projections.deadlines import deadlines
from projections.needy_register import needy_register
from tests.builders import CASEWORKER, COLLEAGUE, ZHONGSHAN, a_case_taken_over, an_act, day, person
from tests.error_builders import (
    a_case_correction,
    a_correctors_act,
    a_notice,
    a_notified_error,
    a_verifiers_act,
    an_arbiters_act,
    an_error_objected_to,
    an_issuers_act,
)
from tests.question_builders import a_question, a_question_taken_over
from tests.tolerance_builders import (
    ERROR,
    INTAKE,
    NEXT_REVIEWER,
    PANEL,
    REVIEWER_OF_IT,
    SECRETARY,
    TERMS,
    VERIFIERS,
    a_determined_review,
    a_notified_review,
    a_review_to_supplement,
    a_verified_review,
    an_accepted_review,
    an_organs_act,
    findings,
    named,
    negatives,
)
from tests.tolerance_lives import a_review_not_accepted

Show = Callable[..., Connection]


def running(db: Connection, **sought: Any) -> list[tuple[str, Any]]:
    return [(row.step, row.whose) for row in due(db, SoughtDeadlines(**sought))]


def ask_due(shown: Show, *aggregates: Aggregate, **sought: Any) -> list[tuple[str, Any]]:
    return running(shown(deadlines, *aggregates), **sought)


def test_a_notice_is_due_for_each_whom_it_names_until_it_is_complied_with(shown: Show) -> None:
    error = an_error_objected_to(persons=(CASEWORKER, COLLEAGUE))
    both = {("correct", CASEWORKER), ("correct", COLLEAGUE)}
    db = shown(deadlines, error)
    first, _second = due(db, SoughtDeadlines())
    assert (first.number, first.notice, first.kind) == (error.number, "JC210202-2021-0001", "error")
    assert set(running(db)) == both
    assert running(db, whose=COLLEAGUE, due_until=day("2021-09-30")) == [("correct", COLLEAGUE)]

    error.decide_objection(an_arbiters_act(), upheld=False)
    error.submit_plan("Count the child.", an_act("2021-09-10"), done_by=day("2021-09-20"))
    error.correct_case(act=a_correctors_act(), **a_case_correction())
    assert set(ask_due(shown, error)) == both
    error.complete_correction(an_act("2021-09-15"))
    assert ask_due(shown, error) == []
    error.reject_correction(a_verifiers_act(because="The child is not counted yet."))
    assert set(ask_due(shown, error)) == both


def test_a_notice_that_is_void_is_due_for_nobody(shown: Show) -> None:
    error = an_error_objected_to()
    error.decide_objection(an_arbiters_act(), upheld=True)
    assert ask_due(shown, error) == []

    error.issue_notice("JC-2", an_issuers_act("2021-09-10"), **a_notice(persons=(COLLEAGUE,)))
    assert ask_due(shown, error) == [("correct", COLLEAGUE)]


def test_a_question_is_due_for_who_has_it_until_it_is_answered(shown: Show) -> None:
    question = a_question(about=About(household=person("home")))
    assert ask_due(shown, question) == [("answer", ANYBODY)]

    question.link(About(person=person("head")), an_act("2021-05-10"))
    question.assign(COLLEAGUE, an_act("2021-05-11"))
    assert ask_due(shown, question) == [("answer", COLLEAGUE)]
    question.postpone(day("2021-05-20"), an_act("2021-05-12"))
    db = shown(deadlines, question)
    assert [row.due_on for row in due(db, SoughtDeadlines(kind="question", area=ZHONGSHAN))] == [
        day("2021-05-20")
    ]
    question.answer("So it is.", an_act("2021-05-12"))
    assert ask_due(shown, question) == []

    unassigned = a_question_taken_over(
        number="WD-2", answered=False, answer="", promised_on=day("2021-05-01")
    )
    answered = a_question_taken_over(number="WD-3")
    assert ask_due(shown, unassigned, answered) == [("answer", ANYBODY)]
    unassigned.postpone(day("2021-06-01"), an_act("2021-05-12"))
    assert ask_due(shown, unassigned) == [("answer", ANYBODY)]
    unassigned.withdraw_takeover(an_act("2021-05-13"))
    assert ask_due(shown, unassigned) == []


def test_a_review_is_due_for_the_organ_and_for_whom_it_names(shown: Show) -> None:
    review = a_review_to_supplement()
    assert ask_due(shown, review) == [("supplement", CASEWORKER)]
    review.supplement("Here it is.", TERMS, an_act("2021-09-30"))
    assert ask_due(shown, review) == [("accept", ANYBODY)]
    review.accept(ERROR, TERMS, an_organs_act(INTAKE, "2021-09-30"))
    assert ask_due(shown, review, whose=INTAKE, steps_of_role=("assign",)) == [("assign", ANYBODY)]


def test_a_verification_is_due_for_each_who_verifies_until_they_have_signed(shown: Show) -> None:
    review, (first, second), cousin = an_accepted_review(), VERIFIERS, person("cousin")
    review.assign_verifiers(named(first, cousin), TERMS, an_organs_act(on="2021-09-30"))
    assert set(ask_due(shown, review)) == {("verify", first), ("verify", cousin)}
    review.recuse_verifier(cousin, "kin", "A cousin.", an_organs_act(cousin, "2021-10-08"))
    assert ask_due(shown, review) == [("verify", first)]
    review.replace_verifier(cousin, named(second), TERMS, an_organs_act(on="2021-10-08"))
    review.extend_verification(TERMS, an_organs_act(on="2021-10-08"))
    assert set(ask_due(shown, review)) == {("extend", first), ("extend", second)}

    _reported(review)
    review.sign_verification(TERMS, an_organs_act(first, "2021-10-12"))
    assert ask_due(shown, review) == [("extend", second)]
    _reported(review)
    assert set(ask_due(shown, review)) == {("extend", first), ("extend", second)}
    for verifier in VERIFIERS:
        review.sign_verification(TERMS, an_organs_act(verifier, "2021-10-12"))
    assert ask_due(shown, review) == [("deliberate", ANYBODY)]


def _reported(review: ToleranceReview) -> None:
    review.report_verification(
        findings(),
        negatives(),
        "Seen.",
        TERMS,
        an_organs_act(VERIFIERS[0], "2021-10-12"),
        heard_on=day("2021-10-09"),
    )


def test_a_statement_is_awaited_beside_the_next_step_and_stands_still_with_it(shown: Show) -> None:
    other = person("other")
    review = a_verified_review(officials=(CASEWORKER, other))
    review.offer_statement(TERMS, an_organs_act(on="2021-10-13"))
    review.open_deliberation(named(*PANEL), TERMS, an_organs_act(on="2021-10-13"), held_on=day("2021-10-14"))
    awaited = {("state", CASEWORKER), ("state", other)}
    assert set(ask_due(shown, review)) == {*awaited, ("determine", ANYBODY)}

    review.suspend("The police took it over.", an_organs_act(on="2021-10-14"))
    assert ask_due(shown, review) == []
    review.resume(TERMS, an_organs_act(on="2021-10-18"))
    assert set(ask_due(shown, review)) == {*awaited, ("determine", ANYBODY)}
    assert {row.due_on for row in due(shown(deadlines), SoughtDeadlines(whose=other))} == {
        review.statement_due_on
    }

    review.decline_statement(an_act("2021-10-18", by=other))
    assert set(ask_due(shown, review)) == {("state", CASEWORKER), ("determine", ANYBODY)}
    review.withdraw("It was not mine.", an_act("2021-10-19"))
    assert ask_due(shown, review) == []


def test_after_the_determination_the_officials_may_ask_and_the_reviewers_decide(shown: Show) -> None:
    review = a_notified_review("lightened")
    assert ask_due(shown, review) == [("request_review", CASEWORKER)]
    review.request_review(1, "It is exempt.", TERMS, an_act("2021-10-25"))
    assert ask_due(shown, review) == [("decide_review", ANYBODY)]
    review.assign_reviewers(named(REVIEWER_OF_IT), an_organs_act(SECRETARY, "2021-10-26"))
    assert ask_due(shown, review) == [("decide_review", REVIEWER_OF_IT)]
    act = an_organs_act(REVIEWER_OF_IT, "2021-11-15")
    review.decide_review("upheld", "lightened", "So it is.", ERROR, TERMS, act)
    assert ask_due(shown, review) == [("request_second_review", CASEWORKER)]
    review.request_review(2, "It is still exempt.", TERMS, an_act("2021-11-20"))
    review.assign_reviewers(named(NEXT_REVIEWER), an_organs_act(SECRETARY, "2021-11-22"))
    act = an_organs_act(NEXT_REVIEWER, "2021-11-25")
    review.decide_review("upheld", "lightened", "So it is.", ERROR, TERMS, act)
    assert ask_due(shown, review) == []
    review.become_final(TERMS, an_organs_act(SECRETARY, "2021-11-26"))
    assert ask_due(shown, review) == [("file", ANYBODY)]
    review.file("Organisation department", an_organs_act(SECRETARY, "2021-11-27"))
    assert ask_due(shown, review) == []


def test_each_reads_what_they_may_and_what_is_for_themselves(shown: Show) -> None:
    family = a_case_taken_over()
    review, error = a_determined_review(), a_notified_error(persons=(COLLEAGUE,))
    db = shown(deadlines, review, error)
    shown(case_register, family)
    shown(needy_register)
    notice, step = ("correct", COLLEAGUE), ("notify", ANYBODY)

    expected: list[tuple[dict[str, Any], list[tuple[str, Any]]]] = [
        ({"areas": (ZHONGSHAN,), "reads_reviews_in": (ZHONGSHAN,), "reader": CASEWORKER}, [notice, step]),
        ({"areas": (ZHONGSHAN,), "reads_reviews_in": (), "reader": CASEWORKER}, [notice]),
        ({"reads_reviews_in": (), "reader": CASEWORKER}, [notice]),
        ({"areas": (), "reader": COLLEAGUE}, [notice]),
        ({"areas": (), "reader": CASEWORKER}, []),
        ({"apart_from": [family.head]}, []),
    ]
    assert [running(db, **sought) for sought, _found in expected] == [found for _sought, found in expected]
    first = due(db, SoughtDeadlines(), limit=1)[0]
    after = After(first.due_on, first.since, first.whose)
    assert [row.step for row in due(db, SoughtDeadlines(), after=after)] == ["notify"]
    assert ask_due(shown, a_review_not_accepted(number="RC-8"), due_from=day("2022-01-01")) == []


def test_of_what_one_has_no_part_in_one_is_told_what_is_due_for_oneself(shown: Show) -> None:
    db = shown(deadlines, a_question(), a_determined_review())
    (question,) = due(db, SoughtDeadlines(kind="question"))

    def kinds(**sought: Any) -> set[str]:
        return {one.kind for one in due(db, SoughtDeadlines(**sought))}

    assert kinds() == {"question", "tolerance"}
    assert kinds(not_of=("question",)) == {"tolerance"}
    assert kinds(not_of=("question",), reader=question.whose) == {"question", "tolerance"}

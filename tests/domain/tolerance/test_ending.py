"""A determination is reviewed by others and never for the worse; it becomes final, is filed, or is undone."""

import pytest

from domain.tolerance.outcome_refusals import (
    Aggravated,
    ConditionsMissing,
    DeterminedAlready,
    EffectDoesNotFit,
    LevelSkipped,
    NegativeHit,
    NotCorrected,
    ResultDoesNotFit,
    ReviewedAlready,
    ReviewTooLate,
    RevokedAlone,
    TooFewReviewers,
)
from domain.tolerance.outcomes import CONDITIONS, EXEMPT
from domain.tolerance.process_refusals import NamedTwice, NotHeard
from domain.tolerance.refusals import CannotBeNamed, MustKeepAway, NotNow, UnknownCode, WordsMissing
from domain.tolerance.review import ToleranceReview
from domain.tolerance.state import ErrorFacts, State
from tests.builders import CASEWORKER, an_act, day, person
from tests.history import given, recorded, refused
from tests.tolerance_builders import (
    ERROR,
    LEAD,
    NEXT_REVIEWER,
    PANEL,
    REVIEWER_OF_IT,
    SECRETARY,
    TERMS,
    VERIFIERS,
    a_draft,
    a_notified_review,
    a_proposed_review,
    a_review_asked_for,
    a_review_asked_for_again,
    a_review_in_deliberation,
    a_reviewed_review,
    an_organs_act,
    error_facts,
    named,
)
from tests.tolerance_lives import (
    a_closed_review,
    a_filed_review,
    a_final_review,
    a_suspended_review,
    revoke,
)

ALL_SIX = tuple(CONDITIONS)


def decide(review: ToleranceReview, result: str, outcome: str, error: ErrorFacts = ERROR) -> None:
    act = an_organs_act(REVIEWER_OF_IT, "2021-11-15")
    review.decide_review(result, outcome, "So it is.", error, TERMS, act, conditions=ALL_SIX)


def test_a_review_is_requested_in_time_in_order_and_once_at_each_level() -> None:
    review = given(a_notified_review("lightened"))

    with refused(review, ReviewTooLate, "A review was to be requested by 2021-11-18."):
        review.request_review(1, "It is exempt.", TERMS, an_act("2021-11-19"))
    for level in (0, 2, 3):
        with refused(review, LevelSkipped, "Request a review at level 1."):
            review.request_review(level, "It is exempt.", TERMS, an_act("2021-11-18"))
    with refused(review, WordsMissing):
        review.request_review(1, "", TERMS, an_act("2021-11-18"))
    review.request_review(1, "It is exempt.", TERMS, an_act("2021-11-18"))

    assert review.due_on == day("2021-12-18")
    with refused(review, ReviewedAlready, "A review at level 1 was requested on 2021-11-18"):
        review.request_review(1, "Still.", TERMS, an_act("2021-11-19"))


def test_no_second_review_at_the_same_level() -> None:
    first, second = given(a_reviewed_review()), given(a_review_asked_for_again())

    with refused(first, ReviewedAlready, "A review at level 1 was requested on 2021-10-25"):
        first.request_review(1, "Once more.", TERMS, an_act("2021-11-20"))
    with refused(second, ReviewedAlready, "A review at level 2 was requested on 2021-11-20"):
        second.request_review(2, "Once more.", TERMS, an_act("2021-11-23"))
    with refused(second, ReviewedAlready):
        second.request_review(3, "Once more.", TERMS, an_act("2021-11-23"))


def test_other_people_review_it() -> None:
    review, again = given(a_review_asked_for()), given(a_review_asked_for_again())

    for had_a_part in (CASEWORKER, VERIFIERS[0], PANEL[0], LEAD):
        with refused(review, CannotBeNamed):
            review.assign_reviewers(named(had_a_part), an_organs_act(SECRETARY))
    with refused(review, TooFewReviewers):
        review.assign_reviewers(named(), an_organs_act(SECRETARY))
    with refused(review, MustKeepAway):
        relatives = frozenset({person("new")})
        review.assign_reviewers(named(person("new"), relatives=relatives), an_organs_act(SECRETARY))
    with refused(again, CannotBeNamed, "“Review the determination” and “Review at the next level”"):
        again.assign_reviewers(named(REVIEWER_OF_IT), an_organs_act(SECRETARY))
    again.assign_reviewers(named(NEXT_REVIEWER, person("new")), an_organs_act(SECRETARY))

    assert again.reviewers == (NEXT_REVIEWER, person("new"))


def test_a_review_never_makes_it_worse() -> None:
    review = given(a_review_asked_for("mitigated"))

    with refused(
        review, Aggravated, "“Lightened” is worse than “Mitigated”, which was determined on 2021-10-18."
    ):
        decide(review, "changed", "lightened")
    with refused(review, ResultDoesNotFit):
        decide(review, "changed", "mitigated")
    with refused(review, ResultDoesNotFit):
        decide(review, "upheld", EXEMPT)
    with refused(review, UnknownCode):
        decide(review, "praised", EXEMPT)
    with refused(review, UnknownCode):
        decide(review, "changed", "praised")
    with refused(review, NotCorrected):
        decide(review, "changed", EXEMPT, error_facts(correction="notified"))
    decide(review, "revoked", EXEMPT)

    assert (review.state, review.outcome) == (State.REVIEWED, EXEMPT)


def test_a_review_keeps_to_the_same_rules() -> None:
    review, hit = given(a_review_asked_for()), given(a_review_asked_for("referred", "N05"))
    act = an_organs_act(REVIEWER_OF_IT)

    with refused(review, ConditionsMissing):
        review.decide_review("changed", EXEMPT, "So.", ERROR, TERMS, act)
    with refused(review, WordsMissing):
        review.decide_review("upheld", "lightened", " ", ERROR, TERMS, act)
    with refused(hit, NegativeHit):
        decide(hit, "changed", "mitigated")
    decide(hit, "changed", "not_tolerated")

    assert hit.outcome == "not_tolerated"


def test_what_follows_depends_on_the_outcome() -> None:
    exempt, lightened = given(a_final_review()), given(a_final_review("lightened"))
    act = an_organs_act(SECRETARY)

    with refused(exempt, EffectDoesNotFit):
        exempt.record_effects(("elsewhere",), act, reference="7")
    with refused(lightened, EffectDoesNotFit, "“No deduction in the assessment” does not follow"):
        lightened.record_effects(("assessment",), act)
    with refused(lightened, UnknownCode):
        lightened.record_effects(("praise",), act)
    with refused(lightened, WordsMissing):
        lightened.record_effects(("elsewhere",), act)
    with refused(lightened, WordsMissing):
        lightened.record_effects((), act)
    exempt.record_effects(("assessment", "title"), act)

    assert exempt.effects == ("assessment", "title")


def test_what_is_filed_cleared_and_revoked_is_told_in_words() -> None:
    final, filed, closed = given(a_final_review()), given(a_filed_review()), given(a_closed_review())

    with refused(final, WordsMissing):
        final.file("", an_organs_act(SECRETARY))
    for scope, text in (("", "Nothing."), ("In the unit", "")):
        with refused(filed, WordsMissing):
            filed.clear_name(scope, text, an_organs_act(SECRETARY))
    with refused(closed, WordsMissing):
        revoke(closed, "")
    revoke(closed, "The log was forged.")

    assert (closed.state, closed.outcome) == (State.REVOKED, "")


def test_nobody_revokes_a_determination_alone_or_unheard() -> None:
    closed, act = given(a_closed_review()), an_organs_act(person("revising"), "2022-03-01")

    for together, heard_on, refusal in (
        (named(), "2022-02-28", RevokedAlone),
        (named(person("revising")), "2022-02-28", NamedTwice),
        (named(PANEL[1]), "2022-02-28", CannotBeNamed),
        (named(person("revising too")), "2022-03-02", NotHeard),
    ):
        with refused(closed, refusal):
            closed.revoke("It was forged.", together, TERMS, act, heard_on=day(heard_on))


@pytest.mark.parametrize("again_on", ["2021-10-12", "2022-03-01"])
def test_clocks_stand_still_while_a_criminal_case_runs(again_on: str) -> None:
    review = given(a_suspended_review())
    due_on = {"2021-10-12": "2021-11-04", "2022-03-01": "2022-03-24"}[again_on]

    with refused(review, NotNow, "it is: Suspended"):
        review.extend_verification(TERMS, an_organs_act())
    review.resume(TERMS, an_organs_act(LEAD, again_on))

    assert (review.state, review.due_on) == (State.VERIFYING, day(due_on))


def test_the_clock_of_a_statement_stands_still_too() -> None:
    review = given(a_review_in_deliberation())
    review.suspend("The police took it over.", an_organs_act(LEAD, "2021-10-15"))

    review.resume(TERMS, an_organs_act(LEAD, "2021-11-01"))

    assert (review.due_on, review.statement_due_on) == (day("2021-11-12"), day("2021-11-04"))


def test_what_has_no_clock_has_none_afterwards_and_what_was_late_stays_late() -> None:
    draft, late = given(a_draft()), given(a_notified_review())
    draft.suspend("A case.", an_organs_act(LEAD, "2021-09-28"))
    late.suspend("A case.", an_organs_act(LEAD, "2021-11-18"))

    draft.resume(TERMS, an_organs_act(LEAD, "2021-10-28"))
    late.resume(TERMS, an_organs_act(LEAD, "2021-12-28"))

    assert (draft.due_on, late.due_on) == (None, day("2021-11-18"))


def test_calendar_days_stand_still_as_well() -> None:
    review = given(a_notified_review())
    review.suspend("A case.", an_organs_act(LEAD, "2021-11-08"))

    review.resume(TERMS, an_organs_act(LEAD, "2021-12-01"))

    assert review.due_on == day("2021-12-11")


def test_withdrawing_and_suspending_are_told_in_words() -> None:
    review = given(a_proposed_review())

    with refused(review, WordsMissing):
        review.suspend("", an_organs_act())
    with refused(review, WordsMissing):
        review.withdraw("", an_act("2021-10-15"))
    review.withdraw("It is settled.", an_act("2021-10-15"))

    assert recorded(review) == [ToleranceReview.Withdrawn]
    assert review.state is State.WITHDRAWN


def test_nobody_withdraws_what_the_organ_determined() -> None:
    review = given(a_notified_review("not_tolerated", "N08"))

    with refused(review, DeterminedAlready, "“Not tolerated” was determined on 2021-10-18"):
        review.withdraw("It is settled.", an_act("2021-10-20"))
    review.suspend("A case.", an_organs_act(on="2021-10-20"))
    with refused(review, DeterminedAlready):
        review.withdraw("It is settled.", an_act("2021-10-21"))

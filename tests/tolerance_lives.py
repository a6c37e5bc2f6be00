"""How a review of tolerance ends, and one that everything happened to."""

from collections.abc import Callable
from typing import Any

from domain.tolerance.outcomes import CONTENTS, EXEMPT
from domain.tolerance.review import ToleranceReview
from domain.tolerance.state import Fact
from tests.builders import an_act, day, person
from tests.tolerance_builders import (
    ERROR,
    INTAKE,
    LEAD,
    PANEL,
    REVIEWER_OF_IT,
    SECRETARY,
    TERMS,
    VERIFIERS,
    a_determination,
    a_notified_review,
    a_review_being_verified,
    a_submitted_review,
    an_answered_draft,
    an_organs_act,
    findings,
    named,
    negatives,
)


def a_final_review(outcome: str = EXEMPT, *hits: str, **application: Any) -> ToleranceReview:
    review = a_notified_review(outcome, *hits, **application)
    review.become_final(TERMS, an_organs_act(SECRETARY, "2021-11-19"))
    return review


def a_filed_review(outcome: str = EXEMPT, *hits: str, **application: Any) -> ToleranceReview:
    review = a_final_review(outcome, *hits, **application)
    review.record_effects(
        ("assessment",) if outcome == EXEMPT else ("elsewhere",),
        an_organs_act(SECRETARY, "2021-11-20"),
        reference="fictional decision 7",
    )
    review.file("Organisation department", an_organs_act(SECRETARY, "2021-11-22"))
    return review


def a_closed_review(outcome: str = EXEMPT, *hits: str, **application: Any) -> ToleranceReview:
    review = a_filed_review(outcome, *hits, **application)
    if outcome == EXEMPT:
        act = an_organs_act(SECRETARY, "2021-11-23")
        review.clear_name("In the unit", "Nothing is held against them.", act)
    review.close(an_organs_act(SECRETARY, "2021-11-24"))
    return review


def revoke(review: ToleranceReview, new_fact: str = "The log was forged.", on: str = "2022-03-01") -> None:
    """Let two who had no part in it revoke it together."""
    act = an_organs_act(person("revising"), on)
    review.revoke(new_fact, named(person("revising too")), TERMS, act, heard_on=day(on))


def a_revoked_review(**application: Any) -> ToleranceReview:
    review = a_closed_review(**application)
    revoke(review, "The log was written afterwards.", "2022-03-01")
    return review


def a_withdrawn_review(**application: Any) -> ToleranceReview:
    review = a_submitted_review(**application)
    review.withdraw("It was not mine.", an_act("2021-09-29"))
    return review


def a_suspended_review(build: Callable[[], ToleranceReview] = a_review_being_verified) -> ToleranceReview:
    review = build()
    review.suspend("The police took it over.", an_organs_act(LEAD, "2021-10-11"))
    return review


def a_review_with_everything(**application: Any) -> ToleranceReview:
    """One that nearly everything happened to, on the way to the second level."""
    review = _asked_for_and_verified(**application)
    review.offer_statement(TERMS, an_organs_act(on="2021-10-13"))
    members = named(*PANEL, person("uncle"))
    review.open_deliberation(members, TERMS, an_organs_act(on="2021-10-14"), held_on=day("2021-10-14"))
    review.recuse_voter(person("uncle"), "kin", "An uncle.", an_organs_act(on="2021-10-14"))
    review.record_minutes("All were heard.", an_organs_act(SECRETARY, "2021-10-14"))
    for voter in PANEL:
        review.vote("lightened", an_organs_act(voter, "2021-10-14"))
    review.propose("lightened", TERMS, an_organs_act(on="2021-10-14"))
    review.decline_statement(an_act("2021-10-15"))
    review.determine(a_determination("lightened"), ERROR, TERMS, an_organs_act(PANEL[0], "2021-10-18"))
    review.notify(tuple(CONTENTS), TERMS, an_organs_act(SECRETARY, "2021-10-19"))
    review.request_review(1, "It is exempt.", TERMS, an_act("2021-10-25"))
    review.assign_reviewers(named(REVIEWER_OF_IT), an_organs_act(SECRETARY, "2021-10-26"))
    act = an_organs_act(REVIEWER_OF_IT, "2021-11-15")
    review.decide_review("upheld", "lightened", "So it is.", ERROR, TERMS, act)
    return review


def _asked_for_and_verified(**application: Any) -> ToleranceReview:
    review = an_answered_draft(**application)
    review.cite_filing(person("filing"), "BA-2021-0001", an_act("2021-09-27"))
    review.submit((Fact("reported_first", "yes", 11),), ERROR, TERMS, an_act("2021-09-28"))
    review.request_supplement("The log is missing.", TERMS, an_organs_act(INTAKE, "2021-09-29"))
    review.supplement("Here it is.", TERMS, an_act("2021-09-30"))
    review.accept(ERROR, TERMS, an_organs_act(INTAKE, "2021-09-30"))
    cousin = person("cousin")
    review.assign_verifiers(named(VERIFIERS[0], cousin), TERMS, an_organs_act(on="2021-09-30"))
    review.recuse_verifier(cousin, "kin", "A cousin.", an_organs_act(cousin, "2021-10-08"))
    review.replace_verifier(cousin, named(VERIFIERS[1]), TERMS, an_organs_act(on="2021-10-08"))
    review.extend_verification(TERMS, an_organs_act(on="2021-10-08"))
    review.suspend("The police took it over.", an_organs_act(on="2021-10-09"))
    review.resume(TERMS, an_organs_act(on="2021-10-11"))
    first = an_organs_act(VERIFIERS[0], "2021-10-12")
    heard_on = day("2021-10-09")
    review.report_verification(findings(), negatives(), "Seen.", TERMS, first, heard_on=heard_on)
    for verifier in VERIFIERS:
        review.sign_verification(TERMS, an_organs_act(verifier, "2021-10-12"))
    return review


def a_review_not_accepted(**application: Any) -> ToleranceReview:
    review = a_submitted_review(**application)
    review.refuse_acceptance("It is about a pilot of another office.", an_organs_act(INTAKE, "2021-09-29"))
    return review


def reviews_of_tolerance() -> tuple[ToleranceReview, ...]:
    """Reviews to which, together, everything happened that can."""
    builders = (a_review_not_accepted, a_withdrawn_review, a_revoked_review, a_review_with_everything)
    return tuple(build(number=f"RC210202-2021-000{place}") for place, build in enumerate(builders, 2))

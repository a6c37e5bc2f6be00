"""Valid examples by default: an application for tolerance, at every point of its life.

It is about the error that error_builders reports. The caseworker who decided applies for themselves; each
of the organ's parts is taken by somebody who has no other.
"""

from dataclasses import replace
from typing import Any
from uuid import UUID

from domain.identities import TOLERANCE_RULES_ID, case_id, error_id, household_id
from domain.kernel import Act
from domain.refusal import Reference
from domain.tolerance.application import Application
from domain.tolerance.determining import Determination
from domain.tolerance.lists import NegativeAnswer
from domain.tolerance.outcomes import CONDITIONS, CONTENTS, EXEMPT, UPHELD
from domain.tolerance.procedure import Named
from domain.tolerance.review import ToleranceReview
from domain.tolerance.rules import SAMPLE, Edition, Terms, ToleranceRules
from domain.tolerance.six_factors import FactorFinding
from domain.tolerance.state import ErrorFacts, Fact
from tests.builders import CASEWORKER, MANAGER, ZHONGSHAN, an_act, day, person
from tests.error_builders import WORKING_DAYS

INTAKE, LEAD, SECRETARY = (person(name) for name in ("intake", "lead", "secretary"))
VERIFIERS = (person("verifier one"), person("verifier two"))
PANEL = tuple(person(f"panel {number}") for number in (1, 2, 3))
REVIEWER_OF_IT, NEXT_REVIEWER = person("tolerance reviewer"), person("next reviewer")
REPORTER = person("reporter")

TERMS = Terms(SAMPLE, WORKING_DAYS)


def error_facts(**facts: Any) -> ErrorFacts:
    """What the history of an error says, each with the event that says so."""
    named = ("latest", "noticed", "decided", "opened", "determined")
    return ErrorFacts(**{name: Reference(position=at) for at, name in enumerate(named, 1)} | facts)


ERROR = error_facts(classified=True, correction="completed")


def an_own_edition(**more: Any) -> Edition:
    """Rules as an office publishes them, in force since 2021."""
    values: dict[str, Any] = {
        "reference": "fictional rules 2021",
        "approved_on": day("2020-12-20"),
        "effective_from": day("2021-01-01"),
    }
    return replace(SAMPLE, **(values | more))


def rules_of_tolerance(*editions: Edition) -> ToleranceRules:
    rules = ToleranceRules.blank(TOLERANCE_RULES_ID)
    for edition in editions or (an_own_edition(),):
        rules.publish(edition, an_organs_act(LEAD, "2020-12-21"))
    return rules


def an_organs_act(by: UUID = LEAD, on: str = "2021-10-11", **more: Any) -> Act:
    return an_act(on, by=by, role="organ", **more)


def an_application(**more: Any) -> Application:
    values: dict[str, Any] = {
        "number": "RC210202-2021-0001",
        "error": error_id("DB-0001", "E03", day("2021-05-01")),
        "error_number": "CC210202-2021-0001",
        "case": case_id("DB-0001"),
        "case_number": "DB-0001",
        "household": household_id("H-0001"),
        "area": ZHONGSHAN,
        "decision": 7,
        "decided_on": day("2021-04-28"),
        "deciders": (CASEWORKER, MANAGER),
        "reporters": (REPORTER,),
        "managers": (MANAGER,),
        "officials": (CASEWORKER,),
        "applicant": "officer",
        "element": "E03",
        "cause": "not_verified",
        "origin": "official",
        "direction": "under",
        "amount": 312000,
    }
    return Application(**(values | more))


def named(*persons: UUID, relatives: frozenset[UUID] = frozenset()) -> Named:
    return Named({each: f"login-{each.hex[:4]}" for each in persons}, relatives)


def findings(terms: Terms = TERMS, **ratings: str) -> tuple[FactorFinding, ...]:
    """Each factor rated, the best way unless told otherwise."""
    return tuple(
        FactorFinding(each.code, ratings.get(each.code, each.ratings[0].code), f"Found: {each.code}.")
        for each in terms.edition.factors
    )


def negatives(*hits: str, terms: Terms = TERMS) -> tuple[NegativeAnswer, ...]:
    """Each item answered; a hit for those named."""
    return tuple(
        NegativeAnswer(each.code, each.code in hits, "Seen on the papers." if each.code in hits else "")
        for each in terms.edition.negatives
    )


def a_draft(terms: Terms = TERMS, error: ErrorFacts = ERROR, **application: Any) -> ToleranceReview:
    return ToleranceReview.draft(an_application(**application), error, terms, an_act("2021-09-27"))


def an_answered_draft(terms: Terms = TERMS, **application: Any) -> ToleranceReview:
    review = a_draft(terms, **application)
    for factor in terms.edition.factors:
        rating = factor.ratings[0].code
        review.answer_factor(factor.code, rating, "As the papers show.", terms, an_act("2021-09-27"))
    review.claim_situations(("T02",), "The platform had no data.", terms, an_act("2021-09-27"))
    return review


def a_submitted_review(terms: Terms = TERMS, **application: Any) -> ToleranceReview:
    review = an_answered_draft(terms, **application)
    review.submit((Fact("reported_first", "yes", 11),), ERROR, terms, an_act("2021-09-28"))
    return review


def a_review_to_supplement() -> ToleranceReview:
    review = a_submitted_review()
    review.request_supplement("The log of the visit is missing.", TERMS, an_organs_act(INTAKE, "2021-09-29"))
    return review


def a_supplemented_review() -> ToleranceReview:
    review = a_review_to_supplement()
    review.supplement("Here it is.", TERMS, an_act("2021-09-30"), evidence=(person("document"),))
    return review


def an_accepted_review(terms: Terms = TERMS, **application: Any) -> ToleranceReview:
    review = a_submitted_review(terms, **application)
    review.accept(ERROR, terms, an_organs_act(INTAKE, "2021-09-29"))
    return review


def a_review_being_verified(terms: Terms = TERMS, **application: Any) -> ToleranceReview:
    review = an_accepted_review(terms, **application)
    review.assign_verifiers(named(*VERIFIERS), terms, an_organs_act(LEAD, "2021-09-30"))
    return review


def a_reported_review(*hits: str, terms: Terms = TERMS, **application: Any) -> ToleranceReview:
    review = a_review_being_verified(terms, **application)
    review.report_verification(
        findings(terms),
        negatives(*hits, terms=terms),
        "Both of us looked into it.",
        terms,
        an_organs_act(VERIFIERS[0], "2021-10-11"),
        heard_on=day("2021-10-09"),
        situations=("T02",),
    )
    return review


def a_verified_review(*hits: str, terms: Terms = TERMS, **application: Any) -> ToleranceReview:
    review = a_reported_review(*hits, terms=terms, **application)
    for verifier in VERIFIERS:
        review.sign_verification(terms, an_organs_act(verifier, "2021-10-12"))
    return review


def a_review_in_deliberation(*hits: str, terms: Terms = TERMS, **application: Any) -> ToleranceReview:
    review = a_verified_review(*hits, terms=terms, **application)
    review.offer_statement(terms, an_organs_act(LEAD, "2021-10-13"))
    act = an_organs_act(LEAD, "2021-10-14")
    review.open_deliberation(named(*PANEL), terms, act, held_on=day("2021-10-14"))
    review.record_minutes("All three were heard.", an_organs_act(SECRETARY, "2021-10-14"))
    return review


def a_proposed_review(outcome: str = EXEMPT, *hits: str, **application: Any) -> ToleranceReview:
    review = a_review_in_deliberation(*hits, **application)
    for voter in PANEL:
        review.vote(outcome, an_organs_act(voter, "2021-10-14"))
    review.propose(outcome, TERMS, an_organs_act(LEAD, "2021-10-14"))
    return review


def a_review_heard(outcome: str = EXEMPT, *hits: str, **application: Any) -> ToleranceReview:
    review = a_proposed_review(outcome, *hits, **application)
    for official in review.officials:
        review.make_statement("The platform was down.", an_act("2021-10-15", by=official))
    return review


def a_determination(outcome: str = EXEMPT, **more: Any) -> Determination:
    values: dict[str, Any] = {
        "text": "It was in good faith, and is put right.",
        "conditions": tuple(CONDITIONS),
        "situations": ("T02",),
    }
    return Determination(outcome=outcome, **(values | more))


def a_determined_review(outcome: str = EXEMPT, *hits: str, **application: Any) -> ToleranceReview:
    review = a_review_heard(outcome, *hits, **application)
    review.determine(a_determination(outcome), ERROR, TERMS, an_organs_act(PANEL[0], "2021-10-18"))
    return review


def a_notified_review(outcome: str = EXEMPT, *hits: str, **application: Any) -> ToleranceReview:
    review = a_determined_review(outcome, *hits, **application)
    review.notify(tuple(CONTENTS), TERMS, an_organs_act(SECRETARY, "2021-10-19"))
    return review


def a_review_asked_for(outcome: str = "lightened", *hits: str, **application: Any) -> ToleranceReview:
    review = a_notified_review(outcome, *hits, **application)
    review.request_review(1, "It is exempt.", TERMS, an_act("2021-10-25"))
    review.assign_reviewers(named(REVIEWER_OF_IT), an_organs_act(SECRETARY, "2021-10-26"))
    return review


def a_reviewed_review(
    result: str = UPHELD, outcome: str = "lightened", *, determined: str = "lightened"
) -> ToleranceReview:
    review = a_review_asked_for(determined)
    act = an_organs_act(REVIEWER_OF_IT, "2021-11-15")
    conditions = tuple(CONDITIONS)
    review.decide_review(result, outcome, "So it is.", ERROR, TERMS, act, conditions=conditions)
    return review


def a_review_asked_for_again() -> ToleranceReview:
    review = a_reviewed_review()
    review.request_review(2, "It is still exempt.", TERMS, an_act("2021-11-20"))
    review.assign_reviewers(named(NEXT_REVIEWER), an_organs_act(SECRETARY, "2021-11-22"))
    return review

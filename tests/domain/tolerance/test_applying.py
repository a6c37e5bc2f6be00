"""Who applies, about what and until when; what the organ's intake does with it."""

from dataclasses import replace
from typing import Any

import pytest

from domain.areas import UnknownArea
from domain.refusal import Refused
from domain.tolerance.refusals import (
    AccountabilityDecided,
    ApplicantDoesNotFit,
    DeterminedBefore,
    ErrorNotClassified,
    FactorsMissing,
    HadAPart,
    NobodyConcerned,
    NoCorrectionAsked,
    OnlyForThemselves,
    OtherRules,
    ReviewOpen,
    UnknownCode,
    WindowClosed,
    WordsMissing,
)
from domain.tolerance.review import ToleranceReview
from domain.tolerance.rules import Terms
from domain.tolerance.state import ErrorFacts, State
from tests.builders import CASEWORKER, COLLEAGUE, MANAGER, a_managers_act, an_act, day, person
from tests.error_builders import WORKING_DAYS
from tests.history import given, last, recorded, refused
from tests.tolerance_builders import (
    ERROR,
    INTAKE,
    TERMS,
    a_draft,
    a_review_to_supplement,
    a_submitted_review,
    a_supplemented_review,
    an_answered_draft,
    an_application,
    an_organs_act,
    an_own_edition,
    error_facts,
)
from tests.tolerance_lives import reviews_of_tolerance

NOTICED = error_facts(classified=True, correction="notified", noticed_on=day("2021-09-14"))
OWN_TERMS = Terms(an_own_edition(), WORKING_DAYS)


@pytest.mark.parametrize(
    ("refusal", "application", "error"),
    [
        (UnknownArea, {"area": "999999"}, {}),
        (UnknownCode, {"applicant": "friend"}, {}),
        (NobodyConcerned, {"officials": ()}, {}),
        (OnlyForThemselves, {"officials": (COLLEAGUE,)}, {}),
        (ApplicantDoesNotFit, {"applicant": "manager"}, {}),
        (ErrorNotClassified, {}, {"classified": False}),
        (AccountabilityDecided, {}, {"decided_on": day("2021-09-24")}),
        (WindowClosed, {}, {"noticed_on": day("2021-09-01")}),
        (ReviewOpen, {}, {"open_review": "RC-7"}),
        (DeterminedBefore, {}, {"determined_in": "RC-7"}),
    ],
)
def test_what_is_not_applied_for(
    refusal: type[Refused], application: dict[str, Any], error: dict[str, Any]
) -> None:
    facts = error_facts(**({"classified": True} | error))

    with pytest.raises(refusal):
        ToleranceReview.draft(an_application(**application), facts, TERMS, an_act("2021-09-27"))


@pytest.mark.parametrize("applicant", ["manager", "unit"])
def test_a_manager_applies_for_the_official_or_the_unit(applicant: str) -> None:
    application = an_application(applicant=applicant)

    review = ToleranceReview.draft(application, ERROR, TERMS, a_managers_act("2021-09-27"))

    assert (review.applicant, review.applied_by, review.subject) == (applicant, MANAGER, CASEWORKER)


def test_a_manager_whose_error_it_is_applies_for_themselves() -> None:
    concerned = {"officials": (MANAGER,)}

    application = an_application(applicant="unit", **concerned)
    with pytest.raises(ApplicantDoesNotFit):
        ToleranceReview.draft(application, ERROR, TERMS, a_managers_act("2021-09-27"))
    review = ToleranceReview.draft(an_application(**concerned), ERROR, TERMS, a_managers_act("2021-09-27"))

    assert review.state is State.DRAFT


def test_before_anything_happened_it_is_nobodys() -> None:
    blank = ToleranceReview.blank(person("nothing"))

    assert blank.subject == person("nothing")


def test_a_factor_is_answered_again_until_it_is_submitted() -> None:
    review = given(an_answered_draft())

    review.answer_factor("motive", "neutral", "I was told to.", TERMS, an_act("2021-09-27"))

    assert dict(review.answers)["motive"] == "neutral"
    assert len(review.answers) == len(TERMS.edition.factors)


def test_factors_and_situations_come_from_the_rules_in_force_and_are_told_in_words() -> None:
    review, act = given(a_draft()), an_act("2021-09-27")

    with refused(review, UnknownCode):
        review.answer_factor("weather", "public", "Rain.", TERMS, act)
    with refused(review, UnknownCode):
        review.answer_factor("motive", "small", "Rain.", TERMS, act)
    with refused(review, WordsMissing):
        review.answer_factor("motive", "public", " ", TERMS, act)
    with refused(review, OtherRules, "goes by the rules 本局示例规定"):
        review.answer_factor("motive", "public", "Rain.", OWN_TERMS, act)
    with refused(review, UnknownCode):
        review.claim_situations(("T99",), "Like it.", TERMS, act)
    with refused(review, WordsMissing):
        review.claim_situations(("T01",), "", TERMS, act)


def test_what_is_left_blank_is_not_submitted() -> None:
    review = given(a_draft())
    review.answer_factor("motive", "public", "For the family.", TERMS, an_act("2021-09-27"))

    with refused(review, FactorsMissing, "Circumstances, Procedure and method"):
        review.submit((), ERROR, TERMS, an_act("2021-09-28"))


@pytest.mark.parametrize(
    ("refusal", "error"),
    [
        (NoCorrectionAsked, error_facts(classified=True)),
        (ErrorNotClassified, error_facts(correction="notified")),
        (AccountabilityDecided, error_facts(classified=True, decided_on=day("2021-09-24"))),
        (ReviewOpen, error_facts(classified=True, correction="notified", open_review="RC-7")),
        (DeterminedBefore, error_facts(classified=True, correction="notified", determined_in="RC-7")),
    ],
)
def test_what_is_not_submitted(refusal: type[Refused], error: ErrorFacts) -> None:
    review = given(an_answered_draft())

    with refused(review, refusal):
        review.submit((), error, TERMS, an_act("2021-09-28"))


def test_it_is_itself_no_other_review() -> None:
    review = given(an_answered_draft())
    itself = error_facts(
        classified=True, correction="notified", open_review=review.number, determined_in=review.number
    )

    review.submit((), itself, TERMS, an_act("2021-09-28"))

    assert recorded(review) == [ToleranceReview.Submitted]


def test_the_window_is_ten_working_days_after_the_notice_of_accountability() -> None:
    review = given(an_answered_draft())

    with refused(
        review,
        WindowClosed,
        "Notice of accountability for error CC210202-2021-0001 was given on 2021-09-14, and the application"
        " was to be submitted by 2021-09-28.",
    ):
        review.submit((), NOTICED, TERMS, an_act("2021-09-29"))
    review.submit((), NOTICED, TERMS, an_act("2021-09-28"))

    assert last(review, ToleranceReview.Submitted).due_on == day("2021-10-11")


def test_accepting_looks_at_the_day_it_was_submitted() -> None:
    review, noticed = given(a_submitted_review()), an_organs_act(INTAKE, "2021-10-11")
    late = error_facts(classified=True, correction="notified", noticed_on=day("2021-09-09"))

    with refused(review, WindowClosed):
        review.accept(late, TERMS, noticed)
    with refused(review, OtherRules):
        review.accept(NOTICED, OWN_TERMS, noticed)
    review.accept(NOTICED, TERMS, noticed)

    assert recorded(review) == [ToleranceReview.Accepted]


def test_what_was_submitted_before_the_decision_is_accepted_after_it() -> None:
    review, act = given(a_submitted_review()), an_organs_act(INTAKE, "2021-10-11")

    with refused(review, AccountabilityDecided, "was decided on 2021-09-27"):
        review.accept(replace(ERROR, decided_on=day("2021-09-27")), TERMS, act)
    review.accept(replace(ERROR, decided_on=day("2021-09-29")), TERMS, act)

    assert recorded(review) == [ToleranceReview.Accepted]


def test_a_supplement_begins_the_time_to_accept_anew() -> None:
    review = given(a_review_to_supplement())
    assert review.due_on == day("2021-10-12")

    with refused(review, WordsMissing):
        review.supplement(" ", TERMS, an_act("2021-10-13"))
    review.supplement("Here.", TERMS, an_act("2021-10-13"))

    assert (review.state, review.due_on) == (State.SUBMITTED, day("2021-10-20"))


def test_what_is_asked_for_and_why_it_is_not_accepted_is_told() -> None:
    review = given(a_supplemented_review())

    with refused(review, WordsMissing):
        review.request_supplement("", TERMS, an_organs_act(INTAKE))
    with refused(review, WordsMissing):
        review.refuse_acceptance("", an_organs_act(INTAKE))


def test_the_refusal_names_the_act_that_keeps_somebody_from_a_part() -> None:
    review = given(a_submitted_review())

    with refused(
        review,
        HadAPart,
        "Nobody does both: “Take part in the decision” and “Accept applications”. You had your part on"
        " 2021-04-28: Decision in question.",
    ):
        review.accept(ERROR, TERMS, an_organs_act(MANAGER))


def test_a_prior_filing_is_cited_as_evidence() -> None:
    review = given(a_draft())

    review.cite_filing(person("filing"), "BA-2021-0001", an_act("2021-09-27"))

    assert recorded(review) == [ToleranceReview.FilingCited]


def test_a_whole_life_leads_to_the_same_state_when_it_is_read_again() -> None:
    states = [given(review).state for review in reviews_of_tolerance()]

    assert states == [State.NOT_ACCEPTED, State.WITHDRAWN, State.REVOKED, State.REVIEWED]

"""Two officials or more verify, none with a part in it, and answer the negative list item by item."""

from dataclasses import replace

import pytest

from domain.refusal import Refused
from domain.tolerance.lists import NegativeAnswer
from domain.tolerance.process_refusals import (
    ExtendedAlready,
    NamedTwice,
    NegativesUnanswered,
    NotAVerifier,
    NotHeard,
    SignedAlready,
    TooFewVerifiers,
)
from domain.tolerance.refusals import (
    CannotBeNamed,
    FactorsMissing,
    HadAPart,
    MustKeepAway,
    UnknownCode,
    WordsMissing,
)
from domain.tolerance.review import ToleranceReview
from domain.tolerance.rules import Terms
from domain.tolerance.six_factors import SIX, Factor, FactorFinding, Rating
from domain.tolerance.state import State
from tests.builders import CASEWORKER, MANAGER, day, person
from tests.error_builders import WORKING_DAYS
from tests.history import given, last, recorded, refused
from tests.tolerance_builders import (
    LEAD,
    REPORTER,
    TERMS,
    VERIFIERS,
    a_reported_review,
    a_review_being_verified,
    a_verified_review,
    an_accepted_review,
    an_organs_act,
    an_own_edition,
    findings,
    named,
    negatives,
)

FIRST, SECOND = VERIFIERS
SEVENTH = Factor(
    "learning",
    "What was learned",
    "Was the way of working changed?",
    (Rating("changed", "Changed", "已改进"), Rating("same", "The same", "未改进")),
    "举一反三",
    "是否举一反三、改进工作？",
)
SEVEN = Terms(an_own_edition(factors=(*SIX, SEVENTH)), WORKING_DAYS)


def test_one_verifier_is_too_few() -> None:
    review = given(an_accepted_review())

    with refused(review, TooFewVerifiers, "At least 2 officials verify together, and 1 is named."):
        review.assign_verifiers(named(FIRST), TERMS, an_organs_act())


def test_nobody_verifies_who_had_a_part() -> None:
    review = given(an_accepted_review())

    for person_with_a_part in (CASEWORKER, MANAGER, REPORTER):
        with refused(review, CannotBeNamed, "cannot be named, as nobody does both"):
            review.assign_verifiers(named(FIRST, person_with_a_part), TERMS, an_organs_act())
    with refused(review, MustKeepAway):
        relatives = frozenset({SECOND})
        review.assign_verifiers(named(FIRST, SECOND, relatives=relatives), TERMS, an_organs_act())


def test_who_keeps_away_is_replaced_and_takes_their_report_with_them() -> None:
    review = given(a_reported_review())
    review.sign_verification(TERMS, an_organs_act(SECOND))

    with refused(review, UnknownCode):
        review.recuse_verifier(FIRST, "tired", "So.", an_organs_act(FIRST))
    with refused(review, WordsMissing):
        review.recuse_verifier(FIRST, "kin", "", an_organs_act(FIRST))
    with refused(review, NotAVerifier):
        review.recuse_verifier(person("nobody"), "kin", "So.", an_organs_act(FIRST))
    review.recuse_verifier(FIRST, "witness", "I was there.", an_organs_act(FIRST))

    assert (review.verifiers, review.reported_by, review.signed_by) == ((SECOND,), None, ())
    with refused(review, HadAPart, "“Keep away from the review”"):
        review.extend_verification(TERMS, an_organs_act(FIRST))
    with refused(review, CannotBeNamed):
        review.replace_verifier(FIRST, named(FIRST), TERMS, an_organs_act())
    with refused(review, NamedTwice):
        review.replace_verifier(FIRST, named(SECOND), TERMS, an_organs_act())
    with refused(review, NotAVerifier):
        review.replace_verifier(person("nobody"), named(person("third")), TERMS, an_organs_act())


def test_a_signature_of_one_alone_completes_nothing() -> None:
    review = given(a_reported_review())
    review.recuse_verifier(SECOND, "kin", "A cousin.", an_organs_act())

    review.sign_verification(TERMS, an_organs_act(FIRST))

    assert (review.state, last(review, ToleranceReview.VerificationSigned).complete) == (
        State.VERIFYING,
        False,
    )
    with refused(review, SignedAlready):
        review.sign_verification(TERMS, an_organs_act(FIRST))


def test_who_is_replaced_without_having_reported_takes_nothing_with_them() -> None:
    review = given(a_reported_review())

    review.replace_verifier(SECOND, named(person("third")), TERMS, an_organs_act())

    assert (review.verifiers, review.reported_by) == ((FIRST, person("third")), FIRST)


def test_a_verification_is_extended_once_from_its_last_day() -> None:
    review = given(a_review_being_verified())
    assert review.due_on == day("2021-11-03")

    review.extend_verification(TERMS, an_organs_act())

    assert review.due_on == day("2021-11-17")
    with refused(review, ExtendedAlready, "extended once, to 2021-11-17"):
        review.extend_verification(TERMS, an_organs_act())


@pytest.mark.parametrize(
    ("refusal", "ratings", "answers", "text", "heard_on"),
    [
        (FactorsMissing, findings()[1:], negatives(), "Seen.", "2021-10-09"),
        (FactorsMissing, (*findings(), findings()[0]), negatives(), "Seen.", "2021-10-09"),
        (UnknownCode, (FactorFinding("weather", "small", "Rain."),), negatives(), "Seen.", "2021-10-09"),
        (UnknownCode, findings(motive="small"), negatives(), "Seen.", "2021-10-09"),
        (WordsMissing, (replace(findings()[0], finding=""),), negatives(), "Seen.", "2021-10-09"),
        (NegativesUnanswered, findings(), negatives()[:-1], "Seen.", "2021-10-09"),
        (NegativesUnanswered, findings(), (*negatives(), negatives()[0]), "Seen.", "2021-10-09"),
        (UnknownCode, findings(), (replace(negatives()[0], code="N99"),), "Seen.", "2021-10-09"),
        (WordsMissing, findings(), (replace(negatives()[0], hit=True),), "Seen.", "2021-10-09"),
        (WordsMissing, findings(), negatives(), "", "2021-10-09"),
        (NotHeard, findings(), negatives(), "Seen.", None),
        (NotHeard, findings(), negatives(), "Seen.", "2021-10-12"),
    ],
)
def test_what_is_not_a_report(
    refusal: type[Refused],
    ratings: tuple[FactorFinding, ...],
    answers: tuple[NegativeAnswer, ...],
    text: str,
    heard_on: str | None,
) -> None:
    review, heard = given(a_review_being_verified()), day(heard_on) if heard_on else None

    with refused(review, refusal):
        review.report_verification(ratings, answers, text, TERMS, an_organs_act(FIRST), heard_on=heard)


def test_situations_of_a_report_are_from_the_list() -> None:
    review = given(a_review_being_verified())

    with refused(review, UnknownCode):
        review.report_verification(
            findings(),
            negatives(),
            "Seen.",
            TERMS,
            an_organs_act(FIRST),
            heard_on=day("2021-10-09"),
            situations=("T99",),
        )


def test_a_new_report_is_signed_anew_by_all() -> None:
    review = given(a_reported_review("N05"))
    review.sign_verification(TERMS, an_organs_act(SECOND))
    act, heard_on = an_organs_act(SECOND), day("2021-10-09")

    review.report_verification(findings(), negatives(), "No.", TERMS, act, heard_on=heard_on)

    assert (review.signed_by, review.hits, review.reported_by) == ((), (), SECOND)


def test_findings_are_a_line_each_and_hits_have_their_ground() -> None:
    review = a_verified_review("N05", "N13")

    reported = last(review, ToleranceReview.VerificationReported)
    assert reported.findings.splitlines()[:2] == ["Found: motive.", "Found: conditions."]
    assert reported.grounds.splitlines() == ["Seen on the papers."] * 2
    assert (reported.hard, review.hits) == (("N05",), ("N05",))


def test_an_organ_may_look_at_seven_factors() -> None:
    review = a_review_being_verified(SEVEN)
    act, heard_on = an_organs_act(FIRST), day("2021-10-09")

    with refused(review, FactorsMissing, "What was learned"):
        review.report_verification(findings(SEVEN)[:6], negatives(), "Seen.", SEVEN, act, heard_on=heard_on)
    review.report_verification(findings(SEVEN), negatives(), "Seen.", SEVEN, act, heard_on=heard_on)

    assert len(review.answers) == 7
    assert recorded(review)[-1] is ToleranceReview.VerificationReported
    assert [str(SEVENTH), str(SEVENTH.ratings[0]), LEAD] == ["What was learned", "Changed", LEAD]

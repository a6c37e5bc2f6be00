"""The officials are heard, a quorum votes, and the organ determines within the rules."""

from dataclasses import replace
from typing import Any

import pytest

from domain.refusal import Refused
from domain.tolerance.outcome_refusals import (
    ConditionsMissing,
    ContentsMissing,
    DeviationUnexplained,
    NegativeHit,
    NoMajority,
    NotCorrected,
    QuorumMissing,
    WorseThanProposed,
)
from domain.tolerance.outcomes import CONDITIONS, CONTENTS, EXEMPT, LADDER, NOT_PURSUED, OUTCOMES
from domain.tolerance.process_refusals import (
    AnsweredAlready,
    NotHeldYet,
    NotOnThePanel,
    StatementAwaited,
    StatementNotOffered,
    TooSmallAPanel,
)
from domain.tolerance.refusals import (
    CannotBeNamed,
    HadAPart,
    MustKeepAway,
    NotOfTheOrgan,
    UnknownCode,
    WordsMissing,
)
from domain.tolerance.review import ToleranceReview
from domain.tolerance.state import ErrorFacts, State
from tests.builders import CASEWORKER, COLLEAGUE, an_act, day, person
from tests.history import given, last, recorded, refused
from tests.tolerance_builders import (
    ERROR,
    LEAD,
    PANEL,
    TERMS,
    VERIFIERS,
    a_determination,
    a_determined_review,
    a_proposed_review,
    a_review_heard,
    a_review_in_deliberation,
    a_verified_review,
    an_organs_act,
    error_facts,
    named,
)

ON = "2021-10-18"


def determine(
    review: ToleranceReview, outcome: str = EXEMPT, error: ErrorFacts = ERROR, on: str = ON, **more: Any
) -> None:
    review.determine(a_determination(outcome, **more), error, TERMS, an_organs_act(PANEL[0], on))


def vote(review: ToleranceReview, *outcomes: str) -> None:
    for voter, outcome in zip(PANEL, outcomes, strict=False):
        review.vote(outcome, an_organs_act(voter, "2021-10-14"))


def test_a_panel_has_a_quorum_of_people_without_a_part() -> None:
    review, act, on = given(a_verified_review()), an_organs_act(), day("2021-10-14")

    with refused(review, TooSmallAPanel, "A panel has at least 3 members, and 2 are named."):
        review.open_deliberation(named(*PANEL[:2]), TERMS, act, held_on=on)
    with refused(review, CannotBeNamed, "nobody does both: “Verify” and “Deliberate and vote”"):
        review.open_deliberation(named(*PANEL, VERIFIERS[0]), TERMS, act, held_on=on)
    with refused(review, MustKeepAway):
        relatives = frozenset(PANEL[:1])
        review.open_deliberation(named(*PANEL, relatives=relatives), TERMS, act, held_on=on)


def test_who_verified_does_not_vote() -> None:
    review = given(a_review_in_deliberation())

    with refused(review, HadAPart, "You had your part on 2021-09-30: Verifiers assigned."):
        review.vote(EXEMPT, an_organs_act(VERIFIERS[0]))
    with refused(review, UnknownCode):
        review.vote("praised", an_organs_act(PANEL[0], ON))


def test_nobody_votes_or_writes_minutes_before_the_panel_meets() -> None:
    review = given(a_verified_review())
    review.open_deliberation(named(*PANEL), TERMS, an_organs_act(on="2021-10-14"), held_on=day("2021-10-18"))

    with refused(review, NotHeldYet, "The panel meets on 2021-10-18."):
        review.record_minutes("All agreed.", an_organs_act(on="2021-10-15"))
    with refused(review, NotHeldYet):
        review.vote(EXEMPT, an_organs_act(PANEL[0], "2021-10-15"))
    review.record_minutes("All agreed.", an_organs_act(on="2021-10-18"))
    review.vote(EXEMPT, an_organs_act(PANEL[0], "2021-10-18"))


def test_who_is_called_acts_for_the_organ() -> None:
    review, on = given(a_verified_review()), day("2021-10-14")
    members = replace(named(*PANEL), outsiders=frozenset(PANEL[:1]))

    with refused(review, NotOfTheOrgan, "does not act for the organ in this area"):
        review.open_deliberation(members, TERMS, an_organs_act(), held_on=on)


def test_only_the_panel_determines() -> None:
    review = given(a_review_heard())

    with refused(review, NotOnThePanel):
        review.determine(a_determination(EXEMPT), ERROR, TERMS, an_organs_act(LEAD, ON))


def test_a_quorum_votes_and_more_than_half_decide_and_the_last_vote_counts() -> None:
    review, act = given(a_review_in_deliberation()), an_organs_act(on=ON)
    vote(review, EXEMPT, EXEMPT)

    with refused(review, QuorumMissing, "2 members of the panel voted, and 3 have to."):
        review.propose(EXEMPT, TERMS, act)
    vote(review, EXEMPT, "lightened", "mitigated")
    with refused(review, NoMajority, "“Exempt” has 1 of 3 votes, which is not more than half."):
        review.propose(EXEMPT, TERMS, act)
    with refused(review, UnknownCode):
        review.propose("praised", TERMS, act)
    with refused(review, WordsMissing):
        review.record_minutes("", act)
    vote(review, "lightened")
    review.propose("lightened", TERMS, act)

    assert (review.state, review.proposed, len(review.votes)) == (State.PROPOSED, "lightened", 3)


def test_a_member_who_keeps_away_takes_their_vote_with_them() -> None:
    review = given(a_proposed_review())

    with refused(review, NotOnThePanel):
        review.recuse_voter(person("nobody"), "kin", "So.", an_organs_act())
    with refused(review, UnknownCode):
        review.recuse_voter(PANEL[0], "tired", "So.", an_organs_act())
    with refused(review, WordsMissing):
        review.recuse_voter(PANEL[0], "kin", "", an_organs_act())
    review.recuse_voter(PANEL[0], "interest", "A neighbour.", an_organs_act())

    with refused(review, HadAPart, "Member of the panel keeps away"):
        review.vote(EXEMPT, an_organs_act(PANEL[0], ON))
    with refused(review, QuorumMissing):
        act = an_organs_act(PANEL[1], "2021-10-21")
        review.determine(a_determination(), ERROR, TERMS, act)


def test_nothing_is_determined_before_the_statement_was_offered() -> None:
    review = given(a_verified_review())
    act = an_organs_act(LEAD, "2021-10-14")
    review.open_deliberation(named(*PANEL), TERMS, act, held_on=day("2021-10-14"))
    review.record_minutes("So.", act)
    vote(review, EXEMPT, EXEMPT, EXEMPT)
    review.propose(EXEMPT, TERMS, act)

    with refused(review, StatementNotOffered):
        determine(review)


def test_a_statement_is_awaited_until_its_last_day_or_until_all_have_answered() -> None:
    review = given(a_proposed_review(officials=(CASEWORKER, COLLEAGUE)))
    review.make_statement("Not so.", an_act("2021-10-15"))

    with refused(review, StatementAwaited, "was offered on 2021-10-13 and is awaited until 2021-10-20"):
        determine(review, on="2021-10-20")
    review.decline_statement(an_act("2021-10-16", by=COLLEAGUE))
    with refused(review, AnsweredAlready):
        review.decline_statement(an_act("2021-10-16", by=COLLEAGUE))
    review.make_statement("And this.", an_act("2021-10-16"))
    determine(review)

    assert review.state is State.DETERMINED


def test_after_the_last_day_it_is_determined_without_a_statement() -> None:
    review = given(a_proposed_review())

    determine(review, on="2021-10-21")

    assert recorded(review) == [ToleranceReview.Determined]


def test_a_statement_is_never_to_anybodys_disadvantage() -> None:
    review = given(a_review_heard("mitigated"))
    vote(review, "lightened", "lightened", "lightened")

    with refused(review, WorseThanProposed, "“Mitigated” was proposed, and “Lightened” is worse."):
        review.propose("lightened", TERMS, an_organs_act())
    with refused(review, WorseThanProposed):
        determine(review, "lightened")
    vote(review, EXEMPT, EXEMPT, EXEMPT)
    determine(review)

    assert review.outcome == EXEMPT


def test_a_statement_before_any_proposal_bars_none() -> None:
    review = given(a_review_in_deliberation())
    with refused(review, WordsMissing):
        review.make_statement("", an_act("2021-10-14"))
    review.make_statement("It was me.", an_act("2021-10-14"))
    vote(review, "not_tolerated", "not_tolerated", "not_tolerated")
    review.propose("not_tolerated", TERMS, an_organs_act())

    determine(review, "not_tolerated")

    assert review.outcome == "not_tolerated"


@pytest.mark.parametrize("outcome", LADDER)
def test_a_hit_on_the_negative_list_leaves_two_outcomes(outcome: str) -> None:
    review = given(a_review_in_deliberation("N05"))

    if outcome in {"not_tolerated", "referred"}:
        vote(review, outcome, outcome, outcome)
        review.propose(outcome, TERMS, an_organs_act())
        assert review.proposed == outcome
    else:
        with refused(
            review,
            NegativeHit,
            "The verifiers found on 2021-10-12 that the negative list is hit: N05. Only these outcomes are"
            " left: Not tolerated, Referred elsewhere.",
        ):
            review.vote(outcome, an_organs_act(PANEL[0], ON))


def test_a_soft_hit_is_for_the_organ_to_judge() -> None:
    review = given(a_review_heard(EXEMPT, "N13"))

    determine(review)

    assert review.outcome == EXEMPT


@pytest.mark.parametrize("outcome", [EXEMPT, NOT_PURSUED])
def test_no_exemption_without_the_six_conditions_and_a_correction(outcome: str) -> None:
    review = given(a_review_heard(outcome))
    five = tuple(CONDITIONS)[:5]

    with refused(review, ConditionsMissing, "Put right as soon as it was known"):
        determine(review, outcome, conditions=five)
    with refused(review, UnknownCode):
        determine(review, outcome, conditions=("brave",))
    for stage in ("", "notified", "planned"):
        with refused(review, NotCorrected, "a plan that was accepted"):
            determine(review, outcome, error_facts(classified=True, correction=stage))
    determine(review, outcome, error_facts(classified=True, correction="planned", plan_accepted=True))

    assert review.outcome == outcome


def test_other_outcomes_need_neither() -> None:
    review = given(a_review_heard("lightened"))

    determine(review, "lightened", error_facts(), conditions=())

    assert last(review, ToleranceReview.Determined).voters == PANEL


@pytest.mark.parametrize(
    ("refusal", "more"),
    [
        (WordsMissing, {"text": " "}),
        (UnknownCode, {"situations": ("T99",)}),
        (DeviationUnexplained, {"deviates": True}),
    ],
)
def test_a_determination_gives_its_reasons(refusal: type[Refused], more: dict[str, Any]) -> None:
    review = given(a_review_heard())

    with refused(review, refusal):
        determine(review, **more)
    determine(review, deviates=True, deviation="The amount is larger.")

    assert last(review, ToleranceReview.Determined).deviation == "The amount is larger."


def test_a_notification_says_what_it_must() -> None:
    review, act = given(a_determined_review()), an_organs_act(LEAD, "2021-10-19")

    with refused(review, ContentsMissing, "The notification lacks: Name of the organ and the day."):
        review.notify(tuple(CONTENTS)[:4], TERMS, act)
    with refused(review, UnknownCode):
        review.notify(("wishes",), TERMS, act)


def test_the_ladder_has_every_outcome() -> None:
    assert sorted(LADDER) == sorted(OUTCOMES)

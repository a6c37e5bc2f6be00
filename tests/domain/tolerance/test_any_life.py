"""Whatever is asked of a review, in any order and by anybody: nobody is exempted against the rules."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.kernel import Event, replay
from domain.refusal import Refused
from domain.tolerance.duties import EXCLUDES, TAKEN_BY, VERIFIED, VOTED
from domain.tolerance.outcomes import CONDITIONS, CONTENTS, EXEMPT, IF_HIT, OUTCOMES, TOLERATED, is_worse
from domain.tolerance.review import ToleranceReview
from domain.tolerance.state import ErrorFacts, State
from tests.builders import CASEWORKER, MANAGER, an_act, day, person
from tests.history import events_of, state_of
from tests.tolerance_builders import (
    PANEL,
    REPORTER,
    REVIEWER_OF_IT,
    TERMS,
    VERIFIERS,
    a_determination,
    an_answered_draft,
    findings,
    named,
    negatives,
)

INSIDERS = (CASEWORKER, MANAGER, REPORTER)
PEOPLE = (*VERIFIERS, *PANEL, REVIEWER_OF_IT, *INSIDERS)
FACTS = (
    ErrorFacts(classified=True, correction="notified"),
    ErrorFacts(classified=True, correction="completed"),
    ErrorFacts(classified=True, correction="planned", plan_accepted=True),
)
NOT_PUT_RIGHT = FACTS[0]
OF_OUTCOMES = st.sampled_from([EXEMPT, EXEMPT, *OUTCOMES])
ANYBODY = st.sampled_from(PEOPLE)


class Life(RuleBasedStateMachine):
    """A review, the days that pass, and people of whom each may ask for anything."""

    def __init__(self) -> None:
        super().__init__()
        self.today = day("2021-09-28")
        self.review = an_answered_draft()
        self.corrected_when_exempted = True

    @initialize(facts=st.sampled_from(FACTS), hits=st.sampled_from([(), (), ("N05",), ("N13",)]))
    def begin(self, facts: ErrorFacts, hits: tuple[str, ...]) -> None:
        """Submit it, and have it accepted."""
        self.facts, self.hits = facts, hits
        self.asked("submit", CASEWORKER, (), facts, TERMS, role="caseworker")
        self.asked("accept", person("intake"), facts, TERMS)
        self.asked("assign_verifiers", person("lead"), named(*VERIFIERS), TERMS)

    def asked(self, name: str, by: UUID, *given: Any, role: str = "organ", **more: Any) -> bool:
        """Ask for it; tell whether it was done. What is refused leaves nothing behind."""
        before, pending = state_of(self.review), len(self.review.pending_events)
        act = an_act(self.today.isoformat(), by=by, role=role)
        try:
            getattr(self.review, name)(*given, act, **more)
        except Refused:
            assert state_of(self.review) == before
            assert len(self.review.pending_events) == pending
            return False
        return True

    @rule(days=st.integers(1, 40))
    def time_passes(self, days: int) -> None:
        self.today = min(self.today + timedelta(days), day("2022-12-01"))

    @rule(outcome=OF_OUTCOMES, times=st.integers(1, 3))
    def go_on(self, outcome: str, times: int) -> None:
        """Take what usually comes next, by who usually does it."""
        for _ in range(times):
            self.today = min(self.today + timedelta(1), day("2022-12-01"))
            match self.review.state:
                case State.VERIFYING:
                    for verifier in VERIFIERS:
                        self.verify(verifier, signs=True)
                case State.VERIFIED:
                    self.hear(answers=outcome != EXEMPT)
                    self.open_deliberation([], usual=True)
                case State.DELIBERATING:
                    self.vote(outcome, together=True, one=PANEL[0])
                case State.PROPOSED:
                    self.hear(answers=True)
                    self.determine(PANEL[0], outcome, 6)
                case State.NOTIFIED | State.UNDER_REVIEW | State.REVIEWED:
                    self.review_it(self.review.level + 1, person(f"new {outcome}"), outcome, upheld=False)
                case State.SUSPENDED:
                    self.asked("resume", person("lead"), TERMS)
                case _:
                    self.end("become_final")

    @rule(by=ANYBODY, signs=st.booleans())
    def verify(self, by: UUID, signs: bool) -> None:  # noqa: FBT001 - drawn by name
        if self.review.reported_by is None or not signs:
            found = (findings(), negatives(*self.hits), "Seen.", TERMS)
            self.asked("report_verification", by, *found, heard_on=self.today)
        self.asked("sign_verification", by, TERMS)

    @rule(one=ANYBODY, other=ANYBODY)
    def change_verifiers(self, one: UUID, other: UUID) -> None:
        self.asked("recuse_verifier", person("lead"), one, "interest", "Their neighbour.")
        self.asked("replace_verifier", person("lead"), one, named(other), TERMS)

    @rule(answers=st.booleans())
    def hear(self, answers: bool) -> None:  # noqa: FBT001 - drawn by name
        self.asked("offer_statement", person("lead"), TERMS)
        if answers:
            self.asked("make_statement", CASEWORKER, "Not so.", role="caseworker")

    @rule(panel=st.lists(ANYBODY, min_size=2, max_size=4, unique=True), usual=st.booleans())
    def open_deliberation(self, panel: list[UUID], usual: bool) -> None:  # noqa: FBT001 - drawn by name
        members = named(*(PANEL if usual else panel))
        self.asked("open_deliberation", person("lead"), members, TERMS, held_on=self.today)
        self.asked("record_minutes", person("lead"), "All were heard.")

    @rule(outcome=OF_OUTCOMES, together=st.booleans(), one=ANYBODY)
    def vote(self, outcome: str, together: bool, one: UUID) -> None:  # noqa: FBT001 - drawn by name
        for voter in PANEL if together else (one,):
            self.asked("vote", voter, outcome)
        self.asked("propose", person("lead"), outcome, TERMS)

    @rule(by=ANYBODY, outcome=OF_OUTCOMES, affirmed=st.sampled_from([6, 6, 5]))
    def determine(self, by: UUID, outcome: str, affirmed: int) -> None:
        conditions = tuple(CONDITIONS)[:affirmed]
        found = a_determination(self.review.proposed or outcome, conditions=conditions)
        if self.asked("determine", by, found, self.facts, TERMS):
            self.note_exemption(conditions)
            self.asked("notify", person("lead"), tuple(CONTENTS), TERMS)

    @rule(level=st.sampled_from([1, 2]), reviewer=ANYBODY, outcome=OF_OUTCOMES, upheld=st.booleans())
    def review_it(self, level: int, reviewer: UUID, outcome: str, upheld: bool) -> None:  # noqa: FBT001 - drawn by name
        before = self.review.outcome
        self.asked("request_review", CASEWORKER, level, "It is better.", TERMS, role="caseworker")
        self.asked("assign_reviewers", person("lead"), named(reviewer))
        result = ("upheld", before) if upheld and before else ("changed", outcome)
        conditions = tuple(CONDITIONS)
        given = (*result, "So it is.", self.facts, TERMS)
        if self.asked("decide_review", reviewer, *given, conditions=conditions):
            assert not is_worse(self.review.outcome, before)
            self.note_exemption(conditions)

    @rule(ends=st.sampled_from(["become_final", "suspend", "resume", "withdraw", "revoke"]))
    def end(self, ends: str) -> None:
        together = named(person("revising"))
        given = {
            "suspend": ("A case.",),
            "withdraw": ("Not mine.",),
            "revoke": ("Concealed.", together, TERMS),
        }
        more: dict[str, Any] = {"heard_on": self.today} if ends == "revoke" else {}
        by = CASEWORKER if ends == "withdraw" else person("lead")
        if ends != "withdraw" or self.today.day == 1:
            self.asked(ends, by, *given.get(ends, (TERMS,)), **more)

    def note_exemption(self, conditions: tuple[str, ...]) -> None:
        if self.review.outcome in TOLERATED:
            put_right = self.facts is not NOT_PUT_RIGHT and len(conditions) == len(CONDITIONS)
            self.corrected_when_exempted = self.corrected_when_exempted and put_right

    @invariant()
    def nobody_is_exempted_against_the_rules(self) -> None:
        review = self.review
        if review.outcome:
            assert review.offered_on is not None
            assert len(review.signed_by) >= TERMS.edition.verifiers
            assert len(review.votes) >= TERMS.edition.quorum
            assert not review.hits or review.outcome in IF_HIT
            assert all(not review.hits or vote.outcome in IF_HIT for vote in review.votes)
            assert not review.worst or not is_worse(review.outcome, review.worst)
        assert self.corrected_when_exempted

    @invariant()
    def nobody_has_two_parts_that_exclude_each_other(self) -> None:
        parts: dict[UUID, set[str]] = {}
        for done in self.review.done:
            parts.setdefault(done.by, set()).add(TAKEN_BY[done.topic][0])
        for had in parts.values():
            assert not {VERIFIED, VOTED} <= had
            for part in had & {VERIFIED, VOTED, "determined", "reviewed", "reviewed_again"}:
                assert not had & EXCLUDES[part] - {"recused"}

    @invariant()
    def what_is_on_record_leads_to_the_same_state(self) -> None:
        events: list[Event] = events_of(self.review)
        again = replay(ToleranceReview.blank(self.review.id), events)
        assert again is not None
        assert state_of(again) == state_of(self.review)


Life.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestLife = Life.TestCase

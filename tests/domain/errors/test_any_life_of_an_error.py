"""Whatever officials ask of an error, in any order: what must hold all the same."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.errors.actions import actions
from domain.errors.error_record import ErrorRecord
from domain.errors.state import Stage, State
from domain.kernel import Act, Event, replay
from domain.refusal import Refused
from domain.roles import CASEWORKER, INSPECTOR, MANAGER
from tests.builders import an_act
from tests.domain.errors.asked import ASKED, BEGIN, END, PEOPLE, WORDS, well_asked
from tests.error_builders import CATALOGUE, a_report, reported
from tests.history import events_of, state_of

Kinds = set[type[Event]]
LOOKED_INTO: Kinds = {
    ErrorRecord.SubstantiationBegun,
    ErrorRecord.Substantiated,
    ErrorRecord.Dismissed,
    ErrorRecord.Classified,
}
CORRECTED: Kinds = {
    ErrorRecord.CaseCorrected,
    ErrorRecord.DifferenceEntered,
    ErrorRecord.BackPaymentOrdered,
    ErrorRecord.RecoverabilityDecided,
    ErrorRecord.RecoveryDecided,
    ErrorRecord.EntryReversed,
}
CARRIED_OUT: Kinds = {ErrorRecord.PlanSubmitted, ErrorRecord.CorrectionCompleted}
NOTIFIED: Kinds = {ErrorRecord.NoticeIssued}
OBJECTED: Kinds = {ErrorRecord.NoticeObjectedTo}
ANSWERED: Kinds = {ErrorRecord.ObjectionDecided}
VERIFIED: Kinds = {ErrorRecord.CorrectionVerified, ErrorRecord.CorrectionRejected, ErrorRecord.FollowedUp}

APART = (
    (LOOKED_INTO, CORRECTED | CARRIED_OUT | VERIFIED),
    (CORRECTED | CARRIED_OUT | NOTIFIED, VERIFIED),
    (NOTIFIED | OBJECTED, ANSWERED),
)
"""What nobody did who did one of the others, in whatever order."""
NOT_BY_DECIDERS: Kinds = LOOKED_INTO | CORRECTED | VERIFIED | ANSWERED | {ErrorRecord.Closed}
BY_INSPECTORS: Kinds = {
    ErrorRecord.NoticeIssued,
    ErrorRecord.NoticeAcknowledged,
    ErrorRecord.NoticeEscalated,
    ErrorRecord.HandedUp,
    ErrorRecord.DifferenceFound,
    ErrorRecord.BackPaymentPaid,
    ErrorRecord.RecoveryReceived,
    ErrorRecord.Reopened,
}
"""What roles of the desks decide about, not duties; and the notice, which inspectors issue."""


class Life(RuleBasedStateMachine):
    """An error, the days that pass, and the officials who have a part in it."""

    def __init__(self) -> None:
        super().__init__()
        self.today = BEGIN

    @initialize(deciders=st.sampled_from([PEOPLE[:1], PEOPLE[:2], ()]), by=st.sampled_from(PEOPLE))
    def begin(self, deciders: tuple[UUID, ...], by: UUID) -> None:
        act = an_act(self.today.isoformat(), by=by)
        self.error = reported(a_report(deciders=deciders, from_month=date(2021, 4, 1)), act)

    @rule(days=st.integers(1, 60))
    def time_passes(self, days: int) -> None:
        self.today = min(self.today + timedelta(days), END)

    @rule(
        name=st.sampled_from(list(ASKED)),
        by=st.sampled_from(PEOPLE),
        role=st.sampled_from([CASEWORKER, MANAGER, INSPECTOR]),
        because=WORDS,
        data=st.data(),
    )
    def ask(self, name: str, by: UUID, role: str, because: str, data: st.DataObject) -> None:
        act = an_act(self.today.isoformat(), by=by, role=role, because=because)
        self.carry_out(name, data.draw(ASKED[name], label=name), act)

    @rule(steps=st.integers(1, 4), data=st.data())
    def go_on(self, steps: int, data: st.DataObject) -> None:
        """Do what somebody may do, as it should be done, so that lives become long."""
        for _ in range(steps):
            possible = [
                (action.name, act)
                for act in (an_act(self.today.isoformat(), by=by, role=MANAGER) for by in PEOPLE)
                for action in actions(self.error, act)
                if action.refusal is None and well_asked(action.name, self.error, self.today) is not None
            ]
            if possible:
                name, act = data.draw(st.sampled_from(possible))
                self.carry_out(name, well_asked(name, self.error, self.today) or {}, act)

    def carry_out(self, name: str, asked: dict[str, Any], act: Act) -> None:
        needs = {"catalogue": CATALOGUE} if name == "classify" else {}
        stands_against = {action.name: action.refusal for action in actions(self.error, act)}.get(name)
        before, pending = state_of(self.error), len(self.error.pending_events)
        try:
            getattr(self.error, name)(**needs, **asked, act=act)
        except Refused:
            assert state_of(self.error) == before
            assert len(self.error.pending_events) == pending
        else:
            assert stands_against is None
            assert len(self.error.pending_events) == pending + 1

    @invariant()
    def nothing_is_closed_with_an_open_correction(self) -> None:
        error = self.error
        if error.state is State.CLOSED:
            assert error.classification is not None
            assert error.stage in {None, Stage.VERIFIED}
            assert error.stage is Stage.VERIFIED or error.classification.direction in {"none", "unknown"}
            assert error.ledger.is_settled

    @invariant()
    def nobody_holds_two_parts_that_exclude_each_other(self) -> None:
        acts: dict[UUID, Kinds] = defaultdict(set)
        for event in events_of(self.error):
            acts[event.by].add(type(event))
        for by, kinds in acts.items():
            assert not any(kinds & one and kinds & other for one, other in APART)
            assert by not in self.error.deciders or not kinds & NOT_BY_DECIDERS

    @invariant()
    def inspectors_correct_nothing(self) -> None:
        kinds = {type(event) for event in events_of(self.error) if event.role == INSPECTOR}
        assert kinds <= BY_INSPECTORS

    @invariant()
    def a_correction_has_its_notice_and_nothing_else_has_one(self) -> None:
        error = self.error
        correcting = error.state is State.CORRECTING
        assert correcting == (error.stage is not None) or error.state is State.CLOSED
        assert (error.stage is None) == (error.notice is None)

    @invariant()
    def its_history_makes_the_same_error(self) -> None:
        replayed = replay(None, events_of(self.error))
        assert replayed is not None
        assert state_of(replayed) == state_of(self.error)


TestAnyLifeOfAnError = Life.TestCase
TestAnyLifeOfAnError.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)

"""What may be done with a case: its state, the order of its steps, and who decides."""

from domain.cases.payment_refusals import NotInPayment
from domain.cases.programmes import CHECKED, DECIDED, NOTICE, NOTICE_ENDED, STEPS, VISITED
from domain.cases.refusals import (
    NoticeRunning,
    NotOpen,
    NotTheDecider,
    ObjectionOpen,
    OwnOpinion,
    StepDoneAlready,
    StepMissing,
    StepNotInProgramme,
)
from domain.cases.state import STATES, CaseState, State
from domain.kernel import Act
from domain.refusal import Message
from domain.roles import ROLES

REPEATABLE = {CHECKED, VISITED}


class Procedure(CaseState):
    """The part of a case that knows what comes next."""

    def check_open(self) -> None:
        """Raises NotOpen."""
        if self.state is not State.OPEN:
            raise NotOpen(number=self.number, state=Message(STATES[self.state]))

    def check_state(self, *states: State) -> None:
        """Raises NotInPayment."""
        if self.state not in states:
            raise NotInPayment(number=self.number, state=Message(STATES[self.state]))

    def check_step(self, step: str) -> None:
        """Raises NotOpen, StepNotInProgramme, StepMissing, StepDoneAlready.

        In an emergency the means are checked and the household is visited after the decision, too.
        """
        to_be_made_good = self.emergency and self.state is State.PAID_ONCE and step in REPEATABLE
        if not to_be_made_good:
            self.check_open()
        if step not in self.steps:
            raise StepNotInProgramme(step=Message(STEPS[step]))
        for before in self.steps[step]:
            if self.done_on(before) is None:
                raise StepMissing(missing=Message(STEPS[before]), step=Message(STEPS[step]))
        done_on = self.done_on(step)
        if done_on is not None and (step not in REPEATABLE or self._is_built_on(step)):
            raise StepDoneAlready(step=Message(STEPS[step]), on=done_on)

    def check_notice_ended(self, act: Act) -> None:
        """Raises NoticeRunning."""
        if self.notice_until and act.on < self.notice_until and self.done_on(NOTICE):
            raise NoticeRunning(until=self.notice_until)

    def check_decider(self, act: Act) -> None:
        """Raises NotTheDecider, OwnOpinion.

        Duties are segregated by person, whatever their roles, by what the case's own history says.
        """
        deciders = self.programme.deciders(emergency=self.emergency)
        if act.role not in deciders:
            raise NotTheDecider(role=Message(ROLES[deciders[-1]]))
        if act.by in self.opinion_givers:
            raise OwnOpinion

    def check_confirmation(self, act: Act) -> None:
        """Raises NotOpen, NotTheDecider, OwnOpinion, NoticeRunning, ObjectionOpen, StepMissing."""
        self.check_open()
        self.check_decider(act)
        if self.done_on(NOTICE_ENDED) is None:
            self.check_notice_ended(act)
        if self.open_objections:
            raise ObjectionOpen(objection=self.open_objections[0])
        self.check_step(DECIDED)

    def check_refusal(self, act: Act) -> None:
        """Raises NotOpen, NotTheDecider, OwnOpinion. An application may be refused at any step."""
        self.check_open()
        self.check_decider(act)

    def _is_built_on(self, step: str) -> bool:
        return any(step in before and self.done_on(later) for later, before in self.steps.items())

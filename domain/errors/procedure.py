"""What may be done with an error: its state, and how far its correction has come."""

from domain.errors.correction_refusals import NotAtThisStage, ObjectionOpen
from domain.errors.duties import Duties
from domain.errors.refusals import NotNow
from domain.errors.state import STAGES, STATES, Notice, Stage, State
from domain.refusal import Message


class Procedure(Duties):
    """The part of an error that knows what comes next."""

    def check_state(self, *states: State) -> None:
        """Raises NotNow."""
        if self.state not in states:
            raise NotNow(number=self.number, state=Message(STATES[self.state]))

    def check_stage(self, *stages: Stage) -> Notice:
        """Return the notice in force. Raises NotNow, ObjectionOpen, NotAtThisStage."""
        if self.state is not State.CORRECTING or self.notice is None or self.stage is None:
            raise NotNow(number=self.number, state=Message(STATES[self.state]))
        if self.objection_open and Stage.OBJECTED_TO not in stages:
            raise ObjectionOpen(notice=self.notice.number)
        if self.stage not in stages:
            raise NotAtThisStage(number=self.number, stage=Message(STAGES[self.stage]))
        return self.notice

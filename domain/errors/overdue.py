"""What is not put right by the day it was due is handed up: the service notices, the managers see to it."""

from datetime import date

from domain.errors.correction_refusals import HandedUpAlready, NotOverdue
from domain.errors.notices import UNTIL_COMPLETED
from domain.errors.procedure import Procedure
from domain.kernel import Act, Event


class Overdue(Procedure):
    """The part of an error whose correction is late."""

    class HandedUp(Event):
        """What a notice asks for was not done by the day it was due, and was handed up to the managers."""

        TOPIC = "error.handed_up"

        notice: str
        due_on: date
        """The day that was missed: the notice's own, or a later one that was planned when it was overdue."""

        def apply(self, error: "Overdue") -> None:
            error.handed_up_for = self.due_on

    def hand_up(self, act: Act) -> None:
        """Hand the correction up, once for the notice and each day that it was to be done by.

        Raises NotNow, ObjectionOpen, NotAtThisStage, NotOverdue, HandedUpAlready.
        """
        notice = self.check_stage(*UNTIL_COMPLETED)
        due_on = max(notice.due_on, self.planned_for or notice.due_on)
        if act.on <= due_on:
            raise NotOverdue(notice=notice.number, due_on=due_on)
        if self.handed_up_for == due_on:
            raise HandedUpAlready(notice=notice.number, due_on=due_on)
        self.trigger(self.HandedUp, act, notice=notice.number, due_on=due_on)

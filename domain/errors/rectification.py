"""What was wrong is put right: from the correction notice to the follow-up."""

from datetime import date
from uuid import UUID

from domain.errors.duties import Duties
from domain.errors.state import Notice, Stage, State
from domain.kernel import Event, Personal

ITEMS = {
    "fact_correction": "Correct the fact",
    "redetermination": "Decide anew",
    "back_payment": "Pay what is owed to the family",
    "recovery": "Decide on recovery",
    "process_fix": "Change how the work is done",
    "training": "Train who does the work",
    "rule_change": "Propose to change the rule",
}
"""What a notice asks for; messages to translate."""


class Rectification(Duties):
    """The part of an error that is put right."""

    class NoticeIssued(Event):
        """A correction notice was issued: what is to be put right, by whom and by when."""

        TOPIC = "error.notice_issued"

        notice: str
        """Its running number."""
        items: tuple[str, ...]
        """Codes of ITEMS."""
        persons: tuple[UUID, ...]
        """Officials who are to see to it."""
        due_on: date

        def apply(self, error: "Rectification") -> None:
            error.notice = Notice(
                number=self.notice,
                items=self.items,
                persons=self.persons,
                issued_on=self.on,
                due_on=self.due_on,
            )
            error.state, error.stage, error.stage_before = State.CORRECTING, Stage.NOTIFIED, None
            error.has_objected, error.case_corrected = False, False
            error.planned_for, error.verified_on = None, None
            error.escalated_to, error.followed_up = (), ()
            error.remember(self)

    class NoticeAcknowledged(Event):
        """The notice was acknowledged by an official it names, or for them."""

        TOPIC = "error.notice_acknowledged"

        def apply(self, error: "Rectification") -> None:
            error.stage = Stage.ACKNOWLEDGED

    class NoticeObjectedTo(Event):
        """An official whom the notice names objected to it."""

        TOPIC = "error.notice_objected_to"

        text: Personal

        def apply(self, error: "Rectification") -> None:
            error.stage_before, error.stage = error.stage, Stage.OBJECTED_TO
            error.has_objected = True
            error.remember(self)

    class ObjectionDecided(Event):
        """The objection to the notice was decided on; if it was right, the notice is void."""

        TOPIC = "error.objection_decided"

        upheld: bool

        def apply(self, error: "Rectification") -> None:
            error.stage, error.stage_before = error.stage_before, None
            if self.upheld:
                error.state, error.stage, error.notice = State.CLASSIFIED, None, None
            error.remember(self)

    class PlanSubmitted(Event):
        """A plan for the correction was submitted."""

        TOPIC = "error.plan_submitted"

        plan: Personal
        done_by: date

        def apply(self, error: "Rectification") -> None:
            error.stage, error.planned_for = Stage.PLANNED, self.done_by
            error.remember(self)

    class CaseCorrected(Event):
        """The case was corrected, in the same act as the correction in its own history."""

        TOPIC = "error.case_corrected"

        case: UUID
        change: str
        """A code of CHANGES."""
        monthly_before: int
        """Fen, in the first month that is different."""
        monthly_amount: int

        def apply(self, error: "Rectification") -> None:
            error.case_corrected = True
            error.remember(self)

    class CorrectionCompleted(Event):
        """Everything that the notice asks for was reported as done."""

        TOPIC = "error.correction_completed"

        def apply(self, error: "Rectification") -> None:
            error.stage = Stage.COMPLETED
            error.remember(self)

    class CorrectionVerified(Event):
        """Another person found that what was wrong is put right."""

        TOPIC = "error.correction_verified"

        def apply(self, error: "Rectification") -> None:
            error.stage, error.verified_on = Stage.VERIFIED, self.on
            error.remember(self)

    class CorrectionRejected(Event):
        """Another person found that what was wrong is not put right yet."""

        TOPIC = "error.correction_rejected"

        def apply(self, error: "Rectification") -> None:
            error.stage = Stage.PLANNED
            error.remember(self)

    class NoticeEscalated(Event):
        """The notice was overdue and went to the unit above."""

        TOPIC = "error.notice_escalated"

        to_unit: str

        def apply(self, error: "Rectification") -> None:
            error.escalated_to = (*error.escalated_to, self.to_unit)

    class FollowedUp(Event):
        """Some time later somebody looked whether the correction holds."""

        TOPIC = "error.followed_up"

        after_days: int
        """Since the verification."""
        holds: bool

        def apply(self, error: "Rectification") -> None:
            error.followed_up = (*error.followed_up, self.after_days)
            error.remember(self)


CHANGES = {"correction": "A fact was corrected", "determination": "The amount was decided anew"}
"""How a case is corrected; messages to translate."""

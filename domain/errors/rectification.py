"""What was wrong is put right: from the plan to the follow-up."""

from datetime import date, timedelta
from uuid import UUID

from domain.errors.accountability_refusals import PlanAcceptedAlready, PlanNotYours
from domain.errors.checks import check_code, check_reason, check_words
from domain.errors.correction_refusals import (
    CaseNotCorrected,
    DueInThePast,
    FollowedUpAlready,
    NotVerified,
    PlanTooLate,
    TooEarly,
)
from domain.errors.deadlines import FOLLOW_UPS
from domain.errors.duties import CARRIED_OUT, CORRECTED, PLAN_ACCEPTED, VERIFIED
from domain.errors.notices import IN_THE_CASE, UNTIL_COMPLETED
from domain.errors.procedure import Procedure
from domain.errors.state import Notice, Stage
from domain.kernel import Act, Event, Personal
from domain.roles import MANAGER

CHANGES = {
    "correction": "A fact was corrected",
    "determination": "The amount was decided anew",
    "termination": "Assistance ended",
}
"""How a case is corrected; messages to translate."""


class Rectification(Procedure):
    """The part of an error that is put right."""

    class PlanSubmitted(Event):
        """A plan for the correction was submitted."""

        TOPIC = "error.plan_submitted"

        plan: Personal
        done_by: date

        def apply(self, error: "Rectification") -> None:
            error.stage, error.planned_for = Stage.PLANNED, self.done_by
            error.plan_accepted = False
            error.remember(self)

    class PlanAccepted(Event):
        """The plan for the correction was accepted by who asked for it."""

        TOPIC = "error.plan_accepted"

        def apply(self, error: "Rectification") -> None:
            error.plan_accepted = True
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

    class FollowedUp(Event):
        """Some time later somebody looked whether the correction holds."""

        TOPIC = "error.followed_up"

        after_days: int
        """Since the verification."""
        holds: bool

        def apply(self, error: "Rectification") -> None:
            error.followed_up = (*error.followed_up, self.after_days)
            error.remember(self)

    @property
    def next_follow_up(self) -> int | None:
        """Days after the verification from which it is to be looked at again; None if all is on record."""
        return next((days for days in FOLLOW_UPS if days not in self.followed_up), None)

    def submit_plan(self, plan: str, act: Act, *, done_by: date) -> None:
        """Say how and by when it is put right; again, until it is done. An overdue notice takes a later day.

        Raises what `check_plan` raises, WordsMissing, DueInThePast, PlanTooLate.
        """
        notice = self.check_plan(act)
        check_words(plan)
        if done_by < act.on:
            raise DueInThePast(due_on=done_by, on=act.on)
        if act.on <= notice.due_on < done_by:
            raise PlanTooLate(due_on=notice.due_on)
        self.trigger(self.PlanSubmitted, act, plan=plan, done_by=done_by)

    def accept_plan(self, act: Act) -> None:
        """Say that the plan will do. Raises what `check_acceptance` raises."""
        self.check_acceptance(act)
        self.trigger(self.PlanAccepted, act)

    def correct_case(
        self, case: UUID, change: str, act: Act, *, monthly_before: int, monthly_amount: int
    ) -> None:
        """Record that the case was corrected in the same act. Amounts: fen a month.

        Raises what `check_correction_of_case` raises, UnknownCode.
        """
        self.check_correction_of_case(act)
        check_code(change, CHANGES)
        self.trigger(
            self.CaseCorrected,
            act,
            case=case,
            change=change,
            monthly_before=monthly_before,
            monthly_amount=monthly_amount,
        )

    def complete_correction(self, act: Act) -> None:
        """Say that everything the notice asks for is done. Raises what `check_completion` raises."""
        self.check_completion(act)
        self.trigger(self.CorrectionCompleted, act)

    def verify_correction(self, act: Act) -> None:
        """Say, as another person, that it is put right. Raises what `check_verification` raises."""
        self.check_verification(act)
        self.trigger(self.CorrectionVerified, act)

    def reject_correction(self, act: Act) -> None:
        """Say, as another person, that it is not put right. Raises as `check_verification`, ReasonMissing."""
        self.check_verification(act)
        check_reason(act)
        self.trigger(self.CorrectionRejected, act)

    def follow_up(self, after_days: int, act: Act, *, holds: bool) -> None:
        """Say, some days of FOLLOW_UPS after the verification, whether the correction holds.

        Raises UnknownCode, FollowedUpAlready, NotVerified, TooEarly, NotForThisRole, HadAPart.
        """
        check_code(str(after_days), {str(days): str(days) for days in FOLLOW_UPS})
        if after_days in self.followed_up:
            raise FollowedUpAlready(days=after_days)
        self._check_follow_up(after_days, act)
        self.trigger(self.FollowedUp, act, after_days=after_days, holds=holds)

    def check_plan(self, act: Act) -> Notice:
        """Return the notice. Raises NotNow, ObjectionOpen, NotAtThisStage, NotForThisRole, HadAPart."""
        notice = self.check_stage(Stage.ACKNOWLEDGED, Stage.PLANNED)
        self.check_part(CARRIED_OUT, act)
        return notice

    def check_acceptance(self, act: Act) -> None:
        """Refuse who did not ask for the correction, managers excepted.

        Raises NotNow, ObjectionOpen, NotAtThisStage, PlanAcceptedAlready, NotForThisRole, HadAPart,
        PlanNotYours.
        """
        notice = self.check_stage(Stage.PLANNED)
        if self.plan_accepted:
            raise PlanAcceptedAlready(notice=notice.number)
        self.check_part(PLAN_ACCEPTED, act)
        if act.by != notice.issued_by and act.role != MANAGER:
            raise PlanNotYours(notice=notice.number)

    def check_correction_of_case(self, act: Act) -> None:
        """Raises NotNow, ObjectionOpen, NotAtThisStage, NotForThisRole, HadAPart."""
        self.check_stage(*UNTIL_COMPLETED)
        self.check_part(CORRECTED, act)

    def check_completion(self, act: Act) -> None:
        """Refuse what is not done in the case; a family that was not covered has none to correct.

        Raises NotNow, ObjectionOpen, NotAtThisStage, CaseNotCorrected, what `check_difference` raises,
        NotForThisRole, HadAPart.
        """
        notice = self.check_stage(Stage.PLANNED)
        self.check_part(CARRIED_OUT, act)
        if self.case and IN_THE_CASE.intersection(notice.items) and not self.case_corrected:
            raise CaseNotCorrected(notice=notice.number)
        self.check_difference()

    def check_verification(self, act: Act) -> None:
        """Raises NotNow, ObjectionOpen, NotAtThisStage, NotForThisRole, HadAPart."""
        self.check_stage(Stage.COMPLETED)
        self.check_part(VERIFIED, act)

    def check_next_follow_up(self, act: Act) -> None:
        """Raises FollowedUpAlready, NotVerified, TooEarly, NotForThisRole, HadAPart."""
        if self.next_follow_up is None:
            raise FollowedUpAlready(days=FOLLOW_UPS[-1])
        self._check_follow_up(self.next_follow_up, act)

    def _check_follow_up(self, after_days: int, act: Act) -> None:
        if self.verified_on is None:
            raise NotVerified(number=self.number)
        earliest = self.verified_on + timedelta(days=after_days)
        if act.on < earliest:
            raise TooEarly(days=after_days, earliest=earliest)
        self.check_part(VERIFIED, act)

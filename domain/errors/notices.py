"""The correction notice: what is to be put right, by whom and by when, and what they say to it."""

from datetime import date
from uuid import UUID

from domain.errors.checks import check_code, check_reason, check_words
from domain.errors.correction_refusals import (
    CannotSeeToIt,
    CaseToBeCorrected,
    DueInThePast,
    EscalatedAlready,
    NoItems,
    NoPersons,
    NotNamed,
    NotOverdue,
    ObjectedAlready,
)
from domain.errors.duties import ANSWERED, CARRIED_OUT, NOTIFIED, OBJECTED
from domain.errors.procedure import Procedure
from domain.errors.refusals import HadAPart
from domain.errors.state import Notice, Stage, State
from domain.kernel import Act, Event, Personal
from domain.roles import MANAGER

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

IN_THE_CASE = frozenset({"fact_correction", "redetermination"})
"""Items that are done when the case is corrected."""

OF_MONEY = frozenset({"back_payment", "recovery"})
"""Items that are about money."""

UNTIL_COMPLETED = (Stage.NOTIFIED, Stage.ACKNOWLEDGED, Stage.PLANNED)
"""Stages of a correction that is still to be carried out."""


class Notices(Procedure):
    """The part of an error that asks for its correction."""

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

        def apply(self, error: "Notices") -> None:
            error.notice = Notice(
                number=self.notice,
                items=self.items,
                persons=self.persons,
                issued_by=self.by,
                issued_on=self.on,
                due_on=self.due_on,
            )
            error.state, error.stage, error.stage_before = State.CORRECTING, Stage.NOTIFIED, None
            error.has_objected, error.planned_for, error.verified_on = False, None, None
            error.plan_accepted = False
            error.escalated_to, error.handed_up_for, error.followed_up = (), None, ()
            error.remember(self)

    class NoticeAcknowledged(Event):
        """The notice was acknowledged by an official it names, or for them."""

        TOPIC = "error.notice_acknowledged"

        def apply(self, error: "Notices") -> None:
            error.stage = Stage.ACKNOWLEDGED

    class NoticeObjectedTo(Event):
        """An official whom the notice names objected to it."""

        TOPIC = "error.notice_objected_to"

        text: Personal

        def apply(self, error: "Notices") -> None:
            error.stage_before, error.stage = error.stage, Stage.OBJECTED_TO
            error.has_objected = True
            error.remember(self)

    class ObjectionDecided(Event):
        """The objection to the notice was decided on; if it was right, the notice is void."""

        TOPIC = "error.objection_decided"

        upheld: bool

        def apply(self, error: "Notices") -> None:
            error.stage, error.stage_before = error.stage_before, None
            if self.upheld:
                error.state, error.stage, error.notice = State.CLASSIFIED, None, None
                error.plan_accepted = False
            error.remember(self)

    class NoticeEscalated(Event):
        """The notice was overdue and went to the unit above."""

        TOPIC = "error.notice_escalated"

        to_unit: str

        def apply(self, error: "Notices") -> None:
            error.escalated_to = (*error.escalated_to, self.to_unit)

    def issue_notice(
        self,
        notice: str,
        act: Act,
        *,
        items: tuple[str, ...],
        persons: tuple[UUID, ...],
        due_on: date,
    ) -> None:
        """Ask officials to put right what was wrong, by a day. `notice`: its running number.

        Raises NotNow, NotForThisRole, NoItems, UnknownCode, CaseToBeCorrected, NoPersons, DueInThePast.
        """
        self.check_notice(act)
        if not items:
            raise NoItems
        for item in items:
            check_code(item, ITEMS)
        if self.is_put_right_in_the_case and IN_THE_CASE.isdisjoint(items):
            raise CaseToBeCorrected(number=self.number)
        if not persons:
            raise NoPersons
        if due_on < act.on:
            raise DueInThePast(due_on=due_on, on=act.on)
        self.trigger(self.NoticeIssued, act, notice=notice, items=items, persons=persons, due_on=due_on)

    def check_named(self, person: UUID, login: str) -> None:
        """Refuse to name an official who may not carry the correction out. Raises CannotSeeToIt.

        A decision keeps nobody from that: who made the error sees to it, and another corrects the case.
        """
        try:
            self.check_duty(CARRIED_OUT, person)
        except HadAPart as refusal:
            cannot = CannotSeeToIt(login=login, **refusal.facts)
            raise cannot.resting_on(refusal.rests_on) from refusal

    def acknowledge(self, act: Act) -> None:
        """Acknowledge the notice. Raises what `check_acknowledgement` raises."""
        self.check_acknowledgement(act)
        self.trigger(self.NoticeAcknowledged, act)

    def object_to_notice(self, text: str, act: Act) -> None:
        """Object to the notice, once. Raises what `check_objection` raises, WordsMissing."""
        self.check_objection(act)
        check_words(text)
        self.trigger(self.NoticeObjectedTo, act, text=text)

    def decide_objection(self, act: Act, *, upheld: bool) -> None:
        """Decide on the objection; the grounds are told to who objected.

        Raises what `check_decision_on_objection` raises, ReasonMissing.
        """
        self.check_decision_on_objection(act)
        check_reason(act)
        self.trigger(self.ObjectionDecided, act, upheld=upheld)

    def escalate(self, to_unit: str, act: Act) -> None:
        """Take an overdue notice to the unit above.

        Raises what `check_escalation` raises, WordsMissing, EscalatedAlready.
        """
        notice = self.check_escalation(act)
        check_words(to_unit)
        if to_unit in self.escalated_to:
            raise EscalatedAlready(notice=notice.number, unit=to_unit)
        self.trigger(self.NoticeEscalated, act, to_unit=to_unit)

    def check_notice(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_state(State.CLASSIFIED)
        self.check_part(NOTIFIED, act)

    def check_acknowledgement(self, act: Act) -> None:
        """Refuse who is not named; a manager acknowledges for an official who cannot, unless they issued it.

        Raises NotNow, ObjectionOpen, NotAtThisStage, NotNamed.
        """
        notice = self.check_stage(Stage.NOTIFIED)
        if act.by not in notice.persons and (act.role != MANAGER or act.by == notice.issued_by):
            raise NotNamed(notice=notice.number)

    def check_objection(self, act: Act) -> None:
        """Raises what `check_stage` raises, NotNamed, ObjectedAlready, NotForThisRole, HadAPart."""
        notice = self.check_stage(*UNTIL_COMPLETED)
        if act.by not in notice.persons:
            raise NotNamed(notice=notice.number)
        if self.has_objected:
            raise ObjectedAlready(notice=notice.number)
        self.check_part(OBJECTED, act)

    def check_decision_on_objection(self, act: Act) -> None:
        """Raises NotNow, NotAtThisStage, NotForThisRole, HadAPart."""
        self.check_stage(Stage.OBJECTED_TO)
        self.check_part(ANSWERED, act)

    def check_escalation(self, act: Act) -> Notice:
        """Return the notice. Raises NotNow, ObjectionOpen, NotAtThisStage, NotOverdue."""
        notice = self.check_stage(*UNTIL_COMPLETED)
        if act.on <= notice.due_on:
            raise NotOverdue(notice=notice.number, due_on=notice.due_on)
        return notice

"""The public notice of an intended decision, and what the public says to it."""

from datetime import date, timedelta

from domain.cases.procedure import Procedure
from domain.cases.programmes import NOTICE, NOTICE_ENDED, OPINION, STEPS
from domain.cases.refusals import (
    NoticeTooShort,
    ObjectionNotOpen,
    StepMissing,
    StepNotInProgramme,
)
from domain.kernel import Act, Event, Personal
from domain.refusal import Message
from domain.standards.deadlines import policy_on

OBJECTION = "Objection raised"
"""Title of what is no step of a procedure, but may come between; a message to translate."""


class Notice(Procedure):
    """The part of a case that the public may object to."""

    class NoticePosted(Event):
        """The intended decision was posted for the public to object."""

        TOPIC = "case.notice_posted"

        until: date
        """The day on which the notice may be taken down."""

        def apply(self, case: "Notice") -> None:
            case.notice_until = self.until
            case.mark_done(NOTICE, self.on)

    class NoticeEnded(Event):
        """The public notice ended and was taken down."""

        TOPIC = "case.notice_ended"

        def apply(self, case: "Notice") -> None:
            case.mark_done(NOTICE_ENDED, self.on)

    class ObjectionRaised(Event):
        """Somebody objected to the intended decision."""

        TOPIC = "case.objection_raised"

        objection: int
        """Number of the objection within the case, from 1."""
        text: Personal

        def apply(self, case: "Notice") -> None:
            case.objections = self.objection
            case.open_objections = (*case.open_objections, self.objection)

    class ObjectionAnswered(Event):
        """An objection was looked into and answered; if it was right, opinion and notice are void."""

        TOPIC = "case.objection_answered"

        objection: int
        upheld: bool

        def apply(self, case: "Notice") -> None:
            case.open_objections = tuple(each for each in case.open_objections if each != self.objection)
            if self.upheld:
                case.mark_undone(OPINION, NOTICE, NOTICE_ENDED)

    def post_notice(self, act: Act, *, until: date | None = None) -> None:
        """Post the intended decision, for as long as the programme says or until a later day.

        Raises what `check_step` raises, NoticeTooShort.
        """
        self.check_step(NOTICE)
        days = self._days_of_notice(act.on)
        earliest = act.on + timedelta(days=days)
        if until is not None and until < earliest:
            raise NoticeTooShort(days=days, earliest=earliest)
        self.trigger(self.NoticePosted, act, until=until or earliest)

    def end_notice(self, act: Act) -> None:
        """Take the notice down. Raises what `check_step` raises, NoticeRunning."""
        self.check_end_of_notice(act)
        self.trigger(self.NoticeEnded, act)

    def raise_objection(self, text: str, act: Act) -> None:
        """Record an objection to what is or was posted.

        Raises NotOpen, StepNotInProgramme, StepMissing.
        """
        self.check_objection()
        self.trigger(self.ObjectionRaised, act, objection=self.objections + 1, text=text)

    def answer_objection(self, objection: int, act: Act, *, upheld: bool) -> None:
        """Answer an objection; the grounds are told to who raised it. Raises NotOpen, ObjectionNotOpen."""
        self.check_open()
        if objection not in self.open_objections:
            raise ObjectionNotOpen(objection=objection)
        self.trigger(self.ObjectionAnswered, act, objection=objection, upheld=upheld)

    def check_end_of_notice(self, act: Act) -> None:
        """Raises what `check_step` raises, NoticeRunning."""
        self.check_step(NOTICE_ENDED)
        self.check_notice_ended(act)

    def check_objection(self) -> None:
        """Raises NotOpen, StepNotInProgramme, StepMissing."""
        self.check_open()
        if NOTICE not in self.steps:
            raise StepNotInProgramme(step=Message(STEPS[NOTICE]))
        if not self.done_on(NOTICE):
            raise StepMissing(missing=Message(STEPS[NOTICE]), step=Message(OBJECTION))

    def check_answer(self) -> None:
        """Raises NotOpen, ObjectionNotOpen."""
        self.check_open()
        if not self.open_objections:
            raise ObjectionNotOpen(objection=self.objections)

    def _days_of_notice(self, on: date) -> int:
        policy = policy_on(self.programme.policies, on)
        limit = policy.limit(NOTICE_ENDED) if policy else None
        return limit.days if limit else 1

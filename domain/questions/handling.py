"""What is done with a question until it is answered: sorted, assigned, linked, answered, followed up."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from domain.kernel import Act, Event, Personal
from domain.questions.raising import ANSWERED, WAITING, About, Raising, about_in, check_topic
from domain.questions.refusals import (
    AnsweredAlready,
    AskedAgainBefore,
    AssignedAlready,
    LinkedAlready,
    NotAnswered,
    NotLater,
    NotTheirQuestion,
    SortedAlready,
)


class Handling(Raising):
    """The part of a question that knows who has it and what they did."""

    class Sorted(Event):
        """An official said what the question is about."""

        TOPIC = "question.sorted"

        before: str
        topic: str

        def apply(self, question: "Handling") -> None:
            question.topic, question.topic_is_proposed = self.topic, False

    class Assigned(Event):
        """The question was given to an official, or taken by one."""

        TOPIC = "question.assigned"

        before: UUID | None
        """Who had it."""
        assignee: UUID

        def apply(self, question: "Handling") -> None:
            question.assignee = self.assignee

    class Linked(Event):
        """It became known which person or case the question is about."""

        TOPIC = "question.linked"

        person: UUID | None
        household: UUID | None
        case: UUID | None
        case_number: str

        def apply(self, question: "Handling") -> None:
            question.about = about_in(self)

    class PersonCorrected(Event):
        """The question had been recorded for somebody else, because their entries had been taken for one."""

        TOPIC = "question.person_corrected"

        before: UUID
        after: UUID

        def apply(self, question: "Handling") -> None:
            question.about = replace(question.about, person=self.after)

    class PromisePostponed(Event):
        """The answer takes longer than was promised, and was promised by a later day."""

        TOPIC = "question.promise_postponed"

        promised_before: date | None
        promised_on: date

        def apply(self, question: "Handling") -> None:
            question.promised_on = self.promised_on

    class Answered(Event):
        """The question was answered."""

        TOPIC = "question.answered"

        answer: Personal
        look_again_on: date | None
        """Day on which somebody asks whether the answer helped; None if nobody will."""

        def apply(self, question: "Handling") -> None:
            question.state = ANSWERED
            question.assignee = question.assignee or self.by

    class FollowedUp(Event):
        """An official asked whether the answer had helped."""

        TOPIC = "question.followed_up"

        found: Personal
        look_again_on: date | None

    class Reopened(Event):
        """The answer did not help, and another was promised by a day."""

        TOPIC = "question.reopened"

        promised_on: date

        def apply(self, question: "Handling") -> None:
            question.state, question.promised_on = WAITING, self.promised_on

    class ApplicationOpened(Event):
        """An application was recorded because of the question."""

        TOPIC = "question.application_opened"

        case: UUID
        case_number: str

        def apply(self, question: "Handling") -> None:
            question.about = replace(question.about, case=self.case, case_number=self.case_number)

    class ErrorReported(Event):
        """An error was reported because of the question."""

        TOPIC = "question.error_reported"

        error: UUID
        error_number: str

    def sort(self, topic: str, act: Act) -> None:
        """Say what it is about, or confirm what its words propose. Raises UnknownTopic, SortedAlready."""
        check_topic(topic)
        if topic == self.topic and not self.topic_is_proposed:
            raise SortedAlready(number=self.number)
        self.trigger(self.Sorted, act, before=self.topic, topic=topic)

    def assign(self, assignee: UUID, act: Act) -> None:
        """Give it to an official. Raises AnsweredAlready, AssignedAlready."""
        self.check_waiting()
        if assignee == self.assignee:
            raise AssignedAlready(number=self.number)
        self.trigger(self.Assigned, act, before=self.assignee, assignee=assignee)

    def link(self, about: About, act: Act) -> None:
        """Say whom and what it is about. What is not said stays as it is. Raises LinkedAlready."""
        known = {name: value for name, value in vars(about).items() if value}
        linked = replace(self.about, **known)
        if linked == self.about:
            raise LinkedAlready(number=self.number)
        self.trigger(self.Linked, act, subject=linked.person or linked.household, **vars(linked))

    def correct_person(self, act: Act, *, before: UUID, after: UUID) -> None:
        """Say that the question is about the other person. Raises NotTheirQuestion."""
        if self.about.person != before:
            raise NotTheirQuestion(number=self.number)
        self.trigger(self.PersonCorrected, act, before=before, after=after)

    def postpone(self, promised_on: date, act: Act) -> None:
        """Promise the answer by a later day, on grounds. Raises AnsweredAlready, NotLater."""
        self.check_waiting()
        if self.promised_on is not None and promised_on <= self.promised_on:
            raise NotLater(promised_on=self.promised_on)
        self.trigger(self.PromisePostponed, act, promised_before=self.promised_on, promised_on=promised_on)

    def answer(self, answer: str, act: Act, *, look_again_on: date | None = None) -> None:
        """Answer it. Raises AnsweredAlready, AskedAgainBefore."""
        self.check_waiting()
        _check_again(look_again_on, act)
        self.trigger(self.Answered, act, answer=answer, look_again_on=look_again_on)

    def follow_up(self, found: str, act: Act, *, look_again_on: date | None = None) -> None:
        """Note whether the answer helped. Raises NotAnswered, AskedAgainBefore."""
        self.check_answered()
        _check_again(look_again_on, act)
        self.trigger(self.FollowedUp, act, found=found, look_again_on=look_again_on)

    def reopen(self, promised_on: date, act: Act) -> None:
        """Promise another answer. Raises NotAnswered."""
        self.check_answered()
        self.trigger(self.Reopened, act, promised_on=promised_on)

    def open_application(self, case: UUID, case_number: str, act: Act) -> None:
        """Note the case that was opened because of it."""
        self.trigger(self.ApplicationOpened, act, case=case, case_number=case_number)

    def report_error(self, error: UUID, error_number: str, act: Act) -> None:
        """Note the error that was reported because of it."""
        self.trigger(self.ErrorReported, act, error=error, error_number=error_number)

    def check_waiting(self) -> None:
        """Raises AnsweredAlready."""
        if self.state != WAITING:
            raise AnsweredAlready(number=self.number)

    def check_answered(self) -> None:
        """Raises NotAnswered."""
        if self.state != ANSWERED:
            raise NotAnswered(number=self.number)


def _check_again(look_again_on: date | None, act: Act) -> None:
    if look_again_on is not None and look_again_on < act.on:
        raise AskedAgainBefore

"""A question that was put to the office, from the day it came in until everyone may read the answer."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from domain.kernel import Act, Event
from domain.questions.handling import Handling
from domain.questions.refusals import NamesSomebody, NotPublished, NotReworded, PublishedAlready

LONG_NUMBER = re.compile(r"\d{7,}|\d(?:[\s-]?\d){9,}")
"""A telephone, an id card, an account; no day, no amount."""


@dataclass(frozen=True, kw_only=True)
class Wording:
    """A question and its answer in general words, for everyone. The second language may be left out."""

    question: str
    answer: str
    question_in_english: str = ""
    answer_in_english: str = ""


class Question(Handling):
    """A question, raised on a visit, by phone, at a window or on an open day.

    It waits until somebody answers it, and goes back to waiting when the answer did not help. Everyone
    may read it only in a wording of its own, which a person released.
    """

    TOPIC = "question"

    class Published(Event):
        """The question was released for everyone to read, in general words."""

        TOPIC = "question.published"

        question: str
        answer: str
        question_in_english: str
        answer_in_english: str

        def apply(self, question: "Question") -> None:
            question.is_published = True

    class PublicationWithdrawn(Event):
        """The question was taken back from what everyone may read."""

        TOPIC = "question.publication_withdrawn"

        def apply(self, question: "Question") -> None:
            question.is_published = False

    def publish(
        self, wording: Wording, act: Act, *, said: Collection[str], names: Collection[str] = ()
    ) -> None:
        """Release it for everyone.

        `said`: what was asked and answered; `names`: of whom it is about, opened by the caller.
        Raises NotAnswered, PublishedAlready, NotReworded, NamesSomebody.
        """
        self.check_answered()
        if self.is_published:
            raise PublishedAlready(number=self.number)
        texts = tuple(vars(wording).values())
        if not {_bare(text) for text in texts if text}.isdisjoint(map(_bare, said)):
            raise NotReworded
        if any(LONG_NUMBER.search(text) or any(name in text for name in names) for text in texts):
            raise NamesSomebody
        self.trigger(self.Published, act, **vars(wording))

    def withdraw_publication(self, act: Act) -> None:
        """Take it back. Raises NotPublished."""
        if not self.is_published:
            raise NotPublished(number=self.number)
        self.trigger(self.PublicationWithdrawn, act)


def _bare(text: str) -> str:
    """Return the letters of a text, by which two texts are the same whatever stands between."""
    return re.sub(r"[\W_]+", "", text).casefold()

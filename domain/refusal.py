"""What a rule says when it says no, and on which event that rests."""

from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar, Self
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Names an event of the record: by its history and its version in it, or by its position alone."""

    stream: UUID | None = None
    version: int = 0
    position: int = 0


class Message(str):
    """A fact of a refusal that is itself a message to translate, like the title of a step."""

    __slots__ = ()


class Refused(Exception):
    """A rule said no. Nothing was recorded.

    A subclass is one rule: its `CODE` is lasting, its `SENTENCE` tells the person
    what to do next. The sentence is a message to translate; `%(name)s` takes a fact.
    """

    CODE: ClassVar[str] = ""
    SENTENCE: ClassVar[str] = ""

    rests_on: Reference | None = None
    """The event that makes it so; None where it rests on what was sent, or on what never happened."""

    def __init__(self, **facts: object) -> None:
        """`facts` fill the sentence: amounts as `Fen`, days as dates, titles as `Message`, several as tuple.

        What is named in two languages of its own, as areas and programmes are, stands for itself.
        """
        self.facts = facts
        super().__init__(self.SENTENCE % {name: _plain(value) for name, value in facts.items()})

    def resting_on(self, event: Reference | None) -> Self:
        """Return the refusal with the event that makes it so."""
        self.rests_on = event
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        """Say how it is made again in another process."""
        return partial(type(self), **self.facts), (), {"rests_on": self.rests_on}


def _plain(fact: object) -> str:
    return ", ".join(map(str, fact)) if isinstance(fact, tuple) else str(fact)

"""Who had which part in a matter: a part in it keeps a person from others."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.kernel import Aggregate, Event
from domain.refusal import Reference


@dataclass(frozen=True, slots=True)
class Done:
    """An act in the history of a matter, for what it keeps a person from doing later."""

    topic: str
    by: UUID
    on: date
    event: Reference


class Remembering(Aggregate):
    """A matter that knows who did what in it."""

    done: tuple[Done, ...] = ()

    def remember(
        self,
        event: Event,
        by: UUID | None = None,
        topic: str = "",
        on: date | None = None,
        happened: Reference | None = None,
    ) -> None:
        """Assign that a person had a part in the matter; the act of the event unless another is named."""
        done = Done(topic or event.TOPIC, by or event.by, on or event.on, happened or event.itself)
        self.done = (*self.done, done)

"""The numbers that errors, their notices and their reviews are called or counted by: each is given once."""

from uuid import UUID

from domain.identities import number_id
from domain.kernel import Act, Aggregate, Event


class GivenNumber(Aggregate):
    """A number that was given. Its identity is made from it, so that the record refuses to give it twice."""

    TOPIC = "number"

    number: str = ""
    error: UUID | None = None

    class Taken(Event):
        """A number was given to an error, a correction notice, a review or a lesson; no other gets it."""

        TOPIC = "number.taken"

        number: str
        error: UUID
        """What it was given to; of a notice, what it is about."""

        def apply(self, number: "GivenNumber") -> None:
            number.number, number.error = self.number, self.error

    @classmethod
    def take(cls, number: str, act: Act, *, error: UUID) -> "GivenNumber":
        """Give the number. It is given once this is on record."""
        taken = cls.blank(number_id(number))
        taken.trigger(cls.Taken, act, number=number, error=error)
        return taken

"""An error is closed when nothing is left to put right, and opened again when something new is known."""

from domain.errors.duties import Duties
from domain.errors.state import State
from domain.kernel import Event, Personal


class Closing(Duties):
    """The part of an error that ends."""

    class Closed(Event):
        """The error was closed: nothing is left to put right."""

        TOPIC = "error.closed"

        def apply(self, error: "Closing") -> None:
            error.state = State.CLOSED
            error.remember(self)

    class Reopened(Event):
        """The error was opened again because something new is known."""

        TOPIC = "error.reopened"

        new_fact: Personal

        def apply(self, error: "Closing") -> None:
            error.state, error.stage, error.stage_before = State.REPORTED, None, None
            error.notice, error.dismissed_for = None, ""

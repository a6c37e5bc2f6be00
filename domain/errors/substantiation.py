"""Whether it is an error, and of what kind: looked into by a person who had no part in the decision."""

from datetime import date
from uuid import UUID

from domain.errors.duties import Duties
from domain.errors.state import Classification, MonthAmount, State
from domain.kernel import Event

DISMISSALS = {
    "no_error": "The decision was right",
    "not_proven": "It cannot be shown that it is an error",
    "changed_later": "It became different later, so it was right until then",
    "not_ours": "Another office is responsible",
    "duplicate": "Reported already under another number",
}
"""Why a report is dismissed; messages to translate."""


class Substantiation(Duties):
    """The part of an error that is looked into and classified."""

    class SubstantiationBegun(Event):
        """Somebody who had no part in the decision began to look into the error."""

        TOPIC = "error.substantiation_begun"

        def apply(self, error: "Substantiation") -> None:
            error.state = State.UNDER_SUBSTANTIATION
            error.remember(self)

    class Substantiated(Event):
        """The error was substantiated with evidence."""

        TOPIC = "error.substantiated"

        evidence: tuple[UUID, ...]
        """Documents."""

        def apply(self, error: "Substantiation") -> None:
            error.state, error.evidence = State.SUBSTANTIATED, (*error.evidence, *self.evidence)
            error.remember(self)

    class Dismissed(Event):
        """The report was dismissed, with its reason in writing."""

        TOPIC = "error.dismissed"

        reason: str

        def apply(self, error: "Substantiation") -> None:
            error.state, error.dismissed_for = State.DISMISSED, self.reason
            error.remember(self)

    class Classified(Event):
        """The error was classified by the catalogue in force."""

        TOPIC = "error.classified"

        element: str
        nature: str
        cause: str
        origin: str
        direction: str
        catalogue: str
        """Reference of the catalogue that the element is from."""
        from_month: date
        to_month: date | None
        """The last month in error; None while it goes on."""
        amounts: tuple[MonthAmount, ...]

        def apply(self, error: "Substantiation") -> None:
            error.classification = Classification(
                **{name: getattr(self, name) for name in Classification.__dataclass_fields__}
            )
            error.state, error.element = State.CLASSIFIED, self.element
            error.from_month, error.to_month = self.from_month, self.to_month
            error.remember(self)

"""Whether it is an error, and of what kind: looked into by a person who had no part in the decision."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from domain.errors.axes import CAUSES, DIRECTIONS, NATURES, ORIGINS, UNKNOWN
from domain.errors.catalogue import Element, ErrorCatalogue
from domain.errors.checks import check_amounts, check_code, check_period, check_reason
from domain.errors.duties import SUBSTANTIATED
from domain.errors.procedure import Procedure
from domain.errors.refusals import DirectionDoesNotFit, NoEvidence
from domain.errors.state import Classification, MonthAmount, State
from domain.kernel import Act, Event
from domain.periods import month_of
from domain.refusal import Message

DISMISSALS = {
    "no_error": "The decision was right",
    "not_proven": "It cannot be shown that it is an error",
    "changed_later": "It became different later, so it was right until then",
    "not_ours": "Another office is responsible",
    "duplicate": "Reported already under another number",
}
"""Why a report is dismissed; messages to translate."""


class Substantiation(Procedure):
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
        corrects_case: bool = False
        """Whether it is put right in the case, by that catalogue."""

        def apply(self, error: "Substantiation") -> None:
            error.classification = Classification(
                **{name: getattr(self, name) for name in Classification.__dataclass_fields__}
            )
            error.state, error.element = State.CLASSIFIED, self.element
            error.from_month, error.to_month = self.from_month, self.to_month
            error.remember(self)

    def begin_substantiation(self, act: Act) -> None:
        """Begin to look into the error. Raises NotNow, NotForThisRole, HadAPart."""
        self.check_substantiation(act, State.REPORTED)
        self.trigger(self.SubstantiationBegun, act)

    def substantiate(self, evidence: tuple[UUID, ...], act: Act) -> None:
        """Say that it is an error, by one document or more.

        Raises NotNow, NotForThisRole, HadAPart, NoEvidence.
        """
        self.check_substantiation(act, State.UNDER_SUBSTANTIATION)
        if not evidence:
            raise NoEvidence
        self.trigger(self.Substantiated, act, evidence=evidence)

    def dismiss(self, reason: str, act: Act) -> None:
        """Say that it is none, for a reason of DISMISSALS and in words that the reporter is told.

        Raises NotNow, NotForThisRole, HadAPart, ReasonMissing, UnknownCode.
        """
        self.check_substantiation(act, State.UNDER_SUBSTANTIATION)
        check_reason(act)
        check_code(reason, DISMISSALS)
        self.trigger(self.Dismissed, act, reason=reason)

    def classify(
        self, found: Classification, catalogue: ErrorCatalogue, act: Act, *, began: date | None = None
    ) -> None:
        """Classify the error on its axes, by the catalogue in force; again, until a notice is issued.

        `began`: the first day of the case, None without a case.

        Raises NotNow, NotForThisRole, HadAPart, UnknownCode, NoCatalogue, UnknownElement,
        DirectionDoesNotFit, EndsBeforeItBegins, BeforeCase, NotYetPast, AmountOutsidePeriod,
        AmountTwice, AmountAgainstDirection.
        """
        self.check_classification(act)
        edition = catalogue.on(act.on)
        element = edition.element(found.element)
        _check_axes(found, element)
        check_period(found.from_month, found.to_month, today=act.on, began=began)
        classified = replace(
            found,
            from_month=month_of(found.from_month),
            to_month=found.to_month and month_of(found.to_month),
            catalogue=edition.reference,
            corrects_case=element.corrects_case,
        )
        check_amounts(classified, today=act.on)
        facts = {name: getattr(classified, name) for name in Classification.__dataclass_fields__}
        self.trigger(self.Classified, act, **facts)

    def check_substantiation(self, act: Act, state: State) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_state(state)
        self.check_part(SUBSTANTIATED, act)

    def check_classification(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_state(State.SUBSTANTIATED, State.CLASSIFIED)
        self.check_part(SUBSTANTIATED, act)


def _check_axes(found: Classification, element: Element) -> None:
    """Raises UnknownCode, DirectionDoesNotFit. What cannot be told is a direction of every element."""
    for code, titles in (
        (found.nature, NATURES),
        (found.cause, CAUSES),
        (found.origin, ORIGINS),
        (found.direction, DIRECTIONS),
    ):
        check_code(code, titles)
    if found.direction not in {*element.directions, UNKNOWN}:
        raise DirectionDoesNotFit(
            element=element,
            direction=Message(DIRECTIONS[found.direction]),
            directions=tuple(Message(DIRECTIONS[each]) for each in (*element.directions, UNKNOWN)),
        )

"""The office's catalogue of errors: approved, published, and in force from a day on."""

from dataclasses import dataclass
from datetime import date

from domain.errors.axes import BOTH, DIRECTIONS, NONE, OVER, UNDER, UNKNOWN
from domain.errors.checks import check_approval, check_code
from domain.errors.recovery_rules import RecoveryRules
from domain.errors.refusals import (
    ElementTwice,
    NoCatalogue,
    NoElements,
    UnknownElement,
)
from domain.kernel import Act, Event

EITHER = (OVER, UNDER, BOTH)
ANY = (*EITHER, NONE)


@dataclass(frozen=True)
class Element:
    """What can be in error."""

    code: str
    title: str
    """A message to translate."""
    directions: tuple[str, ...]
    """What it can do to the money, codes of DIRECTIONS."""
    remedy: str
    """How it is put right; a message to translate."""
    title_zh: str = ""
    """Title and remedy in Chinese, where an office words an element itself."""
    remedy_zh: str = ""
    corrects_case: bool = False
    """Whether a notice has to ask for a correction of the case, where there is one."""

    def __str__(self) -> str:
        """Return its title."""
        return self.title


FIRST = (
    Element("E01", "Income assessed wrongly", EITHER, "Correct the fact, determine all months again"),
    Element("E02", "Property not taken into account", (OVER,), "Determine again, stop payment"),
    Element("E03", "Member of the household missed", EITHER, "Add the member from the day it is true"),
    Element("E04", "Payment not stopped after a death", (OVER,), "Stop from the month after, recover"),
    Element(
        "E05",
        "Payment not stopped after imprisonment or moving away",
        (OVER,),
        "Stop from the month after, recover",
    ),
    Element("E06", "Wrong standard applied", EITHER, "Determine again by the right standard"),
    Element("E07", "Reckoned or rounded wrongly", EITHER, "Determine again"),
    Element("E08", "Uplift for a category wrong or missing", EITHER, "Determine again with the right uplift"),
    Element("E09", "Assistance received twice", (OVER,), "Choose the programme, offset the other"),
    Element("E10", "Entitled family not covered", (UNDER,), "Accept the application, pay back"),
    Element("E11", "Family covered without entitlement", (OVER,), "Stop payment, recover"),
    Element("E12", "Favouritism", (OVER,), "Refer to the organ that decides accountability"),
    Element("E13", "Step of the procedure missing", ANY, "Do the step again"),
    Element("E14", "Time limit or periodic review missed", ANY, "Do it now, and say why it was late"),
    Element("E15", "Paid wrongly: account, amount or month", EITHER, "Pay again"),
    Element("E16", "Entered wrongly, or a mistaken identity", ANY, "Correct the fact"),
    Element("E17", "Document missing", (UNKNOWN,), "Obtain it, or say in writing why not"),
    Element("E18", "Family not told, or told wrongly", (NONE,), "Serve the notice again"),
    Element("E19", "More made public than allowed", (NONE,), "Withdraw what was made public"),
    Element("E20", "Fault of the system or of a parameter", EITHER, "Correct all cases at once"),
)
"""The first catalogue, E01 to E20, for an office to approve and publish."""


@dataclass(frozen=True, kw_only=True)
class Edition:
    """A catalogue as it was approved."""

    reference: str
    """Of the decision that set it."""
    approved_on: date
    effective_from: date
    elements: tuple[Element, ...]

    def element(self, code: str) -> Element:
        """Return the element with this code. Raises UnknownElement."""
        for element in self.elements:
            if element.code == code:
                return element
        raise UnknownElement(element=code, elements=tuple(each.code for each in self.elements))


class ErrorCatalogue(RecoveryRules):
    """Every catalogue of errors and recovery policy that the office published, in one history an office."""

    TOPIC = "error_catalogue"

    published: tuple[Edition, ...] = ()
    """In the order of the days they are in force from."""

    class Published(Event):
        """A catalogue of errors was published, to be in force from a day on."""

        TOPIC = "error_catalogue.published"

        reference: str
        approved_on: date
        effective_from: date
        elements: tuple[Element, ...]

        def apply(self, catalogue: "ErrorCatalogue") -> None:
            edition = Edition(**{name: getattr(self, name) for name in Edition.__dataclass_fields__})
            catalogue.published = tuple(
                sorted((*catalogue.published, edition), key=lambda each: each.effective_from)
            )

    def publish(self, edition: Edition, act: Act) -> None:
        """Publish a catalogue.

        Raises NoElements, ElementTwice, UnknownCode, InForceBeforeApproval, CatalogueTaken.
        """
        _check_elements(edition.elements)
        others = [(other.reference, other.effective_from) for other in self.published]
        check_approval(edition.reference, edition.approved_on, edition.effective_from, others)
        self.trigger(self.Published, act, valid_from=edition.effective_from, **vars(edition))

    def on(self, day: date) -> Edition:
        """Return the catalogue in force on the day. Raises NoCatalogue."""
        for edition in reversed(self.published):
            if edition.effective_from <= day:
                return edition
        raise NoCatalogue(on=day)

    def element(self, code: str, day: date) -> Element:
        """Return the element in the catalogue in force on the day. Raises NoCatalogue, UnknownElement."""
        return self.on(day).element(code)


def _check_elements(elements: tuple[Element, ...]) -> None:
    """Raises NoElements, ElementTwice, UnknownCode."""
    if not elements:
        raise NoElements
    codes = [element.code for element in elements]
    for code in codes:
        if codes.count(code) > 1:
            raise ElementTwice(element=code)
    for direction in {each for element in elements for each in element.directions}:
        check_code(direction, DIRECTIONS)

import pytest

from domain.errors.axes import DIRECTIONS
from domain.errors.catalogue import FIRST, Edition, Element, ErrorCatalogue
from domain.errors.refusals import (
    CatalogueTaken,
    ElementTwice,
    InForceBeforeApproval,
    NoCatalogue,
    NoElements,
    UnknownCode,
    UnknownElement,
)
from domain.refusal import Refused
from tests.builders import a_managers_act, day
from tests.error_builders import CATALOGUE, a_catalogue, an_edition
from tests.history import given, recorded, refused

NEXT = an_edition(
    reference="fictional catalogue 2022",
    approved_on=day("2021-12-20"),
    effective_from=day("2022-01-01"),
    elements=(Element("E01", "Income assessed wrongly", ("over",), "Determine again"),),
)


def test_the_first_catalogue_has_twenty_elements_that_say_what_they_do_to_the_money() -> None:
    assert [element.code for element in FIRST] == [f"E{number:02}" for number in range(1, 21)]
    assert all(element.directions and set(element.directions) <= set(DIRECTIONS) for element in FIRST)
    assert all(element.title and element.remedy for element in FIRST)


def test_what_is_published_is_what_was_approved() -> None:
    catalogue = given(CATALOGUE)

    catalogue.publish(NEXT, a_managers_act("2021-12-20"))

    assert recorded(catalogue) == [ErrorCatalogue.Published]
    assert catalogue.published == (an_edition(), NEXT)


def test_the_catalogue_of_the_day_applies() -> None:
    catalogue = a_catalogue(NEXT, an_edition())

    assert catalogue.on(day("2021-12-31")).reference == "fictional catalogue 2021"
    assert catalogue.on(day("2022-01-01")) == NEXT
    assert catalogue.element("E20", day("2021-12-31")).title == "Fault of the system or of a parameter"
    with pytest.raises(UnknownElement, match=r"no element E20\. Choose one of: E01"):
        catalogue.element("E20", day("2022-01-01"))


def test_before_the_first_catalogue_nothing_is_in_error() -> None:
    with pytest.raises(NoCatalogue, match=r"in force on 2020-12-31\. Publish one first"):
        CATALOGUE.on(day("2020-12-31"))


@pytest.mark.parametrize(
    ("edition", "refusal", "sentence"),
    [
        (an_edition(reference="empty", elements=()), NoElements, "names at least one"),
        (
            an_edition(reference="early", effective_from=day("2020-12-19")),
            InForceBeforeApproval,
            "approved on 2020-12-20, in force from 2020-12-19",
        ),
        (
            an_edition(effective_from=day("2022-01-01")),
            CatalogueTaken,
            "fictional catalogue 2021 is published",
        ),
        (an_edition(reference="other"), CatalogueTaken, "in force from 2021-01-01"),
        (an_edition(reference="twice", elements=(*FIRST, FIRST[2])), ElementTwice, "has element E03 twice"),
        (
            an_edition(reference="odd", elements=(Element("E01", "Odd", ("sideways",), "None"),)),
            UnknownCode,
            "no entry sideways",
        ),
    ],
)
def test_what_could_not_be_applied_is_not_published(
    edition: Edition, refusal: type[Refused], sentence: str
) -> None:
    catalogue = given(CATALOGUE)

    with refused(catalogue, refusal, sentence):
        catalogue.publish(edition, a_managers_act("2020-12-20"))

"""An office publishes a catalogue of its own, and errors are reported and classified by it."""

from typing import Any

import pytest

from audit_service.desks.errors import elements
from audit_service.desks.errors.elements import ELEMENTS
from audit_service.desks.errors.names import element_name
from audit_service.store.errors import StoreUnavailable
from audit_service.store.record import Record
from audit_service.web.translation import read_in
from tests.audit_service.desks.errors.reader import page
from tests.journeys.error_story import ErrorStory, brought, classification, notice, reported


def own(**more: Any) -> dict[str, Any]:
    return {
        "code": "E31",
        "title_zh": "采暖补贴核定有误",
        "title": "Heating allowance assessed wrongly",
        "directions": ["under", "over"],
        "remedy_zh": "重新核定",
        "remedy": "Determine again",
        "corrects_case": True,
        **more,
    }


def an_edition(*of: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "reference": "fictional catalogue, second edition",
        "approved_on": "2021-09-10",
        "effective_from": "2021-09-20",
        "elements": list(of or (own(),)),
        **more,
    }


@pytest.fixture
def told(told: ErrorStory, monkeypatch: pytest.MonkeyPatch) -> ErrorStory:
    """The same story, told to who looks the catalogue up each time."""
    monkeypatch.setattr(elements, "OLD", 0.0)
    return told


def test_errors_are_reported_and_classified_by_what_the_office_published(told: ErrorStory) -> None:
    told.done("li", "/error-catalogue", **an_edition())

    number = reported(told, element="E31")
    at = f"/errors/{number}"
    brought(told, "substantiated", number)
    told.done("sun", f"{at}/classification", **classification(element="E31"))

    assert told.reads("wu", at)["classification"]["catalogue"] == "fictional catalogue, second edition"
    assert "E31 Heating allowance assessed wrongly" in page(told, "wu", at)
    with read_in("zh"):
        assert element_name("E31") == "E31 采暖补贴核定有误"


def test_what_is_put_right_in_the_case_is_asked_for_so(told: ErrorStory) -> None:
    told.done("li", "/error-catalogue", **an_edition())
    number = reported(told, element="E31")
    brought(told, "substantiated", number)
    told.done("sun", f"/errors/{number}/classification", **classification(element="E31"))

    code = told.refused("qian", f"/errors/{number}/notice", **notice(items=["training", "back_payment"]))
    told.done("qian", f"/errors/{number}/notice", **notice())

    assert code == "error.case_to_be_corrected"


def test_what_the_edition_in_force_does_not_have_is_refused(told: ErrorStory) -> None:
    number = brought(told, "substantiated")
    told.done("li", "/error-catalogue", **an_edition())

    at = f"/errors/{number}/classification"
    unknown = told.refused("sun", at, **classification(element="E01"))
    against = told.refused("sun", at, **classification(element="E31", direction="both"))

    assert (unknown, against) == ("error.unknown_element", "error.direction_does_not_fit")


def test_an_edition_is_in_force_from_its_day(told: ErrorStory) -> None:
    told.done("li", "/error-catalogue", **an_edition(effective_from="2021-09-21"))

    assert told.refused("chen", "/errors", **report(element="E31", told=told)) == ("error.unknown_element")
    told.story.on("2021-09-21")
    assert reported(told, element="E31")


def report(*, told: ErrorStory, element: str) -> dict[str, Any]:
    return {
        "case_number": told.case,
        "element": element,
        "from_month": "2021-05-01",
        "channel": "complaint",
        "text": "采暖补贴核定有误",
    }


@pytest.mark.parametrize(
    ("edition", "rule"),
    [
        (an_edition(own(), own(title="The same again")), "error_catalogue.element_twice"),
        (an_edition(effective_from="2021-09-09"), "error_catalogue.in_force_before_approval"),
        (an_edition(reference="fictional catalogue"), "error_catalogue.taken"),
    ],
)
def test_what_could_not_be_applied_is_refused(told: ErrorStory, edition: dict[str, Any], rule: str) -> None:
    assert told.refused("li", "/error-catalogue", **edition) == rule


@pytest.mark.parametrize(
    "wrong", [{"code": "31"}, {"directions": []}, {"directions": ["sideways"]}, {"title_zh": ""}]
)
def test_an_element_that_is_not_one_is_malformed(told: ErrorStory, wrong: dict[str, Any]) -> None:
    last = told.story.office.record.last_position()

    answer = told.asks("li", "/error-catalogue", **an_edition(own(**wrong)))

    assert answer["status"] == 422
    assert told.story.office.record.last_position() == last


def test_the_catalogues_are_read(told: ErrorStory) -> None:
    told.done("li", "/error-catalogue", **an_edition())

    second, first = told.reads("chen", "/errors/catalogue")

    assert (second["reference"], first["reference"]) == (
        "fictional catalogue, second edition",
        "fictional catalogue",
    )
    assert second["elements"] == [own()]
    assert len(first["elements"]) == 20
    shown = page(told, "chen", "/errors/catalogue")
    assert "Heating allowance assessed wrongly" in shown
    assert "shipped with the service as samples" in shown
    assert "Publish the catalogue of errors" in page(told, "li", "/errors/catalogue")


def test_names_stay_as_last_read_while_the_store_is_unreachable(
    told: ErrorStory, monkeypatch: pytest.MonkeyPatch
) -> None:
    told.done("li", "/error-catalogue", **an_edition())
    assert "E31" in ELEMENTS.known()

    def fail(*_about: object) -> None:
        raise StoreUnavailable

    monkeypatch.setattr(Record, "find", fail)

    assert "E31" in ELEMENTS.known()

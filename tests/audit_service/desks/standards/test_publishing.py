"""A standard is published, once, by a manager of all its areas, and stands in the catalogue."""

from typing import Any

import pytest

from tests.builders import ZHONGSHAN
from tests.journeys.story import Clerk, Story, in_english
from tests.office import an_official

XIGANG = "210203"


def a_standard(**more: Any) -> dict[str, Any]:
    return {
        "reference": "fictional 2021-1",
        "programme": "dibao",
        "kind": "urban",
        "areas": [ZHONGSHAN, XIGANG],
        "monthly_amount": 78000,
        "approved_on": "2021-05-20",
        "published_on": "2021-06-01",
        "effective_from": "2021-07-01",
        **more,
    }


def catalogue(story: Story) -> list[Any]:
    story.settled()
    found: Any = story.caseworker.reads("/standards")
    return [(each["reference"], each["planned"]) for each in found]


def test_a_standard_is_planned_until_it_is_in_force(story: Story) -> None:
    story.on("2021-06-02")
    assert story.manager.asks("/standards", **a_standard())["status"] == 201

    planned = catalogue(story)
    story.on("2021-07-01")

    assert planned == [("fictional 2021-1", True)]
    assert catalogue(story) == [("fictional 2021-1", False)]


@pytest.mark.parametrize(
    ("second", "code"),
    [
        ({}, "standards.reference_taken"),
        ({"reference": "fictional 2021-2"}, "standards.same_day"),
        ({"reference": "fictional 2021-2", "kind": "any"}, "standards.same_day"),
        (
            {"reference": "fictional 2021-2", "effective_from": "2021-05-31"},
            "standards.effective_before_approval",
        ),
    ],
)
def test_what_cannot_stand_beside_the_others_is_refused(
    story: Story, second: dict[str, Any], code: str
) -> None:
    story.manager.asks("/standards", **a_standard())
    last = story.office.record.last_position()

    answer = story.manager.asks("/standards", **a_standard(**second))

    assert (answer["status"], answer["code"]) == (409, code)
    assert story.office.record.last_position() == last
    assert story.office.record.attempts()[0].code == code


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"areas": ["nowhere", XIGANG]}, "body.areas.0"),
        ({"areas": []}, "body.areas"),
        ({"kind": "suburban"}, "body.kind"),
        ({"monthly_amount": "much"}, "body.monthly_amount"),
        ({"effective_from": "soon"}, "body.effective_from"),
    ],
)
def test_what_is_malformed_is_told_where(story: Story, wrong: dict[str, Any], where: str) -> None:
    last = story.office.record.last_position()

    answer = story.manager.asks("/standards", **a_standard(**wrong))

    assert answer["status"] == 422
    assert [fault["where"] for fault in answer["faults"]] == [where]
    assert story.office.record.last_position() == last


def test_a_manager_publishes_for_their_own_areas_only(story: Story) -> None:
    sun = an_official(story.office, "sun", manager=(XIGANG,))
    clerk = Clerk(story.manager.client, story.office.identities.tokens.make(sun.official))

    refused = clerk.asks("/standards", **a_standard())
    taken = clerk.asks("/standards", **a_standard(areas=[XIGANG]))

    assert (refused["status"], refused["code"]) == (403, "identity.not_your_area")
    assert taken["status"] == 201


def test_a_caseworker_publishes_nothing(story: Story) -> None:
    answer = story.caseworker.asks("/standards", **a_standard())

    assert (answer["status"], answer["code"]) == (403, "identity.not_your_role")
    assert catalogue(story) == []


def test_a_standard_that_was_never_published_has_no_outlook(story: Story) -> None:
    assert story.manager.reads("/standards/fictional 1999/outlook")["code"] == "standards.not_published"
    assert story.manager.asks("/standards/fictional 1999/adjustments", area=XIGANG)["status"] == 409


def test_the_pages_tell_what_was_published(story: Story) -> None:
    story.manager.asks("/standards", **a_standard())
    story.settled()
    browser = in_english(story, an_official(story.office, "chen", inspector=("*",)))

    assert "780.00" in browser.get("/standards").text
    assert "In force from" in browser.get("/standards/fictional%202021-1").text
    assert browser.get("/standards/fictional%201999").status_code == 409

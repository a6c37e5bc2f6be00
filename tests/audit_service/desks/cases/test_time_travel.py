"""What was believed at a moment about a day: the same as page, as JSON and on the command line."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from audit_service.web.wording import money
from tests.journeys.story import Story, corrected, in_english, raised
from tests.office import an_official

BEFORE_JULY, SINCE_JULY = 2 * 75000 - 90000, 2 * 78000 - 90000
"""What was determined before anybody knew of the mistake."""
RIGHT_BEFORE_JULY, RIGHT_SINCE_JULY = 2 * 75000 - 60000, 2 * 78000 - 60000
JUNE, AUGUST = "2021-06-30", "2021-08-01"


def test_three_ways_of_asking_give_one_answer(story: Story, answered: Callable[..., Any]) -> None:
    number = raised(story)
    then = corrected(story, number)
    browser = in_english(story, an_official(story.office, "chen", inspector=("*",)))
    found = {}

    for valid_on in (JUNE, AUGUST):
        for known_at in (then, None):
            query = {"valid_on": valid_on} | ({"known_at": known_at} if known_at else {})
            options = [
                part for name, value in query.items() for part in (f"--{name.replace('_', '-')}", value)
            ]
            told = story.caseworker.reads(f"/cases/{number}", **query)
            page = browser.get(f"/cases/{number}", params=query)

            assert answered("case", number, *options) == told
            assert shown(page.text, "Amount due in the month") == money(told["monthly_amount"])
            assert shown(page.text, "Monthly income of the household") == money(
                told["facts"]["monthly_income"]
            )
            found[valid_on, known_at is None] = told["monthly_amount"]

    assert found == {
        (JUNE, False): BEFORE_JULY,
        (AUGUST, False): SINCE_JULY,
        (JUNE, True): RIGHT_BEFORE_JULY,
        (AUGUST, True): RIGHT_SINCE_JULY,
    }


def shown(page: str, name: str) -> str:
    """What the summary of a page says under the name."""
    found = re.search(rf"<dt[^>]*>\s*{name}\s*</dt>\s*<dd[^>]*>\s*(.*?)\s*</dd>", page, re.DOTALL)
    assert found, name
    return found[1]


def test_what_happened_later_is_not_in_the_history_known_before(
    story: Story, answered: Callable[..., Any]
) -> None:
    number = raised(story)
    then = corrected(story, number)

    now = story.caseworker.reads(f"/cases/{number}/history")
    believed = story.caseworker.reads(f"/cases/{number}/history", known_at=then)

    assert [event["position"] for event in believed["events"]] == [
        event["position"] for event in now["events"] if event["recorded_at"] <= then
    ]
    assert len(believed["events"]) < len(now["events"])
    said = answered("history", number, "--known-at", then)
    assert [event["position"] for event in said["events"]] == [
        event["position"] for event in believed["events"]
    ]


def test_looking_back_goes_with_the_reader_from_tab_to_tab(story: Story) -> None:
    number = raised(story)
    then = corrected(story, number)
    browser = in_english(story, an_official(story.office, "chen", inspector=("*",)))

    first = browser.get(f"/cases/{number}", params={"valid_on": AUGUST, "known_at": then}).text
    (other,) = re.findall(r'href="(/cases/[^"]+/entitlement[^"]*)"', first)
    second = browser.get(other.replace("&amp;", "&")).text

    assert shown(second, "Amount due in the month") == money(SINCE_JULY)
    assert "What was paid is what was due." in second
    assert "You are looking back" in first
    assert "You are looking back" in second


def test_a_moment_without_an_offset_is_by_the_offices_clock(story: Story) -> None:
    number = raised(story)
    browser = in_english(story, an_official(story.office, "chen", inspector=("*",)))

    page = browser.get(f"/cases/{number}", params={"valid_on": "", "known_at": "2999-01-01T08:00"})

    assert page.status_code == 200
    assert 'value="2999-01-01T08:00:00.000"' in page.text
    assert browser.get(f"/cases/{number}", params={"known_at": "1999-01-01T08:00"}).status_code == 404


@pytest.mark.parametrize("tab", ["", "/entitlement"])
@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"valid_on": "foo"}, "valid_on: This must be a day, like 2021-07-01."),
        ({"valid_on": "2021-02-30"}, "valid_on: This must be a day, like 2021-07-01."),
        (
            {"known_at": "foo"},
            "known_at: This must be a moment with its offset from UTC, like 2021-09-20T10:00:00+08:00.",
        ),
    ],
)
def test_a_malformed_day_or_moment_is_told_in_one_sentence(
    story: Story, tab: str, query: dict[str, str], sentence: str
) -> None:
    number = raised(story)
    browser = in_english(story, an_official(story.office, "chen", inspector=("*",)))

    page = browser.get(f"/cases/{number}{tab}", params=query)

    assert page.status_code == 422
    assert sentence in page.text
    assert (
        story.caseworker.reads(f"/cases/{number}", **query)["faults"][0]["where"]
        == f"query.{next(iter(query))}"
    )


@pytest.mark.parametrize("query", [{"valid_on": "9999-12-31"}, {"known_at": "9999-12-31T23:59:59Z"}])
def test_no_day_of_the_calendar_is_too_far_to_be_asked_about(story: Story, query: dict[str, str]) -> None:
    number = raised(story)
    browser = in_english(story, an_official(story.office, "chen", inspector=("*",)))

    assert browser.get(f"/cases/{number}", params=query).status_code in {200, 422}
    assert browser.get(f"/cases/{number}/entitlement", params=query).status_code in {200, 422}
    assert story.caseworker.reads(f"/cases/{number}", **query).get("status") != 500

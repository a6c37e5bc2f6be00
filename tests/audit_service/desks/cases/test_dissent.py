"""What is held against a decision stays on record and is shown to whoever judges it."""

from typing import Any

import pytest

from domain.cases.case import Case
from domain.identities import case_id
from domain.kernel import Event
from tests.journeys.story import Clerk, Story, applied, confirmed, in_english, published
from tests.office import an_official

OPINION, ORDER, AGAINST = (
    "虚构的保留意见：家中有商铺。",
    "虚构的要求：今日办结。",
    "虚构的反对意见：核对未回。",
)


@pytest.fixture
def number(story: Story) -> str:
    """A case that was decided."""
    published(story)
    number = confirmed(story)
    story.settled()
    return number


def history(clerk: Clerk, number: str, path: str = "/history", **query: int) -> list[dict[str, Any]]:
    """What happened, in English, the latest first."""
    headers = {"Authorization": f"Bearer {clerk.token}", "Accept-Language": "en"}
    answer = clerk.client.get(f"/api/v1/cases/{number}{path}", params=query, headers=headers)
    events: list[dict[str, Any]] = answer.json()["events"]
    return events


def position_of(story: Story, number: str, kind: type[Event]) -> int:
    """The position of the latest event of a kind."""
    events = story.office.record.events(case_id(number))
    return next(event.position for event in reversed(events) if isinstance(event, kind))


def decision_on(story: Story, number: str) -> int:
    return position_of(story, number, Case.Confirmed)


def test_two_officials_reserve_their_opinions_and_one_objected_to_an_order(story: Story, number: str) -> None:
    decision = decision_on(story, number)

    answers = [
        story.caseworker.asks(f"/cases/{number}/order-objections", order=ORDER, text=AGAINST),
        story.caseworker.asks(f"/cases/{number}/dissents", decision=decision, text=OPINION),
        story.manager.asks(f"/cases/{number}/dissents", decision=decision, text=OPINION),
    ]

    assert [answer["status"] for answer in answers] == [201] * 3
    story.settled()
    latest = history(story.manager, number)[:3]
    assert [event["title"] for event in latest] == [
        "Opinion reserved",
        "Opinion reserved",
        "Order objected to",
    ]
    assert [change["after"] for change in latest[0]["changes"]] == [str(decision), OPINION]
    assert [change["after"] for change in latest[2]["changes"]] == [ORDER, AGAINST]


def test_who_judges_a_decision_is_told_what_was_held_against_it(story: Story, number: str) -> None:
    decision = decision_on(story, number)
    story.on("2021-05-03")
    assert story.manager.asks(f"/cases/{number}/suspension", valid_from="2021-06-01")["status"] == 201
    story.settled()
    suspension = position_of(story, number, Case.Suspended)
    for clerk, about in ((story.caseworker, decision), (story.manager, suspension)):
        assert clerk.asks(f"/cases/{number}/dissents", decision=about, text=OPINION)["status"] == 201
    story.caseworker.asks(f"/cases/{number}/order-objections", order=ORDER, text=AGAINST)
    story.settled()

    told = {
        about: [
            (event["title"], event["by"].partition(" ")[0])
            for event in history(story.manager, number, "/reservations", decision=about)
        ]
        for about in (decision, suspension, 0)
    }

    assert told == {
        decision: [("Order objected to", "Wang"), ("Opinion reserved", "Wang")],
        suspension: [("Order objected to", "Wang"), ("Opinion reserved", "Li")],
        0: [("Order objected to", "Wang"), ("Opinion reserved", "Li"), ("Opinion reserved", "Wang")],
    }


def test_it_stands_on_the_officials_own_record(story: Story, number: str) -> None:
    decision = decision_on(story, number)
    story.caseworker.asks(f"/cases/{number}/dissents", decision=decision, text=OPINION)
    story.caseworker.asks(f"/cases/{number}/order-objections", order=ORDER, text=AGAINST)
    story.settled()

    acts = story.caseworker.reads("/me")["acts"][:2]

    assert [(act["topic"], act["about"]) for act in acts] == [
        ("case.order_objected_to", number),
        ("case.dissent_reserved", number),
    ]


@pytest.mark.parametrize("beside", [-1, 1, 1_000_000])
def test_an_opinion_is_reserved_on_a_decision_of_the_case_only(
    story: Story, number: str, beside: int
) -> None:
    position, last = decision_on(story, number) + beside, story.office.record.last_position()

    answer = story.caseworker.asks(f"/cases/{number}/dissents", decision=position, text=OPINION)

    assert (answer["status"], answer["code"]) == (409, "case.not_a_decision")
    assert_nothing_but_the_attempt(story, last, "reserve_dissent", answer["code"])


def test_an_opinion_is_reserved_once(story: Story, number: str) -> None:
    command = {"decision": decision_on(story, number), "text": OPINION}
    story.caseworker.asks(f"/cases/{number}/dissents", **command)
    last = story.office.record.last_position()

    answer = story.caseworker.asks(f"/cases/{number}/dissents", **command)

    assert (answer["status"], answer["code"]) == (409, "case.dissent_on_record")
    assert_nothing_but_the_attempt(story, last, "reserve_dissent", answer["code"])


def test_before_a_decision_only_an_order_is_objected_to(story: Story) -> None:
    number = applied(story)
    last = story.office.record.last_position()

    answer = story.caseworker.asks(f"/cases/{number}/dissents", decision=1, text=OPINION)

    assert (answer["status"], answer["code"]) == (409, "case.nothing_decided")
    assert_nothing_but_the_attempt(story, last, "reserve_dissent", answer["code"])
    objected = story.caseworker.asks(f"/cases/{number}/order-objections", order=ORDER, text=AGAINST)
    assert objected["status"] == 201


@pytest.mark.parametrize(
    ("path", "command"),
    [("/dissents", {"decision": 0, "text": OPINION}), ("/order-objections", {"order": "", "text": AGAINST})],
)
def test_what_is_not_filled_in_records_nothing(
    story: Story, number: str, path: str, command: dict[str, Any]
) -> None:
    last = story.office.record.last_position()

    assert story.caseworker.asks(f"/cases/{number}{path}", **command)["status"] == 422

    assert story.office.record.last_position() == last


def test_the_page_of_a_case_offers_it_with_the_latest_decision_filled_in(story: Story, number: str) -> None:
    decision = decision_on(story, number)
    browser = in_english(story, an_official(story.office, "chen", manager=("*",)))

    page = browser.get(f"/cases/{number}").text
    form = browser.get(f"/cases/{number}/dissents?decision={decision}").text

    assert f"/cases/{number}/dissents?" in page
    assert f"decision={decision}" in page
    assert f"/cases/{number}/order-objections?" in page
    assert f'value="{decision}"' in form


def assert_nothing_but_the_attempt(story: Story, last: int, command: str, code: str) -> None:
    assert story.office.record.last_position() == last
    (attempt,) = story.office.record.attempts()
    assert (attempt.command, attempt.code) == (command, code)

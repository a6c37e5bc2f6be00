"""Whoever judges a decision reads what was held against it; whoever is a relative reads nothing."""

from uuid import UUID

import pytest

from audit_service.identity.identity import Identity
from audit_service.office import Office
from domain.cases.case import Case
from domain.identities import case_id, official_id
from tests.journeys.error_story import ErrorStory, brought, reported
from tests.journeys.story import MOTHER, in_english

OPINION, LATER_OPINION = "虚构的保留意见：收入尚未核实。", "虚构的保留意见：不应停发。"
ORDER, AGAINST = "虚构的要求：今日办结。", "虚构的反对意见：核对未回。"


def identity(office: Office, login: str) -> Identity:
    found = office.identities.by_token.identity(official_id(login))
    assert found is not None
    return found


def position_of(told: ErrorStory, kind: type[Case.Confirmed] | type[Case.Suspended]) -> int:
    events = told.story.office.record.events(case_id(told.case))
    return next(event.position for event in events if isinstance(event, kind))


def held_against(told: ErrorStory) -> int:
    """Let officials hold something against two decisions; return the position of the first."""
    told.done("li", f"/cases/{told.case}/suspension", valid_from="2021-10-01")
    decision = position_of(told, Case.Confirmed)
    suspension = position_of(told, Case.Suspended)
    told.done("wang", f"/cases/{told.case}/order-objections", order=ORDER, text=AGAINST)
    told.done("wang", f"/cases/{told.case}/dissents", decision=decision, text=OPINION)
    told.done("wang", f"/cases/{told.case}/dissents", decision=suspension, text=LATER_OPINION)
    return decision


@pytest.mark.parametrize("report", ["of the decision", "of months"])
def test_the_page_of_an_error_shows_what_was_held_against_the_decision(told: ErrorStory, report: str) -> None:
    decision, named = held_against(told), report == "of the decision"
    number = reported(told, decision=decision if named else 0)
    told.story.settled()

    page = in_english(told.story, identity(told.story.office, "sun")).get(f"/errors/{number}").text

    for text in (ORDER, AGAINST, OPINION):
        assert text in page
    assert (LATER_OPINION in page) == (not named)


@pytest.mark.parametrize("path", ["/errors/{number}", "/errors/{number}/money", "/cases/{case}/documents"])
def test_no_page_around_a_relatives_case_is_shown(told: ErrorStory, path: str) -> None:
    number = reported(told)
    told.done("zhou", "/officials/feng/kinship", id_number=MOTHER["id_number"], relation="in_law")
    told.story.settled()
    at = path.format(number=number, case=told.case)

    own = in_english(told.story, identity(told.story.office, "feng")).get(at)
    others = in_english(told.story, identity(told.story.office, "sun")).get(at)

    assert (own.status_code, others.status_code) == (403, 200)
    assert "declared as your relative" in own.text


def test_no_document_of_a_relatives_case_is_opened(told: ErrorStory) -> None:
    told.done("zhou", "/officials/feng/kinship", id_number=MOTHER["id_number"], relation="in_law")
    last = told.story.office.record.last_position()

    answer = told.reads("feng", f"/cases/{told.case}/documents/{UUID(int=1)}")

    assert (answer["status"], answer["code"]) == (403, "officials.own_relative")
    assert told.story.office.record.last_position() == last


def test_a_case_and_its_errors_are_closed_from_the_moment_a_relative_is_declared(told: ErrorStory) -> None:
    number = brought(told, "notified")
    looked_at = (f"/cases/{told.case}", f"/errors/{number}")
    assert [told.reads("zheng", at)["number"] for at in looked_at] == [told.case, number]

    told.done("zheng", "/officials/zheng/kinship", id_number=MOTHER["id_number"], relation="lineal")

    assert [told.reads("zheng", at)["code"] for at in looked_at] == ["officials.own_relative"] * 2
    assert told.refused("zheng", f"/errors/{number}/taking-up") == "officials.own_relative"
    assert told.reads("zheng", "/errors")["errors"] == []

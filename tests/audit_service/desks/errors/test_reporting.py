"""Reporting an error: by whom, about what, what the record tells about it, and once only."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from domain.errors.error_record import ErrorRecord
from domain.identities import official_id
from projections.error_lists import error_numbered
from tests.journeys.error_story import ErrorStory, a_report, brought, reported
from tests.journeys.story import Clerk, in_english
from tests.office import an_official

XIGANG = "210203"


def test_is_reported_with_what_the_record_tells_about_it(told: ErrorStory) -> None:
    number = reported(told)

    error = told.reads("wu", f"/errors/{number}")

    assert number.startswith("CC210202-2021-")
    assert (error["case_number"], error["element"], error["state"]) == (told.case, "E01", "reported")
    assert (error["own"], error["before_discovery"], error["within_days"]) == (True, True, True)
    deciders = {part["by"] for part in error["parts"] if part["part"] == "decided"}
    assert deciders == {"Wang Fictional", "Zhao Fictional", "Li Fictional"}


@pytest.mark.parametrize(("login", "own"), [("wang", True), ("li", True), ("chen", False), ("feng", False)])
def test_whether_it_is_their_own_is_told_by_the_case(told: ErrorStory, login: str, *, own: bool) -> None:
    number = reported(told, login)

    assert told.reads(login, f"/errors/{number}")["own"] is own


def test_a_decision_that_is_named_has_its_own_deciders(told: ErrorStory) -> None:
    events = told.reads("wu", f"/cases/{told.case}/history")["events"]
    raised = max(event["position"] for event in events)

    number = reported(told, decision=raised, from_month="2021-07-01", element="E06")

    error = told.reads("wu", f"/errors/{number}")
    assert {part["by"] for part in error["parts"]} == {"Li Fictional"}
    assert error["own"] is False


def test_what_somebody_else_reported_before_is_no_longer_first(told: ErrorStory) -> None:
    reported(told, "chen", from_month="2021-06-01", channel="complaint")
    number = reported(told)
    another = reported(told, element="E03")
    elsewhere = reported(told, from_month="2021-03-01", to_month="2021-04-01", element="E01")

    found = {each: told.reads("wu", f"/errors/{each}") for each in (number, another, elsewhere)}
    assert [each["before_discovery"] for each in found.values()] == [False, True, True]


def test_ones_own_reports_do_not_count_against_oneself(told: ErrorStory) -> None:
    number = reported(told)
    again, wider = reported(told, text="又想起一件"), reported(told, from_month="2021-04-01")
    reported(told, "chen", channel="complaint")
    late = reported(told)

    events = told.reads("wu", f"/errors/{number}/history")["events"]
    receipts = [
        told.reads("wu", f"/errors/{number}/receipt", report=str(event["position"])) for event in events
    ]
    assert (again, late) == (number, number)
    assert [each["before_discovery"] for each in receipts] == [False, False, True, True]
    assert told.reads("wu", f"/errors/{wider}")["before_discovery"] is True


@pytest.mark.parametrize(
    ("learned_on", "in_time"), [("2021-09-07", True), ("2021-09-06", False), (None, False)]
)
def test_ten_working_days_are_in_time(told: ErrorStory, learned_on: str | None, *, in_time: bool) -> None:
    number = reported(told, learned_on=learned_on)

    assert told.reads("wu", f"/errors/{number}")["within_days"] is in_time


def test_a_second_report_is_linked_to_the_first(told: ErrorStory) -> None:
    first = reported(told)
    second = reported(told, "chen", channel="complaint", text="居民投诉")

    error = told.reads("wu", f"/errors/{first}")
    history = told.reads("wu", f"/errors/{first}/history")["events"]
    assert second == first
    assert error["reports"] == 2
    assert error["own"] is True
    receipts = [
        told.reads("wu", f"/errors/{first}/receipt", report=str(event["position"])) for event in history
    ]
    assert [(each["own"], each["before_discovery"]) for each in receipts] == [(False, False), (True, True)]


def test_two_who_report_at_the_same_time_report_one_error(told: ErrorStory) -> None:
    logins = ("wang", "chen", "feng", "zheng")

    with ThreadPoolExecutor(len(logins)) as together:
        numbers = list(together.map(lambda login: reported(told, login), logins))

    assert len(set(numbers)) == 1
    assert told.reads("wu", f"/errors/{numbers[0]}")["reports"] == len(logins)
    assert len(told.reads("wu", "/errors")["errors"]) == 1


def test_the_same_report_sent_twice_is_recorded_once(told: ErrorStory) -> None:
    told.staff["wang"].headers = {"Idempotency-Key": "sent twice"}
    first = told.asks("wang", "/errors", **a_report(told))
    last = told.story.office.record.last_position()

    again = told.asks("wang", "/errors", **a_report(told))

    assert again == first
    assert told.story.office.record.last_position() == last


def test_a_family_that_is_not_covered_is_reported_without_a_case(told: ErrorStory) -> None:
    family = {"case_number": "", "element": "E10", "area": "210202", "family": "赵甲子 虚构街1号"}
    first = reported(told, "chen", **family, channel="complaint")
    again = reported(told, "zheng", **{**family, "family": "虚构街1号  赵甲子"}, channel="peer")
    other = reported(told, "chen", **{**family, "family": "钱乙丑 虚构街2号"}, channel="complaint")

    error = told.reads("wu", f"/errors/{first}")
    assert (again == first, other == first) == (True, False)
    assert (error["case_number"], error["area"], error["own"]) == ("", "210202", False)
    assert "赵甲子" in str(told.reads("wu", f"/errors/{first}/history"))
    brought(told, "notified", first)
    refused = told.refused(
        "zhou", f"/errors/{first}/case-correction", monthly_income=1, valid_from="2021-05-01"
    )
    assert refused == "error.no_case_to_correct"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"decision": 1}, "error.not_of_this_case"),
        ({"from_month": "2021-02-01"}, "error.before_case"),
        ({"from_month": "2021-10-01"}, "error.not_yet_past"),
        ({"to_month": "2021-04-30"}, "error.ends_before_it_begins"),
        ({"learned_on": "2021-09-21"}, "error.learned_later"),
    ],
)
def test_what_cannot_be_is_refused(told: ErrorStory, wrong: dict[str, Any], code: str) -> None:
    assert told.refused("wang", "/errors", **a_report(told, **wrong)) == code


def test_what_cannot_be_is_not_linked_to_what_is_on_record_either(told: ErrorStory) -> None:
    number = reported(told)

    code = told.refused("chen", "/errors", **a_report(told, to_month="2021-04-30"))

    assert code == "error.ends_before_it_begins"
    assert told.reads("wu", f"/errors/{number}")["reports"] == 1


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"element": "E99"}, "body.element"),
        ({"channel": "rumour"}, "body.channel"),
        ({"case_number": ""}, "body"),
        ({"area": "210202", "family": "虚构"}, "body"),
        ({"own": True}, "body.own"),
        ({"before_discovery": True}, "body.before_discovery"),
    ],
)
def test_what_is_malformed_or_not_theirs_to_say_is_told_where(
    told: ErrorStory, wrong: dict[str, Any], where: str
) -> None:
    last = told.story.office.record.last_position()

    answer = told.asks("wang", "/errors", **a_report(told, **wrong))

    assert answer["status"] == 422
    assert [fault["where"] for fault in answer["faults"]] == [where]
    assert told.story.office.record.last_position() == last


def test_an_official_of_another_area_does_not_report_here(told: ErrorStory) -> None:
    office = told.story.office
    elsewhere = an_official(office, "he", caseworker=(XIGANG,))
    told.staff["he"] = Clerk(told.story.caseworker.client, office.identities.tokens.make(elsewhere.official))

    assert told.refused("he", "/errors", **a_report(told)) == "identity.not_your_area"
    number = reported(told)
    assert told.refused("he", f"/errors/{number}/taking-up") == "identity.not_your_area"
    assert told.reads("he", f"/errors/{number}")["code"] == "identity.not_your_area"
    assert told.reads("he", "/errors")["errors"] == []


def test_nothing_is_reported_where_there_is_no_catalogue(told: ErrorStory) -> None:
    told.story.on("2021-01-31")

    assert (
        told.refused("chen", "/errors", **a_report(told, learned_on=None)) == "error_catalogue.none_in_force"
    )


def test_a_catalogue_is_published_once(told: ErrorStory) -> None:
    again = {"reference": "fictional catalogue", "approved_on": "2021-03-01", "effective_from": "2021-04-01"}

    assert told.refused("li", "/error-catalogue", **again) == "error_catalogue.taken"
    assert told.refused("wang", "/error-catalogue", **again) == "identity.not_your_role"


def test_what_is_told_of_people_is_sealed(told: ErrorStory) -> None:
    number = reported(told, text="赵甲子的收入")
    office = told.story.office
    told.story.settled()

    with office.views.connect() as views:
        row = error_numbered(views, number)
    assert row is not None
    stored = b"".join(state for *_, state, _at in office.record.store.rows_of(row.error_id))
    assert "赵甲子".encode() not in stored
    reports = [
        event for event in office.record.events(row.error_id) if isinstance(event, ErrorRecord.Reported)
    ]
    assert [office.record.codec.opened(event).text for event in reports] == ["赵甲子的收入"]


def test_the_form_asks_for_a_report(told: ErrorStory) -> None:
    identity = told.story.office.identities.by_token.identity(official_id("chen"))
    assert identity is not None
    browser = in_english(told.story, identity)

    page = browser.get("/errors/new", params={"case_number": told.case})

    assert page.status_code == 200
    assert told.case in page.text
    assert "E01 Income assessed wrongly" in page.text


def test_a_case_that_is_not_on_record_is_told_in_the_form_and_nothing_is_lost(told: ErrorStory) -> None:
    identity = told.story.office.identities.by_token.identity(official_id("chen"))
    assert identity is not None
    browser = in_english(told.story, identity)
    before = told.story.office.record.last_position()

    written = a_report(told, case_number="DB-NOWHERE", because="Seen in the file")
    page = browser.post("/errors/new", data=written)

    assert page.status_code == 404
    assert "What is named here is not on record" in page.text
    assert 'href="#case_number"' in page.text
    assert "收入核定有误" in page.text
    assert "DB-NOWHERE" in page.text
    assert told.story.office.record.last_position() == before

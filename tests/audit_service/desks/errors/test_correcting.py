"""From the substantiation of an error to its closure: in order, and by other people."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from domain.cases.case import Case
from domain.errors.error_record import ErrorRecord
from domain.identities import case_id, official_id
from projections.error_lists import error_numbered
from tests.journeys.error_story import (
    MONTHS,
    SHORT,
    ErrorStory,
    a_piece_of_evidence,
    brought,
    classification,
    notice,
    reported,
)
from tests.journeys.story import MOTHER, in_english


def evidence() -> dict[str, list[str]]:
    return {"evidence": [str(uuid4())]}


def test_nobody_looks_into_what_they_decided(told: ErrorStory) -> None:
    number = reported(told)
    at = f"/errors/{number}"

    for login in ("wang", "li", "zheng"):
        code = told.asks(login, f"{at}/taking-up").get("code", "")
        assert code == ("" if login == "zheng" else "error.had_a_part")
    assert told.refused("zhou", f"{at}/classification", **classification()) == "error.not_now"
    assert told.refused("feng", f"{at}/substantiation", **evidence()) == "identity.not_your_role"
    assert told.refused("zheng", f"{at}/substantiation", **evidence()) == "error.not_attached_here"
    shown = [a_piece_of_evidence(told, number)]
    assert told.refused("li", f"{at}/substantiation", evidence=shown) == "error.had_a_part"
    assert told.asks("zheng", f"{at}/substantiation", evidence=[])["status"] == 422
    assert told.refused("zheng", f"{at}/closure") == "identity.not_your_role"
    assert told.refused("qian", f"{at}/closure") == "error.not_classified"


def test_a_report_is_dismissed_and_opened_again(told: ErrorStory) -> None:
    number = brought(told, "taken up")
    at = f"/errors/{number}"

    told.done("sun", f"{at}/dismissal", reason="no_error")
    dismissed = told.reads("wu", at)
    told.done("zheng", f"{at}/reopening", new_fact="又发现一份工资单")
    opened = told.reads("wu", at)

    assert (dismissed["state"], dismissed["dismissed_for"]) == ("dismissed", "no_error")
    assert opened["state"] == "reported"
    assert told.refused("wang", f"{at}/taking-up") == "error.had_a_part"
    assert told.refused("zheng", f"{at}/reopening", new_fact="再次") == "error.not_now"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"element": "E02"}, "error.direction_does_not_fit"),
        ({"amounts": [{"month": "2021-04-01", "amount": 1}]}, "error.amount_outside_period"),
        ({"amounts": [{"month": "2021-05-01", "amount": 1}] * 2}, "error.amount_twice"),
        ({"amounts": [{"month": "2021-05-01", "amount": -1}]}, "error.amount_against_direction"),
        ({"from_month": "2021-01-01", "amounts": []}, "error.before_case"),
    ],
)
def test_a_classification_that_does_not_fit_is_refused(
    told: ErrorStory, wrong: dict[str, Any], code: str
) -> None:
    number = brought(told, "substantiated")

    refused = told.refused("sun", f"/errors/{number}/classification", **classification(**wrong))

    assert refused == code


def test_a_notice_has_a_running_number_and_a_day_in_working_days(told: ErrorStory) -> None:
    first = brought(told, "notified")
    second = brought(told, "notified", reported(told, "chen", element="E07", channel="peer"))
    third = brought(told, "classified", reported(told, "chen", element="E16", channel="peer"))
    answer = told.asks("qian", f"/errors/{third}/notice", **notice(working_days=31))

    notices = [told.reads("wu", f"/errors/{number}")["notice"] for number in (first, second)]
    assert [each["number"] for each in notices] == ["JC210202-2021-0001", "JC210202-2021-0002"]
    assert [each["due_on"] for each in notices] == [
        "2021-10-15"
    ] * 2  # the holidays of autumn are no working days
    assert answer["status"] == 422
    assert [row["notice"] for row in told.reads("feng", "/errors/notices")] == [
        each["number"] for each in notices
    ]


def test_an_objection_to_a_notice_is_decided_by_another_and_everything_waits_for_it(told: ErrorStory) -> None:
    number = brought(told, "acknowledged")
    at, correction = f"/errors/{number}", {"monthly_income": 60000, "valid_from": "2021-05-01"}

    assert told.refused("zheng", f"{at}/objection", text="不同意") == "error.not_named"
    told.done("wang", f"{at}/objection", text="不同意")
    assert told.refused("zhou", f"{at}/case-correction", **correction) == "error.objection_open"
    assert told.refused("qian", f"{at}/objection-decision", upheld=False) == "error.had_a_part"
    told.done("wu", f"{at}/objection-decision", upheld=True)

    error = told.reads("wu", at)
    assert (error["state"], error["notice"]) == ("classified", None)


def test_an_overdue_notice_goes_to_the_unit_above(told: ErrorStory) -> None:
    number = brought(told, "acknowledged")
    at = f"/errors/{number}"

    early = told.refused("qian", f"{at}/escalation", to_unit="市民政局")
    told.story.on("2021-10-18")
    overdue = told.reads("feng", "/errors", overdue="true")["errors"]
    told.done("feng", f"{at}/escalation", to_unit="市民政局")
    again = told.refused("feng", f"{at}/escalation", to_unit="市民政局")

    assert (early, again) == ("error.not_overdue", "error.escalated_already")
    assert [(row["number"], row["overdue"]) for row in overdue] == [(number, True)]
    (row,) = told.reads("feng", "/errors/notices")
    assert row["escalated_to"] == "市民政局"


def test_a_correction_is_in_the_case_and_in_the_error_in_one_transaction(told: ErrorStory) -> None:
    number = brought(told, "planned")
    record = told.story.office.record
    last = record.last_position()

    receipt = told.done(
        "zhou", f"/errors/{number}/case-correction", monthly_income=60000, valid_from="2021-05-01"
    )

    events = record.read(last, 10)
    assert [type(event) for event in events] == [
        Case.FactCorrected,
        Case.Determined,
        ErrorRecord.CaseCorrected,
        ErrorRecord.DifferenceFound,
    ]
    assert receipt["positions"] == [event.position for event in events]
    assert len({(event.correlation, event.recorded_at) for event in events}) == 1
    assert [event.basis for event in events if isinstance(event, Case.FactCorrected)] == [number]
    assert [event.basis for event in events[2:]] == [told.case] * 2
    (row,) = told.reads("wu", "/errors")["errors"]
    assert (row["underpaid"], row["overpaid"]) == (SHORT * len(MONTHS), 0)


def test_neither_is_recorded_where_one_of_them_is_refused(told: ErrorStory) -> None:
    number = brought(told, "planned")
    at, correction = f"/errors/{number}/case-correction", {"valid_from": "2021-05-01"}

    assert told.refused("zhou", at, monthly_income=90000, **correction) == "case.nothing_different"
    assert told.refused("li", at, monthly_income=60000, **correction) == "error.had_a_part"
    assert told.refused("sun", at, monthly_income=60000, **correction) == "error.had_a_part"
    again = told.refused("zhou", f"/errors/{number}/redetermination", valid_from="2021-05-01")
    assert again == "case.nothing_different"
    assert (
        told.story.office.record.get(Case, case_id(told.case)).amount_in(date(2021, 5, 1))
        == 2 * 75000 - 90000
    )


def test_the_case_is_corrected_before_the_correction_is_done(told: ErrorStory) -> None:
    number = brought(told, "planned")

    assert told.refused("wang", f"/errors/{number}/completion") == "error.case_not_corrected"
    assert told.refused("qian", f"/errors/{number}/closure") == "error.correction_open"


def test_a_correction_is_verified_by_another_and_rejected_until_it_is_right(told: ErrorStory) -> None:
    number = brought(told, "completed")
    at = f"/errors/{number}"

    for login in ("wang", "li", "sun", "zhou", "qian"):
        assert told.refused(login, f"{at}/verification") == "error.had_a_part"
    told.done("wu", f"{at}/rejection", because="还差一个月")
    rejected = told.reads("wu", at)
    told.done("wang", f"{at}/completion")
    told.done("wu", f"{at}/verification")

    assert rejected["stage"] == "planned"
    assert told.reads("wu", at)["stage"] == "verified"
    assert told.refused("qian", f"{at}/closure") == "error.not_settled"


def test_somebody_looks_again_after_a_while(told: ErrorStory) -> None:
    number = brought(told, "verified")
    at = f"/errors/{number}/follow-up"

    early = told.refused("wu", at, after_days=30, holds=True)
    told.story.on("2021-10-20")
    told.done("wu", at, after_days=30, holds=True)
    again = told.refused("wu", at, after_days=30, holds=True)

    assert (early, again) == ("error.too_early", "error.followed_up_already")
    assert told.refused("wu", at, after_days=31, holds=True) == "error.unknown_code"


def test_a_case_of_a_relative_is_closed_in_its_errors_too(told: ErrorStory) -> None:
    number = reported(told)
    told.done("zhou", "/officials/sun/kinship", id_number=MOTHER["id_number"], relation="lineal")

    assert told.reads("sun", "/errors")["errors"] == []
    assert told.reads("sun", "/errors/waiting/substantiate")["errors"] == []
    assert told.reads("sun", f"/errors/{number}")["code"] == "officials.own_relative"
    assert told.refused("sun", f"/errors/{number}/taking-up") == "officials.own_relative"


def test_an_inspector_reads_which_error_an_attempt_was_about(told: ErrorStory) -> None:
    number = reported(told)
    told.refused("li", f"/errors/{number}/taking-up")

    (attempt, *_) = told.reads("feng", "/attempts")["attempts"]

    assert (attempt["command"], attempt["about_error"]) == ("take_up_substantiation", number)
    assert (attempt["by"], attempt["code"]) == ("Li Fictional", "error.had_a_part")


def test_what_is_overtaken_is_not_decided_on(told: ErrorStory) -> None:
    number = reported(told)
    seen = told.reads("sun", f"/errors/{number}")["version"]
    told.done("zheng", f"/errors/{number}/taking-up")
    last = told.story.office.record.last_position()
    told.staff["sun"].headers = {"If-Match": f'"{seen}"'}

    answer = told.asks("sun", f"/errors/{number}/substantiation", **evidence())

    assert answer["status"] == 409
    assert answer["since"]
    assert told.story.office.record.last_position() == last


def test_a_number_that_is_not_on_record_is_not_found(told: ErrorStory) -> None:
    assert told.reads("wu", "/errors/CC210202-2021-00000000")["status"] == 404
    assert told.asks("wu", "/errors/CC210202-2021-00000000/taking-up")["status"] == 404
    number = reported(told)
    assert told.reads("wu", f"/errors/{number}/receipt", report="1")["status"] == 404
    told.story.settled()
    with told.story.office.views.connect() as views:
        assert error_numbered(views, number) is not None


def test_the_form_of_a_command_tells_what_it_is_about(told: ErrorStory) -> None:
    number = reported(told)
    told.story.settled()
    identity = told.story.office.identities.by_token.identity(official_id("sun"))
    assert identity is not None

    page = in_english(told.story, identity).get(f"/errors/{number}/taking-up")

    assert page.status_code == 200
    assert f"Error {number}" in page.text
    assert "Income assessed wrongly" in page.text
    assert in_english(told.story, identity).get("/errors/none/taking-up").status_code == 404


def test_a_wrong_standard_is_put_right_by_deciding_anew(told: ErrorStory) -> None:
    days = dict.fromkeys(("approved_on", "published_on", "effective_from"), "2021-09-01")
    standard = {"reference": "fictional-800", "programme": "dibao", "kind": "urban", "areas": ["210202"]}
    told.done("li", "/standards", **standard, **days, monthly_amount=80000)
    number = brought(told, "planned")

    told.done("zhou", f"/errors/{number}/redetermination", valid_from="2021-09-01")

    months = told.reads("wu", f"/errors/{number}")["ledger"]["months"]
    assert [(each["month"], each["amount"]) for each in months] == [("2021-09-01", 2 * 2000)]

"""The pages of errors: what each reader is shown, what they may do next, and why not."""

import re
import subprocess
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from audit_service.desks.carrying import every_command
from audit_service.desks.errors.next_steps import ACTION_OF
from audit_service.store.submission import Submission
from audit_service.web.translation import read_in
from audit_service.web.wording import day
from domain.cases.case import Case
from domain.errors.actions import ACTIONS
from domain.identities import case_id, official_id
from tests.builders import a_document
from tests.journeys.error_story import SHORT, STEPS, ErrorStory, a_piece_of_evidence, brought, reported
from tests.journeys.story import in_english
from tests.office import an_official

OWED = 5 * SHORT


def browser(told: ErrorStory, login: str) -> TestClient:
    """A browser in which the official reads English, when the views have caught up."""
    told.story.settled()
    identity = told.story.office.identities.by_token.identity(official_id(login))
    assert identity is not None
    return in_english(told.story, identity)


def page(told: ErrorStory, login: str, path: str) -> str:
    """What the official is shown, without tags and with single blanks."""
    answer = browser(told, login).get(path)
    assert answer.status_code == 200, path
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def addresses(told: ErrorStory, login: str, path: str) -> list[str]:
    """Where the page leads to."""
    return [unescape(href) for href in re.findall(r'href="([^"]+)"', browser(told, login).get(path).text)]


def test_every_command_about_an_error_is_offered_on_its_page() -> None:
    commands = {entry.name for entry in every_command() if "error_number" in entry.parameters}

    assert commands - {"attach_evidence"} == ACTION_OF.keys()
    assert set(ACTION_OF.values()) == ACTIONS.keys()


def test_who_reported_their_own_error_first_is_told_so(told: ErrorStory) -> None:
    number = reported(told)

    shown = page(told, "wang", f"/errors/{number}")

    assert "Reported before any other discovery: Yes" in shown
    assert "Thank you for reporting it yourself" in shown
    assert "Thank you" not in page(told, "sun", f"/errors/{number}")
    assert f"/errors/{number}/receipt" in addresses(told, "wang", f"/errors/{number}")
    assert told.case in shown
    assert "收入核定有误" in shown


def test_what_others_report_is_no_self_report(told: ErrorStory) -> None:
    number = reported(told, "zheng", channel="peer")

    shown = page(told, "zheng", f"/errors/{number}")
    receipt = page(told, "zheng", f"/errors/{number}/receipt")

    assert "Self-report" not in shown
    assert "Self-report" not in receipt
    assert "Reported before any other discovery: Yes" in receipt


def test_a_second_report_has_a_receipt_of_its_own(told: ErrorStory) -> None:
    number = reported(told, "zheng", channel="peer")
    assert reported(told) == number

    first = addresses(told, "wang", f"/errors/{number}/receipt")
    (other,) = [href for href in first if "receipt?report=" in href]
    shown = page(told, "wang", other)

    assert "Self-report" in shown
    assert "Reported before any other discovery: No" in shown
    assert "Wang Fictional" in shown
    assert browser(told, "wang").get(f"/errors/{number}/receipt?report=1").status_code == 404


def test_each_is_told_what_they_may_do_next_and_why_not(told: ErrorStory) -> None:
    number = reported(told)
    path = f"/errors/{number}"

    assert any(f"{path}/taking-up?version=1" in href for href in addresses(told, "sun", path))
    assert not any(f"{path}/taking-up" in href for href in addresses(told, "wang", path))
    decider = page(told, "wang", path)
    assert "Nothing that you may do here now." in decider
    assert "Nobody does both: “Decide on assistance” and “Look into the error and classify it”." in decider
    outsider = page(told, "chen", path)
    assert "Look into the error None of your roles may do this. It is for: Caseworker, Manager." in outsider


def test_who_had_which_part_is_shown(told: ErrorStory) -> None:
    number = brought(told, "notified")

    shown = page(told, "wu", f"/errors/{number}")

    assert "Sun Fictional Look into the error and classify it" in shown
    assert "Qian Fictional Issue the correction notice" in shown
    due = date.fromisoformat(told.reads("wu", f"/errors/{number}")["notice"]["due_on"])
    with read_in("en"):
        assert f"JC210202-2021-0001 Due on {day(due)}" in shown
    assert "Overdue" not in shown
    told.story.on(str(due + timedelta(days=1)))
    assert "Overdue" in page(told, "wu", f"/errors/{number}")


def test_the_receipt_is_verified_by_the_lines_on_its_page(told: ErrorStory, tmp_path: Path) -> None:
    number = reported(told)
    reader = browser(told, "wang")
    text = reader.get(f"/errors/{number}/receipt").text
    lines = [unescape(code) for code in re.findall(r"<pre[^>]*><code>(.*?)</code>", text, re.DOTALL)]
    (download,) = [unescape(href) for href in re.findall(r'href="([^"]+)" download', text)]
    answer = reader.get(download)
    (name,) = re.findall(r'filename="([^"]+)"', answer.headers["Content-Disposition"])
    receipt = tmp_path / name

    receipt.write_bytes(answer.content)
    genuine = verified(lines[1], tmp_path)
    receipt.write_bytes(answer.content.replace(b'"positions":[', b'"positions":[1'))
    changed = verified(lines[1], tmp_path)

    assert lines[0] == f"audit-service verify {name}"
    assert "Signature Verified Successfully" in genuine
    assert "Signature Verification Failure" in changed
    assert answer.content == reader.get(download).content


def verified(lines: str, folder: Path) -> str:
    """What a shell answers in the folder with the receipt."""
    done = subprocess.run(["/bin/sh", "-c", lines], cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_a_desk_shows_what_waits_for_its_official(told: ErrorStory) -> None:
    number = reported(told)
    assert number in page(told, "sun", "/errors/desk")
    assert number not in page(told, "wang", "/errors/desk")

    brought_further(told, number, "notified")
    assert number not in page(told, "sun", "/errors/desk")
    assert number in page(told, "zhou", "/errors/desk")

    brought_further(told, number, "completed")
    assert number not in page(told, "zhou", "/errors/desk")
    assert number in page(told, "wu", "/errors/desk")


def brought_further(told: ErrorStory, number: str, upto: str) -> None:
    """Bring an error from where it stands as far as this."""
    names = [step[0] for step in STEPS]
    begun = names.index("notified") + 1 if told.reads("wu", f"/errors/{number}")["notice"] else 0
    for _reached, login, path, command in STEPS[begun : names.index(upto) + 1]:
        evidence = {"evidence": [a_piece_of_evidence(told, number)]} if path == "/substantiation" else {}
        told.done(login, f"/errors/{number}{path}", **command, **evidence)


def test_notices_are_listed_by_the_day_they_are_due(
    told: ErrorStory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit_service.desks.errors.listing.PAGE", 1)
    first = brought(told, "notified")
    told.story.on("2021-09-21")
    second = brought(told, "notified", reported(told, element="E07"))

    shown = page(told, "qian", "/errors/notices")
    (following,) = [href for href in addresses(told, "qian", "/errors/notices") if "after=" in href]
    then = page(told, "qian", following)

    assert (first in shown, second in shown) == (True, False)
    assert (first in then, second in then) == (False, True)
    assert not [href for href in addresses(told, "qian", following) if "after=" in href]


def test_the_money_is_shown_by_month_with_every_entry_and_their_sum(told: ErrorStory) -> None:
    number = brought(told, "corrected")
    path = f"/errors/{number}"
    assert "Owed to the family, not ordered yet ¥ 1,500.00" in page(told, "zhou", f"{path}/money")

    order = {"from_month": "2021-05-01", "to_month": "2021-09-01", "amount": OWED}
    told.done("zhou", f"{path}/back-payments", **order)
    told.done("wang", f"{path}/back-payments-paid", amount=OWED, paid_on="2021-09-20")
    shown = page(told, "zhou", f"{path}/money")

    assert "May 2021 ¥ 600.00 ¥ 900.00 +¥ 300.00" in shown
    assert "In all ¥ 3,180.00 ¥ 4,680.00 +¥ 1,500.00" in shown
    assert "1 Back payment ordered 20 September 2021 +¥ 1,500.00" in shown
    assert "2 Back payment paid 20 September 2021 +¥ 1,500.00" in shown
    assert "Still to be done" not in shown


def test_what_was_said_against_the_decision_stands_with_the_error(told: ErrorStory) -> None:
    events = told.story.office.record.events(case_id(told.case))
    (decision,) = [event.position for event in events if isinstance(event, Case.Confirmed)]
    told.done("wang", f"/cases/{told.case}/dissents", decision=decision, text="收入尚未核实清楚")
    number = reported(told)

    shown = page(told, "sun", f"/errors/{number}")

    assert "Said against the decision at the time" in shown
    assert "收入尚未核实清楚" in shown


def test_documents_of_the_case_are_offered_as_evidence_and_marked_once_they_are(told: ErrorStory) -> None:
    office, case = told.story.office, told.story.office.record.get(Case, case_id(told.case))
    document = a_document("payslip", place={"case": case.id, "area": case.area})
    office.record.keep(Submission(aggregates=(document,)))
    number = brought(told, "taken up")
    path = f"/errors/{number}"

    (form,) = [href for href in addresses(told, "sun", path) if "/substantiation?" in href]
    before, filled_in = page(told, "sun", path), browser(told, "sun").get(form).text
    told.done("sun", f"{path}/substantiation", evidence=[str(document.id)])
    after = page(told, "sun", path)

    assert str(document.id) in filled_in
    assert f"/cases/{told.case}/documents/{document.id}" in addresses(told, "sun", path)
    assert ("payslip Evidence" in before, "payslip Evidence" in after) == (False, True)


def test_a_case_shows_its_errors_and_leads_to_the_form(told: ErrorStory) -> None:
    path = f"/cases/{told.case}"
    assert "None was reported in this case." in page(told, "wang", path)

    number = reported(told)

    assert f"/errors/{number}" in addresses(told, "wang", path)
    (form,) = [href for href in addresses(told, "wang", path) if href.startswith("/errors/new")]
    assert f'value="{told.case}"' in browser(told, "wang").get(form).text


def test_the_register_is_narrowed_and_turned_page_by_page(
    told: ErrorStory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit_service.desks.errors.listing.PAGE", 1)
    numbers = [reported(told, element=element) for element in ("E01", "E06", "E13")]

    first = addresses(told, "wu", "/errors?own=yes")
    (following,) = [href for href in first if "before=" in href]
    second = page(told, "wu", following)
    narrowed = page(told, "wu", "/errors?element=E06&state=reported&area=210202")
    none = page(told, "wu", "/errors?state=closed")

    assert f"/errors/{numbers[2]}" in first
    assert (numbers[1] in second, numbers[2] in second) == (True, False)
    assert (numbers[1] in narrowed, numbers[2] in narrowed) == (True, False)
    assert "No error is found." in none
    assert browser(told, "wu").get("/errors?element=E99").status_code == 422


def test_the_whole_list_is_handed_out_as_a_file(told: ErrorStory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit_service.desks.errors.exports.AT_ONCE", 1)
    numbers = [reported(told, element=element) for element in ("E01", "E06")]
    reader = browser(told, "wu")

    every, some = (reader.get(f"/errors.csv{query}").text for query in ("", "?element=E06"))

    assert [number in every for number in numbers] == [True, True]
    assert [number in some for number in numbers] == [False, True]
    assert reader.get("/errors.csv?element=E99").headers["Location"] == "/errors?element=E99"


def test_officials_see_every_part_that_they_have(told: ErrorStory) -> None:
    number = brought(told, "notified")

    own = page(told, "wang", "/officials/wang")

    assert re.search(rf"{number} See to what the notice asks for E01", own)
    assert re.search(rf"{number} Report the error E01", own)
    assert re.search(rf"{number} Decide on assistance E01", own)
    assert f"/errors/{number}#position-" in " ".join(addresses(told, "wang", "/officials/wang"))


def test_who_is_not_of_the_area_reads_an_error_only_if_it_concerns_them(told: ErrorStory) -> None:
    number = reported(told)
    an_official(told.story.office, "neighbour", manager=("210203",))

    stranger = browser(told, "neighbour")

    assert stranger.get(f"/errors/{number}").status_code == 403
    assert stranger.get(f"/errors/{number}/money").status_code == 403
    assert stranger.get(f"/errors/{number}/receipt.json").status_code == 403
    assert number not in page(told, "neighbour", "/errors")
    assert browser(told, "wang").get(f"/errors/{number}").status_code == 200

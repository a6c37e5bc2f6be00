"""The pages of errors: what each reader is shown, what they may do next, and why not."""

import re
import subprocess
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from audit_service.desks.carrying import every_command
from audit_service.desks.errors.next_steps import ACTION_OF
from audit_service.store.submission import Submission
from audit_service.web.translation import read_in
from audit_service.web.wording import day
from domain.cases.case import Case
from domain.errors.actions import ACTIONS
from domain.identities import case_id
from tests.audit_service.desks.errors.reader import addresses, browser, page
from tests.builders import a_document
from tests.journeys.error_story import SHORT, ErrorStory, brought, reported
from tests.office import an_official

OWED = 5 * SHORT


def test_every_command_about_an_error_is_offered_on_its_page() -> None:
    commands = {entry.name for entry in every_command() if "error_number" in entry.parameters}

    elsewhere = {"attach_evidence", "supersede_evidence", "flag_as_tolerable"}
    assert commands - elsewhere == ACTION_OF.keys()
    assert set(ACTION_OF.values()) == ACTIONS.keys()


def test_who_reported_their_own_error_first_is_told_so(told: ErrorStory) -> None:
    number = reported(told)

    shown = page(told, "wang", f"/errors/{number}")

    assert "Reported before any other discovery: Yes" in shown
    assert "Thank you for reporting it yourself" in shown
    assert "Thank you" not in page(told, "sun", f"/errors/{number}")
    assert any(f"/errors/{number}/receipt?" in at for at in addresses(told, "wang", f"/errors/{number}"))
    assert told.case in shown
    assert "收入核定有误" in shown


def test_what_others_report_is_no_self_report(told: ErrorStory) -> None:
    number = reported(told, "zheng", channel="peer")

    shown = page(told, "zheng", f"/errors/{number}")
    receipt = page(told, "zheng", f"/errors/{number}/receipt")

    assert "Self-report" not in shown
    assert "Your report You reported this error. See your receipt" in shown
    assert "Your report" not in page(told, "wang", f"/errors/{number}")
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


def test_whose_report_was_linked_is_told_so_and_led_to_their_receipt(told: ErrorStory) -> None:
    number = reported(told, "zheng", channel="peer")
    reported(told, "chen", channel="complaint")
    reported(told)
    path = f"/errors/{number}"
    events = told.reads("wu", f"{path}/history")["events"]
    own, linked_at, _first = (event["position"] for event in events)

    linked = page(told, "chen", path)

    assert "This error was on record already; your report was added to it." in linked
    assert f"{path}/receipt?report={linked_at}" in addresses(told, "chen", path)
    assert f"{path}/receipt?report={own}" in addresses(told, "wang", path)


def test_each_is_told_what_they_may_do_next_and_why_not(told: ErrorStory) -> None:
    number = reported(told)
    path = f"/errors/{number}"

    assert any(f"{path}/taking-up?version=1" in href for href in addresses(told, "sun", path))
    assert not any(f"{path}/taking-up" in href for href in addresses(told, "wang", path))
    decider = page(told, "wang", path)
    assert "Nothing that you may do here now." in decider
    assert (
        "Nobody does both: “Take part in the decision” and “Look into the error and classify it”." in decider
    )
    assert decider.count(f"This cannot be done with error {number}") == 1
    outsider = page(told, "chen", path)
    assert "Look into the error None of your roles may do this. It is for: Caseworker, Manager." in outsider


def test_who_had_which_part_is_shown(told: ErrorStory) -> None:
    number = brought(told, "notified")

    shown = page(told, "wu", f"/errors/{number}")

    assert "Sun Fictional Look into the error and classify it" in shown
    assert "Qian Fictional Issue the correction notice" in shown
    assert "Officials who are to see to it Wang Fictional" in shown
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


def test_a_decision_leads_to_the_report_of_an_error_in_it(told: ErrorStory) -> None:
    case = f"/cases/{told.case}"
    then = addresses(told, "wang", f"{case}?valid_on=2021-05-01")

    forms = [href for href in addresses(told, "wang", case) if "decision=" in href]
    report = next(href for href in forms if href.startswith("/errors/new?"))
    known = dict(parse_qsl(urlsplit(report).query))
    asked = browser(told, "wang").get(report).text

    assert known.keys() == {"case_number", "decision", "from_month"}
    shown = known | {"from_month": known["from_month"].removesuffix("-01")}
    assert [value for value in shown.values() if f'value="{value}"' not in asked] == []
    assert f"{case}/dissents?decision={known['decision']}" in forms
    assert [href for href in then if "decision=" in href] == []


def test_a_case_shows_its_errors_and_leads_to_the_form(told: ErrorStory) -> None:
    path = f"/cases/{told.case}"
    assert "None was reported in this case." in page(told, "wang", path)

    number = reported(told)

    assert f"/errors/{number}" in addresses(told, "wang", path)
    (form,) = [at for at in addresses(told, "wang", path) if at == f"/errors/new?case_number={told.case}"]
    assert f'value="{told.case}"' in browser(told, "wang").get(form).text


def test_officials_see_every_part_that_they_have(told: ErrorStory) -> None:
    number = brought(told, "notified")

    own = page(told, "wang", "/officials/wang")

    assert re.search(rf"{number} See to what the notice asks for E01", own)
    assert re.search(rf"{number} Report the error E01", own)
    assert re.search(rf"{number} Take part in the decision E01", own)
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

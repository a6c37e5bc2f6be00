"""The way of an error: reported by who made it, proven, classified, put right in case and money, closed."""

from pathlib import Path
from typing import Any

import orjson

from audit_service.cli.frame import run
from audit_service.cli.program import program
from audit_service.settings import Settings
from tests.journeys.error_story import MONTHS, SHORT, ErrorStory, brought, reported


def test_an_error_is_put_right_in_the_case_and_in_the_money_and_closed(told: ErrorStory) -> None:
    before = told.reads("wu", f"/cases/{told.case}")
    number = reported(told)
    known_until_then = told.reads("wu", f"/cases/{told.case}/history")["events"][0]["recorded_at"]

    brought(told, "corrected", number)
    pay_back(told, number)
    told.done("wang", f"/errors/{number}/completion")
    told.done("wu", f"/errors/{number}/verification")
    told.done("qian", f"/errors/{number}/closure")

    after = told.reads("wu", f"/cases/{told.case}")
    believed = told.reads("wu", f"/cases/{told.case}", known_at=known_until_then)
    assert before["monthly_amount"] == 2 * 78000 - 90000
    assert after["monthly_amount"] == 2 * 78000 - 60000
    assert believed["monthly_amount"] == before["monthly_amount"]
    assert_closed(told.reads("wu", f"/errors/{number}"))
    assert named_by_each_other(told, number)


def test_who_reports_their_own_error_first_can_prove_it(
    told: ErrorStory, settings: Settings, tmp_path: Path
) -> None:
    number = reported(told)
    receipt = told.reads("wang", f"/errors/{number}/receipt")

    brought(told, "corrected", number)

    assert (receipt["own"], receipt["before_discovery"], receipt["within_days"]) == (True, True, True)
    assert told.reads("wang", f"/errors/{number}/receipt") == receipt
    assert is_genuine(receipt["receipt"], settings, tmp_path)
    changed = {**receipt["receipt"], "positions": [receipt["receipt"]["positions"][0] + 1]}
    assert not is_genuine(changed, settings, tmp_path)


def assert_closed(error: dict[str, Any]) -> None:
    assert (error["state"], error["stage"]) == ("closed", "verified")
    months = [(each["month"], each["amount"]) for each in error["ledger"]["months"]]
    assert months == [(month, SHORT) for month in MONTHS]
    assert error["ledger"]["settled"]


def pay_back(told: ErrorStory, number: str) -> None:
    """Order what the family is owed, and pay it."""
    owed = SHORT * len(MONTHS)
    told.done(
        "zhou", f"/errors/{number}/back-payments", from_month=MONTHS[0], to_month=MONTHS[-1], amount=owed
    )
    told.done("wang", f"/errors/{number}/back-payments-paid", amount=owed, paid_on="2021-09-20")


def is_genuine(receipt: dict[str, Any], settings: Settings, folder: Path) -> bool:
    """Whether anybody who holds the office's public key finds the receipt genuine."""
    file = folder / "receipt.json"
    file.write_bytes(orjson.dumps(receipt))
    return run(program, ["verify", str(file), "--key", str(settings.keys / "signing.pub")]) == 0


def named_by_each_other(told: ErrorStory, number: str) -> bool:
    """Whether the correction in the case and the step of the error are one act, each naming the other."""
    of_case = told.reads("wu", f"/cases/{told.case}/history")["events"]
    of_error = told.reads("wu", f"/errors/{number}/history")["events"]
    (corrected,) = (event for event in of_case if event["basis"] == number)
    (step, *_rest) = (event for event in of_error if event["basis"] == told.case)
    return bool(corrected["recorded_at"] == step["recorded_at"])

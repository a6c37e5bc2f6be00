"""A family that was not covered, and a payment to a wrong account: paid back, though no case is corrected."""

from typing import Any

from domain.identities import official_id
from tests.journeys.error_story import ErrorStory, brought, classification, notice, reported
from tests.journeys.story import in_english
from tests.office import an_official

DUE = 66000
"""Fen a month."""
MONTHS = ("2021-05-01", "2021-06-01")
RECKONED = "城市低保每人780元，家庭月收入900元：2 × 780 − 900 = 660元"


def months(*chosen: str, paid: int = 0, due: int = DUE) -> list[dict[str, Any]]:
    return [{"month": month, "paid": paid, "due": due} for month in chosen]


def brought_to_the_money(told: ErrorStory, number: str, items: list[str], **found: Any) -> None:
    """Bring the error to where the money is put right, by who did not have a part in it before."""
    brought(told, "substantiated", number)
    told.done("sun", f"/errors/{number}/classification", **classification(amounts=[], **found))
    told.done("qian", f"/errors/{number}/notice", **notice(items=items))
    told.done("wang", f"/errors/{number}/acknowledgement")
    told.done("wang", f"/errors/{number}/plan", plan="补发", done_by="2021-09-24")


def paid_back_and_closed(told: ErrorStory, number: str, amount: int) -> dict[str, Any]:
    """Have what is owed ordered, paid and verified; the error is not closed before that."""
    at = f"/errors/{number}"
    months = {"from_month": MONTHS[0], "to_month": MONTHS[-1], "amount": amount}
    assert told.refused("sun", f"{at}/back-payments", **months) == "error.had_a_part"
    told.done("zhou", f"{at}/back-payments", **months)
    told.done("wang", f"{at}/completion")
    assert told.refused("zhou", f"{at}/verification") == "error.had_a_part"
    told.done("wu", f"{at}/verification")
    assert told.refused("qian", f"{at}/closure") == "error.not_settled"
    told.done("zheng", f"{at}/back-payments-paid", amount=amount, paid_on="2021-09-20")
    told.done("qian", f"{at}/closure")
    answer: dict[str, Any] = told.reads("wu", at)
    return answer


def test_a_family_that_was_not_covered_is_paid_back(told: ErrorStory) -> None:
    family = {"area": "210202", "family": "虚构的一家两口", "channel": "complaint"}
    number = reported(told, "chen", case_number="", element="E10", **family)
    brought_to_the_money(told, number, ["redetermination", "back_payment"], element="E10", nature="omitted")

    told.done("zhou", f"/errors/{number}/difference", months=months(*MONTHS), because=RECKONED)

    zhou = told.story.office.identities.by_token.identity(official_id("zhou"))
    assert zhou is not None
    steps = in_english(told.story, zhou).get(f"/errors/{number}").text
    assert f'href="/errors/{number}/case-correction' not in steps
    assert "is about a family without a case" in steps
    closed = paid_back_and_closed(told, number, len(MONTHS) * DUE)
    assert (closed["state"], closed["ledger"]["settled"]) == ("closed", True)
    assert [(each["month"], each["paid"], each["due"]) for each in closed["ledger"]["months"]] == [
        (month, 0, DUE) for month in MONTHS
    ]
    page = in_english(told.story, an_official(told.story.office, "lin", manager=("*",)))
    assert RECKONED in page.get(f"/errors/{number}/money").text
    assert "Difference entered" in page.get(f"/errors/{number}").text


def test_what_went_to_a_wrong_account_is_paid_again(told: ErrorStory) -> None:
    number = reported(told, "chen", element="E15", channel="complaint", learned_on=None)
    brought_to_the_money(told, number, ["back_payment", "process_fix"], element="E15")
    at = f"/errors/{number}/difference"

    for refused, code in (
        (months("2021-04-01"), "error.amount_outside_period"),
        (months("2021-10-01"), "error.amount_outside_period"),
        (months("2021-05-01", "2021-05-01"), "error.amount_twice"),
        (months("2021-05-01", paid=DUE), "error.nothing_different"),
    ):
        assert told.refused("zhou", at, months=refused, because=RECKONED) == code
    for malformed in ([], months("2021-05-01", paid=-1)):
        assert told.asks("zhou", at, months=malformed, because=RECKONED)["status"] == 422
    assert told.refused("chen", at, months=months(*MONTHS), because=RECKONED) == "identity.not_your_role"
    assert told.refused("sun", at, months=months(*MONTHS), because=RECKONED) == "error.had_a_part"
    told.done("zhou", at, months=months(*MONTHS), because=RECKONED)

    closed = paid_back_and_closed(told, number, len(MONTHS) * DUE)
    assert (closed["state"], closed["ledger"]["settled"]) == ("closed", True)
    assert told.reads("wu", f"/cases/{told.case}")["monthly_amount"] == DUE


def test_what_a_correction_of_the_case_brings_is_not_entered_by_hand(told: ErrorStory) -> None:
    number = brought(told, "planned")

    answer = told.refused("zhou", f"/errors/{number}/difference", months=months(*MONTHS), because=RECKONED)

    assert answer == "error.brought_by_case"

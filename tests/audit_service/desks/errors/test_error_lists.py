"""The lists of errors: the register, what waits on a desk, the notices; on their pages and as files."""

import pytest

from tests.audit_service.desks.errors.reader import addresses, browser, page
from tests.journeys.error_story import STEPS, ErrorStory, a_piece_of_evidence, brought, reported


def test_a_desk_shows_what_waits_for_its_official(told: ErrorStory) -> None:
    number = reported(told)
    assert number in page(told, "sun", "/errors/desk")
    assert number not in page(told, "wang", "/errors/desk")
    assert "/errors/desk/substantiate.csv" in addresses(told, "sun", "/errors/desk")
    assert number in browser(told, "sun").get("/errors/desk/substantiate.csv").text
    assert number not in browser(told, "sun").get("/errors/desk/correct.csv").text
    assert browser(told, "sun").get("/errors/desk/anything.csv").status_code in {404, 422}

    brought_further(told, number, "notified")
    assert number not in page(told, "sun", "/errors/desk")
    assert number in page(told, "zhou", "/errors/desk")

    brought_further(told, number, "completed")
    assert number not in browser(told, "zhou").get("/errors/desk/correct.csv").text
    assert number in browser(told, "zhou").get("/errors/desk/decide_money.csv").text
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


def test_a_verified_error_stays_on_a_desk_until_its_money_is_settled(told: ErrorStory) -> None:
    number = brought(told, "verified")
    at, owed = f"/errors/{number}", {"from_month": "2021-05-01", "to_month": "2021-09-01", "amount": 150000}

    def on_desks() -> dict[str, list[str]]:
        wanted = {"decide_money": ("zhou", "sun"), "move_money": ("zheng", "zhou"), "close": ("qian", "li")}
        return {
            what: [
                login
                for login in logins
                if number in [row["number"] for row in told.reads(login, f"/errors/waiting/{what}")["errors"]]
            ]
            for what, logins in wanted.items()
        }

    assert on_desks() == {"decide_money": ["zhou"], "move_money": [], "close": []}
    told.done("zhou", f"{at}/back-payments", **owed)
    assert on_desks() == {"decide_money": [], "move_money": ["zheng"], "close": []}
    told.done("zheng", f"{at}/back-payments-paid", amount=150000, paid_on="2021-09-20")
    assert on_desks() == {"decide_money": [], "move_money": [], "close": ["qian"]}
    told.done("qian", f"{at}/closure")
    assert on_desks() == {"decide_money": [], "move_money": [], "close": []}
    assert browser(told, "wu").get("/errors/desk/decide_money.csv").status_code == 200

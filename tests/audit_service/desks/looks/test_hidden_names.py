"""Names that are hidden: what cannot be asked for then, how they are shown, and that no mark is solved."""

from collections.abc import Iterator

import pytest

from audit_service.desks.looks.stating import ShowNames, show_names
from audit_service.identity.purposes import NamesHidden
from audit_service.settings import Settings
from domain.needy.person import Person
from tests.audit_service.desks.looks.test_looks import CASE, ERROR, HEAD, Reading, a_reading
from tests.builders import person
from tests.office import a_newcomer

HEAD_AT = f"/people/{person('head')}"
NUMBER = "210299198001010023"


@pytest.fixture
def reading(sqlite: Settings) -> Iterator[Reading]:
    with a_reading(sqlite) as reading:
        reading.states("chen")
        yield reading


def knows_names(reading: Reading) -> None:
    show_names(reading.office, reading.identity("chen"), ShowNames(reason="A signature is compared"))


def test_each_page_without_names_leads_to_where_one_says_why_they_are_needed(reading: Reading) -> None:
    hidden = [reading.gets("chen", path).text for path in (CASE, f"{HEAD_AT}?valid_on=2021-09-01")]
    asked = reading.gets("chen", "/purpose").text
    knows_names(reading)

    assert 'href="/purpose/names?then=%2Fcases%2FDB-0001"' in hidden[0]
    assert "/purpose/names?then=%2Fpeople%2F" in hidden[1]
    assert "%3Fvalid_on%3D2021-09-01" in hidden[1]
    assert "a mark ● stands for each" not in asked
    assert "/purpose/names" not in reading.gets("chen", CASE).text
    assert "/purpose/names" not in reading.gets("wang", CASE).text


def test_who_looks_by_name_is_told_that_names_are_hidden(reading: Reading) -> None:
    by_name = reading.posts("chen", "/people", text=HEAD).text
    by_number = reading.posts("chen", "/people", text="DB-0001").text
    headers = reading.headers("chen")
    told = reading.client.post("/api/v1/people/search", json={"text": HEAD}, headers=headers).json()
    knows_names(reading)
    shown = reading.posts("chen", "/people", text="Somebody Else").text

    assert "nobody is found by name then" in by_name
    assert "Nobody is found." not in by_name
    assert HEAD_AT in by_number
    assert (told["people"], told["names_hidden"]) == ([], True)
    assert "Nobody is found." in shown


def test_a_whole_id_number_is_opened_by_who_said_why_they_have_to_know(reading: Reading) -> None:
    at, headers = f"{HEAD_AT}/openings", reading.headers("chen") | {"Idempotency-Key": "1"}
    said = {"purpose": "inspection", "because": "Compared with the register"}
    last = reading.office.record.last_position()

    form = reading.gets("chen", at)
    sent = reading.posts("chen", at, **said)
    asked = reading.client.post(f"/api/v1{at}", json=said, headers=headers)

    assert [form.status_code, sent.status_code] == [303, 303]
    assert {form.headers["location"], sent.headers["location"]} == {
        f"/purpose/names?then={at.replace('/', '%2F')}"
    }
    assert (asked.status_code, asked.json()["code"]) == (403, NamesHidden.CODE)
    assert reading.office.record.last_position() == last
    assert {attempt.code for attempt in reading.office.record.attempts()} == {NamesHidden.CODE}

    knows_names(reading)
    assert reading.gets("chen", at).status_code == 200
    assert reading.posts("chen", at, **said).headers["location"].startswith(f"{HEAD_AT}?recorded=")
    assert isinstance(reading.office.record.events(person("head"))[-1], Person.Opened)
    assert NUMBER in reading.gets("chen", HEAD_AT).text
    reading.states("chen")
    assert NUMBER not in reading.gets("chen", HEAD_AT).text


def test_the_directory_of_officials_has_no_marks_and_what_they_did_no_logins(reading: Reading) -> None:
    client, headers = reading.client, reading.headers("chen")
    directory = reading.gets("chen", "/officials").text
    ways = ("/officials/wang", f"{ERROR}/notice", "/reports/late?official=wang", "/attempts?official=wang")

    assert "Wang Fictional" in directory
    assert "●" not in directory.replace("a mark ● stands for each", "")
    assert "Chen Fictional" in reading.gets("chen", "/officials/chen").text
    for path in ways:
        page = reading.gets("chen", path)
        assert page.status_code == 303, path
        assert page.headers["location"].startswith("/purpose/names?then=%2F"), path
    view = client.get("/api/v1/officials/wang", headers=headers)
    assert (view.status_code, view.json()["code"]) == (403, NamesHidden.CODE)

    knows_names(reading)
    assert {path: reading.gets("chen", path).status_code for path in ways} == dict.fromkeys(ways, 200)


def test_a_paper_is_printed_with_names_or_not_at_all(reading: Reading) -> None:
    paper = f"{ERROR}/receipt.pdf"

    refused = reading.gets("chen", paper)
    knows_names(reading)

    assert (refused.status_code, refused.headers["location"]) == (
        303,
        f"/purpose/names?then={paper.replace('/', '%2F')}",
    )
    assert reading.gets("chen", paper).content.startswith(b"%PDF")
    assert reading.gets("wang", paper).content.startswith(b"%PDF")


def test_what_one_looks_for_is_said_before_why_names_are_needed(reading: Reading) -> None:
    a_newcomer(reading.office, "mei", inspector=("*",))

    first = reading.gets("mei", "/purpose/names?then=%2Fcases")

    assert first.headers["location"] == "/purpose?then=%2Fpurpose%2Fnames%3Fthen%3D%252Fcases"

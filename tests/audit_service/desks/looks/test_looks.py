"""An inspector's view of personal data has a purpose, is on record, and tells no names until they matter."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
import sqlalchemy.exc
from httpx2 import Response
from sqlalchemy import Table, delete, update
from starlette.testclient import TestClient

from audit_service.desks.looks.stating import NotYourInspection
from audit_service.identity.database import office_engine
from audit_service.identity.identity import Identity
from audit_service.identity.purposes import PurposeMissing, Purposes
from audit_service.identity.tables import looks, purposes
from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.identities import case_id, official_id
from domain.inspections.inspection import Inspection
from tests.builders import STANDARDS, a_case_taken_over, a_household, a_person, person
from tests.error_builders import CATALOGUE, a_notified_error
from tests.inspection_builders import a_plan, an_inspection, an_inspectors_act
from tests.made import make
from tests.office import TODAY, a_client, a_newcomer, a_token, an_official

CASE, ERROR = "/cases/DB-0001", f"/errors/{a_notified_error().number}"
ABOUT_PEOPLE = (CASE, ERROR, "/households/H-0001", f"/people/{person('head')}", f"{CASE}/compare")
HEAD = "赵甲子"
OWN, WITHDRAWN, OF_OTHERS = "JD-2021-0001", "JD-2021-0002", "JD-2021-0003"


@dataclass(frozen=True)
class Reading:
    """An office whose client is whoever is named."""

    office: Office
    client: TestClient

    def gets(self, login: str, path: str) -> Response:
        identity = official_id(login)
        self.client.cookies.set("session", self.office.identities.sessions.start(identity))
        return self.client.get(path)

    def posts(self, login: str, path: str, **said: str) -> Response:
        self.client.cookies.set("session", self.office.identities.sessions.start(official_id(login)))
        return self.client.post(path, data=said)

    def identity(self, login: str) -> Identity:
        identity = self.office.identities.by_token.identity(official_id(login))
        assert identity
        return identity

    def headers(self, login: str) -> dict[str, str]:
        return a_token(self.office, self.identity(login))

    def states(self, login: str, then: str = CASE) -> Response:
        said = {"purpose": "The spot check of May", "inspection": OWN}
        return self.posts(login, f"/purpose?then={then}", **said)


@pytest.fixture
def reading(sqlite: Settings) -> Iterator[Reading]:
    with a_reading(sqlite) as reading:
        yield reading


@contextmanager
def a_reading(sqlite: Settings) -> Iterator[Reading]:
    """An office with a case and an error, an inspector chen, a caseworker wang, and he of the organ."""
    with a_client(sqlite) as (office, client):
        a_newcomer(office, "chen", inspector=("*",))
        an_official(office, "wang", caseworker=("*",))
        an_official(office, "he", organ=("*",))
        people = (a_person(), a_household(), a_case_taken_over(), a_notified_error())
        case = people[2]
        office.record.keep(Submission(aggregates=(STANDARDS, CATALOGUE, *people, *inspections())))
        assert case.head == person("head")
        office.follower.wait_for(office.record.last_position(), 10)
        yield Reading(office, client)


def inspections() -> tuple[Inspection, ...]:
    """One of chen's that goes on, one of theirs that was withdrawn, and one that others inspect."""
    act = an_inspectors_act(by=official_id("chen"))
    own, withdrawn = (Inspection.plan(a_plan(number=number), act) for number in (OWN, WITHDRAWN))
    withdrawn.withdraw(act)
    return own, withdrawn, an_inspection(number=OF_OTHERS)


def looked(office: Office) -> list[tuple[str, str, bool]]:
    return [(row.page, row.purpose_said, row.by_names) for row in office.identities.purposes.looks()]


def test_nothing_about_people_is_shown_before_a_purpose_is_stated(reading: Reading) -> None:
    for path in ABOUT_PEOPLE:
        page = reading.gets("chen", path)
        view = reading.client.get(f"/api/v1{path}", headers=reading.headers("chen"))

        assert page.status_code == 303, path
        assert page.headers["location"] == f"/purpose?then={path.replace('/', '%2F')}"
        assert (view.status_code, view.json().get("code")) == (403, PurposeMissing.CODE), path
    assert reading.gets("chen", f"{ERROR}/notice").status_code == 303
    assert looked(reading.office) == []
    assert reading.office.record.attempts() == []


def test_each_view_is_on_record_with_its_purpose(reading: Reading) -> None:
    stated = reading.states("chen")
    pages = [reading.gets("chen", path).status_code for path in ABOUT_PEOPLE]
    view = reading.client.get(f"/api/v1{CASE}", headers=reading.headers("chen"))

    assert (stated.status_code, stated.headers["location"]) == (303, CASE)
    assert [*pages, view.status_code] == [200] * 6
    assert looked(reading.office) == [
        (kind, "The spot check of May", False)
        for kind in (
            *("/cases/{number}", "/cases/{case_number}/compare", "/people/{person}"),
            *("/households/{household}", "/errors/{error_number}", "/cases/{case_number}"),
        )
    ]
    assert {row.about for row in reading.office.identities.purposes.looks(about=[case_id("DB-0001")])} == {
        case_id("DB-0001")
    }


def test_others_read_without_and_are_not_watched(reading: Reading) -> None:
    assert [reading.gets("wang", path).status_code for path in ABOUT_PEOPLE] == [200] * 5
    assert HEAD in reading.gets("wang", CASE).text
    assert looked(reading.office) == []
    assert reading.gets("wang", "/purpose").status_code == 403
    assert reading.posts("wang", "/purpose", purpose="Just so").status_code == 403


def test_names_are_hidden_until_somebody_says_why(reading: Reading) -> None:
    reading.states("chen")
    blind = [reading.gets("chen", path).text for path in (*ABOUT_PEOPLE, "/cases", "/officials")]
    shown = reading.posts("chen", f"/purpose/names?then={CASE}", reason="The signature has to be compared")
    seen = [reading.gets("chen", path).text for path in (CASE, "/officials")]

    assert [HEAD in page or "Wang Fictional" in page for page in blind] == [False] * 6 + [True]
    assert "●" in blind[0]
    assert (shown.status_code, shown.headers["location"]) == (303, CASE)
    assert HEAD in seen[0]
    assert "Wang Fictional" in seen[1]
    assert looked(reading.office)[0] == ("/cases/{case_number}", "The spot check of May", True)
    assert "The signature has to be compared" in reading.gets("chen", "/purpose").text


@pytest.mark.parametrize("form", [f"{ERROR}/escalation", f"{ERROR}/plan-acceptance"])
def test_a_form_that_is_shown_again_asks_for_a_purpose_and_hides_names_as_well(
    reading: Reading, form: str
) -> None:
    unasked = reading.posts("chen", form)
    reading.states("chen")

    again = reading.posts("chen", form)

    assert (unasked.status_code, HEAD in unasked.text) == (303, False)
    assert unasked.headers["location"].startswith("/purpose")
    assert again.status_code == 422
    assert HEAD not in again.text
    assert "Wang Fictional" not in again.text
    assert [purpose for kind, purpose, _ in looked(reading.office) if kind.endswith(form.rpartition("/")[2])]


@pytest.mark.parametrize("form", [f"/people/{person('head')}/openings", f"{ERROR}/notice"])
def test_a_form_that_tells_who_somebody_is_asks_why_also_when_it_is_sent(reading: Reading, form: str) -> None:
    reading.states("chen")

    sent = reading.posts("chen", form)

    assert (sent.status_code, sent.headers["location"].split("?")[0]) == (303, "/purpose/names")


def test_the_api_takes_a_purpose_and_a_reason(reading: Reading) -> None:
    client, headers = reading.client, reading.headers("chen")
    early = client.post("/api/v1/purposes/names", json={"reason": "To compare"}, headers=headers)
    stated = client.post("/api/v1/purposes", json={"purpose": "A spot check"}, headers=headers)
    blind = client.get(f"/api/v1{CASE}", headers=headers).json()["head"]
    shown = client.post("/api/v1/purposes/names", json={"reason": "To compare"}, headers=headers)

    assert (early.status_code, early.json()["code"]) == (403, PurposeMissing.CODE)
    assert (stated.status_code, shown.status_code) == (204, 204)
    assert blind.startswith("●")
    assert client.get(f"/api/v1{CASE}", headers=headers).json()["head"] == HEAD


def test_who_looked_at_a_case_is_told_to_whoever_may_read_it(reading: Reading) -> None:
    reading.states("chen")
    reading.gets("chen", CASE)
    reading.gets("chen", ERROR)

    told = reading.gets("wang", f"{CASE}/looks").text
    view = reading.client.get(f"/api/v1{CASE}/looks", headers=reading.headers("wang")).json()
    every = reading.gets("he", "/reports/looks").text
    file = reading.gets("he", "/reports/looks.csv").text

    assert "Chen Fictional" in told
    assert [(look["about"], look["about_error"], look["purpose"]) for look in view["looks"]] == [
        ("", a_notified_error().number, ""),
        ("DB-0001", "", ""),
    ]
    assert "The spot check of May" in every
    assert "The spot check of May" in file
    assert reading.gets("wang", "/reports/looks").status_code == 403
    assert reading.client.get("/api/v1/reports/looks?limit=1", headers=reading.headers("he")).json()["next"]
    assert "No inspector looked at it." in reading.gets("he", "/reports/looks?before=1").text


def test_the_inspection_is_one_that_goes_on_and_that_they_take_part_in(reading: Reading) -> None:
    form = reading.gets("chen", "/purpose").text
    client, headers = reading.client, reading.headers("chen")
    said = {"purpose": "The spot check of May"}

    assert f'value="{OWN}"' in form
    assert "中山区最低生活保障专项检查" in form
    assert not any(number in form for number in (WITHDRAWN, OF_OTHERS))
    for number in (WITHDRAWN, OF_OTHERS, "JD-2021-9999"):
        page = reading.posts("chen", "/purpose", **said, inspection=number)
        answer = client.post("/api/v1/purposes", json=said | {"inspection": number}, headers=headers)
        assert (page.status_code, answer.status_code) == (409, 409), number
        assert f"There is no inspection {number} that goes on and that you take part in." in page.text
        assert f'value="{OWN}"' in page.text
        assert answer.json()["code"] == NotYourInspection.CODE
    assert reading.office.identities.purposes.in_force(official_id("chen"), TODAY) is None
    stated = client.post("/api/v1/purposes", json=said | {"inspection": OWN}, headers=headers)
    assert stated.status_code == 204
    kept = reading.office.identities.purposes.in_force(official_id("chen"), TODAY)
    assert kept is not None
    assert kept.inspection == OWN


def test_who_takes_part_in_none_is_told_so(reading: Reading) -> None:
    a_newcomer(reading.office, "mei", inspector=("*",))

    form = reading.gets("mei", "/purpose").text

    assert "There is nothing to choose from yet." in form
    assert reading.posts("mei", "/purpose", purpose="A letter").status_code == 303


def test_what_is_not_said_is_asked_for_again(reading: Reading) -> None:
    assert reading.posts("chen", "/purpose", purpose="").status_code == 422
    assert reading.posts("chen", "/purpose/names", reason="").status_code == 422
    assert reading.posts("chen", "/purpose?then=//elsewhere.invalid", purpose="So").headers["location"] == "/"
    assert reading.gets("chen", "/purpose/names").status_code == 200
    assert reading.gets("chen", "/people/nobody").status_code == 404


@pytest.mark.parametrize("table", [purposes, looks])
def test_the_database_refuses_to_change_or_remove_them(settings: Settings, table: Table) -> None:
    make(settings)
    engine = office_engine(settings)
    kept = Purposes(engine)
    kept.state(official_id("chen"), TODAY, "A spot check")
    purpose = kept.in_force(official_id("chen"), TODAY)
    assert purpose
    kept.look(official_id("chen"), purpose, "/cases/{number}", None)

    for change in (update(table).values(official=official_id("li")), delete(table)):
        with pytest.raises(sqlalchemy.exc.DBAPIError, match="append-only"), engine.begin() as db:
            db.execute(change)
    assert [row.number for row in kept.looks()] == [1]
    assert kept.in_force(official_id("li"), TODAY) is None
    engine.dispose()

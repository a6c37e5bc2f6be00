"""Leads over HTTP: who sees them, what they lead to, and who says that there is nothing."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from audit_service.desks.leads.commands import NoSuchError, SetLeadAside, TakeUpLead
from audit_service.identity.identity import Identity, NotYourArea
from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.errors import NotOnRecord
from audit_service.store.submission import Submission
from domain.errors.error_record import ErrorRecord
from domain.identities import case_id, official_id
from domain.kernel import Event
from domain.leads.lead import Lead, LeadSettled, OwnDecision
from tests.builders import PULANDIAN, STANDARDS, ZHONGSHAN, a_case_taken_over, a_lead
from tests.error_builders import a_reported_error
from tests.office import a_client, a_token, an_official, ask

API = "/api/v1/leads"


@dataclass
class Desk:
    """An office with a lead about a decision of the manager's."""

    office: Office
    client: TestClient
    worker: Identity
    manager: Identity
    lead: Lead

    def headers(self, who: Identity) -> dict[str, str]:
        return a_token(self.office, who)

    def get(self, path: str, who: Identity | None = None) -> Any:
        answer = self.client.get(API + path, headers=self.headers(who or self.worker) | self.seen())
        assert answer.status_code == 200, answer.text
        return answer.json()

    def page(self, path: str, who: Identity | None = None) -> str:
        self.client.cookies.set(
            "session", self.office.identities.sessions.start((who or self.worker).official)
        )
        self.client.cookies.set("seen", str(self.office.record.last_position()))
        answer = self.client.get(path)
        assert answer.status_code == 200, answer.text
        return answer.text

    def seen(self) -> dict[str, str]:
        return {"X-Seen": str(self.office.record.last_position())}

    def about(self) -> dict[str, str]:
        return {"lead": str(self.lead.id)}

    def history(self) -> list[type[Event]]:
        return [type(event) for event in self.office.record.events(self.lead.id)]


@pytest.fixture
def desk(settings: Settings) -> Iterator[Desk]:
    with a_client(settings) as (office, client):
        worker = an_official(office, "worker", caseworker=(ZHONGSHAN,))
        manager = an_official(office, "manager", manager=("*",))
        lead = a_lead(decided_by=manager.official, subject=a_case_taken_over().subject)
        office.record.keep(Submission(aggregates=(STANDARDS, a_case_taken_over(), lead)))
        yield Desk(office, client, worker, manager, a_lead(decided_by=manager.official))


def test_leads_are_listed_by_kind_area_and_state(desk: Desk) -> None:
    [lead] = desk.get("")["leads"]

    assert (lead["kind"], lead["case"], lead["expected"], lead["found"]) == (
        "arithmetic",
        "DB-0001",
        84_000,
        75_000,
    )
    assert desk.get("?kind=overdue_review")["leads"] == []
    assert desk.get("?area=210214", desk.manager)["leads"] == []
    assert len(desk.get("?state=open&days=0&case=DB-0001")["leads"]) == 1
    assert desk.get("?days=1")["leads"] == []


def test_a_list_pages_by_position(desk: Desk) -> None:
    more = tuple(a_lead(decision=number) for number in range(20, 24))
    desk.office.record.keep(Submission(aggregates=more))

    first = desk.get("?limit=3")
    rest = desk.get(f"?limit=3&after={first['next']}")

    assert (len(first["leads"]), len(rest["leads"]), rest["next"]) == (3, 2, None)


def test_a_lead_that_is_about_no_amount_names_none(desk: Desk) -> None:
    overdue = a_lead(decision=30, kind="overdue_review", found=0, expected=0)
    desk.office.record.keep(Submission(aggregates=(overdue,)))

    rows = list(csv.reader(desk.page("/leads.csv?state=open").splitlines()))

    assert sorted(row[7:9] for row in rows[1:]) == [["", ""], ["750.00", "840.00"]]


def test_the_list_is_handed_out_whole_to_who_may_read_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit_service.desks.leads.exports.AT_ONCE", 2)
    more = tuple(a_lead(decision=number) for number in range(20, 24))
    desk.office.record.keep(Submission(aggregates=more))
    stranger = an_official(desk.office, "stranger", caseworker=(PULANDIAN,))

    headings, first, *others = csv.reader(desk.page("/leads.csv?state=open").splitlines())

    assert [first[place] for place in (0, 1, 6, 7, 8)] == [
        "The amount is not what the rules give",
        "DB-0001",
        "To be looked at",
        "750.00",
        "840.00",
    ]
    assert (len(headings), len(others)) == (10, 4)
    assert desk.page("/leads.csv?state=taken_up").count("DB-0001") == 0
    assert desk.page("/leads.csv", stranger).count("DB-0001") == 0
    assert "/leads.csv?state=open" in desk.page("/leads")


def test_a_filter_that_is_not_offered_leads_back_to_the_list(desk: Desk) -> None:
    desk.page("/leads")

    answer = desk.client.get("/leads.xlsx?kind=never")

    assert (answer.status_code, answer.headers["location"]) == (303, "/leads?kind=never")


def test_a_lead_of_another_area_is_not_shown(desk: Desk) -> None:
    stranger = an_official(desk.office, "stranger", caseworker=(PULANDIAN,))

    answer = desk.client.get(f"{API}/{desk.lead.id}", headers=desk.headers(stranger) | desk.seen())

    assert answer.status_code == 403
    assert desk.get("", stranger)["leads"] == []
    with pytest.raises(NotYourArea):
        ask(desk.office, aside(), stranger, desk.about())
    assert desk.history() == [Lead.Found]


@pytest.mark.parametrize("lead", ["none", "00000000-0000-4000-8000-000000000001"])
def test_what_is_no_lead_is_not_on_record(desk: Desk, lead: str) -> None:
    answer = desk.client.get(f"{API}/{lead}", headers=desk.headers(desk.worker))

    assert answer.status_code == 404
    with pytest.raises(NotOnRecord):
        ask(desk.office, aside(), desk.worker, {"lead": lead})


def test_a_lead_that_is_none_is_set_aside_with_a_reason(desk: Desk) -> None:
    answer = desk.client.post(
        f"{API}/{desk.lead.id}/setting-aside",
        json={"reason": "as_recorded", "because": "The means check says so."},
        headers=desk.headers(desk.worker) | {"Idempotency-Key": "one"},
    )

    found = desk.get(f"/{desk.lead.id}")
    page = desk.page(f"/leads/{desk.lead.id}")
    assert answer.status_code == 201
    assert desk.history() == [Lead.Found, Lead.SetAside]
    assert (found["state"], found["reason"]) == ("set_aside", "as_recorded")
    assert "The means check says so." in page
    assert "/setting-aside" not in page
    assert desk.get("?state=open")["leads"] == []


def test_who_decided_does_not_set_the_lead_aside(desk: Desk) -> None:
    with pytest.raises(OwnDecision):
        ask(desk.office, aside(), desk.manager, desk.about())

    assert desk.history() == [Lead.Found]


def test_a_lead_is_settled_once(desk: Desk) -> None:
    ask(desk.office, aside(), desk.worker, desk.about())

    with pytest.raises(LeadSettled):
        ask(desk.office, aside(), desk.worker, desk.about())

    assert desk.history() == [Lead.Found, Lead.SetAside]


def aside() -> SetLeadAside:
    return SetLeadAside(reason="as_recorded", because="Looked at the papers.")


def test_a_lead_leads_to_the_report_of_an_error_and_is_no_error_itself(desk: Desk) -> None:
    page = desk.page(f"/leads/{desk.lead.id}")

    [href] = [part.split('"')[0] for part in page.split('href="') if part.startswith("/errors/new")]
    asked = parse_qs(urlsplit(href.replace("&amp;", "&")).query)
    assert asked["case_number"] == ["DB-0001"]
    assert asked["element"] == ["E07"]
    assert asked["decision"] == ["7"]
    assert asked["from_month"] == ["2021-07-01"]
    everything = desk.office.record.read(0, 1000)
    assert not any(event.OF is ErrorRecord for event in everything)


def test_a_lead_is_not_taken_up_with_an_error_that_nobody_reported(desk: Desk) -> None:
    with pytest.raises(NoSuchError, match="No error CC-1 is on record for case DB-0001"):
        ask(desk.office, take_up("CC-1"), desk.worker, desk.about())

    assert desk.history() == [Lead.Found]


def test_a_lead_is_taken_up_with_an_error_of_its_case_only(desk: Desk) -> None:
    other = {"number": "CC210202-2021-0002", "case": case_id("DB-0009"), "case_number": "DB-0009"}
    here, elsewhere = a_reported_error(), a_reported_error(**other)
    desk.office.record.keep(Submission(aggregates=(here, elsewhere)))

    assert f"/leads/{desk.lead.id}/error?error={here.number}" in desk.page(f"/leads/{desk.lead.id}")
    with pytest.raises(NoSuchError):
        ask(desk.office, take_up(elsewhere.number), desk.worker, desk.about())
    ask(desk.office, take_up(here.number), desk.worker, desk.about())

    found = desk.get(f"/{desk.lead.id}")
    assert desk.history() == [Lead.Found, Lead.TakenUp]
    assert (found["state"], found["error"]) == ("taken_up", here.number)
    assert f'href="/errors/{here.number}"' in desk.page(f"/leads/{desk.lead.id}")


def take_up(number: str) -> TakeUpLead:
    return TakeUpLead(error=number, because="Reported.")


def test_the_list_shows_what_waits_first(desk: Desk) -> None:
    ask(desk.office, aside(), desk.worker, desk.about())
    desk.office.record.keep(Submission(aggregates=(a_lead(kind="overdue_review", decision=8),)))

    page = desk.page("/leads")
    everything = desk.page("/leads?state=")

    assert f"/leads/{desk.lead.id}" not in page
    assert f"/leads/{desk.lead.id}" in everything
    assert page.count("The means were not looked at again in time") >= 2


def test_a_filter_that_cannot_be_understood_is_told(desk: Desk) -> None:
    desk.page("/leads")

    answer = desk.client.get("/leads?days=soon")

    assert answer.status_code == 422


def test_whoever_runs_the_machines_sees_no_lead(desk: Desk) -> None:
    machinist = an_official(desk.office, "machinist", operator=("*",))

    assert desk.get("", machinist)["leads"] == []
    assert official_id("machinist") == machinist.official

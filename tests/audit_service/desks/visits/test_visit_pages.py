"""The ledger and a visit as pages, the coverage, and every list as a file."""

import csv
from typing import Any

import pytest

from audit_service.store.submission import Submission
from domain.identities import official_id, visit_id
from tests.audit_service.desks.visits.conftest import A_FAMILY, A_VISIT, ALONE, Ledger
from tests.builders import PULANDIAN, a_case_taken_over


def exported(ledger: Ledger, path: str) -> list[list[str]]:
    return list(csv.reader(ledger.page(path).removeprefix("\ufeff").splitlines()))


def covered(ledger: Ledger, **query: str) -> dict[str, Any]:
    [area] = ledger.reads("/visits/coverage", **query)["areas"]
    found: dict[str, Any] = area
    return found


def test_the_ledger_says_what_is_late_and_offers_to_enter_visits(ledger: Ledger) -> None:
    number = ledger.plans(due_on="2021-05-11")
    ledger.story.on("2021-05-12")

    page = ledger.page("/visits")

    assert number in page
    assert 'href="/visits/new"' in page
    assert "Overdue visits" in page
    assert '<a class="figures__value" href="/visits?state=planned">1</a>' in page


def test_the_ledger_is_narrowed(ledger: Ledger) -> None:
    made, planned = ledger.enters(**A_VISIT, **A_FAMILY), ledger.plans()

    page = ledger.page("/visits?state=planned")

    assert planned in page
    assert made not in page
    assert ledger.listed(observation="illness", since="2021-05-10", until="2021-05-10") == [made]
    assert "Nothing is found." in ledger.page("/visits?area=210203")
    assert "govuk-error-message" in ledger.page("/visits?since=yesterday", status=422)


def test_a_list_goes_on_where_it_stopped(ledger: Ledger) -> None:
    numbers = {ledger.enters(**A_VISIT, **A_FAMILY) for _ in range(3)}

    first = ledger.reads("/visits", limit="2")
    rest = ledger.reads("/visits", limit="2", after=first["next"])

    assert {each["number"] for each in (*first["visits"], *rest["visits"])} == numbers
    assert rest["next"] is None
    assert "Previous" in ledger.page(f"/visits?after={first['next']}")
    assert ledger.reads("/visits", after="yesterday")["status"] == 422
    assert ledger.reads("/visits", after="2021-99-99~ZF")["visits"] == first["visits"] + rest["visits"]


@pytest.mark.parametrize("path", ["/visits", "/visits/cadres"])
def test_a_page_leads_on_to_the_next(ledger: Ledger, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setattr("audit_service.desks.visits.listing.PAGE", 1)
    ledger.enters(**A_VISIT, **A_FAMILY)
    ledger.enters(**A_VISIT, person=ALONE, area="210202", others=["王某"])

    following = ledger.page(path).partition('class="pages__link" href="')[2].partition('"')[0]

    assert "after=" in following
    assert 'rel="next"' not in ledger.page(following.replace("&amp;", "&"))


def test_a_visit_offers_what_can_be_done_as_it_stands(ledger: Ledger) -> None:
    made, planned = ledger.enters(**A_VISIT, case="DB-0001"), ledger.plans()

    of_made, of_planned = ledger.page(f"/visits/{made}"), ledger.page(f"/visits/{planned}")

    assert f"/visits/{made}/correction?version=1" in of_made
    assert "/visits/planned/new?household=H-0001" in of_made
    assert "/cases/DB-0001" in of_made
    assert f"/visits/{planned}/account?version=1" in of_planned
    assert "correction" not in of_planned
    assert "药费负担重。" in of_made


def test_an_inspector_reads_and_changes_nothing(ledger: Ledger) -> None:
    number = ledger.enters(**A_VISIT, **A_FAMILY)
    inspector = ledger.another("qian", inspector=("*",))
    token = {"Authorization": f"Bearer {inspector.token}"}

    assert inspector.client.get(f"/api/v1/visits/{number}", headers=token).headers["ETag"] == '"1"'
    ledger.clerk.client.cookies.clear()
    office = ledger.story.office
    ledger.clerk.client.cookies.set("session", office.identities.sessions.start(official_id("qian")))
    page = ledger.clerk.client.get(f"/visits/{number}").text
    assert f"/visits/{number}/correction" not in page
    assert f"/visits/{number}/photos" not in page


def test_what_is_over_without_a_visit_is_told(ledger: Ledger) -> None:
    missed = ledger.enters("/visits/missed", **A_FAMILY, missed_on="2021-05-10", reason="nobody_home")
    withdrawn = ledger.enters(**A_VISIT, **A_FAMILY)
    ledger.enters(f"/visits/{withdrawn}/withdrawal", reason="twice")

    assert "Nobody was at home" in ledger.page(f"/visits/{missed}")
    assert "It is recorded twice" in ledger.page(f"/visits/{withdrawn}")
    rows = exported(ledger, "/visits.csv")
    assert {row[0]: row[rows[0].index("Why")] for row in rows[1:]} == {
        missed: "Nobody was at home",
        withdrawn: "It is recorded twice",
    }


def test_an_erased_family_is_told_as_erased(ledger: Ledger) -> None:
    number = ledger.enters(**A_VISIT, person=ALONE, area="210202")
    unknown = ledger.enters(**A_VISIT, named="桥头的赵家", area="210202")
    vault = ledger.story.office.vault
    vault.destroy(ledger.alone.id)
    vault.destroy(visit_id(unknown))

    erased = "Erased: the key of the person"
    assert erased in ledger.page(f"/visits/{number}")
    assert erased in ledger.page(f"/visits/{unknown}")
    assert erased in ledger.page("/visits/cadres")
    assert "药费负担重。" not in ledger.page(f"/visits/{number}")


def test_coverage_tells_who_was_visited_and_who_is_overdue(ledger: Ledger) -> None:
    alone = a_case_taken_over(
        number="TK-1",
        programme="tekun",
        household=None,
        head=ledger.alone.id,
        people=(ledger.alone.id,),
        members=1,
    )
    ledger.story.office.record.keep(Submission(aggregates=(alone,)))
    ledger.enters(**A_VISIT, **A_FAMILY)

    assert covered(ledger) == {
        "area": "210202",
        "families": 2,
        "visited": 1,
        "due": 0,
        "overdue": 1,
        "never": 1,
    }
    [overdue] = ledger.reads("/visits/families")["families"]
    assert (overdue["whom"], overdue["household"], overdue["last_visit"]) == ("虚构老人", None, None)
    assert f"person={ledger.alone.id}" in ledger.page("/visits/families")
    [visited] = ledger.reads("/visits/families", standing="visited")["families"]
    assert (visited["whom"], visited["last_visit"]) == ("H-0001", "2021-05-10")
    ledger.story.on("2021-05-30")
    assert covered(ledger, days="10")["visited"] == 0
    assert covered(ledger, days="30")["visited"] == 1
    assert ledger.reads("/visits/coverage", area=PULANDIAN)["areas"] == []


def test_cadres_are_told_with_what_they_did(ledger: Ledger) -> None:
    ledger.enters(**A_VISIT, **A_FAMILY)
    ledger.plans(officials=["zhao"])

    [wang, zhao] = ledger.reads("/visits/cadres")["cadres"]

    assert (wang["name"], wang["visits"], wang["families"]) == ("Wang Fictional · Civil Affairs", 1, 1)
    assert (zhao["name"], zhao["visits"], zhao["due"]) == ("Zhao Fictional · Civil Affairs", 0, 1)
    assert ledger.listed(cadre=wang["token"], state="made") != []
    assert f"/visits?cadre={wang['token']}" in ledger.page("/visits/cadres")


@pytest.mark.parametrize(
    ("path", "heading", "cells"),
    [
        ("/visits.csv?state=made", "Number", {"H-0001", "Made", "Wang Fictional · Civil Affairs"}),
        ("/visits/coverage.csv", "Area", {"Zhongshan", "1", "100"}),
        ("/visits/families.csv?standing=visited", "Who is visited", {"H-0001"}),
        ("/visits/cadres.csv", "Cadre", {"Wang Fictional · Civil Affairs"}),
    ],
)
def test_every_list_is_handed_out(ledger: Ledger, path: str, heading: str, cells: set[str]) -> None:
    ledger.enters(**A_VISIT, **A_FAMILY)

    headings, row = exported(ledger, path)

    assert headings[0] == heading
    assert cells <= set(row)


def test_all_of_a_list_is_handed_out(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit_service.desks.visits.search.AT_ONCE", 1)
    monkeypatch.setattr("audit_service.desks.visits.coverage.AT_ONCE", 1)
    for others in (["王某"], ["李某"]):
        ledger.enters(**A_VISIT, **A_FAMILY, others=others)

    assert len(exported(ledger, "/visits.csv")) == 3
    assert len(exported(ledger, "/visits/cadres.csv")) == 3
    assert len(exported(ledger, "/visits/families.csv?standing=visited")) == 2


@pytest.mark.parametrize("path", ["/visits/coverage", "/visits/families", "/visits/cadres"])
def test_coverage_says_what_is_wrong_with_what_it_is_narrowed_by(ledger: Ledger, path: str) -> None:
    assert "govuk-error-message" in ledger.page(f"{path}?days=0", status=422)

    answer = ledger.clerk.client.get(f"{path}.csv?days=0")

    assert (answer.status_code, answer.headers["Location"]) == (303, f"{path}?days=0")


def test_coverage_is_told_for_a_year_if_nothing_else_is_asked(ledger: Ledger) -> None:
    page = ledger.page("/visits/coverage")

    assert 'name="days" type="text"' in page
    assert 'value="365"' in page
    assert "Zhongshan" in page


def test_a_visit_that_is_not_on_record_is_not_shown(ledger: Ledger) -> None:
    assert ledger.reads("/visits/ZF-9")["status"] == 404


def test_what_a_command_is_about_stands_beside_its_form(ledger: Ledger) -> None:
    number = ledger.plans()

    page = ledger.page(f"/visits/{number}/day")

    assert f'href="/visits/{number}"' in page
    assert "Household H-0001" in page


def test_a_list_that_cannot_be_narrowed_so_leads_back_to_its_page(ledger: Ledger) -> None:
    client = ledger.clerk.client
    ledger.page("/visits")

    answer = client.get("/visits.csv?since=yesterday")

    assert (answer.status_code, answer.headers["Location"]) == (303, "/visits?since=yesterday")


def test_a_visit_shows_the_questions_raised_on_it_and_leads_on(ledger: Ledger) -> None:
    number = ledger.enters(**A_VISIT, **A_FAMILY)
    asked = ledger.clerk.asks(
        "/questions", area="210202", channel="visit", topic="medical", text="药费能报销吗？", visit=number
    )
    assert asked["status"] == 201, asked

    page = ledger.page(f"/visits/{number}")

    assert f'href="{asked["at"].removeprefix("/api/v1")}"' in page
    assert f"/questions/new?area=210202&amp;visit={number}&amp;channel=visit" in page
    assert f"/discoveries/new?area=210202&amp;visit={number}" in page
    assert 'href="/households/H-0001"' in page
    assert "/questions/new" not in ledger.page(f"/visits/{ledger.plans()}")


def test_a_case_a_household_and_a_person_lead_to_visits(ledger: Ledger) -> None:
    number = ledger.enters(**A_VISIT, case="DB-0001")

    case, household = ledger.page("/cases/DB-0001"), ledger.page("/households/H-0001")
    person = ledger.page(f"/people/{ledger.alone.id}")

    assert f'href="/visits/{number}"' in case
    assert 'href="/visits/new?case=DB-0001"' in case
    assert f'href="/visits/{number}"' in household
    assert 'href="/visits/planned/new?household=H-0001"' in household
    assert f'href="/visits/new?person={ledger.alone.id}"' in person
    assert 'value="DB-0001"' in ledger.page("/visits/new?case=DB-0001")

"""Any list can be taken along as a file: all of it, as far as its reader may read it, and noted."""

import asyncio
import csv
import gc
import io
from collections.abc import Iterator
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from audit_service.desks.handing_out import Handout
from audit_service.desks.officials.commands import RevokeRole
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.reports.columns import ListColumn
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.officials.official import RoleNotHeld
from tests.builders import ZHONGSHAN, a_case_taken_over, standards
from tests.office import a_client, an_official, ask

XIGANG = "210203"
CASES = {"FICTION-A1": ZHONGSHAN, "FICTION-A2": ZHONGSHAN, "FICTION-B1": XIGANG}
LISTS = ("/cases", "/officials", "/attempts", "/standards")


class Reading:
    """Officials in front of the lists."""

    def __init__(self, office: Office, client: TestClient) -> None:
        self.office, self.client = office, client
        self.officials: dict[str, Identity] = {
            "wei": an_official(office, "wei", inspector=("*",)),
            "sun": an_official(office, "sun", caseworker=(XIGANG,)),
            "op": an_official(office, "op", operator=("*",)),
        }
        cases = [a_case_taken_over(number=number, area=area) for number, area in CASES.items()]
        office.record.keep(Submission(aggregates=(standards(), *cases)))
        with pytest.raises(RoleNotHeld):
            ask(office, RevokeRole(role="clerk", because="A slip"), self.officials["op"], {"login": "sun"})

    def get(self, path: str, who: str = "wei", **query: str) -> Any:
        official = self.officials[who].official
        self.client.cookies.set("session", self.office.identities.sessions.start(official))
        self.client.cookies.set("seen", str(self.office.record.last_position()))
        return self.client.get(path, params=query)

    def rows(self, path: str, who: str = "wei", **query: str) -> list[list[Any]]:
        answer = self.get(path, who, **query)
        assert answer.status_code == 200, answer.text
        if path.endswith(".csv"):
            return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
        return CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()


@pytest.fixture
def reading(settings: Settings) -> Iterator[Reading]:
    with a_client(settings) as (office, client):
        yield Reading(office, client)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_list_of_cases_holds_what_its_page_shows(reading: Reading, kind: str) -> None:
    headings, first, *others = reading.rows(f"/cases.{kind}")

    assert headings[:2] == ["Number", "Head of household"]
    assert first[0] == "FICTION-A1"
    assert first[2:5] == ["Minimum living security", "Zhongshan", "In payment"]
    assert [row[0] for row in others] == ["FICTION-A2", "FICTION-B1"]


def test_all_of_a_list_is_handed_out_however_many_are_read_at_a_time(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit_service.desks.cases.search.AT_ONCE", 1)
    monkeypatch.setattr("audit_service.desks.officials.refused.AT_ONCE", 1)
    with pytest.raises(RoleNotHeld):
        ask(
            reading.office,
            RevokeRole(role="clerk", because="Again"),
            reading.officials["op"],
            {"login": "wei"},
        )

    assert [row[0] for row in reading.rows("/cases.csv")[1:]] == list(CASES)
    assert len(reading.rows("/attempts.csv")[1:]) == 2


def test_only_cases_of_the_readers_areas_are_handed_out(reading: Reading) -> None:
    assert [row[0] for row in reading.rows("/cases.csv", "sun")[1:]] == ["FICTION-B1"]
    assert reading.rows("/cases.csv", "sun", area=ZHONGSHAN)[1:] == []
    assert reading.rows("/cases.xlsx", "op")[1:] == []


def test_a_list_is_narrowed_as_its_page_is(reading: Reading) -> None:
    page = reading.get("/cases", number="FICTION-A", area="", state="", programme="")
    found = reading.rows("/cases.csv", number="FICTION-A", area="", state="", programme="")

    assert 'href="/cases.csv?number=FICTION-A"' in page.text
    assert [row[0] for row in found[1:]] == ["FICTION-A1", "FICTION-A2"]


def test_a_filter_that_is_not_offered_leads_back_to_the_page_that_says_so(reading: Reading) -> None:
    answer = reading.get("/cases.csv", area="nowhere")

    assert (answer.status_code, answer.headers["location"]) == (303, "/cases?area=nowhere")


def test_the_other_lists_hold_what_their_pages_show(reading: Reading) -> None:
    officials = reading.rows("/officials.csv")
    attempts = reading.rows("/attempts.xlsx")
    published = reading.rows("/standards.csv")

    assert officials[0] == ["Login", "Name", "Unit", "Roles"]
    assert ["sun", "Sun Fictional", "Civil Affairs", "Caseworker (Xigang)"] in officials
    assert [row[1:4] for row in attempts[1:]] == [["Op Fictional", "Operator", "Revoke a role"]]
    assert published[0][0] == "Reference"
    assert ["fictional 2021-1", "780.00", "2021-07-01"] in [[row[0], *row[4:6]] for row in published]


@pytest.mark.parametrize("path", LISTS)
def test_each_list_leads_to_its_files(reading: Reading, path: str) -> None:
    page = reading.get(path)

    assert f'href="{path}.csv"' in page.text
    assert f'href="{path}.xlsx"' in page.text


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("path", ["/officials", "/attempts"])
def test_a_list_is_not_handed_out_to_who_may_not_read_it(reading: Reading, path: str, kind: str) -> None:
    answer = reading.get(f"{path}.{kind}", "sun")

    assert answer.status_code == 403
    assert "Fictional" not in answer.text.replace("Sun Fictional", "")


def test_it_is_noted_who_took_what_along_but_not_what_it_says(reading: Reading) -> None:
    with capture_logs() as lines:
        reading.get("/cases.csv")

    assert lines == [
        {
            "event": "list exported",
            "list": "cases",
            "kind": "csv",
            "rows": 3,
            "whole": True,
            "by": "wei",
            "log_level": "info",
        }
    ]


def test_it_is_noted_when_somebody_breaks_off(reading: Reading) -> None:
    numbers = Handout[int]("numbers", "Number", (ListColumn(title="Number", value=lambda number: number),))

    async def begun_only() -> None:
        answer = numbers.answer(reading.officials["wei"], range(100_000), "csv", reading.office.today())
        async for _piece in answer.body_iterator:
            break

    with capture_logs() as lines:
        asyncio.run(begun_only())
        gc.collect()

    (line,) = lines
    assert (line["list"], line["whole"]) == ("numbers", False)
    assert line["rows"] < 100_000

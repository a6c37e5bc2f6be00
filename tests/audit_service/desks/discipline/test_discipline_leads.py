"""Discipline leads are there for inspectors whom they do not concern, and for nobody else anywhere."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from audit_service.api.app import create_api
from audit_service.desks.carrying import COMMANDS, every_module
from audit_service.desks.discipline.commands import (
    FollowUpDisciplineLead,
    RecordDisciplineLead,
    ReferDisciplineLead,
    SetDisciplineLeadAside,
)
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.errors import NotOnRecord
from audit_service.store.submission import Attempt, Submission
from domain.identities import case_id, official_id
from domain.inspections.discipline_lead import LeadSettled
from tests.builders import STANDARDS, a_case_taken_over, a_household, a_person
from tests.office import a_client, a_newcomer, a_token, an_official, ask

WHY = "A fictional reason."
SECRET = "An envelope was handed over."
AT = "/discipline-leads"


@dataclass(frozen=True)
class Compartment:
    """An office with a discipline lead, and whoever works there."""

    office: Office
    client: TestClient
    people: dict[str, Identity]
    number: str

    def answer(self, login: str, path: str) -> tuple[int, str]:
        """How a page, or a view of the API, is answered to somebody."""
        reader = self.people[login]
        self.client.cookies.set("session", self.office.identities.sessions.start(reader.official))
        headers = a_token(self.office, reader) if path.startswith("/api/") else {}
        answer = self.client.get(path, headers=headers)
        return answer.status_code, answer.text


@pytest.fixture(scope="module")
def compartment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Compartment]:
    settings = Settings(data_dir=tmp_path_factory.mktemp("compartment") / "var", origin="test.invalid/audit")
    with a_client(settings) as (office, client):
        roles = {
            "chen": "inspector",
            "xu": "inspector",
            "li": "manager",
            "wang": "caseworker",
            "zhao": "clerk",
            "he": "organ",
            "root": "operator",
        }
        people = {login: an_official(office, login, **{role: ("*",)}) for login, role in roles.items()}
        people["sun"] = an_official(office, "sun", inspector=("210203",))
        examples = (STANDARDS, a_case_taken_over(), a_household(), a_person())
        office.record.keep(Submission(aggregates=examples))
        recorded = ask(office, record(), people["chen"])
        office.follower.wait_for(office.record.last_position(), 10)
        yield Compartment(office, client, people, recorded.shown_at.rpartition("/")[2])


def record() -> RecordDisciplineLead:
    """A letter about a caseworker and an inspector."""
    return RecordDisciplineLead(
        area="210202",
        source="letter",
        officials=("wang", "xu"),
        text=SECRET,
        case="DB-0001",
        because=WHY,
    )


def lists_and_views(office: Office) -> list[str]:
    """Every page, file and view of the API that is read without saying which one."""
    modules = [module for name, module in every_module().items() if name.endswith((".pages", ".exports"))]
    routes = [route for module in modules for route in module.router.routes if isinstance(route, APIRoute)]
    api = [route for route in create_api(office).routes if isinstance(route, APIRoute)]
    pages = [route.path for route in routes if "GET" in (route.methods or ())]
    views = [f"/api/v1{route.path}" for route in api if "GET" in (route.methods or ())]
    known = {"login": "chen", "number": "DB-0001", "case_number": "DB-0001", "kind": "csv"}
    filled = {path.format_map(Known(known)) for path in (*pages, *views)}
    return sorted(path for path in filled if "{" not in path)


class Known(dict[str, str]):
    """Leaves what is not known as it stands."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


@pytest.mark.parametrize("login", ["li", "wang", "zhao", "he", "root", "xu", "sun"])
def test_wherever_they_look_there_is_none(compartment: Compartment, login: str) -> None:
    told = []
    for path in lists_and_views(compartment.office):
        if login in {"xu", "wang"} and path.endswith(("/new",)):
            continue
        status, text = compartment.answer(login, path)
        if compartment.number in text or SECRET in text or "discipline_lead" in text:
            told.append(path)
        if path.startswith((AT, f"/api/v1{AT}")) and login not in {"xu", "sun"} and status != 404:
            told.append(f"{status} {path}")

    assert told == []


@pytest.mark.parametrize("login", ["li", "wang", "zhao", "he", "root", "xu", "sun"])
def test_its_address_leads_nowhere(compartment: Compartment, login: str) -> None:
    here = f"{AT}/{compartment.number}"
    ways = [f"{here}/{way}" for way in ("follow-up", "referral", "setting-aside")]

    assert {compartment.answer(login, path)[0] for path in (here, f"/api/v1{here}", *ways)} == {404}
    attempts = [attempt.command for attempt in compartment.office.record.attempts(limit=200)]
    assert [command for command in attempts if "discipline" in command] == []


FILES = (f"{AT}.csv", f"{AT}.xlsx")


def test_the_list_is_handed_out_to_who_reads_it(compartment: Compartment) -> None:
    with capture_logs() as lines:
        status, file = compartment.answer("chen", FILES[0])
    _, page = compartment.answer("chen", AT)
    _, found = compartment.answer("chen", f"{FILES[0]}?area=210202&state=open")

    assert status == 200
    headings, *others, first = csv.reader(io.StringIO(file.removeprefix("\ufeff"), newline=""))
    assert headings[:4] == ["Number", "Area", "What it came from", "Whom it concerns"]
    assert first[0] == compartment.number
    assert set(first[3].split(", ")) == {"Wang Fictional", "Xu Fictional"}
    assert first[6:] == ["DB-0001", "Chen Fictional", ""]
    assert SECRET not in file
    assert compartment.number in found
    assert compartment.number not in compartment.answer("chen", f"{FILES[0]}?area=210203")[1]
    assert compartment.answer("chen", FILES[1])[0] == 200
    assert all(f'href="{path}"' in page for path in FILES)
    [line] = lines
    assert (line["list"], line["by"], line["rows"]) == ("discipline-leads", "chen", len(others) + 1)
    assert compartment.answer("chen", f"{FILES[0]}?state=none")[0] == 303


@pytest.mark.parametrize("path", [*FILES, f"{FILES[0]}?state=none"])
def test_to_others_there_is_no_such_file(compartment: Compartment, path: str) -> None:
    told = {login: compartment.answer(login, path) for login in ("li", "wang", "zhao", "he", "root")}

    assert {login: status for login, (status, _text) in told.items()} == dict.fromkeys(told, 404)
    attempts = compartment.office.record.attempts(limit=200)
    assert [attempt.command for attempt in attempts if "discipline" in attempt.command] == []


@pytest.mark.parametrize("login", ["xu", "sun"])
def test_a_file_holds_nothing_that_concerns_its_reader_or_is_elsewhere(
    compartment: Compartment, login: str
) -> None:
    status, file = compartment.answer(login, FILES[0])

    assert status == 200
    assert compartment.number not in file


def test_a_file_names_nobody_to_who_has_not_said_why(compartment: Compartment) -> None:
    compartment.people["mei"] = a_newcomer(compartment.office, "mei", inspector=("*",))

    _, file = compartment.answer("mei", FILES[0])

    assert compartment.number in file
    assert "●" in file
    assert "Wang" not in file


def test_a_command_about_it_is_answered_as_about_nothing(compartment: Compartment) -> None:
    office, before = compartment.office, compartment.office.record.last_position()
    known, unknown = ({"discipline_lead": number} for number in (compartment.number, "none"))
    commands = (
        FollowUpDisciplineLead(found="Nothing.", because=WHY),
        ReferDisciplineLead(to_whom="The commission", because=WHY),
        SetDisciplineLeadAside(reason="unfounded", because=WHY),
    )

    for login in ("li", "xu", "sun", "root"):
        for command in commands:
            for parameters in (known, unknown):
                with pytest.raises(NotOnRecord):
                    ask(office, command, compartment.people[login], parameters)
    assert office.record.last_position() == before


def test_an_inspector_reads_it_and_settles_it(compartment: Compartment) -> None:
    office, chen = compartment.office, compartment.people["chen"]
    about = {"discipline_lead": ask(office, record(), chen).shown_at.rpartition("/")[2]}
    ask(office, FollowUpDisciplineLead(found="It is so.", because=WHY), chen, about)
    ask(office, ReferDisciplineLead(to_whom="The commission", because=WHY), chen, about)
    before = office.record.last_position()
    office.follower.wait_for(before, 10)

    with pytest.raises(LeadSettled):
        ask(office, SetDisciplineLeadAside(reason="unfounded", because=WHY), chen, about)
    here = f"{AT}/{about['discipline_lead']}"
    _, page = compartment.answer("chen", here)
    _, listing = compartment.answer("chen", f"{AT}?area=210202&state=referred")
    _, view = compartment.answer("chen", f"/api/v1{AT}?limit=1")

    assert office.record.last_position() == before
    assert all(words in page for words in (SECRET, "The commission"))
    assert "Refer it" not in page
    assert about["discipline_lead"] in listing
    assert '"next":null' not in view
    assert "Refer it" in compartment.answer("chen", f"{AT}/{compartment.number}")[1]
    assert compartment.answer("chen", f"{AT}?state=none")[0] == 422


def test_who_was_to_be_recorded_there_is_told_to_nobody_else(compartment: Compartment) -> None:
    office, people = compartment.office, compartment.people
    for stream in (official_id("xu"), case_id("DB-0001")):
        attempt = Attempt(
            at=datetime.now(UTC),
            by=people["chen"].official,
            role="inspector",
            command="record_discipline_lead",
            stream=stream,
            code=LeadSettled.CODE,
        )
        office.record.keep(Submission(attempt=attempt))

    assert "record_discipline_lead" in compartment.answer("chen", "/api/v1/attempts")[1]
    for path in ("/api/v1/attempts", "/api/v1/attempts?case=DB-0001", "/api/v1/officials/chen"):
        assert "record_discipline_lead" not in compartment.answer("xu", path)[1]


def test_what_was_refused_there_is_told_to_inspectors_alone(compartment: Compartment) -> None:
    test_an_inspector_reads_it_and_settles_it(compartment)
    command = "set_discipline_lead_aside"

    assert COMMANDS[command].title in compartment.answer("chen", "/attempts")[1]
    assert command in compartment.answer("chen", "/api/v1/officials/chen")[1]
    about = compartment.answer("chen", "/api/v1/attempts")[1]
    assert '"about_clue":"XS210202-' in about
    others = (("root", "/api/v1/attempts"), ("li", "/api/v1/officials/chen"), ("xu", "/api/v1/attempts"))
    for login, path in (*others, ("sun", "/api/v1/attempts")):
        status, text = compartment.answer(login, path)
        assert status == 200
        assert command not in text

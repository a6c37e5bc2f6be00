"""An office with a few cases, inspectors who look into them, and a unit that is asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from httpx2 import Response
from starlette.testclient import TestClient

from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.identities import household_id, official_id
from domain.kernel import Act
from domain.officials.official import Official
from domain.roles import CASEWORKER, INSPECTOR, MANAGER
from tests.builders import PULANDIAN, STANDARDS, ZHONGSHAN, a_case_taken_over, an_act, person
from tests.error_builders import CATALOGUE
from tests.office import a_client, a_token, an_official
from tests.visit_builders import a_visit

API = "/api/v1"
KIN_CASE = "DB-0001"
VISITED_CASES = ("DB-0002", "DB-0003", "DB-0004", "DB-0005")
OTHER_CASES = ("DB-0006", "DB-0007", "DB-0008")
ELSEWHERE = "DB-0009"
PLAN: dict[str, Any] = {
    "title": "中山区低保专项检查",
    "areas": [ZHONGSHAN],
    "from_month": "2021-01-01",
    "to_month": "2021-06-01",
    "focus": ["means", "visit"],
}


@dataclass
class InspectionDesk:
    """An office, what serves it, and who works there: two inspectors, the unit's people, a neighbour."""

    office: Office
    client: TestClient
    people: dict[str, Identity]
    tokens: dict[str, dict[str, str]]

    def asks(self, who: str, path: str, **command: Any) -> dict[str, Any]:
        """Have a command carried out, and return where it is shown, or the problem."""
        headers = {"Idempotency-Key": uuid4().hex, **self.tokens[who]}
        body = {"because": "虚构的理由", **command}
        answer = self.client.post(f"{API}{path}", json=body, headers=headers)
        return {"status": answer.status_code, "at": answer.headers.get("Location", ""), **answer.json()}

    def done(self, who: str, path: str, **command: Any) -> str:
        """Have a command carried out that is not refused, and return where it is shown."""
        answer = self.asks(who, path, **command)
        assert answer["status"] == 201, answer
        return str(answer["at"])

    def refused(self, who: str, path: str, **command: Any) -> str:
        """Ask for what is refused: the code; nothing was recorded but the attempt."""
        before = self.office.record.last_position()
        answer = self.asks(who, path, **command)
        assert answer["status"] in {403, 409}, answer
        assert self.office.record.last_position() == before
        [attempt] = self.office.record.attempts(limit=1)
        assert attempt.by == self.people[who].official
        return attempt.code

    def reads(self, who: str, path: str) -> Any:
        answer = self.answer(who, path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def answer(self, who: str, path: str) -> Response:
        seen = {"X-Seen": str(self.office.record.last_position())}
        return self.client.get(f"{API}{path}", headers=self.tokens[who] | seen)

    def page(self, who: str, path: str) -> Response:
        """What the browser of an official is shown."""
        session = self.office.identities.sessions.start(self.people[who].official)
        self.client.cookies.set("session", session)
        self.client.cookies.set("seen", str(self.office.record.last_position()))
        return self.client.get(path)

    def something_happens(self) -> None:
        """Somebody of the unit records something."""
        question = {"area": ZHONGSHAN, "channel": "phone", "topic": "medical", "text": "Who pays?"}
        self.done("wang", "/questions", **question)

    def plan(self, **more: Any) -> str:
        """Plan an inspection, and return its number."""
        shown = self.done("sun", "/inspections", **(PLAN | more))
        return shown.rpartition("/")[2].partition("?")[0]

    def committed(self, **more: Any) -> str:
        """Plan one and commit its frame."""
        number = self.plan(**more)
        self.done("sun", f"/inspections/{number}/commitment", kin=100, visited=50, other=34)
        return number

    def drawn(self, **more: Any) -> str:
        """Plan one, commit, and draw; the other inspector examines."""
        number = self.committed(**more)
        self.something_happens()
        self.done("sun", f"/inspections/{number}/draw")
        self.done("sun", f"/inspections/{number}/examiners", examiners=["he"])
        return number

    def sample(self, number: str) -> list[str]:
        return [row["case_number"] for row in self.reads("sun", f"/inspections/{number}/sample")["cases"]]

    def examine(self, number: str, case: str, result: str = "satisfied", **more: Any) -> None:
        for focus in PLAN["focus"]:
            told = {"case_number": case, "focus": focus, "result": result, **more}
            self.done("he", f"/inspections/{number}/examination", **told)


@contextmanager
def an_inspection_desk(settings: Settings) -> Iterator[InspectionDesk]:
    with a_client(settings) as (office, client):
        people = {
            "sun": an_official(office, "sun", **{INSPECTOR: ("*",)}),
            "he": an_official(office, "he", **{INSPECTOR: ("*",)}),
            "wang": an_official(office, "wang", **{CASEWORKER: (ZHONGSHAN,)}),
            "li": an_official(office, "li", **{MANAGER: (ZHONGSHAN,)}),
            "zhao": an_official(office, "zhao", **{MANAGER: (PULANDIAN,)}),
        }
        office.record.keep(Submission(aggregates=tuple(_cases(office))))
        tokens = {login: a_token(office, identity) for login, identity in people.items()}
        yield InspectionDesk(office=office, client=client, people=people, tokens=tokens)


def _cases(office: Office) -> Iterator[Any]:
    yield from (STANDARDS, CATALOGUE)
    for number in (KIN_CASE, *VISITED_CASES, *OTHER_CASES, ELSEWHERE):
        who = person(f"head of {number}")
        area = PULANDIAN if number == ELSEWHERE else ZHONGSHAN
        household = household_id(f"H of {number}")
        yield a_case_taken_over(number=number, head=who, people=(who,), household=household, area=area)
    for number in VISITED_CASES:
        yield a_visit(f"ZF-{number}", household=household_id(f"H of {number}"))
    wang = office.record.get(Official, official_id("wang"))
    wang.declare_kinship(person(f"head of {KIN_CASE}"), "in_law", _a_declaration())
    yield wang


def _a_declaration() -> Act:
    return an_act("2021-04-01")

"""An office in whose record something was done that should not have been, and who reads about it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from starlette.testclient import TestClient

from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.cases.case import Case
from domain.errors.error_record import ErrorRecord
from domain.identities import official_id
from domain.kernel import Act
from domain.officials.official import Official
from tests.builders import STANDARDS, a_case_taken_over, an_act, day, person
from tests.error_builders import a_notified_error
from tests.office import TODAY, a_client, a_token, an_official


@dataclass(frozen=True)
class Reading:
    """Who reads in an office: through the browser, in English, and through the API."""

    office: Office
    client: TestClient

    def page(self, reader: Identity, path: str, **query: str) -> str:
        """The page, as it is shown to the reader."""
        self.client.cookies.set("session", self.office.identities.sessions.start(reader.official))
        page = self.client.get(path, params=query)
        assert page.status_code == 200, page.text
        return page.text

    def status(self, reader: Identity, path: str) -> int:
        """How the page is answered."""
        self.client.cookies.set("session", self.office.identities.sessions.start(reader.official))
        return self.client.get(path).status_code

    def reads(self, reader: Identity, path: str, **query: str) -> dict[str, object]:
        """The view, through the API."""
        headers = a_token(self.office, reader)
        answer: dict[str, object] = self.client.get(f"/api/v1{path}", params=query, headers=headers).json()
        return answer


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reading]:
    settings = Settings(data_dir=tmp_path_factory.mktemp("reports") / "var", origin="test.invalid/audit")
    with a_client(settings) as (office, client):
        wang = an_official(office, "wang", caseworker=("*",))
        for login, role in (("chen", "inspector"), ("li", "manager"), ("he", "organ")):
            an_official(office, login, **{role: ("*",)})
        an_official(office, "sun", inspector=("210203",))
        office.record.keep(Submission(aggregates=(STANDARDS, *breaches(office, wang))))
        office.follower.wait_for(office.record.last_position(), 10)
        yield Reading(office, client)


def breaches(office: Office, wang: Identity) -> tuple[ErrorRecord, Case, Official]:
    """A caseworker acts on a relative's case, late and after a notice, and looks into the own error."""
    case, error = a_case_taken_over(), a_notified_error()
    declared = office.record.get(Official, wang.official)
    declared.declare_kinship(person("head"), "in_law", an_act(by=wang.official))
    theirs = Act(by=wang.official, role="caseworker", unit="Civil Affairs", on=TODAY)
    error.trigger(ErrorRecord.CorrectionVerified, an_act(by=error.done[-1].by))
    facts = {"fact": "income", "before": 150000, "after": 120000}
    case.trigger(Case.FactChanged, theirs, valid_from=day("2021-06-01"), **facts)
    return error, case, declared


@pytest.fixture
def inspector(reading: Reading) -> Identity:
    return known(reading.office, "chen")


@pytest.fixture
def organ(reading: Reading) -> Identity:
    return known(reading.office, "he")


@pytest.fixture
def manager(reading: Reading) -> Identity:
    return known(reading.office, "li")


@pytest.fixture
def elsewhere(reading: Reading) -> Identity:
    """An inspector of another area."""
    return known(reading.office, "sun")


def known(office: Office, login: str) -> Identity:
    """The official with this login."""
    identity = office.identities.by_token.identity(official_id(login))
    assert identity is not None
    return identity

"""People through the API."""

import pytest
from starlette.testclient import TestClient

from audit_service.app import create_app
from audit_service.settings import Settings
from tests.audit_service.desks.needy.conftest import Town
from tests.office import a_token


@pytest.fixture
def client(town: Town, settings: Settings) -> TestClient:
    headers = a_token(town.office, town.caseworker) | {"Accept-Language": "en"}
    return TestClient(create_app(town.office, settings), headers=headers)


def test_somebody_is_found_opened_and_read(town: Town, client: TestClient) -> None:
    li = town.settle("李静", "1970-05-06", phone="13812345678", address="人民路街道12号")

    found = client.post("/api/v1/people/search", json={"text": "李静 1970-05-06"}).json()
    masked = client.get(f"/api/v1/people/{li.id}").json()
    receipt = client.post(
        f"/api/v1/people/{li.id}/openings",
        json={"because": "The letter came back.", "purpose": "contact"},
        headers={"Idempotency-Key": "once"},
    )
    whole = client.get(f"/api/v1/people/{li.id}").json()

    assert [row["person"] for row in found["people"]] == [str(li.id)]
    assert found["more"] is False
    assert (masked["name"], masked["id_number"], masked["phone"]) == (
        "李静",
        "2102**********0015",
        "138****5678",
    )
    assert masked["opened"] is False
    assert receipt.status_code == 201
    assert (whole["id_number"], whole["phone"]) == ("210299197005060015", "13812345678")
    assert (whole["opened"], whole["address"]) == (True, "人民路街道12号")
    assert whole["around"] == {"visits": [], "questions": []}
    assert whole["receiving"] == {"month": "2021-09-01", "total": 0, "cases": []}


def test_an_unknown_purpose_is_malformed(town: Town, client: TestClient) -> None:
    li = town.settle("李静")
    before = town.office.record.last_position()

    answer = client.post(
        f"/api/v1/people/{li.id}/openings",
        json={"because": "The letter came back.", "purpose": "curiosity"},
        headers={"Idempotency-Key": "once"},
    )

    assert answer.status_code == 422
    assert town.office.record.last_position() == before

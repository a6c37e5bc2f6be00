from typing import Any

import pytest
from starlette.testclient import TestClient

from audit_service.office import Office
from audit_service.store.errors import StoreUnavailable


def test_the_process_answers(client: TestClient) -> None:
    answer = client.get("/healthz")

    assert (answer.status_code, answer.json()) == (200, {"status": "answers"})


def test_it_is_ready_and_says_how_far_each_view_is(client: TestClient, office: Office) -> None:
    answer = client.get("/readyz")

    said = answer.json()
    assert answer.status_code == 200
    assert (said["status"], said["position"], said["trouble"]) == ("ready", office.record.last_position(), "")
    assert {view["name"] for view in said["views"]} == {each.name for each in office.follower.projections}
    assert {view["state"] for view in said["views"]} <= {"live", "filling"}


def test_it_is_not_ready_while_the_record_is_away(
    client: TestClient, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: Any) -> int:
        raise StoreUnavailable("somewhere.invalid refused")

    monkeypatch.setattr(type(office.record), "last_position", away)

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json() == {"status": "unreachable", "reason": "StoreUnavailable"}


def test_figures_are_given_even_while_the_record_is_away(
    client: TestClient, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.get("/healthz")
    with_record = client.get("/metrics").text

    monkeypatch.delattr(type(office.record), "last_position")
    without = client.get("/metrics").text

    assert 'audit_answer_seconds_count{method="GET",route="/healthz",status="200"}' in with_record
    assert "audit_record_position 0.0" in with_record
    assert "audit_answer_seconds_count" in without
    assert "audit_record_position" not in without


def test_an_address_that_does_not_exist_is_not_a_figure_of_its_own(client: TestClient) -> None:
    client.get("/made/up")
    client.request("BREW", "/made/up")

    figures = client.get("/metrics").text

    assert "/made/up" not in figures
    assert "BREW" not in figures

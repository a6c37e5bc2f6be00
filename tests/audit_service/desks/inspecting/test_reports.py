"""Inspectors read how duties were kept apart and what was recorded late, as page, as file and as JSON."""

from typing import Any

from audit_service.identity.identity import Identity
from tests.audit_service.desks.inspecting.conftest import Reading, known
from tests.error_builders import a_notified_error

SEGREGATION, LATE = "/reports/segregation", "/reports/late"


def test_breaches_are_told_with_what_makes_them_so(reading: Reading, inspector: Identity) -> None:
    found: Any = reading.reads(inspector, SEGREGATION)

    assert {(each["rule"], each["kind"], each["number"]) for each in found["breaches"]} == {
        ("kin_declared_later", "case", "DB-0001"),
        ("duty", "error", "CC210202-2021-0001"),
    }
    assert found["counts"] == {"duty": 1, "role": 0, "kin": 0, "kin_declared_later": 1}
    page = reading.page(inspector, SEGREGATION)
    assert "A relative&#39;s case, declared later" in page
    assert "declared on 1 April 2021" in page
    assert 'href="/errors/CC210202-2021-0001"' in page
    assert "Correction notice issued" in page


def test_breaches_are_narrowed_and_paged(reading: Reading, organ: Identity) -> None:
    by_rule: Any = reading.reads(organ, SEGREGATION, rule="duty", official="wang")
    first: Any = reading.reads(organ, SEGREGATION, limit="1")
    second: Any = reading.reads(organ, SEGREGATION, limit="1", before=str(first["next"]))

    assert by_rule["breaches"] == []
    assert len(first["breaches"]) == len(second["breaches"]) == 1
    assert second["next"] is None
    assert "Nothing like this is on record." in reading.page(organ, SEGREGATION, last="2000-01-01")
    assert reading.reads(organ, SEGREGATION, last="9999-12-31")["counts"] == found_in_all(reading, organ)
    assert reading.client.get(f"{SEGREGATION}?rule=none").status_code == 422


def found_in_all(reading: Reading, reader: Identity) -> Any:
    return reading.reads(reader, SEGREGATION)["counts"]


def test_late_recordings_are_told_with_their_lag(reading: Reading, inspector: Identity) -> None:
    found: Any = reading.reads(inspector, LATE, official="wang")

    (late,) = found["recordings"]
    assert (late["kind"], late["number"], late["measured"]) == ("case", "DB-0001", "true")
    assert late["happened_on"] == "2021-06-01"
    assert late["lag"] > 1000
    assert found["bands"][-1] == {"days": 366, "recordings": 1}
    page = reading.page(inspector, LATE, official="wang")
    assert "366 days and more" in page
    assert "Change recorded" in page
    error = a_notified_error().number
    for number, kinds in (("DB-0001", {"case"}), (error, set()), ("DB-none", set())):
        narrowed: Any = reading.reads(inspector, LATE, official="wang", number=number)
        assert {each["kind"] for each in narrowed["recordings"]} == kinds


def test_changes_after_a_notice(reading: Reading, inspector: Identity) -> None:
    found: Any = reading.reads(inspector, LATE, after_notice="true", area="210202")

    (late,) = found["recordings"]
    assert (late["after"], late["number"]) == ("correction", "DB-0001")
    assert f"Correction notice {late['notice']} of 6 September 2021" in reading.page(inspector, LATE)
    assert reading.reads(inspector, LATE, during_inspection="true")["recordings"] == []
    assert reading.client.get(f"{LATE}?lag=x").status_code == 422


def test_all_of_them_are_handed_out(reading: Reading, inspector: Identity) -> None:
    breaches = reading.page(inspector, f"{SEGREGATION}.csv")
    late = reading.page(inspector, f"{LATE}.csv")

    assert len(breaches.splitlines()) == 3
    assert "DB-0001" in late
    assert reading.page(inspector, f"{LATE}.xlsx")
    assert reading.status(inspector, f"{LATE}.csv?lag=x") == 303
    assert reading.status(inspector, f"{SEGREGATION}.csv?rule=x") == 303


def test_only_in_the_areas_of_the_reader(reading: Reading, elsewhere: Identity) -> None:
    assert reading.reads(elsewhere, SEGREGATION)["breaches"] == []
    assert reading.reads(elsewhere, LATE)["recordings"] == []


def test_is_not_for_managers(reading: Reading, manager: Identity) -> None:
    for path in (SEGREGATION, LATE, f"{SEGREGATION}.csv", f"{LATE}.xlsx"):
        assert reading.status(manager, path) == 403, path
    assert reading.reads(manager, SEGREGATION)["status"] == 403


def test_refused_attempts_are_narrowed(reading: Reading, inspector: Identity, elsewhere: Identity) -> None:
    reading.status(elsewhere, "/cases/DB-0001")
    manager = known(reading.office, "li")
    reading.status(manager, SEGREGATION)

    def codes(**query: str) -> set[str]:
        found: Any = reading.reads(inspector, "/attempts", **query)
        return {attempt["code"] for attempt in found["attempts"]}

    assert codes() >= {"identity.not_your_area", "identity.not_your_role"}
    assert codes(case="DB-0001") == codes(area="210202") == {"identity.not_your_area"}
    assert codes(official="li") == codes(rule="identity.not_your_role") == {"identity.not_your_role"}
    assert codes(area="210203") == codes(first="9999-12-31") == codes(last="2000-01-01") == set()
    first: Any = reading.reads(inspector, "/attempts", limit="1")
    assert reading.reads(inspector, "/attempts", before=str(first["next"]))["attempts"]
    assert "/attempts?case=DB-0001" in reading.page(inspector, "/cases/DB-0001")
    assert "Nothing was refused." in reading.page(inspector, "/attempts", rule="none")
    assert "identity" not in reading.page(inspector, "/attempts.csv", official="chen")
    assert reading.status(inspector, "/attempts?first=x") == 422
    assert reading.status(inspector, "/attempts.csv?first=x") == 303

"""What becomes of a planned visit: RecordPlannedVisit, RecordMissedVisit, RescheduleVisit, CallOffVisit."""

from typing import Any

import pytest

from audit_service.store.submission import Submission
from domain.identities import visit_id
from domain.visits.visit import Visit
from tests.audit_service.desks.visits.conftest import A_VISIT, Ledger
from tests.visit_builders import a_visit_taken_over

MISSED: dict[str, Any] = {"missed_on": "2021-05-11", "reason": "in_hospital"}


def test_a_planned_visit_is_made_and_the_next_one_planned(ledger: Ledger) -> None:
    number = ledger.plans()

    ledger.enters(f"/visits/{number}/account", **A_VISIT, officials=["zhao"], next_due="2022-05-01")

    visit = ledger.visit(number)
    assert (visit["state"], visit["day"], visit["due_on"]) == ("made", "2021-05-10", "2021-06-01")
    [planned] = ledger.reads("/visits", state="planned")["visits"]
    assert (planned["whom"], planned["day"], planned["cadres"]) == (
        "H-0001",
        "2022-05-01",
        ["Zhao Fictional · Civil Affairs"],
    )


def test_a_planned_visit_is_made_and_no_other_one_planned(ledger: Ledger) -> None:
    ledger.enters(f"/visits/{ledger.plans()}/account", **A_VISIT)

    assert ledger.listed(state="planned") == []


def test_a_planned_visit_is_missed_and_planned_again(ledger: Ledger) -> None:
    number = ledger.enters("/visits/planned", named="桥头的赵家", area="210202", due_on="2021-06-01")

    ledger.enters(f"/visits/{number}/attempt", **MISSED, next_due="2021-06-15")

    assert ledger.visit(number)["state"] == "missed"
    [planned] = ledger.reads("/visits", state="planned")["visits"]
    assert (planned["whom"], planned["day"]) == ("桥头的赵家", "2021-06-15")


def test_a_planned_visit_is_missed_and_given_no_other_day(ledger: Ledger) -> None:
    ledger.enters(f"/visits/{ledger.plans()}/attempt", **MISSED)

    assert ledger.listed(state="planned") == []


def test_a_planned_visit_is_put_off_and_given_to_others(ledger: Ledger) -> None:
    number = ledger.plans()

    ledger.enters(f"/visits/{number}/day", due_on="2021-06-15")
    ledger.enters(f"/visits/{number}/day", due_on="2021-06-15", others=["王某"])

    assert (ledger.visit(number)["day"], ledger.visit(number)["cadres"]) == ("2021-06-15", ["王某"])
    assert ledger.history(visit_id(number)) == [Visit.Planned, Visit.Rescheduled, Visit.Rescheduled]


def test_a_planned_visit_is_called_off(ledger: Ledger) -> None:
    number = ledger.plans()

    ledger.enters(f"/visits/{number}/calling-off")

    assert ledger.visit(number)["state"] == "called_off"


@pytest.mark.parametrize(
    ("path", "command"),
    [("account", A_VISIT), ("attempt", MISSED), ("day", {"due_on": "2021-06-15"}), ("calling-off", {})],
)
def test_what_is_over_does_not_come_any_more(ledger: Ledger, path: str, command: dict[str, object]) -> None:
    ledger.story.office.record.keep(Submission(aggregates=(a_visit_taken_over(),)))
    before = ledger.position

    answer = ledger.clerk.asks(f"/visits/ZF-4/{path}", **command)

    assert (answer["status"], answer["code"]) == (409, "visit.not_planned")
    assert ledger.position == before


def test_what_somebody_else_did_meanwhile_is_told_first(ledger: Ledger) -> None:
    number = ledger.plans()
    ledger.enters(f"/visits/{number}/day", due_on="2021-06-15")
    ledger.clerk.headers["If-Match"] = '"1"'

    answer = ledger.clerk.asks(f"/visits/{number}/calling-off")

    assert (answer["status"], answer["code"]) == (409, "record.stale_version")
    assert [each["what"] for each in answer["since"]] != []

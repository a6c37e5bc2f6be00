"""`audit-service recheck`, as it is typed."""

from collections.abc import Callable
from typing import Any

import pytest

from audit_service.opening import opened
from audit_service.settings import Settings
from tests.audit_service.cli.conftest import Typed
from tests.audit_service.rechecking.records import a_case_miscounted, a_late_end, keep, told, with_standards

Answered = Callable[..., Any]


@pytest.mark.usefixtures("prepared")
def test_what_does_not_fit_is_counted_and_kept(typed: Typed, answered: Answered, machine: Settings) -> None:
    with opened(machine) as office:
        keep(with_standards(office), a_case_miscounted(), a_late_end())

    first, second = answered("recheck"), answered("recheck")

    found = {kind: count for kind, count in first["leads"].items() if count}
    assert found == {"arithmetic": 1, "paid_after_death": 1, "overdue_review": 1}
    assert (first["since"], first["cases"]) == (0, 2)
    assert (second["since"], second["cases"], sum(second["leads"].values())) == (first["position"], 0, 0)
    with opened(machine) as office:
        assert ("arithmetic", "DB-0200") in told(office)


@pytest.mark.usefixtures("prepared")
def test_people_read_what_was_noticed(typed: Typed, machine: Settings) -> None:
    with opened(machine) as office:
        keep(with_standards(office), a_late_end())

    said = typed("recheck")

    assert said.startswith("Rechecked 1 cases, up to position ")
    assert "New leads: 1." in said
    assert "Paid after a death" in said
    assert "Paid after a death" not in typed("recheck")


def test_a_store_that_is_not_there_is_told(typed: Typed) -> None:
    assert typed("recheck", ends=3).startswith("The store has not been prepared yet")

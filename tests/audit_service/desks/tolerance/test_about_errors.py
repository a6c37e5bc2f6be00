"""What an error and its other reviews tell a step of a review of tolerance."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from audit_service.desks.tolerance.about_errors import facts_told
from domain.refusal import Reference
from domain.tolerance.state import State
from tests.builders import CASEWORKER, COLLEAGUE, an_act, day, person
from tests.error_builders import a_planned_error, a_reported_error, an_issuers_act
from tests.history import events_of


def a_row(number: str, state: State, determined_on: date | None = None) -> Any:
    row = {"number": number, "state": state.value, "determined_on": determined_on}
    return SimpleNamespace(**row, drafted=7, determined=9)


def test_the_first_notice_and_decision_about_the_officials_count() -> None:
    error = a_planned_error()
    error.accept_plan(an_issuers_act())
    organ = an_act("2021-09-20", by=person("organ"), role="organ")
    for official, on in ((COLLEAGUE, "2021-09-10"), (CASEWORKER, "2021-09-15")):
        error.notice_accountability(official, "fictional 1", organ, noticed_on=day(on))
    error.decide_accountability(COLLEAGUE, "fictional 2", organ, decided_on=day("2021-09-18"))

    own, both = facts_told(error, (), {CASEWORKER}), facts_told(error, (), {CASEWORKER, COLLEAGUE})

    assert (own.noticed_on, own.decided_on) == (day("2021-09-15"), None)
    assert (both.noticed_on, both.decided_on) == (day("2021-09-10"), day("2021-09-18"))
    assert (own.classified, own.correction, own.plan_accepted) == (True, "planned", True)
    accepted, *noticed, decided = (event.itself for event in events_of(error)[-4:])
    assert (own.noticed, own.decided) == (noticed[1], None)
    assert (both.noticed, both.decided, both.latest) == (noticed[0], decided, decided)
    assert accepted not in {both.noticed, both.latest}


def test_before_anybody_acted_on_it_the_report_is_the_latest() -> None:
    error = a_reported_error()

    assert facts_told(error, (), ()).latest == Reference(stream=error.id, version=1)


@pytest.mark.parametrize("state", [State.NOTIFIED, State.CLOSED, State.WITHDRAWN, State.REVOKED])
def test_what_was_determined_is_not_applied_for_again_however_it_ended(state: State) -> None:
    rows = (a_row("RC-2", State.WITHDRAWN), a_row("RC-1", state, day("2021-10-18")))

    facts = facts_told(a_planned_error(), rows, {CASEWORKER})

    assert facts.determined_in == "RC-1"
    assert facts.open_review == ("RC-1" if state is State.NOTIFIED else "")
    assert facts.determined == Reference(position=9)
    assert facts.opened == (Reference(position=7) if state is State.NOTIFIED else None)


def test_a_review_is_no_other_than_itself() -> None:
    rows = (a_row("RC-1", State.NOTIFIED, day("2021-10-18")),)

    facts = facts_told(a_planned_error(), rows, {CASEWORKER}, "RC-1")

    assert (facts.open_review, facts.determined_in) == ("", "")

"""What is decided on a case over its desk is in its history, by whom and why."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from audit_service.desks.cases.decisions import (
    AdjustAmount,
    EndAssistance,
    RefuseApplication,
    ResumePayment,
    SuspendPayment,
)
from audit_service.desks.cases.facts import RecordChange, RecordCorrection
from audit_service.desks.command import Command
from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.cases.case import Case
from domain.cases.state import State
from domain.identities import case_id
from tests.builders import PULANDIAN, STANDARDS, a_case_to_decide, a_confirmed_case, day, means
from tests.office import an_office, an_official, ask


@pytest.fixture
def at_work(sqlite: Settings) -> Iterator[Office]:
    """An office with standards, a case to decide and one in payment."""
    with an_office(sqlite) as office:
        to_decide, in_payment = a_case_to_decide(number="DB-0009"), a_confirmed_case()
        one = means(kind=None, members=1)
        granted = a_confirmed_case(one, number="GL-0001", programme="elderly", granted=20000)
        office.record.keep(Submission(aggregates=(STANDARDS, to_decide, in_payment, granted)))
        yield office


JULY: dict[str, Any] = {"valid_from": day("2021-07-01"), "because": "虚构的理由"}
OCTOBER = JULY | {"valid_from": day("2021-10-01")}


@pytest.mark.parametrize(
    ("number", "command", "decided"),
    [
        ("DB-0009", RefuseApplication(reason="income", because="虚构的理由"), Case.ApplicationRefused),
        ("GL-0001", AdjustAmount(granted=30000, **OCTOBER), Case.Adjusted),
        ("DB-0002", SuspendPayment(**OCTOBER), Case.Suspended),
        ("DB-0002", EndAssistance(reason="died", **OCTOBER), Case.Terminated),
        ("DB-0002", RecordChange(monthly_income=90000, **OCTOBER), Case.FactChanged),
        ("DB-0002", RecordChange(area=PULANDIAN, members=4, **OCTOBER), Case.FactChanged),
        ("GL-0001", RecordCorrection(granted=30000, **JULY), Case.FactCorrected),
    ],
)
def test_a_decision_is_recorded_with_its_grounds(
    at_work: Office, number: str, command: Command, decided: type[Any]
) -> None:
    zhou = an_official(at_work, "zhou", manager=("*",), caseworker=("*",))
    before = at_work.record.last_position()

    ask(at_work, command, zhou, {"number": number})

    event, *_ = at_work.record.read(before, 1)
    assert (event.stream, type(event)) == (case_id(number), decided)
    assert vars(event)["by"] == zhou.official
    assert at_work.vault.open_many([vars(event)["because"]]) == ["虚构的理由"]


def test_a_payment_that_was_suspended_is_resumed(at_work: Office) -> None:
    zhou = an_official(at_work, "zhou", caseworker=("*",))

    for command in (SuspendPayment(**OCTOBER), ResumePayment(**OCTOBER)):
        ask(at_work, command, zhou, {"number": "DB-0002"})

    case = at_work.record.get(Case, case_id("DB-0002"))
    assert (case.state, case.amount_in(day("2021-10-01"))) == (State.IN_PAYMENT, 84000)


def test_nothing_different_is_no_change() -> None:
    with pytest.raises(ValidationError, match="fill in at least one of the facts"):
        RecordChange(**OCTOBER)

"""What a lead says is read in plain words and figures."""

import pytest

from audit_service.desks.leads.readings import READINGS
from audit_service.desks.leads.words import more_about
from audit_service.web.translation import read_in
from domain.cases.programmes import NOTICE, OPINION
from domain.leads.finding import ARITHMETIC, MISSING_STEP, OVERDUE_REVIEW
from domain.leads.lead import Lead
from domain.rechecking.amounts import NO_STANDARD
from tests.builders import a_lead
from tests.history import last


@pytest.mark.parametrize(
    ("kind", "detail", "told"),
    [
        (MISSING_STEP, f"{NOTICE} {OPINION}", "Public notice posted, Preliminary opinion given"),
        (OVERDUE_REVIEW, "2021-06-30", "Was to be looked at by 30 June 2021"),
        (ARITHMETIC, NO_STANDARD, "No standard was in force"),
        (ARITHMETIC, "fictional 2021-1", "fictional 2021-1"),
        (ARITHMETIC, "", "—"),
    ],
)
def test_what_a_lead_says_besides_is_told_by_its_kind(kind: str, detail: str, told: str) -> None:
    with read_in("en"):
        assert more_about(kind, detail) == told


def read(lead: Lead) -> dict[str, str]:
    with read_in("en"):
        return {each.label: each.after or "" for each in READINGS[Lead.Found].changes(last(lead, Lead.Found))}


def test_the_amount_by_the_rules_stands_beside_the_one_that_was_found() -> None:
    told = read(a_lead())

    assert (told["Amount as determined"], told["Amount by the rules"]) == ("¥ 750.00", "¥ 840.00")


def test_a_lead_about_no_amount_tells_none() -> None:
    told = read(a_lead(kind=MISSING_STEP, expected=0, found=0, detail=NOTICE))

    assert "Amount by the rules" not in told
    assert told["More about it"] == "Public notice posted"

"""A lead is found once, and a person says what became of it."""

from dataclasses import replace
from uuid import uuid4

import pytest

from domain.leads.finding import OVERDUE_REVIEW
from domain.leads.lead import (
    CORRECTED,
    MERGED,
    RESOLVED,
    SET_ASIDE,
    TAKEN_BACK,
    TAKEN_UP,
    Lead,
    LeadSettled,
    OtherKind,
    OwnDecision,
    UnknownSettlement,
)
from tests.builders import (
    CASEWORKER,
    a_finding,
    a_lead,
    a_lead_about_people,
    a_managers_act,
    an_act,
    day,
    person,
)
from tests.history import given, last, recorded, refused

FINDING = a_finding()


def the_lead() -> Lead:
    return given(a_lead())


@pytest.mark.parametrize(
    "other", [{"kind": OVERDUE_REVIEW}, {"case": uuid4()}, {"decision": 8}, {"from_month": day("2021-08-01")}]
)
def test_the_same_lead_has_the_same_identity_and_another_has_another(other: dict[str, object]) -> None:
    lead = Lead.find(FINDING, an_act())

    assert Lead.find(replace(FINDING, found=1, detail="x"), an_act("2022-01-01")).id == lead.id
    assert Lead.find(replace(FINDING, **other), an_act()).id != lead.id  # type: ignore[arg-type]  # by name


def test_grounds_are_sealed_for_whom_the_case_is_about() -> None:
    lead = the_lead()

    lead.set_aside("as_recorded", an_act())

    assert last(lead, Lead.SetAside).subject == FINDING.subject


def test_a_lead_is_set_aside_by_who_did_not_decide() -> None:
    lead = the_lead()

    lead.set_aside("as_recorded", an_act())

    assert recorded(lead) == [Lead.SetAside]
    assert lead.state == SET_ASIDE


def test_nobody_sets_aside_a_lead_about_their_own_decision() -> None:
    lead = the_lead()

    with refused(lead, OwnDecision, "about a decision of your own"):
        lead.set_aside("as_recorded", a_managers_act())


def test_a_lead_is_set_aside_for_a_reason_of_the_list() -> None:
    lead = the_lead()

    with refused(lead, UnknownSettlement, "for the reason fancy"):
        lead.set_aside("fancy", an_act())


def test_a_lead_is_taken_up_by_whoever_reported_an_error_their_own_too() -> None:
    lead, error = the_lead(), uuid4()

    lead.take_up(error, a_managers_act())

    assert recorded(lead) == [Lead.TakenUp]
    assert lead.state == TAKEN_UP


def test_a_lead_is_settled_once() -> None:
    lead = the_lead()
    lead.set_aside("other", an_act(by=CASEWORKER))

    with refused(lead, LeadSettled, "settled this lead already"):
        lead.take_up(uuid4(), an_act())
    with refused(lead, LeadSettled):
        lead.set_aside("other", an_act())


def test_a_lead_about_people_is_noticed_once_by_the_two_events_it_is_about() -> None:
    lead, same = a_lead_about_people(), a_lead_about_people(area="210203")

    assert lead.id == same.id
    assert lead.id != a_lead_about_people(second=10).id
    assert (lead.kind, lead.subject, lead.first, lead.second) == ("named_otherwise", person("head"), 2, 9)


def test_a_lead_about_people_is_resolved_once_and_by_what_fits_it() -> None:
    lead = given(a_lead_about_people())

    with refused(lead, OtherKind):
        lead.resolve(MERGED, an_act(), kinds=("one_person",))
    lead.resolve(CORRECTED, an_act(), kinds=("named_otherwise",))

    assert (lead.state, last(lead, Lead.Resolved).outcome) == (RESOLVED, CORRECTED)
    with refused(lead, LeadSettled):
        lead.resolve(CORRECTED, an_act(), kinds=("named_otherwise",))


@pytest.mark.parametrize("lead", [a_lead(), a_lead_about_people()], ids=["case", "people"])
def test_a_lead_lapses_when_what_it_rests_on_is_taken_back(lead: Lead) -> None:
    lead = given(lead)

    lead.lapse(an_act())

    assert last(lead, Lead.Resolved).outcome == TAKEN_BACK
    assert lead.state == RESOLVED


def test_a_lead_that_is_settled_does_not_lapse() -> None:
    lead = a_lead()
    lead.set_aside("as_recorded", an_act())
    lead = given(lead)

    with refused(lead, LeadSettled):
        lead.lapse(an_act())

"""What was done in a relative's case before the declaration is a lead, act by act and once."""

from collections.abc import Iterator
from uuid import UUID

import pytest

from audit_service.desks.leads.words import more_about
from audit_service.office import Office
from audit_service.rechecking.run import recheck
from audit_service.settings import Settings
from audit_service.web.translation import read_in
from domain.cases.case import Case
from domain.leads.finding import RELATIVE
from domain.needy.household import Household
from domain.officials.official import Official
from tests.audit_service.rechecking.records import (
    a_case_in_order,
    an_office_at_work,
    events,
    keep,
    leads,
    people_of,
    with_standards,
)
from tests.builders import (
    CASEWORKER,
    STANDARDS,
    a_confirmed_case,
    a_household,
    a_managers_act,
    an_act,
    day,
    person,
)


@pytest.fixture
def office(settings: Settings) -> Iterator[Office]:
    with an_office_at_work(settings) as office:
        yield with_standards(office)


def declare(office: Office, relative: UUID, on: str = "2021-05-20") -> None:
    """The caseworker of the cases declares a relative."""
    official = Official.blank(CASEWORKER)
    official.declare_kinship(relative, "collateral", a_managers_act(on))
    keep(office, official)


def acts(office: Office, case: Case) -> dict[int, str]:
    """What the caseworker did in a case, by position."""
    return {
        event.position: event.TOPIC
        for event in events(office)
        if event.originator_id == case.id and event.by == CASEWORKER
    }


def test_each_act_before_the_declaration_is_a_lead_once(office: Office, settings: Settings) -> None:
    case = a_case_in_order()
    keep(office, case, a_case_in_order("DB-0101"))
    done = acts(office, case)
    declare(office, case.people[0])

    first, second = recheck(office, settings), recheck(office, settings)

    found = leads(office)
    assert (first.leads, second.leads) == ({RELATIVE: len(done)}, {})
    assert {lead.decision: lead.detail for lead in found} == {
        position: f"{topic} 2021-05-20" for position, topic in done.items()
    }
    assert {(lead.decided_by, lead.case_number, lead.expected, lead.found) for lead in found} == {
        (CASEWORKER, case.number, 0, 0)
    }


def test_what_was_done_while_a_relative_lived_there_is_a_lead(office: Office, settings: Settings) -> None:
    household, cousin = a_household("H-0100"), person("cousin")
    case = a_confirmed_case(number="DB-0100", household=household.id, **people_of("DB-0100"))
    keep(office, household, case)
    household = office.record.get(Household, household.id)
    household.join(cousin, "other", an_act("2021-05-15"))
    keep(office, household)
    case = office.record.get(Case, case.id)
    case.suspend(STANDARDS, an_act("2021-06-18"), valid_from=day("2021-07-01"))
    keep(office, case)
    declare(office, cousin, "2021-06-20")

    outcome = recheck(office, settings)

    [lead] = leads(office)
    assert (outcome.leads, lead.detail) == ({RELATIVE: 1}, "case.suspended 2021-06-20")


def test_what_was_done_after_they_moved_out_is_none(office: Office, settings: Settings) -> None:
    household = a_household("H-0100", "head", "cousin")
    household.leave(person("cousin"), an_act("2021-01-01"))
    case = a_confirmed_case(number="DB-0100", household=household.id, **people_of("DB-0100"))
    keep(office, household, case)
    declare(office, person("cousin"), "2021-06-20")

    assert recheck(office, settings).leads == {}


def test_a_declaration_that_was_withdrawn_leads_to_nothing(office: Office, settings: Settings) -> None:
    case = a_case_in_order()
    keep(office, case)
    declare(office, case.people[0])
    official = office.record.get(Official, CASEWORKER)
    official.withdraw_kinship(case.people[0], a_managers_act("2021-05-21"))
    keep(office, official)

    assert recheck(office, settings).leads == {}


def test_a_lead_says_which_act_it_was_and_when_the_relative_was_declared() -> None:
    with read_in("en"):
        assert more_about(RELATIVE, "case.confirmed 2021-05-20") == (
            "Assistance confirmed; declared as a relative on 20 May 2021"
        )

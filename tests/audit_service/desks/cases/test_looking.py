"""What stands on the pages of a case: its facts, its months, who lives in the household."""

from collections.abc import Iterator

import pytest

from audit_service.desks.cases.dossier import Dossier
from audit_service.desks.cases.looking import facts_on, household_of, members_of, months_of
from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.web.translation import read_in
from domain.cases.case import Case
from domain.cases.entitlement import Uplift
from tests.builders import a_confirmed_case, an_applied_case, day, means
from tests.history import events_of
from tests.office import an_office


@pytest.fixture
def quiet(sqlite: Settings) -> Iterator[Office]:
    """An office where nothing happened yet."""
    with an_office(sqlite) as office:
        yield office


def dossier(case: Case) -> Dossier:
    return Dossier(
        case=case, events=events_of(case), entries=(), position=9, valid_on=day("2021-07-01"), known_at=None
    )


@pytest.mark.parametrize(
    ("starts", "ends", "written"),
    [
        ("2021-06-01", None, "From June 2021 on"),
        ("2021-06-01", "2021-07-01", "June 2021"),
        ("2021-12-01", "2022-01-01", "December 2021"),
        ("2021-06-01", "2022-01-01", "June 2021 to December 2021"),
        ("2021-06-01", "2021-09-01", "June 2021 to August 2021"),
    ],
)
def test_a_period_is_written_by_its_first_and_last_month(starts: str, ends: str | None, written: str) -> None:
    with read_in("en"):
        assert months_of(day(starts), day(ends) if ends else None) == written


def test_an_application_tells_no_means_and_no_amount_yet(quiet: Office) -> None:
    with read_in("en"):
        told = dict(facts_on(quiet, dossier(an_applied_case())))

    assert told["Programme"] == "Minimum living security"
    assert told.keys() == {"Head of household", "Programme", "Area"}


def test_a_case_in_payment_tells_what_its_amount_rests_on(quiet: Office) -> None:
    case = a_confirmed_case(means(uplifts=(Uplift("elderly", 1),)))

    with read_in("en"):
        told = dict(facts_on(quiet, dossier(case)))

    assert (told["Members counted"], told["Monthly income of the household"]) == ("3", "¥ 1,500.00")
    assert (told["Kind of standard"], told["Elderly members"]) == ("Urban", "1")
    assert told["Amount due in the month"] == "¥ 840.00"


def test_without_a_household_those_who_claim_are_named(quiet: Office) -> None:
    found = dossier(an_applied_case(household=None))

    claiming = members_of(quiet, found)

    assert [step.href for step, _ in claiming] == [f"/people/{one}" for one in found.case.people]
    assert {relation for _, relation in claiming} == {""}
    assert household_of(quiet, found) == ""

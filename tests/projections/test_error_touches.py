"""Whether somebody else had found an error before it is reported: this one, and not another nearby."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import Connection

from domain.errors.error_record import ErrorRecord
from domain.identities import case_id
from domain.leads.finding import KINDS
from projections.error_register import error_register
from projections.error_touches import SHOWN_BY, SameError, is_discovered
from tests.builders import CASEWORKER, MANAGER, a_lead, a_noticed_case, an_act, day, person
from tests.error_builders import (
    CATALOGUE,
    a_classification,
    a_report,
    a_reported_error,
    a_reviewers_act,
    a_substantiated_error,
    reported,
)

Show = Callable[..., Connection]
COLLEAGUE = person("colleague")


def missed_member(reporter: UUID = COLLEAGUE, first: str = "2021-05-01", last: str = "") -> SameError:
    """A member missed in the case, as somebody is about to report it."""
    until = day(last) if last else None
    return SameError(case=case_id("DB-0001"), element="E03", first=day(first), last=until, reporter=reporter)


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2021-07-01", "", True),
        ("2021-01-01", "2021-05-01", True),
        ("2021-01-01", "2021-04-01", False),
        ("2021-08-01", "", False),
    ],
)
def test_a_report_of_somebody_else_counts_for_its_months(
    shown: Show, first: str, last: str, *, found: bool
) -> None:
    db = shown(error_register, a_reported_error(to_month=day("2021-07-01")))

    assert is_discovered(db, missed_member(first=first, last=last)) is found


def test_ones_own_reports_and_reports_of_other_elements_do_not_count(shown: Show) -> None:
    db = shown(error_register, a_reported_error())

    assert not is_discovered(db, missed_member(CASEWORKER))
    assert not is_discovered(db, replace(missed_member(), element="E01"))
    assert not is_discovered(db, replace(missed_member(), case=case_id("DB-0002")))


def test_who_reported_it_once_more_had_found_it_too(shown: Show) -> None:
    error = a_reported_error()
    error.link_report("Seen on a visit.", an_act("2021-09-20", by=COLLEAGUE), channel="peer")

    db = shown(error_register, error)

    assert is_discovered(db, missed_member(CASEWORKER))


def test_what_a_report_turned_out_to_be_was_found_by_who_reported_it(shown: Show) -> None:
    error = a_substantiated_error()
    kind = a_classification(element="E01", from_month=day("2021-03-01"), amounts=())
    error.classify(kind, CATALOGUE, a_reviewers_act("2021-09-20"), began=None)
    db = shown(error_register, error)
    income = replace(missed_member(first="2021-03-01", last="2021-04-01"), element="E01")

    assert is_discovered(db, income)
    assert is_discovered(db, missed_member())
    assert not is_discovered(db, replace(income, reporter=CASEWORKER))


def test_an_objection_does_not_tell_what_is_wrong_so_it_counts(shown: Show) -> None:
    case = a_noticed_case(number="DB-0001")
    case.raise_objection("They own a house.", an_act("2021-05-03"))

    db = shown(error_register, case)

    assert is_discovered(db, replace(missed_member(), case=case.id))


@pytest.mark.parametrize("kind", KINDS)
def test_a_lead_counts_from_its_month_on_for_what_it_shows(shown: Show, kind: str) -> None:
    lead = a_lead(kind=kind, case=case_id("DB-0001"), case_number="DB-0001", from_month=day("2021-05-01"))
    shows = replace(missed_member(), element=SHOWN_BY.get(kind, "E03"))

    db = shown(error_register, lead)

    assert is_discovered(db, shows)
    assert not is_discovered(db, replace(shows, first=day("2021-01-01"), last=day("2021-04-01")))
    assert is_discovered(db, missed_member()) is (kind not in SHOWN_BY)
    assert is_discovered(db, replace(missed_member(), element="of this office"))


def test_a_family_without_a_case_has_none_that_anything_could_be_found_in(shown: Show) -> None:
    error = reported(a_report(case=None, case_number="", about="210202/x", household=None, deciders=()))

    db = shown(error_register, error)

    assert isinstance(error, ErrorRecord)
    assert not is_discovered(db, replace(missed_member(MANAGER), case=error.id))

"""What happened to an error, and what its page shows of it, is read in plain words and figures."""

from typing import Any

import pytest

from audit_service.desks.carrying import every_command
from audit_service.desks.errors.dossier import ErrorDossier
from audit_service.desks.errors.looking import period
from audit_service.desks.errors.money_page import entry_name
from audit_service.desks.errors.of_case import report_at
from audit_service.desks.errors.readings import READINGS
from audit_service.identity.console import CONSOLE
from audit_service.web.translation import read_in
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import PAID, Entry
from domain.errors.state import MonthAmount
from domain.kernel import Aggregate, Event
from tests.builders import day
from tests.error_builders import (
    a_catalogue,
    a_classified_error,
    a_dismissed_error,
    a_reported_error,
    an_edition,
)
from tests.history import events_of, last


def read(happened_to: Aggregate, kind: type[Event], language: Any = "en") -> dict[str, str]:
    with read_in(language):
        changes = READINGS[kind].changes(last(happened_to, kind))
        return {each.label: each.after or "" for each in changes}


def test_an_estimate_is_told_as_a_sum_of_its_months() -> None:
    months = (MonthAmount(day("2021-07-01"), 5000), MonthAmount(day("2021-08-01"), 2000))

    assert read(a_classified_error(amounts=months), ErrorRecord.Classified)["Due less paid, 2 months"] == (
        "+¥ 70.00"
    )
    without = read(a_classified_error(amounts=()), ErrorRecord.Classified)
    assert not [label for label in without if label.startswith("Due less paid")]


def test_a_catalogue_tells_its_first_and_its_last_element() -> None:
    catalogue = a_catalogue(an_edition())

    assert read(catalogue, ErrorCatalogue.Published)["Elements"] == "E01 – E20"


def test_why_a_report_was_dismissed_is_told_by_its_name() -> None:
    told = read(a_dismissed_error(), ErrorRecord.Dismissed)["Reason"]

    assert told[0].isupper()
    assert "_" not in told


@pytest.mark.parametrize(
    ("to_month", "written"),
    [
        (None, "From May 2021 on"),
        ("2021-05-31", "May 2021"),
        ("2021-07-01", "May 2021 to July 2021"),
    ],
)
def test_the_months_in_error_are_written(to_month: str | None, written: str) -> None:
    error = a_reported_error(from_month=day("2021-05-01"), to_month=day(to_month) if to_month else None)

    with read_in("en"):
        assert period(ErrorDossier(error=error, events=events_of(error), position=1)) == written


def test_an_entry_says_which_one_it_takes_back() -> None:
    with read_in("en"):
        assert entry_name(Entry(2, PAID, -5000, reverses=1)) == "Back payment paid: reversal of no. 1"


def test_who_may_not_report_is_not_led_to_the_form() -> None:
    every_command()

    assert report_at(CONSOLE, case_number="DB-0001") == ""

"""Numbers are given once, however many ask at the same time."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, count, repeat

import pytest

from audit_service.desks.errors import notices, reporting
from audit_service.desks.errors.notices import IssueCorrectionNotice
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.errors import StaleVersion
from audit_service.store.submission import Submission
from domain.errors.error_record import ErrorRecord
from tests import error_builders as in_the_domain
from tests.builders import day
from tests.error_builders import (
    CATALOGUE,
    EVIDENCE,
    a_classification,
    a_reviewers_act,
    of_a_family_not_covered,
)
from tests.journeys.error_story import ErrorStory, reported
from tests.office import an_office, an_official, ask

MANY = 32


def classified_errors(office: Office, many: int) -> Sequence[ErrorRecord]:
    """So many families that were not covered: classified, and no notice issued yet."""
    errors = []
    for each in range(many):
        values = of_a_family_not_covered() | {"about": f"210202/{each}", "number": f"CC210202-2021-{each:08}"}
        error = in_the_domain.reported(in_the_domain.a_report(**values))
        error.begin_substantiation(a_reviewers_act())
        error.substantiate(EVIDENCE, a_reviewers_act())
        found = a_classification(element="E10", from_month=day("2021-05-01"))
        error.classify(found, CATALOGUE, a_reviewers_act())
        errors.append(error.copied())
        office.record.keep(Submission(aggregates=(error,)))
    return errors


def a_notice(*persons: str) -> IssueCorrectionNotice:
    return IssueCorrectionNotice(because="It is to be put right.", items=("training",), persons=persons)


def numbers_of_notices(office: Office) -> list[str]:
    events = office.record.read(0, 10_000)
    return [event.notice for event in events if isinstance(event, ErrorRecord.NoticeIssued)]


def issued(office: Office, manager: Identity, error: ErrorRecord, **more: int) -> None:
    ask(office, a_notice("li"), manager, {"error_number": error.number}, **more)


def test_notices_issued_at_once_are_numbered_without_a_gap(settings: Settings) -> None:
    with an_office(settings) as office:
        manager = an_official(office, "wang", manager=("*",))
        an_official(office, "li", caseworker=("*",))
        errors = classified_errors(office, MANY)

        with ThreadPoolExecutor(MANY) as windows:
            for issuing in [windows.submit(issued, office, manager, error) for error in errors]:
                issuing.result()

        assert sorted(numbers_of_notices(office)) == [
            f"JC210202-2021-{number:04}" for number in range(1, MANY + 1)
        ]


def test_who_decided_on_what_they_saw_is_given_the_next_number_as_well(
    sqlite: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = iter([0, 0, 1])
    monkeypatch.setattr(notices, "count_notices", lambda _db, _beginning: next(counted))
    with an_office(sqlite) as office:
        manager = an_official(office, "wang", manager=("*",))
        an_official(office, "li", caseworker=("*",))
        first, second = classified_errors(office, 2)

        issued(office, manager, first)
        issued(office, manager, second, expected=second.version)

        assert numbers_of_notices(office) == ["JC210202-2021-0001", "JC210202-2021-0002"]


def test_a_number_that_is_given_for_good_is_not_asked_for_for_ever(
    sqlite: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = count()
    monkeypatch.setattr(notices, "count_notices", lambda _db, _beginning: 0 * next(asked))
    with an_office(sqlite) as office:
        manager = an_official(office, "wang", manager=("*",))
        an_official(office, "li", caseworker=("*",))
        first, second = classified_errors(office, 2)
        issued(office, manager, first)

        with pytest.raises(StaleVersion):
            issued(office, manager, second)

        assert next(asked) < 200
        assert numbers_of_notices(office) == ["JC210202-2021-0001"]


def test_an_error_gets_another_number_where_chance_falls_on_one_that_is_given(
    told: ErrorStory, monkeypatch: pytest.MonkeyPatch
) -> None:
    fallen = chain(repeat(7, 9), repeat(8))
    monkeypatch.setattr(reporting, "error_number", lambda *_about: f"CC210202-2021-{next(fallen):08}")

    first, second = reported(told), reported(told, element="E13")

    assert (first, second) == ("CC210202-2021-00000007", "CC210202-2021-00000008")

"""A family that may be entitled stays on the list until somebody decides, with reasons."""

from uuid import uuid4

import pytest

from domain.discovery.discovery import (
    DecidedAlready,
    Discovery,
    UnknownDecision,
    UnknownSign,
    decided_by,
)
from tests.builders import an_act, day, person
from tests.domain.standards.test_deadlines import CALENDAR
from tests.history import given, last, recorded, refused
from tests.question_builders import a_discovery, decided_discoveries


def test_a_family_waits_for_a_decision() -> None:
    discovery = given(a_discovery(person=person("head")))

    assert (discovery.state, discovery.programme, discovery.person) == ("waiting", "dibao", person("head"))


def test_a_family_is_marked_for_a_sign_of_the_list() -> None:
    with pytest.raises(UnknownSign, match="no sign weather"):
        a_discovery(sign="weather")


def test_who_the_family_is_is_sealed_under_the_persons_key_or_one_of_its_own() -> None:
    known, unknown = a_discovery(person=person("head")), a_discovery()

    assert last(known, Discovery.Marked).subject == person("head")
    assert last(unknown, Discovery.Marked).subject == unknown.id


def test_each_way_of_deciding_says_what_became_of_the_family() -> None:
    applied, not_entitled, declined = decided_discoveries()

    assert [each.state for each in (applied, not_entitled, declined)] == [
        "applied",
        "not_entitled",
        "declined",
    ]
    assert last(applied, Discovery.ApplicationOpened).case_number == "DB-0001"
    assert last(not_entitled, Discovery.FoundNotEntitled).reason == "income"
    assert last(declined, Discovery.Declined).reason == "manages"


@pytest.mark.parametrize("decided", decided_discoveries(), ids=lambda one: one.state)
def test_it_is_decided_once(decided: Discovery) -> None:
    discovery = given(decided)

    with refused(discovery, DecidedAlready, "mark it again"):
        discovery.open_application(uuid4(), "DB-1", an_act())
    with refused(discovery, DecidedAlready):
        discovery.find_not_entitled("income", an_act())
    with refused(discovery, DecidedAlready):
        discovery.decline("manages", an_act())


def test_a_decision_has_a_reason_of_its_list() -> None:
    discovery = given(a_discovery())

    with refused(discovery, UnknownDecision, "no reason manages"):
        discovery.find_not_entitled("manages", an_act())
    with refused(discovery, UnknownDecision):
        discovery.decline("income", an_act())


def test_the_report_of_an_error_decides_nothing() -> None:
    discovery = given(a_discovery())

    discovery.report_error(uuid4(), "CC-1", an_act())

    assert recorded(discovery) == [Discovery.ErrorReported]
    assert discovery.state == "waiting"


def test_it_is_to_be_decided_within_ten_working_days() -> None:
    assert decided_by(day("2021-04-23"), CALENDAR) == day("2021-05-10")

"""A standard is raised: looked at beforehand, carried out area by area, and once only."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from audit_service import office as offices
from audit_service.cli import door
from audit_service.cli.door import ask
from audit_service.desks.carry_out import Answer
from audit_service.desks.standards.commands import AdjustArea
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.opening import opened
from audit_service.settings import Settings
from audit_service.store.errors import StoreUnavailable
from audit_service.store.submission import Kept, Submission
from domain.cases.case import Case
from domain.identities import case_id
from tests.audit_service.cli.conftest import Typed
from tests.builders import CITY_2021, ZHONGSHAN, a_case_taken_over, standards
from tests.journeys.story import Clerk, Story, a_story, in_english
from tests.made import make
from tests.office import an_official

XIGANG = "210203"
AMOUNT = 3 * 75000 - 150000
"""Fen a month of a family of three, by the standard of 2020."""
RAISED = 3 * 78000 - 150000
UNEXPLAINED = "FICTION-A9"
AREAS = {"FICTION-A1": ZHONGSHAN, "FICTION-A2": ZHONGSHAN, "FICTION-B1": XIGANG}
REFERENCE = CITY_2021.reference


@pytest.fixture
def register(story: Story) -> Story:
    """A register of two areas in the summer of 2021; the amount of one of its cases follows from nothing."""
    cases = [a_case_taken_over(number=number, area=area) for number, area in AREAS.items()]
    odd = a_case_taken_over(number=UNEXPLAINED, monthly_amount=12345)
    story.office.record.keep(Submission(aggregates=(standards(), *cases, odd)))
    story.on("2021-07-02")
    story.settled()
    return story


def outlook(clerk: Clerk) -> dict[str, Any]:
    """What the standard makes of each area."""
    found = clerk.reads(f"/standards/{REFERENCE}/outlook")
    return {each.pop("area"): each for each in found["areas"]}


def adjust(story: Story, *areas: str) -> Sequence[int]:
    """Let the manager adjust the areas, and return what each was answered."""
    path = f"/standards/{REFERENCE}/adjustments"
    answers = [story.manager.asks(path, area=area)["status"] for area in areas]
    story.settled()
    return answers


def amounts(story: Story) -> dict[str, int]:
    """What each family is due in July."""
    return {
        number: story.manager.reads(f"/cases/{number}", valid_on="2021-07-02")["monthly_amount"]
        for number in (*AREAS, UNEXPLAINED)
    }


def test_the_outlook_counts_and_says_why_not(register: Story) -> None:
    last = register.office.record.last_position()

    found = outlook(register.manager)

    zhongshan, xigang = found[ZHONGSHAN], found[XIGANG]
    (exception,) = zhongshan["exceptions"]
    assert (zhongshan["adjusted"], zhongshan["already"]) == (2, 0)
    assert (zhongshan["total_before"], zhongshan["total_after"]) == (2 * AMOUNT, 2 * RAISED)
    assert (exception["number"], exception["code"]) == (UNEXPLAINED, "case.unexplained_amount")
    assert exception["reason"]
    assert (xigang["adjusted"], xigang["total_after"], xigang["exceptions"]) == (1, RAISED, [])
    assert sum(each["adjusted"] for each in found.values()) == len(AREAS)
    assert register.office.record.last_position() == last


def test_the_outlook_tells_of_the_readers_areas_only(register: Story) -> None:
    sun = an_official(register.office, "sun", manager=(XIGANG,))
    clerk = Clerk(register.manager.client, register.office.identities.tokens.make(sun.official))

    assert outlook(clerk).keys() == {XIGANG}


def test_an_area_is_adjusted_as_it_was_foreseen(register: Story) -> None:
    foreseen = outlook(register.manager)[ZHONGSHAN]

    assert adjust(register, ZHONGSHAN) == [201]

    assert amounts(register) == {
        "FICTION-A1": RAISED,
        "FICTION-A2": RAISED,
        "FICTION-B1": AMOUNT,
        UNEXPLAINED: 12345,
    }
    after = outlook(register.manager)[ZHONGSHAN]
    assert (after["adjusted"], after["already"]) == (0, foreseen["adjusted"])
    assert after["exceptions"] == foreseen["exceptions"]


def test_nobody_is_adjusted_twice(register: Story) -> None:
    adjust(register, ZHONGSHAN)
    before = [version(register, number) for number in AREAS]

    assert adjust(register, ZHONGSHAN) == [201]

    assert [version(register, number) for number in AREAS] == before
    assert amounts(register)["FICTION-A1"] == RAISED


def version(story: Story, number: str) -> int:
    return story.office.record.get(Case, case_id(number)).version


def test_what_stopped_between_two_areas_is_gone_on_with(
    register: Story, typed: Typed, answered: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopping(office: Office, command: AdjustArea, identity: Identity, **parameters: str) -> Answer:
        if command.area == XIGANG:
            raise StoreUnavailable
        return ask(office, command, identity, **parameters)

    with monkeypatch.context() as failing:
        failing.setattr(door, "ask", stopping)
        typed("standards", "raise", REFERENCE, ZHONGSHAN, XIGANG, ends=3)
    register.settled()
    between = amounts(register)
    adjusted = [version(register, number) for number in ("FICTION-A1", "FICTION-A2")]

    again = answered("standards", "raise", REFERENCE)

    register.settled()
    assert between["FICTION-A1"] == RAISED
    assert between["FICTION-B1"] == AMOUNT
    assert {one["area"]: one["cases"] for one in again if one["cases"]} == {XIGANG: 1}
    assert [version(register, number) for number in ("FICTION-A1", "FICTION-A2")] == adjusted
    assert amounts(register) == dict.fromkeys(AREAS, RAISED) | {UNEXPLAINED: 12345}


def test_an_area_is_adjusted_wholly_or_not_at_all(register: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    last = register.office.record.last_position()

    def lost(submission: Submission) -> Kept:
        assert len(submission.aggregates) == 1 + 2
        raise StoreUnavailable

    with monkeypatch.context() as failing:
        failing.setattr(register.office.record, "keep", lost)
        assert adjust(register, ZHONGSHAN) == [503]

    assert register.office.record.last_position() == last
    assert set(amounts(register).values()) == {AMOUNT, 12345}
    assert adjust(register, ZHONGSHAN) == [201]
    assert amounts(register)["FICTION-A2"] == RAISED


def test_another_areas_manager_does_not_adjust_and_leaves_an_attempt(register: Story) -> None:
    sun = an_official(register.office, "sun", manager=(XIGANG,))
    clerk = Clerk(register.manager.client, register.office.identities.tokens.make(sun.official))
    last = register.office.record.last_position()

    answer = clerk.asks(f"/standards/{REFERENCE}/adjustments", area=ZHONGSHAN)

    assert (answer["status"], answer["code"]) == (403, "identity.not_your_area")
    assert register.office.record.last_position() == last
    (attempt,) = register.office.record.attempts()
    assert (attempt.by, attempt.command) == (sun.official, "adjust_area")


def test_what_is_carried_out_is_on_the_page_of_the_standard(register: Story) -> None:
    browser = in_english(register, an_official(register.office, "chen", inspector=("*",)))
    adjust(register, ZHONGSHAN)

    page = browser.get(f"/standards/{REFERENCE}").text

    assert UNEXPLAINED in page
    assert "840.00" in page


def test_thousands_of_cases_are_adjusted_in_the_back_room(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(settings)
    monkeypatch.setattr(offices, "MUCH", 0)
    with opened(settings, back_room=True) as office, a_story(office, settings) as story:
        cases = [a_case_taken_over(number=number, area=area) for number, area in AREAS.items()]
        office.record.keep(Submission(aggregates=(standards(), *cases)))
        story.on("2021-07-02")
        story.settled()
        last = office.record.last_position()

        assert adjust(story, ZHONGSHAN, ZHONGSHAN) == [201, 201]

        due = {number: story.manager.reads(f"/cases/{number}")["monthly_amount"] for number in AREAS}
        assert due == {"FICTION-A1": RAISED, "FICTION-A2": RAISED, "FICTION-B1": AMOUNT}
        assert office.record.last_position() == last + 1 + 2 + 1

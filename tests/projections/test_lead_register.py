"""The register of leads, by kind, area and age."""

from collections.abc import Callable
from uuid import UUID, uuid4

from sqlalchemy import Connection

from projections.case_register import case_register
from projections.lead_register import Sought, lead_register, lead_with, listed, tallied
from projections.needy_register import needy_register
from tests.builders import (
    CASEWORKER,
    PULANDIAN,
    ZHONGSHAN,
    a_case_taken_over,
    a_household,
    a_lead,
    a_lead_about_people,
    an_act,
    day,
    person,
)

Shown = Callable[..., Connection]


def test_leads_wait_in_the_order_they_were_found(shown: Shown) -> None:
    first, second = a_lead(decision=9), a_lead(decision=8)

    db = shown(lead_register, first, second)

    assert [row.lead for row in listed(db, Sought())] == [first.id, second.id]
    assert [row.lead for row in listed(db, Sought(), after=1)] == [second.id]
    assert [row.lead for row in listed(db, Sought(), limit=1)] == [first.id]


def test_a_lead_is_told_as_it_was_found(shown: Shown) -> None:
    db = shown(lead_register, lead := a_lead())

    row = lead_with(db, lead.id)

    assert row is not None
    assert (row.kind, row.case_number, row.area, row.decision) == ("arithmetic", "DB-0001", ZHONGSHAN, 7)
    assert (row.expected, row.found, row.from_month) == (84_000, 75_000, day("2021-07-01"))
    assert (row.state, row.found_on, row.settled_on) == ("open", day("2021-09-20"), None)
    assert lead_with(db, uuid4()) is None


def test_what_became_of_a_lead_is_told(shown: Shown) -> None:
    aside, taken_up, error = a_lead(decision=8), a_lead(decision=9), uuid4()
    aside.set_aside("as_recorded", an_act("2021-09-21"))
    taken_up.take_up(error, an_act("2021-09-22"))

    db = shown(lead_register, aside, taken_up)

    [first, second] = listed(db, Sought())
    assert (first.state, first.reason, first.settled_by) == ("set_aside", "as_recorded", CASEWORKER)
    assert (second.state, second.error, second.settled_on) == ("taken_up", error, day("2021-09-22"))


def test_by_what_a_lead_was_resolved_is_told(shown: Shown) -> None:
    named, lapsed = a_lead_about_people(), a_lead()
    named.resolve("two_people", an_act("2021-09-21"), kinds=("named_otherwise",))
    lapsed.lapse(an_act("2021-09-22"))

    rows = listed(shown(lead_register, named, lapsed), Sought())

    assert [(row.state, row.outcome, row.settled_on, row.settled_by) for row in rows] == [
        ("resolved", "two_people", day("2021-09-21"), CASEWORKER),
        ("resolved", "taken_back", day("2021-09-22"), CASEWORKER),
    ]
    assert [(row.reason, row.error) for row in rows] == [(None, None)] * 2


def test_leads_are_looked_for(shown: Shown) -> None:
    here = a_lead()
    there = a_lead(area=PULANDIAN, kind="overdue_review", case_number="DB-0002")
    settled = a_lead(decision=8)
    settled.set_aside("other", an_act())

    db = shown(lead_register, here, there, settled)

    def found(**sought: object) -> list[object]:
        return [row.lead for row in listed(db, Sought(**sought))]  # type: ignore[arg-type]  # by name

    assert found(areas=[PULANDIAN]) == [there.id]
    assert found(kind="arithmetic") == [here.id, settled.id]
    assert found(kind="arithmetic", state="open") == [here.id]
    assert found(case_number="DB-0002") == [there.id]
    assert found(found_by=day("2021-09-19")) == []
    assert found(areas=[]) == []


def test_what_waits_is_counted_by_kind(shown: Shown) -> None:
    settled = a_lead(decision=8)
    settled.set_aside("other", an_act())

    db = shown(lead_register, a_lead(), settled, a_lead(kind="overdue_review", area=PULANDIAN))

    assert tallied(db) == {"arithmetic": 1, "overdue_review": 1}
    assert tallied(db, [ZHONGSHAN]) == {"arithmetic": 1}


def test_leads_about_people_are_found_by_either_entry(shown: Shown) -> None:
    named = a_lead_about_people()
    one_person = a_lead_about_people(kind="one_person", person=person("twin"), other=person("head"))

    db = shown(lead_register, a_lead(), named, one_person)

    def found(*people: str) -> list[UUID]:
        return [row.lead for row in listed(db, Sought(people=[person(name) for name in people]))]

    assert found("head") == [named.id, one_person.id]
    assert found("twin", "nobody") == [one_person.id]
    assert found("nobody") == found() == []


def test_leads_about_relatives_and_those_they_live_with_are_left_to_others(shown: Shown) -> None:
    shown(needy_register, a_household("H-0002", "cousin", "aunt"))
    shown(case_register, a_case_taken_over())
    of_case, of_cousin = a_lead(), a_lead_about_people(person=person("cousin"))
    of_two = a_lead_about_people(kind="one_person", person=person("twin"), other=person("aunt"))

    db = shown(lead_register, of_case, of_cousin, of_two)

    def found(*apart_from: str) -> list[UUID]:
        closed = [person(name) for name in apart_from]
        leads = [row.lead for row in listed(db, Sought(apart_from=closed))]
        assert sum(tallied(db, apart_from=closed).values()) == len(leads)
        return leads

    assert found("stranger") == [of_case.id, of_cousin.id, of_two.id]
    assert found("child") == [of_cousin.id, of_two.id]
    assert found("aunt") == found("cousin") == [of_case.id]
    assert found("twin", "child") == [of_cousin.id]

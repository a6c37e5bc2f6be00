"""The register of leads, by kind, area and age."""

from collections.abc import Callable
from uuid import uuid4

from sqlalchemy import Connection

from projections.lead_register import Sought, lead_register, lead_with, listed, tallied
from tests.builders import CASEWORKER, PULANDIAN, ZHONGSHAN, a_lead, an_act, day

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

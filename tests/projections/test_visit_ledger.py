"""The ledger of visits: one row a visit, as it stands after everything that was recorded."""

from collections.abc import Callable
from uuid import uuid4

from sqlalchemy import Connection, select

from domain.visits.told import Cadres, Correction
from domain.visits.visit import Visit
from projections.visit_ledger import cadres as going
from projections.visit_ledger import visit_ledger, visit_with
from tests.builders import CASEWORKER, ZHONGSHAN, an_act, day, person
from tests.visit_builders import (
    LI,
    WANG,
    a_missed_visit,
    a_planned_visit,
    a_visit,
    a_visit_taken_over,
    an_account,
    cadres,
    visited,
)

Shown = Callable[..., Connection]


def who_goes(db: Connection, visit: Visit) -> list[tuple[object, ...]]:
    found = select(going.c.token, going.c.place, going.c.official).where(going.c.visit == visit.id)
    return [tuple(row) for row in db.execute(found.order_by(going.c.place))]


def test_a_visit_is_told_as_it_was_planned(shown: Shown) -> None:
    db = shown(visit_ledger, visit := a_planned_visit())

    row = visit_with(db, visit.id)

    assert row is not None
    assert (row.number, row.state, row.day, row.due_on) == (
        "ZF-1",
        "planned",
        day("2021-06-01"),
        day("2021-06-01"),
    )
    assert (row.household, row.person, row.area) == (visited().household, None, ZHONGSHAN)
    assert who_goes(db, visit) == [(LI, 0, CASEWORKER), (WANG, 1, None)]
    assert visit_with(db, uuid4()) is None


def test_a_planned_visit_is_put_off_and_made_by_others(shown: Shown) -> None:
    visit = a_planned_visit()
    visit.reschedule(day("2021-06-20"), an_act("2021-05-02"))
    visit.reschedule(day("2021-06-21"), an_act("2021-05-02"), Cadres(visitors="Wang", cadre_tokens=(WANG,)))
    db = shown(visit_ledger, visit)
    planned = visit_with(db, visit.id)
    assert planned is not None
    assert (planned.state, planned.day, planned.visitors) == ("planned", day("2021-06-21"), "Wang")
    assert who_goes(db, visit) == [(WANG, 0, None)]

    visit.make(cadres(), an_account("2021-05-20"), an_act("2021-05-21"))
    made = visit_with(shown(visit_ledger, visit), visit.id)

    assert made is not None
    assert (made.state, made.day, made.due_on) == ("made", day("2021-05-20"), day("2021-06-21"))
    assert (made.met, made.observations) == ("The head of the household", "illness expenses")
    assert who_goes(db, visit) == [(LI, 0, CASEWORKER), (WANG, 1, None)]


def test_what_became_of_other_visits_is_told(shown: Shown) -> None:
    missed, called_off, withdrawn = a_missed_visit(), a_planned_visit(), a_visit()
    called_off.call_off(an_act("2021-05-02"))
    withdrawn.withdraw("twice", an_act("2021-05-12"))

    db = shown(visit_ledger, missed, called_off, withdrawn)

    found = [visit_with(db, visit.id) for visit in (missed, called_off, withdrawn)]
    assert [(row.state, row.reason) for row in found if row] == [
        ("missed", "nobody_home"),
        ("called_off", ""),
        ("withdrawn", "twice"),
    ]


def test_a_visit_of_a_ledger_is_told_as_it_stands_there(shown: Shown) -> None:
    db = shown(visit_ledger, visit := a_visit_taken_over())

    row = visit_with(db, visit.id)

    assert row is not None
    assert (row.person, row.state, row.day) == (person("head"), "made", day("2021-04-16"))
    assert (row.visitors, row.visitor_unit, row.category, row.settled) == (
        "Wang",
        "Neighbourhood",
        "低保",
        True,
    )
    assert who_goes(db, visit) == [(WANG, 0, None)]


def test_what_was_put_right_stands_there_as_it_is_right(shown: Shown) -> None:
    partly, wholly = a_visit(), a_visit_taken_over()
    partly.correct(Correction(met="The spouse"), an_act("2021-05-12"))
    wholly.correct(
        Correction(
            visited_on=day("2021-04-15"),
            cadres=cadres(),
            observations=("want",),
            found="The cupboard is empty.",
        ),
        an_act("2021-05-12"),
    )

    db = shown(visit_ledger, partly, wholly)

    first, second = visit_with(db, partly.id), visit_with(db, wholly.id)
    assert first is not None
    assert second is not None
    assert (first.met, first.found, first.observations, first.day, first.corrections) == (
        "The spouse",
        "The medicines cost more than the allowance.",
        "illness expenses",
        day("2021-05-10"),
        1,
    )
    assert (second.day, second.visitor_unit, second.observations, second.found) == (
        day("2021-04-15"),
        "",
        "want",
        "The cupboard is empty.",
    )
    assert who_goes(db, wholly) == [(LI, 0, CASEWORKER), (WANG, 1, None)]


def test_a_visit_was_to_whom_it_is_told_to_have_been_to(shown: Shown) -> None:
    visit = a_visit_taken_over()
    visit.correct_person(an_act("2021-05-12"), before=person("head"), after=person("twin"))

    row = visit_with(shown(visit_ledger, visit, a_visit()), visit.id)

    assert row is not None
    assert (row.person, row.position, row.corrections) == (person("twin"), 2, 0)


def test_a_visit_whose_takeover_was_taken_back_was_made_by_nobody(shown: Shown) -> None:
    gone, kept = a_visit_taken_over(), a_visit_taken_over(number="ZF-5")
    gone.withdraw_takeover(an_act("2021-05-12"))

    db = shown(visit_ledger, gone, kept)

    assert visit_with(db, gone.id) is None
    assert visit_with(db, kept.id) is not None
    assert (who_goes(db, gone), who_goes(db, kept)) == ([], [(WANG, 0, None)])

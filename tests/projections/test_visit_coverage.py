"""Who of the register was visited, is due or overdue, by area and by cadre."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from domain.identities import household_id
from domain.needy.household import Household
from projections.case_register import case_register
from projections.needy_register import needy_register
from projections.visit_coverage import (
    NEVER,
    After,
    AfterCadre,
    Asked,
    by_area,
    by_cadre,
    families_standing,
)
from projections.visit_ledger import visit_ledger
from tests.builders import PULANDIAN, ZHONGSHAN, a_case_taken_over, a_person, an_act, day, person
from tests.visit_builders import (
    LI,
    WANG,
    a_missed_visit,
    a_planned_visit,
    a_visit,
    a_visit_taken_over,
)

Shown = Callable[..., Connection]


def a_household(number: str, *people: str, area: str = ZHONGSHAN) -> Household:
    household = Household.form(number, area, an_act())
    for name in people:
        household.join(person(name), "member", an_act())
    return household


def alone(name: str, number: str, **more: Any) -> Any:
    """A case of somebody who lives in no household of the register."""
    values: dict[str, Any] = {"programme": "tekun", "household": None, "head": person(name), "members": 1}
    return a_case_taken_over(number=number, people=(person(name),), **(values | more))


def asked(since: str = "2021-01-01", areas: list[str] | None = None, today: str = "2021-06-10") -> Asked:
    return Asked(areas, day(since), day(today))


def standing(db: Connection, how: str, **more: Any) -> list[Any]:
    return [row.family for row in families_standing(db, asked(**more), how)]


def a_register(shown: Shown) -> None:
    """Four households, one of them elsewhere, and somebody who lives alone."""
    moved = a_household("H-0004", "moved")
    moved.leave(person("moved"), an_act())
    shown(
        needy_register,
        a_household("H-0001", "head", "spouse"),
        a_household("H-0002"),
        a_household("H-0003", area=PULANDIAN),
        moved,
    )
    shown(case_register, alone("alone", "TK-1"), alone("head", "TK-2"), alone("alone", "LN-1"))
    shown(case_register, a_case_taken_over())


def test_a_family_that_nobody_visited_and_nobody_plans_to_is_overdue(shown: Shown) -> None:
    a_register(shown)
    db = shown(visit_ledger)

    [here, there] = by_area(db, asked())

    assert (here.area, here.families, here.visited, here.due, here.overdue, here.never) == (
        ZHONGSHAN,
        4,
        0,
        0,
        4,
        4,
    )
    assert (there.area, there.families, there.overdue) == (PULANDIAN, 1, 1)
    assert [row.families for row in by_area(db, asked(areas=[PULANDIAN]))] == [1]


def test_a_visit_to_a_member_is_a_visit_to_the_household(shown: Shown) -> None:
    a_register(shown)
    db = shown(
        visit_ledger,
        a_visit_taken_over(),
        a_visit_taken_over(number="ZF-5", person=person("alone")),
        a_visit_taken_over(number="ZF-6", person=person("moved")),
    )

    assert set(standing(db, "visited")) == {household_id("H-0001"), person("alone")}
    assert standing(db, "visited", since="2021-04-17") == []


def test_a_planned_visit_is_due_until_its_day_is_past(shown: Shown) -> None:
    a_register(shown)
    db = shown(
        visit_ledger,
        a_planned_visit(due_on="2021-06-10", household=household_id("H-0002")),
        a_visit(),
        a_planned_visit("ZF-7", "2021-06-09"),
    )

    assert standing(db, "due") == [household_id("H-0002")]
    assert household_id("H-0001") in standing(db, "overdue")
    assert standing(db, "visited", today="2021-06-09") == [household_id("H-0001")]


def test_who_was_visited_longest_ago_stands_first(shown: Shown) -> None:
    a_register(shown)
    db = shown(
        visit_ledger,
        a_visit("ZF-2", "2021-05-10"),
        a_visit("ZF-3", "2021-05-09", household=household_id("H-0002")),
    )

    late = asked(since="2021-06-01", areas=[ZHONGSHAN])
    rows = families_standing(db, late, "overdue")
    rest = families_standing(db, late, "overdue", after=After(rows[1].last_visit, rows[1].family))

    assert [row.last_visit for row in rows] == [NEVER, NEVER, day("2021-05-09"), day("2021-05-10")]
    assert [row.family for row in rest] == [household_id("H-0002"), household_id("H-0001")]
    assert [row.household for row in rest] == ["H-0002", "H-0001"]
    assert len(families_standing(db, late, "overdue", limit=1)) == 1


def test_cadres_are_told_by_what_they_did_and_have_to_do(shown: Shown) -> None:
    withdrawn = a_visit("ZF-8")
    withdrawn.withdraw("twice", an_act("2021-05-12"))
    shown(needy_register)
    db = shown(
        visit_ledger,
        a_visit(),
        a_visit("ZF-5", "2021-05-09"),
        a_visit_taken_over(),
        a_missed_visit(),
        a_planned_visit(),
        a_planned_visit("ZF-7", "2021-06-10"),
        withdrawn,
    )

    [wang, li] = by_cadre(db, asked())

    assert (wang.token, wang.visits, wang.families, wang.due, wang.overdue, wang.missed) == (
        WANG,
        3,
        2,
        1,
        1,
        1,
    )
    assert (li.token, li.visits, li.families, li.place) == (LI, 2, 1, 0)
    assert li.visitors == "Li · Fictional Street\nWang · Neighbourhood"
    assert [row.visits for row in by_cadre(db, asked(since="2021-05-10"))] == [1, 1]
    assert by_cadre(db, asked(areas=[PULANDIAN])) == []


def test_the_list_of_cadres_goes_on_where_it_stopped(shown: Shown) -> None:
    shown(needy_register)
    db = shown(visit_ledger, a_visit(), a_visit_taken_over())

    [first] = by_cadre(db, asked(), limit=1)
    rest = by_cadre(db, asked(), after=AfterCadre(first.visits, first.token))

    assert (first.token, [row.token for row in rest]) == (WANG, [LI])


def test_families_of_relatives_are_not_told_of(shown: Shown) -> None:
    a_register(shown)
    db = shown(visit_ledger)

    late = asked(areas=[ZHONGSHAN])._replace(apart_from=(person("spouse"), person("alone")))
    rows = families_standing(db, late, "overdue")

    assert {row.household for row in rows} == {"H-0002", "H-0004"}


def merged(shown: Shown, entry: str, into: str) -> Connection:
    """Have two entries taken for one person."""
    one, other = a_person(entry), a_person(into)
    one.merge_into(other, an_act())
    return shown(needy_register, one, other)


def test_who_is_merged_is_one_family_and_visited_under_either_entry(shown: Shown) -> None:
    merged(shown, "twin", "alone")
    shown(case_register, alone("alone", "TK-1"), alone("twin", "TK-2"))
    db = shown(visit_ledger, a_visit_taken_over(person=person("twin")))

    assert [row.families for row in by_area(db, asked())] == [1]
    assert standing(db, "visited") == [person("alone")]


def test_a_visit_under_one_entry_is_one_to_the_household_of_the_other(shown: Shown) -> None:
    shown(needy_register, a_household("H-0001", "head"), a_household("H-0002", "spouse"))
    merged(shown, "head", "twin")
    merged(shown, "partner", "spouse")
    shown(case_register, alone("twin", "TK-1"), alone("partner", "TK-2"))
    db = shown(
        visit_ledger,
        a_visit_taken_over(person=person("twin")),
        a_visit_taken_over(number="ZF-5", person=person("partner")),
    )

    assert set(standing(db, "visited")) == {household_id("H-0001"), household_id("H-0002")}
    assert [row.families for row in by_area(db, asked())] == [2], "nobody of them lives alone"


def test_cadres_visited_who_is_merged_once(shown: Shown) -> None:
    merged(shown, "twin", "alone")
    db = shown(
        visit_ledger,
        a_visit_taken_over(person=person("twin")),
        a_visit_taken_over(number="ZF-5", person=person("alone")),
    )

    assert [(row.visits, row.families) for row in by_cadre(db, asked())] == [(2, 1)]


def test_families_of_relatives_are_theirs_under_any_entry(shown: Shown) -> None:
    shown(needy_register, a_household("H-0001", "head"))
    merged(shown, "head", "twin")
    shown(case_register)
    db = shown(visit_ledger)

    late = asked(areas=[ZHONGSHAN])._replace(apart_from=(person("twin"),))
    assert families_standing(db, late, "overdue") == []

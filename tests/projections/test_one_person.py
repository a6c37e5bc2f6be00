"""Which entries are one person, and where the register holds two of what should be one."""

from collections.abc import Callable

from sqlalchemy import Connection

from domain.needy.household import Household
from domain.needy.person import Person
from projections.case_register import case_register
from projections.needy_register import needy_register
from projections.one_person import (
    areas_of,
    dead_in_cases,
    entries_of,
    holders,
    in_two_households,
    merged_into,
    registered_at,
    with_number_of_another,
)
from projections.visit_ledger import visit_ledger
from tests.builders import (
    PULANDIAN,
    STANDARDS,
    ZHONGSHAN,
    ZHUANGHE,
    a_case_taken_over,
    a_household,
    a_managers_act,
    a_person,
    an_act,
    day,
    person,
)
from tests.visit_builders import a_visit_taken_over

Shown = Callable[..., Connection]


def without_number(name: str) -> Person:
    return a_person(name, name=f"sealed {name}", id_number="", without_number="foreigner")


def given_the_number_of(holder: str) -> Person:
    twin = without_number("twin")
    twin.give_number(an_act(), id_number="sealed", number_tokens=(), holder=person(holder))
    return twin


def test_entries_that_are_merged_are_told_with_whom_they_stand_under(shown: Shown) -> None:
    head, twin, third, stranger = a_person(), *map(without_number, ("twin", "third", "stranger"))
    third.merge_into(head, an_act())
    twin.merge_into(head, an_act())
    db = shown(needy_register, head, twin, third, stranger)

    def merged(*names: str) -> list[tuple[object, ...]]:
        rows = merged_into(db, [person(name) for name in names])
        return [(row.entry, row.person, row.name) for row in rows]

    both = [(head.id, twin.id, "sealed twin"), (head.id, third.id, "sealed third")]
    assert merged("head") == merged("third") == merged("head", "twin", "stranger") == both
    assert merged("stranger") == []
    assert entries_of(db, [third.id])[:2] == [third.id, head.id]
    assert sorted(entries_of(db, [third.id])) == sorted([head.id, twin.id, third.id])
    assert entries_of(db, [stranger.id]) == [stranger.id]


def test_an_entry_whose_merge_was_reversed_stands_for_itself(shown: Shown) -> None:
    head, twin = a_person(), without_number("twin")
    twin.merge_into(head, an_act())
    twin.reverse_merge(head, an_act())

    db = shown(needy_register, head, twin)

    assert merged_into(db, [head.id, twin.id]) == []


def test_the_position_tells_which_entry_was_first(shown: Shown) -> None:
    db = shown(needy_register, a_person(), a_person("spouse"))

    assert [registered_at(db, person(name)) for name in ("head", "spouse", "nobody")] == [1, 2, 0]


def test_who_was_given_a_number_later_is_found_by_whose_it_is(shown: Shown) -> None:
    db = shown(needy_register, a_person(), given_the_number_of("head"), without_number("other"))

    assert holders(db, person("head")) == [person("twin")]
    assert holders(db, person("twin")) == []


def test_who_has_the_number_of_another_is_told_until_the_two_are_one(shown: Shown) -> None:
    head, twin = a_person(), given_the_number_of("head")
    alone = with_number_of_another(shown(needy_register, twin))
    beside = with_number_of_another(shown(needy_register, head))
    twin.merge_into(head, an_act())

    merged = with_number_of_another(shown(needy_register, twin, head))

    assert [(row.person, row.holder) for row in beside] == [(twin.id, head.id)]
    assert alone == merged == []


def test_who_lives_in_two_households_is_told_with_both(shown: Shown) -> None:
    left = a_household("H-0003", "twin", "spouse")
    left.leave(person("twin"), an_act())
    before = in_two_households(shown(needy_register, a_household(), left, a_household("H-0004", "twin")))
    head, twin = a_person(), without_number("twin")
    twin.merge_into(head, an_act())

    db = shown(needy_register, head, twin)

    first, second = in_two_households(db)
    assert before == []
    assert (first.entry, first.person, first.number) == (head.id, head.id, "H-0001")
    assert (second.entry, second.person, second.number) == (head.id, twin.id, "H-0004")
    assert in_two_households(db, first.joined_at) == [first, second]
    assert in_two_households(db, second.joined_at) == []


def test_cases_of_the_dead_are_those_of_any_entry_that_have_not_ended(shown: Shown) -> None:
    head, twin, spouse = a_person(), without_number("twin"), a_person("spouse")
    twin.die(an_act(), on=day("2021-03-20"), source="police")
    head.die(an_act(), on=day("2021-03-20"), source="police")
    twin.merge_into(head, an_act())
    shown(needy_register, head, twin, spouse)
    ended = a_case_taken_over(number="DB-0002")
    ended.terminate(STANDARDS, "died", a_managers_act(), valid_from=day("2021-03-20"))
    of_twin = a_case_taken_over(number="DB-0003", people=(twin.id,))
    of_others = a_case_taken_over(number="DB-0004", people=(spouse.id,))
    ongoing = a_case_taken_over()

    db = shown(case_register, ongoing, ended, of_twin, of_others)

    assert dict(dead_in_cases(db)) == {case.id: day("2021-03-20") for case in (ongoing, of_twin)}


def test_a_person_belongs_where_their_case_is_else_where_they_live_else_where_they_were_visited(
    shown: Shown,
) -> None:
    visited = [
        a_visit_taken_over(number=f"ZF-{name}", area=ZHUANGHE, person=person(name))
        for name in ("head", "cousin", "stranger")
    ]
    home = Household.form("H-0001", PULANDIAN, an_act())
    for name in ("head", "cousin"):
        home.join(person(name), "other", an_act())
    shown(visit_ledger, *visited)
    shown(needy_register, home)
    db = shown(case_register, a_case_taken_over())

    areas = areas_of(db, [person(name) for name in ("head", "cousin", "stranger", "nobody")])

    assert areas == {
        person("head"): ZHONGSHAN,
        person("cousin"): PULANDIAN,
        person("stranger"): ZHUANGHE,
    }

"""Who is in several cases, under one entry or under several."""

from collections.abc import Callable

from sqlalchemy import Connection

from domain.cases.case import Case
from projections.case_register import case_register
from projections.needy_register import needy_register
from projections.several_cases import among_which, in_several
from tests.builders import a_case_taken_over, a_person, an_act, person

Shown = Callable[..., Connection]


def a_case_of(number: str, *people: str) -> Case:
    everyone = tuple(map(person, people))
    return a_case_taken_over(number=number, head=everyone[0], people=everyone, members=len(everyone))


def test_cases_of_one_person_belong_together(shown: Shown) -> None:
    family, single = a_case_of("DB-0001", "head", "spouse"), a_case_of("TK-0001", "head")
    shown(needy_register)

    db = shown(case_register, family, single, a_case_of("DB-0002", "stranger"))

    assert in_several(db) == {frozenset({family.id, single.id})}


def test_cases_are_those_of_each_person_and_the_same_ones_are_told_once(shown: Shown) -> None:
    family, same = a_case_of("DB-0001", "head", "spouse", "child"), a_case_of("LN-0001", "head", "spouse")
    of_child = a_case_of("GE-0001", "child")
    shown(needy_register)

    db = shown(case_register, family, same, of_child)

    assert in_several(db) == {frozenset({family.id, same.id}), frozenset({family.id, of_child.id})}


def test_cases_of_entries_that_are_merged_are_those_of_one_person(shown: Shown) -> None:
    head, twin = a_person(), a_person("twin")
    twin.merge_into(head, an_act())
    shown(needy_register, head, twin)
    family, single = a_case_of("DB-0001", "head", "spouse"), a_case_of("TK-0001", "twin")

    db = shown(case_register, family, single)

    assert in_several(db) == {frozenset({family.id, single.id})}


def test_cases_are_looked_for_from_some_of_them(shown: Shown) -> None:
    family, single = a_case_of("DB-0001", "head", "spouse"), a_case_of("TK-0001", "head")
    others = a_case_of("DB-0002", "stranger"), a_case_of("TK-0002", "stranger")
    alone = a_case_of("DB-0003", "alone")
    shown(needy_register)

    db = shown(case_register, family, single, *others, alone)

    several = in_several(db)
    assert among_which(several, [single.id]) == [frozenset({family.id, single.id})]
    assert among_which(several, [alone.id]) == among_which(several, []) == []

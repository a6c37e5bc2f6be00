"""Visits to a family, and the areas that it is known in from visits and questions."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from domain.identities import household_id
from domain.questions.raising import About
from projections.around import areas_around, visits_to
from projections.question_desk import question_desk
from projections.visit_ledger import visit_ledger
from tests.builders import PULANDIAN, ZHONGSHAN, ZHUANGHE, person
from tests.question_builders import a_question
from tests.visit_builders import a_planned_visit, a_visit, a_visit_taken_over

Shown = Callable[..., Connection]
HEAD, STRANGER = person("head"), person("stranger")


def test_visits_are_to_people_or_their_households_the_latest_first(shown: Shown) -> None:
    db = shown(
        visit_ledger,
        a_visit_taken_over(),
        a_visit("ZF-3"),
        a_visit("ZF-2"),
        a_planned_visit(),
        a_visit("ZF-8", household=household_id("H-0002")),
        a_visit_taken_over(number="ZF-9", person=STRANGER),
    )

    def numbers(**to: Any) -> list[str]:
        return [row.number for row in visits_to(db, **to)]

    assert numbers(people=[HEAD]) == ["ZF-4"]
    assert numbers(people=[], households=[household_id("H-0001")]) == ["ZF-1", "ZF-2", "ZF-3"]
    assert numbers(people=[HEAD], households=[household_id("H-0001")]) == ["ZF-1", "ZF-2", "ZF-3", "ZF-4"]
    assert numbers(people=[person("nobody")]) == []


def test_areas_are_those_of_visits_and_questions_each_once(shown: Shown) -> None:
    shown(
        question_desk,
        a_question(number="WD-1", area=PULANDIAN, about=About(person=HEAD)),
        a_question(number="WD-2", area=ZHONGSHAN, about=About(person=HEAD)),
        a_question(number="WD-3", area=PULANDIAN),
    )
    db = shown(
        visit_ledger,
        a_visit_taken_over(),
        a_visit_taken_over(number="ZF-5"),
        a_visit_taken_over(number="ZF-6", area=ZHUANGHE, person=STRANGER),
    )

    def areas(*people: str) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in areas_around(db, [person(name) for name in people])]

    assert sorted(areas("head"), key=str) == [(HEAD, ZHONGSHAN), (HEAD, PULANDIAN)]
    assert areas("stranger") == [(STRANGER, ZHUANGHE)]
    assert len(areas("head", "stranger")) == 3
    assert areas("nobody") == []

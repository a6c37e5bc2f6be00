"""Lessons as they are looked for."""

from collections.abc import Callable

from sqlalchemy import Connection

from domain.identities import tolerance_id
from projections.lessons import (
    SoughtLessons,
    days_with_lessons,
    lesson_numbered,
    lessons,
    lessons_of,
    listed_lessons,
    numbers_of,
    tallied_lessons,
)
from tests.builders import day
from tests.lesson_builders import a_lesson, a_source, a_withdrawn_lesson

Shown = Callable[..., Connection]


def test_lessons_are_looked_for(shown: Shown) -> None:
    other = a_source(review=tolerance_id("RC-9"), outcome="not_tolerated")
    db = shown(
        lessons,
        a_lesson(number="JX-1"),
        a_lesson(
            "2022-01-05", other, number="JX-2", element="E07", cause="system", situations=("T09", "T02")
        ),
        a_withdrawn_lesson(number="JX-3"),
    )

    for sought, found in (
        (SoughtLessons(), ["JX-2", "JX-1"]),
        (SoughtLessons(element="E07"), ["JX-2"]),
        (SoughtLessons(cause="not_verified", programme="dibao"), ["JX-1"]),
        (SoughtLessons(outcome="not_tolerated"), ["JX-2"]),
        (SoughtLessons(situation="T02"), ["JX-2", "JX-1"]),
        (SoughtLessons(situation="T09"), ["JX-2"]),
        (SoughtLessons(since=day("2021-12-01"), until=day("2022-01-01")), ["JX-1"]),
    ):
        assert [row.number for row in listed_lessons(db, sought)] == found
    latest = listed_lessons(db, SoughtLessons(), limit=1)[0]
    assert [row.number for row in listed_lessons(db, SoughtLessons(), before=latest.published)] == ["JX-1"]
    assert tallied_lessons(db, SoughtLessons(), "element") == {"E03": 1, "E07": 1}
    assert days_with_lessons(db) == [day("2022-01-05"), day("2021-12-01")]


def test_every_lesson_of_a_review_is_found_those_that_were_withdrawn_too(shown: Shown) -> None:
    first, other = a_withdrawn_lesson(number="JX-1"), a_source(review=tolerance_id("RC-9"))
    db = shown(lessons, first, a_lesson(number="JX-2"), a_lesson("2022-01-05", other, number="JX-3"))

    assert [row.number for row in lessons_of(db, a_source().review)] == ["JX-2", "JX-1"]
    assert [row.number for row in lessons_of(db, tolerance_id("RC-9"))] == ["JX-3"]


def test_a_lesson_is_found_by_its_number_though_it_was_withdrawn(shown: Shown) -> None:
    db = shown(lessons, a_withdrawn_lesson(number="JX-3"))

    found = lesson_numbered(db, "JX-3")

    assert found is not None
    assert found.gone
    assert lesson_numbered(db, "JX-4") is None
    assert numbers_of(db, [found.lesson, tolerance_id("RC-9")]) == {found.lesson: "JX-3"}

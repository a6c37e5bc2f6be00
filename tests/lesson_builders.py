"""Valid examples by default: a lesson drawn from a determined matter of the fictional office."""

from typing import Any

from domain.identities import tolerance_id
from domain.kernel import Act
from domain.tolerance.lesson import Lesson, Source, Telling
from tests.builders import CASEWORKER, an_act, person

MATTER = "RC210202-2021-0001"


def a_source(**more: Any) -> Source:
    """A matter in which the caseworker is concerned, and which is over."""
    values: dict[str, Any] = {
        "review": tolerance_id(MATTER),
        "number": MATTER,
        "is_final": True,
        "outcome": "exempt",
        "concerned": frozenset({CASEWORKER}),
        "names": ("王五", "Zhao Jia Zi", "x", "DB-0001"),
    }
    return Source(**(values | more))


def a_telling(**more: Any) -> Telling:
    values: dict[str, Any] = {
        "number": "JX-2021-00471108",
        "title": "A child that the platform did not show",
        "happened": "The platform did not show a newborn child, and the visit took place before.",
        "led_to_it": "The data of births came a month late.",
        "instead": "Ask at the visit whether a child is expected, and look again after a month.",
        "element": "E03",
        "cause": "not_verified",
        "programme": "dibao",
        "situations": ("T02",),
    }
    return Telling(**(values | more))


def an_organs_lesson_act(on: str = "2021-12-01", **more: Any) -> Act:
    return an_act(on, by=person("teller"), role="organ", **more)


def a_lesson(on: str = "2021-12-01", source: Source | None = None, **telling: Any) -> Lesson:
    return Lesson.publish(a_telling(**telling), source or a_source(), an_organs_lesson_act(on))


def a_withdrawn_lesson(**telling: Any) -> Lesson:
    lesson = a_lesson(**telling)
    lesson.withdraw(an_organs_lesson_act("2021-12-20"))
    return lesson

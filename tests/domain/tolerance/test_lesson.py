import pytest

from domain.refusal import Refused
from domain.tolerance.deidentified import NamesSomebody, TellsANumber
from domain.tolerance.lesson import (
    Lesson,
    LessonWithdrawn,
    LessonWordsMissing,
    NotDetermined,
    NotYourLesson,
    Source,
    TakesPart,
)
from tests.builders import CASEWORKER, a_managers_act, an_act
from tests.history import given, recorded, refused
from tests.lesson_builders import a_lesson, a_source, a_telling, an_organs_lesson_act


def test_a_lesson_is_drawn_from_what_was_determined() -> None:
    lesson = Lesson.publish(a_telling(), a_source(), a_managers_act("2021-12-01"))

    assert recorded(lesson) == [Lesson.Published]
    assert given(lesson).review == a_source().review


def test_a_lesson_can_be_withdrawn_once() -> None:
    lesson = given(a_lesson())

    lesson.withdraw(an_organs_lesson_act("2021-12-20"))

    assert recorded(lesson) == [Lesson.Withdrawn]
    with refused(lesson, LessonWithdrawn, "JX-2021-00471108"):
        lesson.withdraw(an_organs_lesson_act("2021-12-21"))


def test_who_is_concerned_publishes_and_withdraws_no_lesson() -> None:
    act = an_act("2021-12-01", by=CASEWORKER, role="manager")

    with pytest.raises(TakesPart):
        Lesson.publish(a_telling(), a_source(), act)
    lesson = given(a_lesson())
    with refused(lesson, TakesPart):
        lesson.withdraw(act, [CASEWORKER])
    with refused(lesson, NotYourLesson, "Member of the organ, Manager"):
        lesson.withdraw(an_act("2021-12-01"))


@pytest.mark.parametrize("source", [a_source(is_final=False), a_source(outcome="")])
def test_no_lesson_is_drawn_from_what_is_not_settled(source: Source) -> None:
    with pytest.raises(NotDetermined, match="RC210202-2021-0001"):
        Lesson.publish(a_telling(), source, an_organs_lesson_act())


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({"happened": "王 五没有核对。"}, NamesSomebody),
        ({"instead": "As ZHAO jiazi says."}, NamesSomebody),
        ({"title": "Case db-0001"}, NamesSomebody),
        ({"led_to_it": "Id 11010519491231002X."}, TellsANumber),
        ({"led_to_it": "Id 110105491231002。"}, TellsANumber),
        ({"led_to_it": "Call 13800000000"}, TellsANumber),
        ({"happened": "见CC210202-2021-0001号"}, TellsANumber),
        ({"happened": " "}, LessonWordsMissing),
    ],
)
def test_a_lesson_tells_of_nobody(told: dict[str, str], refusal: type[Refused]) -> None:
    with pytest.raises(refusal) as why:
        Lesson.publish(a_telling(**told), a_source(), an_organs_lesson_act())

    assert "王" not in str(why.value)


def test_a_name_of_one_character_is_not_looked_for() -> None:
    assert recorded(a_lesson(happened="x is in many words, 20211231 and 123456 too.")) == [Lesson.Published]

"""Questions and discoveries of a fictional office, valid by default."""

from typing import Any

from domain.discovery.discovery import Discovery, Mark
from domain.questions.question import Question, Wording
from domain.questions.raising import About, Asked, QuestionEntry
from tests.builders import CASEWORKER, ZHONGSHAN, an_act, day, person

ASKED = "My mother is ill. Who pays for her medicine?"
ANSWERED = "The medical insurance does, at the hospital itself."
WORDING = Wording(question="Who pays for medicine?", answer="The medical insurance, at the hospital.")


def what_is_asked(**more: Any) -> Asked:
    """A question by phone, of somebody who does not say who they are."""
    values: dict[str, Any] = {
        "number": "WD-0001",
        "area": ZHONGSHAN,
        "topic": "medical",
        "text": ASKED,
        "channel": "phone",
        "raised_on": day("2021-05-10"),
        "promised_on": day("2021-05-13"),
    }
    return Asked(**(values | more))


def a_question(**more: Any) -> Question:
    """That question, as it waits for an answer."""
    return Question.ask(what_is_asked(**more), an_act("2021-05-10"))


def an_answered_question(on: str = "2021-05-12", **more: Any) -> Question:
    """That question, answered in time."""
    question = a_question(**more)
    question.answer(ANSWERED, an_act(on))
    return question


def a_published_question(**more: Any) -> Question:
    """That question, in the wording that everyone may read."""
    question = an_answered_question(**more)
    question.publish(WORDING, an_act("2021-05-20"), said=(ASKED, ANSWERED))
    return question


def an_entry(**more: Any) -> QuestionEntry:
    """A question in the ledger of visits, which was answered on the spot."""
    values: dict[str, Any] = {
        "number": "WD-9001",
        "person": person("head"),
        "area": ZHONGSHAN,
        "topic": "housing",
        "text": "房屋漏雨需要维修",
        "raised_on": day("2021-04-20"),
        "channel": "visit",
        "visit": person("visit"),
        "answer": "已现场解释政策",
        "answered": True,
        "register": "visits.xlsx",
        "sheet": "Sheet1",
        "row": 3,
    }
    return QuestionEntry(**(values | more))


def a_question_taken_over(**more: Any) -> Question:
    """That question of the ledger."""
    return Question.take_over(an_entry(**more), an_act("2021-06-01", role="clerk", because=""))


def a_question_with_everything() -> Question:
    """A question that everything happened to, and which waits again."""
    question = a_question(number="WD-0002")
    question.sort("assistance", an_act("2021-05-11"))
    question.assign(CASEWORKER, an_act("2021-05-11"))
    about = About(person=person("head"), case=person("case"), case_number="DB-0001")
    question.link(about, an_act("2021-05-11"))
    question.open_application(person("case"), "DB-0001", an_act("2021-05-12"))
    question.report_error(person("error"), "CC-0001", an_act("2021-05-12"))
    question.postpone(day("2021-05-18"), an_act("2021-05-13", because="The hospital is asked."))
    question.answer(ANSWERED, an_act("2021-05-20"), look_again_on=day("2021-06-01"))
    question.publish(WORDING, an_act("2021-05-21"), said=(ASKED,))
    question.sort("medical", an_act("2021-05-22"))
    question.withdraw_publication(an_act("2021-05-23"))
    question.follow_up("It did not help.", an_act("2021-06-01"), look_again_on=day("2021-06-10"))
    question.reopen(day("2021-06-08"), an_act("2021-06-02"))
    return question


def a_mark(**more: Any) -> Mark:
    """A family that may be entitled to minimum living security, as a question brought to light."""
    values: dict[str, Any] = {
        "number": "FX-0001",
        "area": ZHONGSHAN,
        "programme": "dibao",
        "sign": "illness",
        "family": "The caller and her mother, in Fictional Street.",
        "decide_by": day("2021-05-24"),
        "question": a_question().id,
        "question_number": "WD-0001",
    }
    return Mark(**(values | more))


def a_discovery(**more: Any) -> Discovery:
    """That family on the list."""
    return Discovery.mark(a_mark(**more), an_act("2021-05-10"))


def decided_discoveries() -> tuple[Discovery, ...]:
    """One of each way in which a discovery is decided."""
    applied, not_entitled, declined = (a_discovery(number=f"FX-000{number}") for number in (2, 3, 4))
    applied.report_error(person("error"), "CC-0001", an_act("2021-05-11"))
    applied.open_application(person("case"), "DB-0001", an_act("2021-05-12"))
    not_entitled.find_not_entitled("income", an_act("2021-05-12"))
    declined.decline("manages", an_act("2021-05-12"))
    return applied, not_entitled, declined

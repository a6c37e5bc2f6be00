"""Two questions of an open day: one is answered for everyone, the other brings a family in need to light."""

from collections.abc import Iterator
from datetime import date

from audit_service.demo.story import AREA, CASEWORKER, CLERK, MANAGER, Step
from audit_service.desks.discovery.commands import MarkFamily
from audit_service.desks.questions.handling import AnswerQuestion
from audit_service.desks.questions.publishing import PublishQuestion
from audit_service.desks.questions.raising import RaiseQuestion

OPEN_DAY = date(2021, 5, 15)


def _asked(topic: str, text: str) -> Step:
    command = RaiseQuestion(area=AREA, channel="open_day", topic=topic, text=text)
    return Step(OPEN_DAY, CLERK, command)


def about_the_standard() -> Step:
    """Somebody who does not say who they are asks when the standard rises."""
    return _asked("assistance", "听说今年低保要涨，什么时候涨？我家三口人能多领多少？")


def until_everyone_reads_it(number: str) -> Iterator[Step]:
    """The answer, and the wording that is released of it."""
    about = {"question": number}
    answer = AnswerQuestion(answer="新标准批准后自七月一日起执行，届时逐户核定，无需重新申请。")
    yield Step(date(2021, 5, 18), CASEWORKER, answer, about)
    released = PublishQuestion(
        question="低保标准提高后，家庭需要重新申请吗？",
        answer="不需要。标准公布执行后，由区民政部门按新标准逐户核定，差额从执行之月起发放。",
        question_in_english="Does a family apply again when the standard of minimum living security rises?",
        answer_in_english="No. Every amount is determined anew from the month in which it takes effect.",
    )
    yield Step(date(2021, 5, 20), MANAGER, released, about)


def about_a_neighbour() -> Step:
    """A neighbour asks for somebody who gets nothing."""
    return _asked("old_age", "楼上一位老人摔伤后没人照看，也没听说领什么补助，能不能去看看？")


def the_family_is_marked(number: str) -> Step:
    """The caseworker puts the family on the list, where it still waits."""
    command = MarkFamily(
        area=AREA,
        sign="old_age",
        programme="elderly",
        family="虚构街道一位独居老人，由邻居代为反映。",
        question=number,
        because="开放日邻居反映。",
    )
    return Step(date(2021, 5, 17), CASEWORKER, command)

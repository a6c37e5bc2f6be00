"""An inspection under way: committed before the error of the story is put right, drawn after it.

The unit answered a first query; the sample still waits to be examined.
"""

from collections.abc import Iterator
from datetime import date

from audit_service.demo.story import AREA, MANAGER, Step
from audit_service.desks.inspections.drawing import CommitFrame, DrawSample
from audit_service.desks.inspections.planning import AssignExaminers, PlanInspection
from audit_service.desks.inspections.querying import AnswerQuery, SendQuery

INSPECTOR = "inspector"


def planned() -> Step:
    """The inspector plans to look into half a year of minimum living security in one district."""
    command = PlanInspection(
        title="最低生活保障上半年专项检查（虚构）",
        areas=(AREA,),
        programmes=("dibao",),
        from_month=date(2021, 1, 1),
        to_month=date(2021, 6, 1),
        focus=("means", "visit", "amount"),
        because="按照年度监督检查计划。",
    )
    return Step(date(2021, 9, 16), INSPECTOR, command)


def committed(number: str) -> Step:
    """The frame is committed; what others record next has a part in the draw, and nobody knows it yet."""
    command = CommitFrame(kin=100, visited=10, other=3)
    return Step(date(2021, 9, 16), INSPECTOR, command, {"inspection_number": number})


def drawn(number: str, unit: str) -> Iterator[Step]:
    """The sample is drawn, the inspector examines it, and the unit answers a first query."""
    about = {"inspection_number": number}
    ask = SendQuery(unit=unit, text="上半年家庭经济状况核对由谁负责，比对结果何时取得？", working_days=5)
    answer = AnswerQuery(query=1, text="由各街道经办人员负责，比对结果次月取得并逐户登记。")
    yield Step(date(2021, 9, 28), INSPECTOR, DrawSample(), about)
    yield Step(date(2021, 9, 28), INSPECTOR, AssignExaminers(examiners=(INSPECTOR,)), about)
    yield Step(date(2021, 9, 28), INSPECTOR, ask, about)
    yield Step(date(2021, 9, 30), MANAGER, answer, about)

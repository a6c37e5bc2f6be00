"""What everybody learns from the error that was tolerated.

Nobody asks for a review, so the determination becomes final. It is filed, the name of who made the error is
cleared where they work, and the organ draws a lesson from it, without anybody in it.
"""

from collections.abc import Iterator
from datetime import date

from audit_service.demo.story import Step
from audit_service.demo.tolerance_story import ORGAN
from audit_service.desks.command import Command
from audit_service.desks.lessons.publishing import PublishLesson
from audit_service.desks.tolerance.ending import (
    ClearName,
    CloseToleranceReview,
    FileDetermination,
    MakeFinal,
    RecordEffects,
)


def until_everybody_learns(review: str) -> Iterator[Step]:
    """The review comes to its end, and is told as a lesson."""
    for day, command in _ended():
        yield Step(date(2021, 11, day), ORGAN, command, {"review_number": review})
    yield Step(date(2021, 11, 26), ORGAN, _lesson(review))


def _ended() -> Iterator[tuple[int, Command]]:
    yield 22, MakeFinal(because="期满无人申请复核。")
    yield 24, FileDetermination(with_whom="示例区委组织部、示例区民政局党组", because="认定结果备案。")
    effects = RecordEffects(
        effects=("assessment", "awards", "promotion", "title"), because="按容错规定落实。"
    )
    yield 24, effects
    cleared = ClearName(
        scope="示例区民政局干部会议",
        text="经集体认定，该差错出于公心、主动报告、已经纠正，予以免责，不影响考核和任用。",
        because="澄清正名。",
    )
    yield 25, cleared
    yield 25, CloseToleranceReview(because="各项工作已办结。")


def _lesson(review: str) -> Command:
    return PublishLesson(
        review=review,
        title="收入停发，要在确认之前再核一次",
        happened="一户家庭有一项临时工收入在申请期间停发，确认时仍计入家庭收入，五个月共少发一千五百元。"
        "经办人员整理台账时自己发现，在他人发现之前主动报告；差额一个月内全部补发。",
        led_to_it="核对平台的数据次月才更新，当月新办件多，公示期间的收入变动没有再核实。",
        instead="公示结束、确认之前，向家庭再问一次收入有无变动；每月核对停发名单。发现算错，先报告、先补发。",
        because="以案为鉴，供全体经办人员学习。",
    )

"""What the office tries, filed before it tries it: income is taken as declared, compared a month later."""

from datetime import date

from audit_service.demo.story import AREA, MANAGER, Step
from audit_service.desks.filings.commands import FileMeasure


def filed_beforehand() -> Step:
    """The measure with its limits. The error of the story lies within them."""
    command = FileMeasure(
        area=AREA,
        title="先认定后比对：收入以申报为准，次月比对（虚构）",
        what="零散务工收入先以家庭申报和入户核查为准，不等税务、社保比对结果；次月统一比对。",
        why="比对结果平均晚到二十天，困难家庭等不起。",
        safeguards="每月五日前由专人逐户比对，发现不符即报告差错，当月更正并补发或追回。",
        programme="dibao",
        starts_on=date(2021, 3, 15),
        ends_on=date(2021, 12, 31),
        amount=200_000,
        elements=("E01",),
        unforbidden=True,
    )
    return Step(date(2021, 3, 10), MANAGER, command)

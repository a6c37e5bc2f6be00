"""How an error of one's own is put right: reported, proven, corrected, paid back, verified and closed.

In September the caseworker finds that 300 yuan of the family's income had ended in April and were
counted all the same: 300 yuan a month were withheld from May on. They report it themselves. Somebody
else looks into it, another one corrects the case, 1,500 yuan are paid back, a fourth one verifies it.
"""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from audit_service.demo.paper import a_page
from audit_service.demo.story import CASEWORKER, MANAGER, Step
from audit_service.desks.command import Command
from audit_service.desks.documents.commands import AttachDocument
from audit_service.desks.errors.catalogue import PublishErrorCatalogue
from audit_service.desks.errors.closing import CloseError
from audit_service.desks.errors.correcting import CorrectCase
from audit_service.desks.errors.notices import AcknowledgeNotice, IssueCorrectionNotice, SubmitPlan
from audit_service.desks.errors.rectification import CompleteCorrection, VerifyCorrection
from audit_service.desks.errors.reporting import ReportError
from audit_service.desks.errors.settlement import OrderBackPayment, RecordBackPayment
from audit_service.desks.errors.substantiation import (
    AmountOfMonth,
    ClassifyError,
    SubstantiateError,
    TakeUpSubstantiation,
)
from audit_service.web.sent import SentFile

REVIEWER, CORRECTOR, VERIFIER = "reviewer", "corrector", "verifier"
MAY, SEPTEMBER = date(2021, 5, 1), date(2021, 9, 1)
SHORT, OWED = 30_000, 150_000
"""Fen a month, and in all."""


def catalogue() -> Step:
    """The catalogue of errors that the office works by."""
    command = PublishErrorCatalogue(
        reference="示例差错目录〔2021〕1号",
        approved_on=date(2021, 2, 20),
        effective_from=date(2021, 3, 1),
        because="按照已批准的差错目录登记。",
    )
    return Step(date(2021, 3, 1), MANAGER, command)


def report(number: str) -> Step:
    """The caseworker reports what they did wrong, before anybody else has found it."""
    command = ReportError(
        case_number=number,
        element="E01",
        from_month=MAY,
        channel="self",
        text="核对收入时，把四月底已停发的临时工收入三百元也算了进去，五月起每月少发三百元。",
        learned_on=date(2021, 9, 17),
        because="整理台账时自己发现，主动报告。",
    )
    return Step(date(2021, 9, 17), CASEWORKER, command)


def looked_into(error: str) -> Iterator[Step]:
    """Somebody who had no part in the decision takes it up."""
    command = TakeUpSubstantiation(because="本人未参与该户的审核确认。")
    yield Step(date(2021, 9, 18), REVIEWER, command, {"error_number": error})


def payslip(number: str) -> Step:
    """What shows it is attached to the case."""
    content = a_page("FICTION: last payslip of a temporary job, 30 April 2021")
    command = AttachDocument(
        file=SentFile(content, len(content), "application/pdf", "pdf"),
        title="临时工最后一次工资条（虚构，2021年4月）",
        because="核实收入停发日期。",
    )
    return Step(date(2021, 9, 22), REVIEWER, command, {"number": number})


def until_it_is_closed(error: str, document: UUID) -> Iterator[Step]:
    """Each step by somebody who may take it."""
    for day, by, command in (*_proven(document), *_put_right()):
        yield Step(date(2021, 9, day), by, command, {"error_number": error})


def _proven(document: UUID) -> Iterator[tuple[int, str, Command]]:
    yield 22, REVIEWER, SubstantiateError(evidence=(document,), because="工资条证明收入四月底停发。")
    yield (
        22,
        REVIEWER,
        ClassifyError(
            element="E01",
            nature="wrong",
            cause="not_verified",
            origin="official",
            direction="under",
            from_month=MAY,
            to_month=SEPTEMBER,
            amounts=tuple(
                AmountOfMonth(month=date(2021, month, 1), amount=SHORT)
                for month in range(MAY.month, SEPTEMBER.month + 1)
            ),
            because="按差错目录认定：收入变动未再核实。",
        ),
    )


def _put_right() -> Iterator[tuple[int, str, Command]]:
    notice = IssueCorrectionNotice(
        items=("fact_correction", "back_payment"), persons=(CASEWORKER,), because="请更正收入并补发差额。"
    )
    yield 23, MANAGER, notice
    yield 23, CASEWORKER, AcknowledgeNotice(because="收到，马上办理。")
    plan = "请同事更正收入、补发五个月差额，并向家庭说明。"
    yield 23, CASEWORKER, SubmitPlan(plan=plan, done_by=date(2021, 9, 30), because="按通知书要求。")
    yield (
        24,
        CORRECTOR,
        CorrectCase(
            monthly_income=120_000,
            valid_from=MAY,
            learned_on=date(2021, 9, 17),
            because="四月底停止的临时工收入未及时核减，经复核予以更正并补发。",
        ),
    )
    order = OrderBackPayment(from_month=MAY, to_month=SEPTEMBER, amount=OWED, because="补发五个月差额。")
    yield 24, CORRECTOR, order
    paid = RecordBackPayment(amount=OWED, paid_on=date(2021, 9, 27), because="银行回单（虚构）。")
    yield 27, CASEWORKER, paid
    yield 27, CASEWORKER, CompleteCorrection(because="收入已更正，差额已补发，家庭已告知。")
    yield 28, VERIFIER, VerifyCorrection(because="金额、月份核对无误。")
    yield 29, VERIFIER, CloseError(because="差错已纠正，款项已结清。")

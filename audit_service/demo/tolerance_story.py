"""How an error made in good faith is tolerated, and how another application waits.

Who made the error of the story reported it first, and applies for tolerance while it is put right. Two of
the organ verify, three deliberate and determine: exempt. A colleague's error is found by a recheck; their
manager applies for them, and the organ has yet to accept it.
"""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from audit_service.demo.error_story import CORRECTOR, REVIEWER, SEPTEMBER, SHORT, VERIFIER
from audit_service.demo.story import CASEWORKER, MANAGER, Step
from audit_service.desks.command import Command
from audit_service.desks.errors.notices import IssueCorrectionNotice
from audit_service.desks.errors.reporting import ReportError
from audit_service.desks.errors.substantiation import (
    AmountOfMonth,
    ClassifyError,
    SubstantiateError,
    TakeUpSubstantiation,
)
from audit_service.desks.tolerance.accepting import AcceptToleranceApplication
from audit_service.desks.tolerance.applying import FactorAnswer
from audit_service.desks.tolerance.deliberating import (
    CastVote,
    OpenDeliberation,
    ProposeOutcome,
    RecordMinutes,
)
from audit_service.desks.tolerance.determining import DetermineOutcome, NotifyOfDetermination
from audit_service.desks.tolerance.flagging import FlagAsTolerable
from audit_service.desks.tolerance.hearing import MakeStatement, OfferStatement
from audit_service.desks.tolerance.reporting import (
    FactorFound,
    NegativeFound,
    ReportVerification,
    SignVerification,
)
from audit_service.desks.tolerance.verifying import AssignVerifiers
from domain.tolerance.outcomes import CONDITIONS, CONTENTS, EXEMPT
from domain.tolerance.rules import SAMPLE

ORGAN, *OTHERS = ("organ", "organ2", "organ3", "organ4", "organ5", "organ6")
VERIFIERS, PANEL = OTHERS[:2], (ORGAN, *OTHERS[2:4])
"""Logins: who leads and votes, who verifies, who votes besides; one more looks at what is asked for again."""

ANSWERS = {
    "motive": ("public", "为让该户按时领到救助金，当天整理材料、当天上报。"),
    "conditions": ("normal", "当月新办三十余件，核对平台数据次月才更新。"),
    "procedure": ("complete", "核对、入户、审核、公示各步骤均已完成。"),
    "nature": ("slip", "把已停发的临时工收入仍计入家庭收入，属疏忽。"),
    "consequence": ("small", "每月少发三百元，共五个月，未造成其他影响。"),
    "remedy": ("full", "发现后主动报告，收入已更正，差额已补发。"),
}
"""Rating and words by factor."""


def application(error: str) -> Step:
    """Who made the error applies for themselves, everything at once."""
    command = FlagAsTolerable(
        applicant="officer",
        officials=(CASEWORKER,),
        factors=tuple(
            FactorAnswer(factor=factor, rating=rating, text=text)
            for factor, (rating, text) in ANSWERS.items()
        ),
        situations=("T13",),
        likeness="金额较小的疏忽，本人主动报告并已更正。",
        submit=True,
        because="主动报告、及时纠正，申请容错。",
    )
    return Step(date(2021, 9, 30), CASEWORKER, command, {"error_number": error})


def until_they_are_told(review: str) -> Iterator[Step]:
    """Each step by somebody of the organ who may take it."""
    for day, by, command in (*_verified(), *_determined()):
        yield Step(date(2021, 10, day), by, command, {"review_number": review})


def _verified() -> Iterator[tuple[int, str, Command]]:
    yield 8, ORGAN, AcceptToleranceApplication(because="在规定期限内提出，予以受理。")
    yield 8, ORGAN, AssignVerifiers(verifiers=tuple(VERIFIERS), because="两人共同核实。")
    report = ReportVerification(
        heard_on=date(2021, 10, 12),
        ratings=tuple(
            FactorFound(factor=factor, rating=rating, finding="经核实，与申请一致。")
            for factor, (rating, _text) in ANSWERS.items()
        ),
        negatives=tuple(NegativeFound(code=each.code, hit=False) for each in SAMPLE.negatives),
        situations=("T13",),
        text="两人查阅全部材料，听取了当事人意见，未发现负面清单所列情形。",
        because="核实完毕。",
    )
    yield 13, VERIFIERS[0], report
    for verifier in VERIFIERS:
        yield 13, verifier, SignVerification(because="核实属实。")
    yield 14, ORGAN, OfferStatement(because="告知核实情况，听取陈述申辩。")
    yield 15, CASEWORKER, MakeStatement(text="情况属实。今后每月核对停发名单。", because="陈述意见。")


def _determined() -> Iterator[tuple[int, str, Command]]:
    opened = OpenDeliberation(panel=PANEL, held_on=date(2021, 10, 18), because="三人会商。")
    yield 18, ORGAN, opened
    yield 18, ORGAN, RecordMinutes(text="三人逐项会商，意见一致。", because="会商纪要。")
    for member in PANEL:
        yield 18, member, CastVote(outcome=EXEMPT, because="符合免责条件。")
    yield 18, ORGAN, ProposeOutcome(outcome=EXEMPT, because="三票赞成。")
    determined = DetermineOutcome(
        outcome=EXEMPT,
        conditions=tuple(CONDITIONS),
        situations=("T13",),
        text="出于公心、程序完备、主动报告并及时纠正，差额已补发，予以免责。",
        because="集体认定。",
    )
    yield 19, PANEL[0], determined
    told = NotifyOfDetermination(contents=tuple(CONTENTS), because="送达认定书。")
    yield 20, ORGAN, told


def another_report(number: str) -> Step:
    """A colleague finds that a member was not counted for a month."""
    command = ReportError(
        case_number=number,
        element="E03",
        from_month=SEPTEMBER,
        to_month=SEPTEMBER,
        channel="review",
        text="复核时发现九月少计一人（虚构）。",
        learned_on=date(2021, 10, 11),
        because="定期复核。",
    )
    return Step(date(2021, 10, 11), VERIFIER, command)


def another_application(error: str, document: UUID) -> Iterator[Step]:
    """It is looked into and to be put right; a manager applies for who made it, and the organ has it now."""
    for day, by, command in _another(document):
        yield Step(date(2021, 10, day), by, command, {"error_number": error})


def _another(document: UUID) -> Iterator[tuple[int, str, Command]]:
    yield 12, REVIEWER, TakeUpSubstantiation(because="本人未参与该户的审核确认。")
    yield 12, REVIEWER, SubstantiateError(evidence=(document,), because="材料可以证明。")
    found = ClassifyError(
        element="E03",
        nature="omitted",
        cause="not_verified",
        origin="official",
        direction="under",
        from_month=SEPTEMBER,
        to_month=SEPTEMBER,
        amounts=(AmountOfMonth(month=SEPTEMBER, amount=SHORT),),
        because="按差错目录认定。",
    )
    yield 13, REVIEWER, found
    notice = IssueCorrectionNotice(items=("training",), persons=(CASEWORKER,), because="请核对家庭成员。")
    yield 14, MANAGER, notice
    flag = FlagAsTolerable(
        applicant="manager",
        officials=(CASEWORKER,),
        factors=tuple(
            FactorAnswer(factor=factor, rating=rating, text="见台账记录。")
            for factor, (rating, _text) in ANSWERS.items()
        ),
        submit=True,
        because="代为申请容错。",
    )
    yield 15, CORRECTOR, flag

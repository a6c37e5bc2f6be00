"""The letters of the organ: in Chinese, as its acts, with what they are checked by."""

from dataclasses import replace
from datetime import date
from typing import Any

from audit_service.reports.papers import ClarificationLetter, DeterminationNotice, Fact
from audit_service.reports.printing import printed
from tests.audit_service.reports.test_printing import HOSTILE, RECEIPT, RECORDED, bare, text_of

PROOF: dict[str, Any] = {
    name: getattr(RECEIPT, name)
    for name in ("position", "recorded_hash", "key_id", "public_key", "json_at", "file", "openssl")
}
LETTER = ClarificationLetter(
    origin="test.invalid/audit",
    number="CQ210202-2021-0001",
    made_at=RECORDED,
    **PROOF,
    persons=(Fact(name="赵甲子", value="虚构街道民政办公室 · 经办人"),),
    facts=(Fact(name="差错编号", value="CC210202-2021-0007"), Fact(name="认定结论", value="免责")),
    text="经认定，该差错系平台数据迟到所致，当事人已尽责。",
    scope="本单位全体人员会议",
    effects=("考核不扣分", "提拔任用不受影响"),
    issued_by="虚构区纪委监委",
    issued_on=date(2021, 11, 23),
)
NOTICE = DeterminationNotice(
    origin="test.invalid/audit",
    number="GZ210202-2021-0001",
    made_at=RECORDED,
    **PROOF,
    persons=LETTER.persons,
    facts=LETTER.facts,
    evidence="两名核实人员均到场核实。",
    situations=("T02 核对平台缺少数据",),
    outcome="免责",
    reasons="主观无故意，已纠正。",
    conditions=("依法：未做禁止之事",),
    rules="fictional rules 2021",
    until=date(2021, 11, 18),
    remedy="《监察法》第四十九条",
    issued_by="虚构区纪委监委",
    issued_on=date(2021, 10, 18),
)


def test_a_clarification_is_the_act_of_the_organ_in_a_scope() -> None:
    text = text_of(printed(LETTER))

    assert "澄清函编号：CQ210202-2021-0001" in text
    assert "赵甲子虚构街道民政办公室·经办人" in text
    assert "本件由作出认定的机关出具；平台只作记录，不作认定" in text
    assert "在下列范围内予以澄清：本单位全体人员会议" in text
    assert "考核不扣分" in text
    assert "虚构区纪委监委（盖章）2021年11月23日" in text
    assert PROOF["recorded_hash"] in text
    assert bare(str(PROOF["json_at"])) in text


def test_a_notice_contains_what_the_act_asks_for() -> None:
    text = text_of(printed(NOTICE))

    for heading in ("当事人", "事实和证据", "认定结论和依据", "申请复核的途径和期限", "认定机关和日期"):
        assert f"、{heading}" in text
    assert "2021年11月18日以前（含当日）" in text
    assert "不因申请复核而加重" in text
    assert "T02核对平台缺少数据" in text
    assert "《监察法》第四十九条" in text


def test_what_there_is_nothing_of_is_left_out() -> None:
    letter = text_of(printed(replace(LETTER, effects=())))
    notice = text_of(printed(replace(NOTICE, evidence="", situations=(), conditions=())))

    assert "据此：" not in letter
    assert not any(words in notice for words in ("核实情况", "容错清单", "同时符合"))


def test_what_people_write_comes_out_as_they_wrote_it() -> None:
    hostile = " ".join(HOSTILE)

    letter, notice = printed(replace(LETTER, text=hostile)), printed(replace(NOTICE, reasons=hostile))

    assert all(bare(each) in text_of(letter) for each in HOSTILE)
    assert all(bare(each) in text_of(notice) for each in HOSTILE)

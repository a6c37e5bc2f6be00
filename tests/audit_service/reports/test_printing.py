"""Papers for print: in Chinese, with their number, the same bytes each time, nothing but what was said."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter
from typing import Any
from unicodedata import category

import pytest
from pypdf import PdfReader

from audit_service.desks.errors.receipt_page import OPENSSL
from audit_service.reports.fonts import NoChineseFont, chinese, fonts
from audit_service.reports.papers import CorrectionNotice, Fact, Paper, ReportReceipt
from audit_service.reports.printing import printed
from audit_service.web.translation import read_in

RECORDED = datetime(2021, 9, 20, 2, 0, 7, 410056, tzinfo=UTC)
NOTICE = CorrectionNotice(
    origin="test.invalid/audit",
    number="JC210202-2021-0001",
    made_at=RECORDED,
    addressees=("赵甲子", "钱乙丑"),
    facts=(Fact(name="差错编号", value="CC210202-2021-0007"), Fact(name="涉及案件", value="FICTION-1")),
    items=("更正事实", "重新核定"),
    due_on=date(2021, 10, 15),
    because="复核时发现收入少计。",
    basis="fictional 2021-7",
    issued_by="虚构街道民政办公室",
    issued_on=date(2021, 9, 20),
)
RECEIPT = ReportReceipt(
    origin="test.invalid/audit",
    number="CC210202-2021-0007",
    made_at=RECORDED,
    own=True,
    reporter="赵甲子",
    unit="虚构街道民政办公室",
    facts=(Fact(name="差错要素", value="E01 收入核定错误"), Fact(name="涉及案件", value="FICTION-1")),
    before_discovery=True,
    within_days=False,
    position=12480,
    recorded_hash="5f" * 32,
    key_id="0a1b2c3d",
    public_key="q6+6X0R1v3fY2dJb0m8o0m7l2yq1Yk8m4h0m3f5n1cA=",
    json_at="/errors/CC210202-2021-0007/receipt.json?report=12480",
    file="receipt-CC210202-2021-0007.json",
    openssl="sed 's/one/other/' receipt-CC210202-2021-0007.json > signed.txt\nopenssl pkeyutl -verify -rawin",
)
HOSTILE = (
    '#panic("never")',
    '#import "@preview/cetz:0.3.0": *',
    "*bold* _emphasis_ $x^2$ `raw` @label <label>",
    "= heading\n- item\n+ item",
    "\\ \\u{41} ] [ } { ) ( // comment /* comment */",
    '"; }] #set page(width: 1pt)',
    '#{read("/etc/passwd")}',
    "--- ... ~ -? ' \"",
)


def text_of(pdf: bytes) -> str:
    return "".join(copied(pdf).split())


def copied(pdf: bytes) -> str:
    """What one gets who marks the text and copies it."""
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def bare(text: str) -> str:
    return "".join(text.split())


def test_a_notice_says_what_is_to_be_done_by_whom_and_when() -> None:
    text = text_of(printed(NOTICE))

    assert "纠错通知书" in text
    assert "编号：JC210202-2021-0001" in text
    assert "赵甲子、钱乙丑：" in text
    assert "差错编号CC210202-2021-0007" in text
    assert "1.更正事实2.重新核定" in text
    assert "2021年10月15日前完成" in text
    assert "认定理由：复核时发现收入少计。" in text
    assert "fictional2021-7" in text
    assert "提出一次异议" in text
    assert "虚构街道民政办公室（盖章）2021年9月20日" in text


def test_a_notice_without_grounds_and_basis_leaves_no_gap() -> None:
    text = text_of(printed(replace(NOTICE, because="", basis="")))

    assert "认定理由" not in text
    assert "依据" not in text.replace("作为依据", "")
    assert "四、您的权利" in text


def test_a_receipt_says_what_was_recorded_and_how_to_check_it() -> None:
    text = text_of(printed(RECEIPT))

    assert "主动报告回执" in text
    assert "编号：CC210202-2021-0007" in text
    assert "赵甲子（虚构街道民政办公室）" in text
    assert "先于他人发现是" in text
    assert "在期限内报告否" in text
    assert "2021年9月20日10:00:07（北京时间）" in text
    assert "记录位次12480" in text
    assert RECEIPT.recorded_hash in text
    assert RECEIPT.key_id in text
    assert RECEIPT.public_key in text
    assert RECEIPT.json_at in text
    assert "audit-serviceverifyreceipt-CC210202-2021-0007.json" in text
    assert bare(RECEIPT.openssl) in text


def test_what_it_is_checked_by_can_be_copied_from_the_paper() -> None:
    receipt = replace(RECEIPT, file="clarification-RC210202-2026-63978661-02.json")
    receipt = replace(receipt, openssl=OPENSSL.replace("FILE", receipt.file))

    text = copied(printed(receipt))

    assert receipt.recorded_hash in text
    assert receipt.public_key in text
    assert [line for line in receipt.openssl.splitlines() if line.strip() not in text] == []
    assert not [character for character in text if category(character) == "Cf"]


def test_the_report_of_somebody_elses_error_is_not_called_a_self_report() -> None:
    text = text_of(printed(replace(RECEIPT, own=False)))

    assert "差错报告回执" in text
    assert "主动报告" not in text


@pytest.mark.parametrize("paper", [NOTICE, RECEIPT], ids=lambda paper: type(paper).__name__)
def test_each_page_has_its_number_and_says_what_proves(paper: Paper) -> None:
    reader = PdfReader(io.BytesIO(printed(paper)))

    for number, page in enumerate(reader.pages, start=1):
        text = bare(page.extract_text())
        assert f"第{number}页，共{len(reader.pages)}页" in text
        assert "经签名的JSON回执" in text
        assert "出处：test.invalid/audit" in text
        assert f"编号：{paper.number}" in text


@pytest.mark.parametrize("paper", [NOTICE, RECEIPT], ids=lambda paper: type(paper).__name__)
def test_it_is_for_the_archive_and_for_everyone(paper: Paper) -> None:
    reader = PdfReader(io.BytesIO(printed(paper)))

    root: Any = reader.root_object
    said = root["/Metadata"].get_data().decode()
    assert reader.metadata is not None
    assert paper.number in str(reader.metadata.title)
    assert root["/Lang"] == "zh-CN"
    assert root["/MarkInfo"]["/Marked"]
    assert "pdfuaid:part" in said
    assert "pdfaid:conformance" in said


@pytest.mark.parametrize("paper", [NOTICE, RECEIPT], ids=lambda paper: type(paper).__name__)
def test_the_same_paper_is_the_same_file_for_every_reader(paper: Paper) -> None:
    with read_in("en"):
        first = printed(paper)
    with read_in("zh"):
        second = printed(paper)

    assert first == second
    assert printed(replace(paper, number="FICTION-2")) != first


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_write_comes_out_as_they_wrote_it(text: str) -> None:
    notice = replace(NOTICE, because=text, items=(text,), addressees=(text,), issued_by=text)

    found = text_of(printed(notice))

    assert found.count(bare(text)) == 4
    assert bare(text) in text_of(printed(replace(RECEIPT, reporter=text)))


def test_long_words_stay_on_the_sheet() -> None:
    found = copied(printed(replace(NOTICE, because="A" * 400))).replace("\n", "")

    assert "A" * 400 in found


def test_many_items_go_on_the_next_page() -> None:
    pdf = printed(replace(NOTICE, items=tuple(f"事项{number}" for number in range(60))))

    assert len(PdfReader(io.BytesIO(pdf)).pages) >= 2
    assert "事项59" in text_of(pdf)


@pytest.mark.parametrize("text", ["𬱖", "\U0001f600", "\ue000", "\u0007", "\u202e"])
def test_characters_that_no_font_has_keep_no_paper_from_its_reader(text: str) -> None:
    assert "纠错通知书" in text_of(printed(replace(NOTICE, addressees=(f"赵{text}",))))


def test_it_takes_less_than_half_a_second() -> None:
    printed(RECEIPT)
    started = perf_counter()

    printed(NOTICE)

    assert perf_counter() - started < 0.5


def test_without_a_chinese_font_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoChineseFont, match=r"install one, .* AUDIT_FONTS_DIR\.$"):
        printed(NOTICE, fonts_dir=tmp_path)


def test_a_font_may_be_in_a_folder_that_is_named(tmp_path: Path) -> None:
    font = next(each.path for each in fonts(None).fonts() if each.family in chinese(None))
    assert font is not None
    (tmp_path / Path(font).name).symlink_to(font)

    assert "纠错通知书" in text_of(printed(NOTICE, fonts_dir=tmp_path))

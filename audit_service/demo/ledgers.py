"""The seven kinds of ledger that a fictional office keeps: what stands in the columns of each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from audit_service.demo.dirt import AMOUNT, AREA, DAY, HOUSEHOLD, ID_NUMBER, NAME
from audit_service.demo.people import Someone

Row = dict[str, Any]
"""A row by its headings."""

CITY, RURAL = 750, 540
"""Yuan a head a month: the standards that the families are on."""

_RURAL_AREAS = ("普兰店区", "瓦房店市", "庄河市")
_AREAS = ("中山区", "西岗区", "沙河口区", "甘井子区", "旅顺口区", "金州区", "长海县", *_RURAL_AREAS)
_RELATIONS = ("配偶", "子", "女", "父", "母")
_QUESTIONS = (
    "房屋漏雨，想申请维修",
    "慢性病药费负担重",
    "老人无人照料",
    "孩子上学缺少助学金",
    "不了解评议公示程序",
    "想知道如何申请临时救助",
)
_ANSWERS = ("已现场解释政策", "已告知所需材料", "转街道核实", "")

Rows = Callable[[int, Iterator[Someone], Random], Iterator[Row]]


@dataclass(frozen=True)
class Kind:
    """A kind of ledger, with what makes its rows without dirt."""

    code: str
    title: str
    headings: tuple[str, ...]
    where: dict[str, str]
    """The heading of what can be soiled."""
    rows: Rows
    """So many rows (households in a register of households) about these people."""


def _households(count: int, people: Iterator[Someone], chance: Random) -> Iterator[Row]:
    for number in range(count):
        area = chance.choice(_AREAS)
        standard = chance.choice((CITY, RURAL)) if area in _RURAL_AREAS else CITY
        members = chance.choice((1, 1, 1, 2, 2, 3, 4))
        income = chance.randrange(0, standard * members, 10)
        family = {
            "户编号": f"DB{number:07d}",
            "区市县": area,
            "街道乡镇": "示例街道",
            "家庭月收入": float(income),
            "月保障金额": float(standard * members - income),
            "享受起始日期": date(chance.randrange(2012, 2021), chance.randrange(1, 13), 1),
            "联系电话": "",
        }
        for relation in ("户主", *chance.choices(_RELATIONS, k=members - 1)):
            name, id_number = next(people)
            yield family | {"与户主关系": relation, "姓名": name, "身份证号码": id_number}


def _persons(amounts: tuple[int, ...], day: str, amount: str, **words: tuple[Any, ...]) -> Rows:
    """Return what makes the rows of a register of persons; of each column with words, one is chosen."""

    def rows(count: int, people: Iterator[Someone], chance: Random) -> Iterator[Row]:
        for _ in range(count):
            name, id_number = next(people)
            told = {heading: chance.choice(choices) for heading, choices in words.items()}
            yield told | {
                "姓名": name,
                "身份证号码": id_number,
                "区市县": chance.choice(_AREAS),
                amount: float(chance.choice(amounts)),
                day: _day(chance),
            }

    return rows


def _visits(count: int, people: Iterator[Someone], chance: Random) -> Iterator[Row]:
    for number in range(1, count + 1):
        name, id_number = next(people)
        asked = chance.sample(_QUESTIONS, chance.choice((0, 1, 1, 2)))
        together = [f"{place}.{question}" for place, question in enumerate(asked, 1)] if asked[1:] else asked
        yield {
            "序号": number,
            "走访日期": _day(chance),
            "走访干部": f"示例干部{chance.randrange(20)}",
            "干部单位": "示例区民政局",
            "户主姓名": name,
            "身份证号码": id_number,
            "区市县": chance.choice(_AREAS),
            "家庭类别": chance.choice(("低保", "特困", "其他")),
            "反映问题": chance.choice(("；", ";", "\n")).join(together) or chance.choice(("", "无", "暂无")),
            "现场答复": chance.choice(_ANSWERS),
            "是否办结": chance.choice(("是", "否", "")),
        }


def _day(chance: Random) -> date:
    return date(2020, 1, 1) + timedelta(chance.randrange(425))


_GUARDIANS = tuple(f"{surname}示例" for surname in "赵钱孙李")
_WHERE = {NAME: "姓名", ID_NUMBER: "身份证号码", AREA: "区市县"}

KINDS = {
    kind.code: kind
    for kind in (
        Kind(
            "dibao",
            "最低生活保障家庭成员名册",
            (
                *("户编号", "与户主关系", "姓名", "身份证号码", "区市县", "街道乡镇"),
                *("家庭月收入", "月保障金额", "享受起始日期", "联系电话"),
            ),
            _WHERE | {HOUSEHOLD: "户编号", AMOUNT: "月保障金额", DAY: "享受起始日期"},
            _households,
        ),
        Kind(
            "tekun",
            "特困人员救助供养名册",
            ("姓名", "身份证号码", "区市县", "供养方式", "生活自理能力", "供养机构", "月供养金", "认定日期"),
            _WHERE | {AMOUNT: "月供养金", DAY: "认定日期"},
            _persons(
                (975, 1015, 702, 754),
                "认定日期",
                "月供养金",
                供养方式=("集中供养", "分散供养"),
                生活自理能力=("具备生活自理能力", "部分丧失生活自理能力", "完全丧失生活自理能力"),
                供养机构=("示例敬老院", ""),
            ),
        ),
        Kind(
            "temporary",
            "临时救助对象台账",
            ("姓名", "身份证号码", "区市县", "救助类型", "困难原因", "救助金额", "救助日期", "家庭人口"),
            _WHERE | {AMOUNT: "救助金额", DAY: "救助日期"},
            _persons(
                (1200, 2650, 5050, 6800),
                "救助日期",
                "救助金额",
                救助类型=("急难型", "支出型"),
                困难原因=("突发重病", "交通事故", "火灾", "失业", "教育支出"),
                家庭人口=(1.0, 2.0, 3.0),
            ),
        ),
        Kind(
            "orphan",
            "孤儿基本生活保障名册",
            (
                "姓名",
                "身份证号码",
                "区市县",
                "养育方式",
                "监护人姓名",
                "监护人联系电话",
                "月基本生活费",
                "纳入日期",
            ),
            _WHERE | {AMOUNT: "月基本生活费", DAY: "纳入日期"},
            _persons(
                (1900, 2500),
                "纳入日期",
                "月基本生活费",
                养育方式=("集中养育", "社会散居"),
                监护人姓名=_GUARDIANS,
                监护人联系电话=("",),
            ),
        ),
        Kind(
            "de_facto_unattended",
            "事实无人抚养儿童名册",
            (
                "姓名",
                "身份证号码",
                "区市县",
                "父亲情况",
                "母亲情况",
                "监护人姓名",
                "月基本生活补贴",
                "认定日期",
            ),
            _WHERE | {AMOUNT: "月基本生活补贴", DAY: "认定日期"},
            _persons(
                (1500, 1900),
                "认定日期",
                "月基本生活补贴",
                父亲情况=("失踪", "死亡", "重残", "服刑在押"),
                母亲情况=("失联", "强制隔离戒毒", "死亡", "重病"),
                监护人姓名=_GUARDIANS,
            ),
        ),
        Kind(
            "elderly",
            "困难老年人台账",
            ("姓名", "身份证号码", "区市县", "居住情况", "失能等级", "月养老服务补贴", "评估日期"),
            _WHERE | {AMOUNT: "月养老服务补贴", DAY: "评估日期"},
            _persons(
                (100, 200, 300),
                "评估日期",
                "月养老服务补贴",
                居住情况=("独居", "空巢", "与子女同住"),
                失能等级=("能力完好", "轻度失能", "中度失能", "重度失能"),
            ),
        ),
        Kind(
            "visits",
            "走访台账",
            (
                *("序号", "走访日期", "走访干部", "干部单位", "户主姓名", "身份证号码", "区市县"),
                *("家庭类别", "反映问题", "现场答复", "是否办结"),
            ),
            {NAME: "户主姓名", ID_NUMBER: "身份证号码", AREA: "区市县", DAY: "走访日期"},
            _visits,
        ),
    )
}
"""By code."""

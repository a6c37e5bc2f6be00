"""The columns that registers have in common, and how the headings above them are worded."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import product
from typing import Any, Protocol

from audit_service.ledgers import repairs
from audit_service.ledgers.amounts import amount
from audit_service.ledgers.cells import Cell, joined
from audit_service.ledgers.days import day
from audit_service.ledgers.found import Found

_UNIT = re.compile(r"\(.*?\)|\[.*?\]|【.*?】")
_NOT_A_WORD = re.compile(r"[\W_]+")
_ALIKE = ((re.compile(r"号码$|编号$"), "号"), (re.compile(r"(?:时间|年月日)$"), "日期"))


class Read(Protocol):
    """Reads a cell that is not blank, on a day."""

    def __call__(self, cell: Cell, today: date, /) -> Found[Any]:
        """Return the value, or None and why there is none."""


@dataclass(frozen=True)
class Column:
    """A column of a register."""

    name: str
    read: Read
    worded: str
    """The headings that offices give it, parted by blanks; the usual one first."""
    needed: bool = True
    """Whether a row without it is rejected."""
    marks: bool = False
    """Whether few other registers have it, so that it tells what kind this is."""

    @property
    def heading(self) -> str:
        """The usual heading."""
        return self.worded.split()[0]

    @cached_property
    def wordings(self) -> tuple[str, ...]:
        """Its headings as they are compared, the usual one first."""
        return tuple(dict.fromkeys(alike(heading) for heading in self.worded.split()))


@dataclass(frozen=True)
class Register:
    """A kind of register."""

    code: str
    title: str
    """A message to translate."""
    called: str
    """Words of which one stands in its title, parted by blanks."""
    columns: tuple[Column, ...]

    def named(self, values: Sequence[Any]) -> dict[str, Any]:
        """Return the values of a row, one of each column, by the column's name."""
        return dict(zip(self._names, values, strict=True))

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def alike(heading: str) -> str:
    """Return the heading without punctuation, and with one word where there are several for the same."""
    found = _NOT_A_WORD.sub("", heading)
    for ending, word in _ALIKE:
        found = ending.sub(word, found)
    return found


def wordings_of(cell: Cell) -> tuple[str, str]:
    """Return what a heading says, with and without what stands in brackets.

    `家庭月收入（元）` says `家庭月收入`, but `县（市、区）` says `县市区`.
    """
    heading = joined(cell)
    return alike(heading), alike(_UNIT.sub("", heading))


def _of(whose: str, what: str) -> str:
    """Return headings that say whose name or number it is, in any of the usual ways."""
    return " ".join(f"{one}{thing}" for one, thing in product((*whose.split(), ""), what.split()))


def name_of(whose: str, *, alone: str = "") -> Column:
    """Return the column with the names of whom the register is about."""
    return Column("name", repairs.name, f"{_of(f'{whose} {_ANYBODY}', '姓名 名字')} {alone}")


def id_number_of(whose: str) -> Column:
    """Return the column with the id numbers of whom the register is about."""
    return Column("id_number", repairs.id_number, _of(f"{whose} {_ANYBODY}", _ID_NUMBER))


def amount_of(worded: str) -> Column:
    """Return the column with what is paid to them."""
    return Column("amount", amount, f"{worded} {_ANY_AMOUNT}")


def since(worded: str, *, name: str = "paid_from", marks: bool = False) -> Column:
    """Return the column with the day from which on they are paid."""
    return Column(name, day, f"{worded} {_ANY_DAY}", marks=marks)


def text(name: str, worded: str, *, needed: bool = False, marks: bool = True) -> Column:
    """Return a column with words that are kept as they stand."""
    return Column(name, repairs.words, worded, needed=needed, marks=marks)


def code(name: str, worded: str, codes: dict[str, str], *, needed: bool = False) -> Column:
    """Return a column with codes, each in its usual wordings, parted by blanks."""
    return Column(name, repairs.coded(codes), worded, needed=needed, marks=True)


_ANYBODY = "本人 对象 救助对象 保障对象 服务对象 享受对象 人员 困难群众 困难人员 居民 享受人"
_ID_NUMBER = (
    "身份证号码 身份证号 身份证 公民身份号码 公民身份证号 居民身份证号 居民身份证 身份证件号 身份号"
    " 身份证件 证件号"
)
_ANY_AMOUNT = (
    "月发放金额 发放金额 月补助金额 补助金额 月补贴金额 补贴金额 月救助金额 救助金额 月保障金额 保障金额"
    " 月享受金额 享受金额 月发放标准 发放标准 补助标准 补贴标准 救助标准 保障标准 月标准 月金额 金额"
)
_ANY_DAY = (
    "享受起始日期 起始日期 开始享受日期 享受日期 纳入日期 认定日期 确认日期 批准日期 审批日期 审核日期"
    " 起始享受日期 开始日期 起始年月"
)

AREA = Column(
    "area",
    repairs.area,
    "区市县 区县市 县市区 市县区 县区市 市区县 区县 县区 所属区市县 所属区县市 所属县市区 所属区县 所属县区"
    " 所在区市县"
    " 所在区县市 所在县市区 所在区县 所在县区 所属区 所在区 区市县名称 区县名称 行政区划 行政区域 行政区"
    " 所属行政区"
    " 所在行政区 所属行政区划 所属地区 所在地区 地区 辖区 属地 所属辖区 户籍区县 户籍所在区县 区划",
)
PHONE = Column(
    "phone",
    repairs.digits,
    "联系电话 本人联系电话 电话 电话号码 手机 手机号码 移动电话 联系方式 本人电话 联系手机",
    needed=False,
)
ADDRESS = Column(
    "address",
    repairs.words,
    "街道乡镇 乡镇街道 乡街道 所属街道 所属街道乡镇 所属乡镇街道 所在街道 所在街道乡镇 街道 乡镇 镇街"
    " 家庭住址 家庭地址 住址 现住址 现住地址 居住地址 详细地址 地址 户籍地址",
    needed=False,
)
CONTACT = (PHONE, ADDRESS)

"""The kinds of register that are known: a new kind is one entry, with its columns and how they are read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from audit_service.ledgers import repairs
from audit_service.ledgers.cells import Cell

Read = Callable[[Cell, date], repairs.Found[Any]]


@dataclass(frozen=True)
class Column:
    """A column of a register."""

    name: str
    read: Read
    worded: str
    """The headings that offices give it, parted by blanks; the usual one first."""
    needed: bool = True
    """Whether a row without it is rejected."""

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The headings that offices give it."""
        return tuple(self.worded.split())


@dataclass(frozen=True)
class Register:
    """A kind of register. Without columns it is only recognised."""

    code: str
    title: str
    """A message to translate."""
    columns: tuple[Column, ...] = ()
    worded: str = ""
    """Headings that no other kind has, parted by blanks."""

    @cached_property
    def marks(self) -> frozenset[str]:
        """Headings that no other kind has."""
        return frozenset(self.worded.split())


_NAME = Column(
    "name",
    repairs.name,
    "姓名 成员姓名 家庭成员姓名 家庭成员 保障对象姓名 低保对象姓名 救助对象姓名 对象姓名 人员姓名 名字",
)
_ID_NUMBER = Column(
    "id_number",
    repairs.id_number,
    "身份证号码 身份证号 身份证 公民身份号码 公民身份证号 公民身份证号码 居民身份证号 居民身份证号码"
    " 居民身份证 身份证件号码 成员身份证号 成员身份证号码 身份号码 证件号码 证件号",
)
_AREA = Column(
    "area",
    repairs.area,
    "区市县 区县市 县市区 市县区 区县 县区 所属区县 所在区县 所属区市县 所在区市县 县区市 所在县区"
    " 所属县区 所属区 所在区 行政区划 行政区域 行政区 所属地区 所在地区 地区 辖区",
)

DIBAO = Register(
    "dibao",
    "Register of minimum living security",
    (
        Column(
            "household",
            repairs.number,
            "户编号 户号 户编码 户代码 家庭编号 家庭编码 家庭户编号 低保户编号 低保户号 低保编号"
            " 低保证号 低保证编号 保障编号 救助证号",
        ),
        Column(
            "relation",
            repairs.name,
            "与户主关系 与户主的关系 户主关系 与申请人关系 与申请人的关系 关系与户主 成员关系 家庭关系 关系",
            needed=False,
        ),
        _NAME,
        _ID_NUMBER,
        _AREA,
        Column(
            "income",
            repairs.amount,
            "家庭月收入 家庭月总收入 家庭月收入合计 家庭总收入 家庭收入 户月收入 月收入",
        ),
        Column(
            "amount",
            repairs.amount,
            "月保障金额 月保障金 保障金额 保障金 月低保金额 月低保金 低保金额 低保金 月救助金额"
            " 月补助金额 月发放金额 月享受金额 月补差金额 每月保障金额 家庭月保障金额 家庭月保障金"
            " 户月保障金额 户月保障金 救助金额 补助金额 发放金额 享受金额",
        ),
        Column(
            "paid_from",
            repairs.day,
            "享受起始日期 享受起始时间 享受低保起始日期 享受低保日期 享受日期 享受时间 开始享受日期"
            " 起始日期 起始时间 起始享受日期 享受开始日期 低保起始日期 保障起始时间 保障起始日期"
            " 保障开始日期 救助起始日期 救助开始日期 纳入日期 纳保日期",
        ),
    ),
)

REGISTERS = (
    DIBAO,
    Register("tekun", "Register of extremely poor persons in support", (), "供养方式 月供养金 供养机构"),
    Register("temporary", "Register of temporary assistance", (), "救助类型 困难原因 救助日期"),
    Register("orphan", "Register of orphans", (), "养育方式 月基本生活费"),
    Register("de_facto_unattended", "Register of de facto unattended children", (), "父亲情况 母亲情况"),
    Register("elderly", "Register of needy elderly people", (), "居住情况 失能等级 月养老服务补贴"),
    Register("visits", "Ledger of household visits", (), "走访日期 走访干部 反映问题"),
)

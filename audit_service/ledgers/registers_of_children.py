"""The registers of children whom their parents cannot bring up."""

from audit_service.ledgers import repairs
from audit_service.ledgers.columns import (
    AREA,
    CONTACT,
    Column,
    Register,
    amount_of,
    code,
    id_number_of,
    name_of,
    since,
    text,
)

_GUARDIAN = text(
    "guardian", "监护人姓名 监护人 现监护人姓名 现监护人 实际监护人 抚养人姓名 抚养人", marks=False
)
_GUARDIAN_PHONE = Column(
    "guardian_phone",
    repairs.digits,
    "监护人联系电话 监护人电话 监护人手机号码 监护人联系方式 抚养人联系电话 抚养人电话",
    needed=False,
)

ORPHAN = Register(
    "orphan",
    "Register of orphans",
    "孤儿",
    (
        name_of("儿童 孤儿 孩子"),
        id_number_of("儿童 孤儿 孩子"),
        AREA,
        code(
            "upbringing",
            "养育方式 养育形式 养育类型 养育状况 安置方式 抚养方式",
            {
                "institution": "集中养育 机构养育 集中供养 集中",
                "community": "社会散居 散居 分散养育 亲属养育",
            },
        ),
        _GUARDIAN,
        _GUARDIAN_PHONE,
        amount_of("月基本生活费 基本生活费 月基本生活费标准 孤儿基本生活费 月生活费 生活费 基本生活费标准"),
        since("纳入日期 纳入保障日期 保障起始日期 孤儿认定日期"),
        *CONTACT,
    ),
)

_PARENT = {
    "dead": "死亡 已故 去世 亡故",
    "missing": "失踪 宣告失踪",
    "severe_disability": "重残 重度残疾",
    "serious_illness": "重病 患重病 重大疾病",
    "prison": "服刑在押 服刑 在押",
    "compulsory_detox": "强制隔离戒毒 强制戒毒 戒毒",
    "other_restriction": "被执行其他限制人身自由的措施 被采取其他限制人身自由的措施",
    "lost_contact": "失联 失去联系",
    "guardianship_revoked": "被撤销监护资格 撤销监护资格",
    "deported": "被遣送出境 被驱逐出境 被遣送(驱逐)出境",
}

DE_FACTO_UNATTENDED = Register(
    "de_facto_unattended",
    "Register of de facto unattended children",
    "事实无人抚养",
    (
        name_of("儿童 事实无人抚养儿童 孩子"),
        id_number_of("儿童 事实无人抚养儿童 孩子"),
        AREA,
        code("father", "父亲情况 父亲状况 父亲情形 父亲现状 父情况 父亲", _PARENT),
        code("mother", "母亲情况 母亲状况 母亲情形 母亲现状 母情况 母亲", _PARENT),
        _GUARDIAN,
        _GUARDIAN_PHONE,
        amount_of(
            "月基本生活补贴 基本生活补贴 月基本生活补贴标准 月生活补贴 生活补贴 月基本生活费 基本生活费"
            " 月生活费 基本生活补贴标准 补差金额"
        ),
        since("认定日期 事实无人抚养认定日期 保障起始日期"),
        *CONTACT,
    ),
)

"""The kinds of register that are known: a new kind is one entry, with its columns and how they are read."""

from audit_service.ledgers import repairs
from audit_service.ledgers.amounts import amount
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
from audit_service.ledgers.registers_of_children import DE_FACTO_UNATTENDED, ORPHAN

DIBAO = Register(
    "dibao",
    "Register of minimum living security",
    "低保 最低生活保障",
    (
        Column(
            "household",
            repairs.number,
            "户编号 户号 户编码 户代码 户籍编号 家庭编号 家庭编码 家庭户编号 家庭户号 低保户编号 低保户号"
            " 低保编号"
            " 低保证号 低保证编号 低保证编码 保障编号 保障证号 救助证号",
            marks=True,
        ),
        Column(
            "relation",
            repairs.words,
            "与户主关系 与户主的关系 户主关系 与申请人关系 与申请人的关系 关系与户主 成员关系 家庭关系 关系",
            needed=False,
            marks=True,
        ),
        name_of("成员 家庭成员 低保对象 低保人员 低保成员", alone="家庭成员 成员"),
        id_number_of("成员 家庭成员 低保对象 低保人员 低保成员"),
        AREA,
        Column(
            "income",
            amount,
            "家庭月收入 家庭月总收入 家庭月收入合计 家庭总收入 家庭收入 户月收入 户月总收入 全家月收入"
            " 月收入",
            marks=True,
        ),
        amount_of(
            "月保障金额 月保障金 保障金额 保障金 月低保金额 月低保金 低保金额 低保金 月差额补助 月补差金额"
            " 月补差 补差金额 每月保障金额 家庭月保障金额 家庭月保障金 户月保障金额 户月保障金 户月补助金额"
        ),
        since(
            "享受起始日期 享受低保起始日期 享受低保日期 开始享受低保日期 低保起始日期 保障起始日期"
            " 保障开始日期 享受开始日期 救助起始日期 救助开始日期 纳保日期"
        ),
        *CONTACT,
    ),
)

TEKUN = Register(
    "tekun",
    "Register of extremely poor persons in support",
    "特困 五保",
    (
        name_of("特困人员 特困对象 特困供养人员 特困供养对象 供养对象 供养人员 五保对象"),
        id_number_of("特困人员 特困对象 特困供养人员 特困供养对象 供养对象 供养人员 五保对象"),
        AREA,
        code(
            "care",
            "供养方式 供养形式 供养类型 供养类别 救助供养方式 救助供养形式",
            {
                "institution": "集中供养 集中 机构供养 集中救助供养",
                "home": "分散供养 分散 居家供养 分散救助供养",
            },
            needed=True,
        ),
        code(
            "self_care",
            "生活自理能力 自理能力 自理能力等级 生活自理能力等级 生活自理能力评估结果 自理能力评估结果"
            " 自理情况",
            {
                "able": "具备生活自理能力 全自理 自理 能自理 有自理能力 完全自理 具备自理能力",
                "partly": "部分丧失生活自理能力 半自理 半失能 部分丧失自理能力 部分自理",
                "unable": "完全丧失生活自理能力 全护理 失能 不能自理 完全丧失自理能力 无自理能力 全失能",
            },
        ),
        text("institution", "供养机构 供养机构名称 供养服务机构 所在供养机构 入住机构 敬老院 集中供养机构"),
        amount_of(
            "月供养金 月供养金额 供养金 供养金额 月供养标准 供养标准 月救助供养金 救助供养金 月基本生活标准"
            " 基本生活标准 月供养费 供养费"
        ),
        since("认定日期 特困认定日期 供养起始日期 开始供养日期 供养日期"),
        *CONTACT,
    ),
)

TEMPORARY = Register(
    "temporary",
    "Register of temporary assistance",
    "临时救助",
    (
        name_of("申请人 救助人 受助人 被救助人 户主", alone="申请人 救助对象"),
        id_number_of("申请人 救助人 受助人 被救助人 户主"),
        AREA,
        code(
            "relief",
            "救助类型 救助类别 救助种类 临时救助类型 临时救助类别",
            {
                "emergency": "急难型 急难型救助 急难型临时救助 急难",
                "expenditure": "支出型 支出型救助 支出型临时救助 支出",
            },
        ),
        code(
            "cause",
            "困难原因 救助原因 致困原因 致贫原因 申请原因 申请救助原因 救助事由 申请事由 困难情形 困难类型",
            {
                "illness": "突发重病 重病 突发疾病 重大疾病 患病 疾病 因病",
                "traffic_accident": "交通事故 车祸",
                "fire": "火灾",
                "unemployment": "失业",
                "education": "教育支出 就学 子女就学 因学",
                "natural_disaster": "自然灾害 因灾",
                "accident": "意外事故 意外 意外事件 意外伤害",
            },
        ),
        amount_of("救助金额 临时救助金额 临时救助金 救助金 实发金额 发放救助金 核准金额 批准金额"),
        since("救助日期 临时救助日期 发放日期 救助发放日期 资金发放日期"),
        Column(
            "members",
            repairs.count,
            "家庭人口 家庭人口数 家庭人数 家庭成员数 家庭成员人数 人口数 人口",
            needed=False,
        ),
        *CONTACT,
    ),
)

ELDERLY = Register(
    "elderly",
    "Register of needy elderly people",
    "老年人 老人 养老",
    (
        name_of("老人 老年人 困难老年人 困难老人"),
        id_number_of("老人 老年人 困难老年人 困难老人"),
        AREA,
        code(
            "living",
            "居住情况 居住状况 居住方式 居住形式 居住类型",
            {
                "alone": "独居 单独居住 独自居住",
                "empty_nest": "空巢",
                "with_children": "与子女同住 与子女共同居住 和子女同住",
                "with_spouse": "与配偶同住 与配偶共同居住 和配偶同住",
                "institution": "机构养老 入住机构 入住养老机构 机构",
            },
        ),
        code(
            "ability",
            "失能等级 失能程度 失能情况 能力等级 能力评估等级 老年人能力等级 能力评估结果 评估等级 评估结果",
            {
                "intact": "能力完好 完好 能力正常",
                "mild": "轻度失能 轻度",
                "moderate": "中度失能 中度",
                "severe": "重度失能 重度",
                "total": "完全失能 完全丧失",
            },
        ),
        amount_of(
            "月养老服务补贴 养老服务补贴 养老服务补贴金额 月养老服务补贴金额 月养老补贴 养老补贴 月服务补贴"
            " 月补贴 养老服务补贴标准 服务补贴 补贴"
        ),
        since("评估日期 能力评估日期 补贴起始日期 补贴开始日期"),
        *CONTACT,
    ),
)

VISITS = Register(
    "visits",
    "Ledger of household visits",
    "走访 入户 探访",
    (
        since(
            "走访日期 入户走访日期 入户日期 访问日期 探访日期 走访年月日 日期", name="visited_on", marks=True
        ),
        Column(
            "visitor",
            repairs.name,
            "走访干部 走访干部姓名 走访人 走访人姓名 走访人员 走访人员姓名 入户干部 包户干部 帮扶干部"
            " 包保干部"
            " 联系干部 干部姓名 干部",
            marks=True,
        ),
        text(
            "visitor_unit",
            "干部单位 走访干部单位 走访人单位 干部所在单位 干部工作单位 走访单位 所在单位 工作单位 单位",
            marks=False,
        ),
        name_of(
            "户主 被走访人 被走访户主 走访对象 受访人 受访者 群众 被访人", alone="户主 被走访人 走访对象"
        ),
        id_number_of("户主 被走访人 被走访户主 走访对象 受访人 受访者 群众 被访人"),
        AREA,
        text(
            "category", "家庭类别 家庭类型 困难类别 困难类型 对象类别 对象类型 人员类别 户类别", marks=False
        ),
        text(
            "questions",
            "反映问题 反映的问题 群众反映问题 反映问题及诉求 反映诉求 问题及诉求 问题诉求 存在问题 主要问题"
            " 主要诉求 诉求 问题",
        ),
        text("answer", "现场答复 现场答复情况 答复情况 答复内容 答复意见 现场解答 答复 处理情况 解决情况"),
        code(
            "settled",
            "是否办结 办结情况 是否已办结 是否解决 是否已解决 办理结果 办结状态",
            {
                "yes": "是 已办结 办结 已解决 解决 已完成 完成 Y 1 √",
                "no": "否 未办结 未解决 未完成 办理中 正在办理 N 0 ×",
            },
        ),
        *CONTACT,
    ),
)

REGISTERS = (DIBAO, TEKUN, TEMPORARY, ORPHAN, DE_FACTO_UNATTENDED, ELDERLY, VISITS)

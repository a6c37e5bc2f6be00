"""One story worth reading: a family applies, is confirmed, the standard rises, an error is put right.

A family of three in the city declares 1,500 yuan a month and is paid 750 from April on; from July,
under the new standard, 840. What was wrong in that, and how it is put right, `error_story` tells.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from audit_service.demo.people import id_number
from audit_service.desks.cases.application import (
    AcceptApplication,
    ApplyForAssistance,
    GiveOpinion,
    RecordMeansCheck,
    RecordVisit,
)
from audit_service.desks.cases.decisions import ConfirmAssistance
from audit_service.desks.cases.notice import EndNotice, PostNotice
from audit_service.desks.command import Command
from audit_service.desks.needy.register import Member
from audit_service.desks.standards.commands import AdjustArea, PublishStandard
from domain.areas import AREAS
from domain.standards.living_standard import RURAL, URBAN

AREA = "210202"
CITY_2021 = "示例〔2021〕1号"
CLERK, CASEWORKER, MANAGER = "clerk", "caseworker", "manager"


@dataclass(frozen=True)
class Step:
    """Something that an official did on a day."""

    on: date
    by: str
    """Login."""
    command: Command
    about: dict[str, str] = field(default_factory=dict)
    """Path parameters of the command."""


FAMILY = (
    Member(name="吴丙申", id_number=id_number(date(1979, 8, 9), 11), relation="本人"),
    Member(name="郑丁酉", id_number=id_number(date(1981, 2, 17), 24), relation="配偶"),
    Member(name="吴戊戌", id_number=id_number(date(2012, 6, 1), 35), relation="子"),
)


def standards_of(year: int) -> Iterator[Step]:
    """The standards of the city and of the villages, as published in 2020 or in 2021."""
    urban, rural, entered = {2020: (750, 540, date(2021, 3, 1)), 2021: (780, 580, date(2021, 6, 1))}[year]
    everywhere = tuple(AREAS)
    villages = tuple(area.code for area in AREAS.values() if area.has_rural_standard)
    for number, kind, areas, yuan in ((1, URBAN, everywhere, urban), (2, RURAL, villages, rural)):
        standard = PublishStandard(
            reference=f"示例〔{year}〕{number}号",
            programme="dibao",
            kind=kind,
            areas=areas,
            monthly_amount=yuan * 100,
            approved_on=date(year, 5, 28),
            published_on=date(year, 6, 1),
            effective_from=date(year, 7, 1),
            because="按照已批准的标准登记。",
        )
        yield Step(entered, MANAGER, standard)


def application() -> Step:
    """The family comes to the window."""
    command = ApplyForAssistance(
        programme="dibao", area=AREA, channel="window", members=FAMILY, because="家庭提出书面申请。"
    )
    return Step(date(2021, 3, 8), CASEWORKER, command)


def until_the_decision(number: str) -> Iterator[Step]:
    """The steps of the procedure, in their order."""
    for day, by, command in (
        (9, CASEWORKER, AcceptApplication(because="材料齐全。")),
        (
            12,
            CASEWORKER,
            RecordMeansCheck(
                monthly_income=150_000,
                members=3,
                kind=URBAN,
                source="家庭经济状况核对报告（虚构）",
                because="核对结果与申报一致。",
            ),
        ),
        (
            16,
            CASEWORKER,
            RecordVisit(
                visitors=(CASEWORKER, CLERK), found="三人共同生活，情况与申报一致。", because="入户调查。"
            ),
        ),
        (
            19,
            CASEWORKER,
            GiveOpinion(favourable=True, proposed_amount=75_000, because="符合条件，拟予保障。"),
        ),
        (22, CASEWORKER, PostNotice(because="拟保障名单公示七日。")),
        (30, CASEWORKER, EndNotice(because="公示期满，无异议。")),
        (31, MANAGER, ConfirmAssistance(valid_from=date(2021, 4, 1), because="公示无异议，予以确认。")),
    ):
        yield Step(date(2021, 3, day), by, command, {"number": number})


def since_the_decision() -> Iterator[Step]:
    """The standard is raised in the area."""
    raised = AdjustArea(area=AREA, because="新标准自七月一日起执行。")
    yield Step(date(2021, 7, 1), MANAGER, raised, {"reference": CITY_2021})

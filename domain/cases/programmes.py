"""The programmes of social assistance: what differs between them. A new programme is one entry."""

from dataclasses import dataclass, field
from datetime import date

from domain.cases.entitlement import DIFFERENTIAL, FULL, GRANTED, TOP_UP
from domain.refusal import Refused
from domain.roles import CASEWORKER, MANAGER
from domain.standards.deadlines import DeadlinePolicy, Limit

APPLIED, ACCEPTED, CHECKED, VISITED = "applied", "accepted", "means_checked", "visited"
OPINION, NOTICE, NOTICE_ENDED, DECIDED = "opinion_given", "notice_posted", "notice_ended", "decided"

STEPS = {
    APPLIED: "Applied",
    ACCEPTED: "Accepted",
    CHECKED: "Means checked",
    VISITED: "Visited",
    OPINION: "Preliminary opinion given",
    NOTICE: "Public notice posted",
    NOTICE_ENDED: "Public notice ended",
    DECIDED: "Decided",
}
"""Titles by step; messages to translate."""

Steps = dict[str, tuple[str, ...]]
"""The steps of a procedure, each with those that come before it."""

UNTIL_OPINION: Steps = {
    ACCEPTED: (APPLIED,),
    CHECKED: (ACCEPTED,),
    VISITED: (ACCEPTED,),
    OPINION: (CHECKED, VISITED),
}
WITH_NOTICE: Steps = {
    **UNTIL_OPINION,
    NOTICE: (OPINION,),
    NOTICE_ENDED: (NOTICE,),
    DECIDED: (OPINION, NOTICE_ENDED),
}
WITHOUT_NOTICE: Steps = {**UNTIL_OPINION, DECIDED: (OPINION,)}
"""Children are not named in public."""
RELIEF_FIRST: Steps = {
    ACCEPTED: (APPLIED,),
    DECIDED: (ACCEPTED,),
    CHECKED: (ACCEPTED,),
    VISITED: (ACCEPTED,),
}
"""In an emergency the formalities are made good after the decision."""

MONTHLY, ONE_OFF = "monthly", "one_off"


class UnknownProgramme(Refused):
    """A programme that there is not."""

    CODE = "programmes.unknown"
    SENTENCE = "There is no programme %(programme)s. Choose one of: %(programmes)s."


@dataclass(frozen=True, kw_only=True)
class Programme:
    """A programme of social assistance."""

    code: str
    zh: str
    en: str
    steps: Steps
    amount_rule: str
    payment: str = MONTHLY
    decides: str = MANAGER
    """The role that decides."""
    emergency_steps: Steps = field(default_factory=dict)
    """The simplified steps of an emergency; empty if the programme knows none."""
    decides_in_emergency: tuple[str, ...] = (CASEWORKER, MANAGER)
    """In an emergency the township relieves first."""
    excludes: frozenset[str] = frozenset()
    """Programmes that nobody may be in at the same time."""
    policies: tuple[DeadlinePolicy, ...] = ()

    def __str__(self) -> str:
        return self.en

    @property
    def public_notice(self) -> bool:
        """Whether an intended decision is made public."""
        return NOTICE in self.steps

    @property
    def is_one_off(self) -> bool:
        """Whether the programme pays once, not every month."""
        return self.payment == ONE_OFF

    @property
    def is_computed(self) -> bool:
        """Whether the amount follows from facts and a standard."""
        return self.amount_rule != GRANTED

    def steps_of(self, *, emergency: bool) -> Steps:
        """Return the steps of an application."""
        return self.emergency_steps if emergency else self.steps

    def deciders(self, *, emergency: bool) -> tuple[str, ...]:
        """Return the roles that may decide."""
        return self.decides_in_emergency if emergency else (self.decides,)


SEVEN_DAYS = Limit(NOTICE_ENDED, after=NOTICE, days=7, working=False)


def _township_then_county(days: int) -> tuple[Limit, ...]:
    return Limit(OPINION, after=ACCEPTED, days=days), Limit(DECIDED, after=OPINION, days=days)


PROGRAMMES = {
    programme.code: programme
    for programme in (
        Programme(
            code="dibao",
            zh="最低生活保障",
            en="Minimum living security",
            steps=WITH_NOTICE,
            amount_rule=DIFFERENTIAL,
            excludes=frozenset({"tekun"}),
            policies=(
                DeadlinePolicy(date(2012, 12, 12), "民发〔2012〕220号", (SEVEN_DAYS,)),
                DeadlinePolicy(
                    date(2021, 7, 1),
                    "民发〔2021〕57号",
                    (SEVEN_DAYS, Limit(DECIDED, after=ACCEPTED, days=30)),
                ),
            ),
        ),
        Programme(
            code="tekun",
            zh="特困人员救助供养",
            en="Support for extremely poor persons",
            steps=WITH_NOTICE,
            amount_rule=FULL,
            excludes=frozenset({"dibao", "orphan"}),
            policies=(
                DeadlinePolicy(
                    date(2021, 4, 26), "民发〔2021〕43号", (SEVEN_DAYS, *_township_then_county(15))
                ),
            ),
        ),
        Programme(
            code="temporary",
            zh="临时救助",
            en="Temporary assistance",
            steps=WITH_NOTICE,
            emergency_steps=RELIEF_FIRST,
            amount_rule=GRANTED,
            payment=ONE_OFF,
            policies=(
                DeadlinePolicy(
                    date(2014, 10, 3),
                    "国发〔2014〕47号",
                    (
                        Limit(CHECKED, after=DECIDED, days=10),
                        Limit(VISITED, after=DECIDED, days=10),
                    ),
                ),
            ),
        ),
        Programme(
            code="orphan",
            zh="孤儿基本生活保障",
            en="Basic living security for orphans",
            steps=WITHOUT_NOTICE,
            amount_rule=FULL,
            excludes=frozenset({"tekun", "de_facto_unattended"}),
            policies=(DeadlinePolicy(date(2010, 11, 16), "国办发〔2010〕54号", _township_then_county(15)),),
        ),
        Programme(
            code="de_facto_unattended",
            zh="事实无人抚养儿童保障",
            en="Security for de facto unattended children",
            steps=WITHOUT_NOTICE,
            amount_rule=TOP_UP,
            excludes=frozenset({"orphan"}),
            policies=(DeadlinePolicy(date(2020, 1, 1), "民发〔2019〕62号", _township_then_county(15)),),
        ),
        Programme(
            code="elderly",
            zh="困难老年人补贴",
            en="Allowance for needy elderly people",
            steps=WITH_NOTICE,
            amount_rule=GRANTED,
        ),
    )
}
"""By code."""


def programme_named(code: str) -> Programme:
    """Return the programme with this code. Raises UnknownProgramme."""
    if code not in PROGRAMMES:
        raise UnknownProgramme(programme=code, programmes=tuple(PROGRAMMES.values()))
    return PROGRAMMES[code]

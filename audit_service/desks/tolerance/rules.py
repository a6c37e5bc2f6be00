"""The office's own rules of tolerance: what is looked at, what is tolerated, how long each step takes."""

from dataclasses import replace
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command, Reference
from audit_service.desks.desk import Desk
from audit_service.desks.offers import AreaCode
from audit_service.desks.tolerance.at_hand import the_rules
from audit_service.desks.tolerance.offers import ClockStep, ClockStops
from domain.roles import ORGAN
from domain.tolerance.clocks import CLOCKS, NOTHING, Clock
from domain.tolerance.clocks import SAMPLE as SHIPPED
from domain.tolerance.lists import NEGATIVES, SITUATIONS, Negative, Situation
from domain.tolerance.rules import SAMPLE, WHOLE_OFFICE, Edition
from domain.tolerance.six_factors import SIX, Factor, Rating

A_RATING = r"^[a-z][a-z_]{0,19} [^ ].{0,39}( \| .{1,79})?$"
Title = Annotated[str, Field(title="Title in English", min_length=2, max_length=200)]
TitleInChinese = Annotated[str, Field(title="Title in Chinese", min_length=2, max_length=100)]
EntryCode = Annotated[
    str, Field(title="Code", description="As T14 or N15.", pattern=r"^[A-Z][0-9]{2,3}$", max_length=4)
]


class OwnPart(BaseModel):
    """A part of the rules, as the office words it."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class OwnFactor(OwnPart):
    """What an error is looked at by, as the office words it."""

    code: Annotated[
        str,
        Field(title="Code", description="As team_work.", pattern=r"^[a-z][a-z_]{1,19}$", max_length=20),
    ]
    title_zh: TitleInChinese
    title: Title
    question_zh: Annotated[str, Field(title="What it asks, in Chinese", min_length=2, max_length=200)]
    question: Annotated[str, Field(title="What it asks, in English", min_length=2, max_length=200)]
    ratings: Annotated[
        tuple[Annotated[str, Field(pattern=A_RATING, max_length=160)], ...],
        Field(
            title="Ratings, the best first",
            description="One a line: a code, what it is called in Chinese, a stroke, and in English.",
            min_length=2,
            max_length=7,
        ),
    ]

    def made(self) -> Factor:
        """Return the factor."""
        told = {
            name: getattr(self, name) for name in ("code", "title", "question", "title_zh", "question_zh")
        }
        return Factor(ratings=tuple(_rating(line) for line in self.ratings), **told)


class OwnSituation(OwnPart):
    """What may be tolerated, as the office words it."""

    code: EntryCode
    title_zh: TitleInChinese
    title: Title


class OwnNegative(OwnPart):
    """What is never tolerated, as the office words it."""

    code: EntryCode
    title_zh: TitleInChinese
    title: Title
    basis: Annotated[str, Field(title="Basis", min_length=2, max_length=200)]
    hard: Annotated[
        bool, Field(title="A hit rules out toleration", description="Otherwise it is only weighed.")
    ]


class OwnClock(OwnPart):
    """How long a step may take, as the office set it."""

    step: Annotated[ClockStep, Field(title="Step")]
    days: Annotated[int, Field(title="Days", ge=1, le=366)]
    working: Annotated[bool, Field(title="In working days")]
    basis: Annotated[str, Field(title="Basis", min_length=2, max_length=200)]
    stops: Annotated[ClockStops, Field(title="What it stops")] = NOTHING


class PublishToleranceRules(Command):
    """Publish the rules of tolerance as they were approved: in force from a day on."""

    reference: Reference
    region: Annotated[
        AreaCode | None, Field(title="Area", description="Leave empty for the whole office.")
    ] = None
    approved_on: Annotated[date, Field(title="Approved on")]
    effective_from: Annotated[date, Field(title="In force from")]
    quorum: Annotated[int, Field(title="Members who must have voted", ge=2, le=99)] = SAMPLE.quorum
    verifiers: Annotated[int, Field(title="Officials who verify", ge=2, le=9)] = SAMPLE.verifiers
    factors: Annotated[
        tuple[OwnFactor, ...],
        Field(
            title="Factor",
            description="All that is looked at; with none, the six factors as shipped.",
            max_length=12,
        ),
    ] = ()
    situations: Annotated[
        tuple[OwnSituation, ...],
        Field(
            title="Entry of the tolerance list",
            description="The whole list; with none, T01 to T13 as shipped.",
            max_length=50,
        ),
    ] = ()
    negatives: Annotated[
        tuple[OwnNegative, ...],
        Field(
            title="Entry of the negative list",
            description="The whole list; with none, N01 to N14 as shipped.",
            max_length=50,
        ),
    ] = ()
    clocks: Annotated[
        tuple[OwnClock, ...],
        Field(
            title="Clock",
            description="Those that differ; the others run as long as in the sample, by this decision.",
            max_length=30,
        ),
    ] = ()


@carries_out(
    PublishToleranceRules,
    title="Publish the rules of tolerance",
    at="/tolerance-rules",
    form_at="/tolerance-rules/new",
    shows="/tolerance/rules",
    roles=(ORGAN,),
)
def publish_tolerance_rules(desk: Desk, command: PublishToleranceRules) -> None:
    """Enter the rules for an area or the whole office. What began before goes on by the rules of then."""
    rules = the_rules(desk)
    edition = Edition(
        reference=command.reference,
        region=command.region or WHOLE_OFFICE,
        approved_on=command.approved_on,
        effective_from=command.effective_from,
        factors=tuple(each.made() for each in command.factors) or SIX,
        situations=tuple(Situation(**vars(each)) for each in command.situations) or SITUATIONS,
        negatives=tuple(Negative(**vars(each)) for each in command.negatives) or NEGATIVES,
        clocks=tuple(_clocks(command)),
        quorum=command.quorum,
        verifiers=command.verifiers,
    )
    rules.publish(edition, desk.act(command, basis=command.reference))
    desk.keep(rules)


def _clocks(command: PublishToleranceRules) -> list[Clock]:
    """Return a clock for each step. What the office did not set itself runs as shipped, by its decision."""
    own = {each.step: each for each in command.clocks}
    return [
        replace(clock, **vars(own[clock.step]))
        if clock.step in own
        else replace(clock, basis=clock.basis.replace(SHIPPED, command.reference))
        for clock in CLOCKS
    ]


def _rating(line: str) -> Rating:
    code, _, titles = line.partition(" ")
    chinese, _, english = titles.partition(" | ")
    return Rating(code, english or chinese, chinese)

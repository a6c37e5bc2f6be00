"""A fact became different (change), or had been wrong all along (correction)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import HANDLERS, UpliftedMembers
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.offers import AreaCode, HouseholdKind
from audit_service.web.kinds import Fen
from domain.cases.fact import AMOUNT, AREA, INCOME, KIND, MEMBERS, UPLIFT, Value


class Facts(Command):
    """What an amount rests on. Only what is different is filled in."""

    members: Annotated[int | None, Field(title="Members counted", ge=1, le=50)] = None
    monthly_income: Annotated[Fen | None, Field(title="Monthly income of the household")] = None
    kind: Annotated[HouseholdKind | None, Field(title="Kind of standard")] = None
    area: Annotated[AreaCode | None, Field(title="Area")] = None
    uplifts: Annotated[tuple[UpliftedMembers, ...], Field(title="Category uplift", max_length=10)] = ()

    def different(self) -> Iterator[tuple[str, Value]]:
        """Yield the name and the value of each fact that is different."""
        named = {MEMBERS: self.members, INCOME: self.monthly_income, KIND: self.kind, AREA: self.area}
        yield from ((name, value) for name, value in named.items() if value is not None)
        yield from ((f"{UPLIFT}{each.category}", each.members) for each in self.uplifts)

    @model_validator(mode="after")
    def _says_what_is_different(self) -> Self:
        if next(self.different(), None) is None:
            raise ValueError("Say what is different: fill in at least one of the facts.")
        return self


def entered(desk: Desk, command: Facts) -> Iterator[tuple[str, Value]]:
    """Yield what is different, if the official may move a case to the area. Raises NotYourArea."""
    if command.area is not None:
        desk.enter(command.area)
    yield from command.different()


class RecordChange(Facts):
    """Record that something became different from a day on. Fill in only what did."""

    valid_from: Annotated[date, Field(title="Different from")]


@carries_out(RecordChange, title="Record a change", at="/cases/{number}/changes", roles=HANDLERS)
def record_change(desk: Desk, number: str, command: RecordChange) -> None:
    """Record the change, and what is due from then on."""
    case, standards = desk.keep(desk.case(number)), desk.rests_on(desk.standards())
    act = desk.act(command)
    for fact, value in entered(desk, command):
        case.change_fact(standards, fact, value, act, valid_from=command.valid_from)


class RecordCorrection(Facts):
    """Record that something had been recorded wrongly all along. Fill in only what was wrong."""

    valid_from: Annotated[date, Field(title="Wrong since")]
    until: Annotated[
        date | None,
        Field(title="Right again from", description="Leave empty if it was wrong until today."),
    ] = None
    granted: Annotated[
        Fen | None,
        Field(title="Amount granted", description="Only where the programme pays what the authority grants."),
    ] = None

    def different(self) -> Iterator[tuple[str, Value]]:
        """Yield the name and the value of each fact that was wrong."""
        yield from super().different()
        if self.granted is not None:
            yield AMOUNT, self.granted


@carries_out(RecordCorrection, title="Record a correction", at="/cases/{number}/corrections", roles=HANDLERS)
def record_correction(desk: Desk, number: str, command: RecordCorrection) -> None:
    """Record what is right, and the difference to what was paid, month by month."""
    case, standards = desk.keep(desk.case(number)), desk.rests_on(desk.standards())
    act = desk.act(command)
    for fact, value in entered(desk, command):
        case.correct_fact(standards, fact, value, act, valid_from=command.valid_from, until=command.until)

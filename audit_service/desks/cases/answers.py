"""How a case is told in JSON: by the API and on the command line."""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from audit_service.desks.cases.dossier import Dossier, moments
from audit_service.desks.who import Names
from audit_service.office import Office
from audit_service.web.parts import Moment
from domain.cases.entitlement import EntitledPeriod, Facts


class ArithmeticLine(BaseModel):
    """One step of the arithmetic."""

    label: str
    expression: str
    amount: int | None
    source: str


class PeriodAnswer(BaseModel):
    """What is due each month from a month until another. Amounts in fen."""

    starts: date
    ends: date | None
    monthly_amount: int
    standard: str
    arithmetic: list[ArithmeticLine]

    @classmethod
    def of(cls, period: EntitledPeriod) -> "PeriodAnswer":
        """Tell a period."""
        lines = [
            ArithmeticLine(
                label=line.label, expression=line.expression, amount=line.amount, source=line.source
            )
            for line in period.arithmetic
        ]
        return cls(
            starts=period.starts,
            ends=period.ends,
            monthly_amount=period.monthly_amount,
            standard=period.standard,
            arithmetic=lines,
        )


class EntryAnswer(BaseModel):
    """A month that was paid otherwise than is due. Amounts in fen; a positive one is owed to the family."""

    month: date
    paid: int
    due: int
    amount: int
    position: int


class FactsAnswer(BaseModel):
    """What the amount rests on, on the day."""

    area: str
    kind: str | None
    members: int
    monthly_income: int
    uplifts: dict[str, int]
    granted: int

    @classmethod
    def of(cls, facts: Facts) -> "FactsAnswer":
        """Tell the facts."""
        return cls(
            area=facts.area,
            kind=facts.kind,
            members=facts.members,
            monthly_income=facts.monthly_income,
            uplifts={uplift.category: uplift.members for uplift in facts.uplifts},
            granted=facts.granted,
        )


class CaseAnswer(BaseModel):
    """A case, valid on a day, as known at a moment."""

    number: str
    programme: str
    area: str
    head: str
    """Name of who applied or heads the household."""
    valid_on: date
    known_at: datetime | None
    """Null: as known now."""
    position: int
    """Last position of the record that was looked at."""
    version: int
    state: str | None
    monthly_amount: int
    facts: FactsAnswer | None
    entitlement: list[PeriodAnswer]
    differences: list[EntryAnswer]


class ChangedAnswer(BaseModel):
    """One fact before and after, in the reader's language."""

    label: str
    before: str | None
    after: str | None


class MomentAnswer(BaseModel):
    """One event of the case, in the reader's language."""

    position: int
    recorded_at: datetime
    title: str
    by: str
    because: str
    changes: list[ChangedAnswer]
    valid_from: date | None
    learned_on: date | None
    basis: str

    @classmethod
    def of(cls, moment: Moment) -> "MomentAnswer":
        """Tell a moment."""
        told: dict[str, Any] = {name: getattr(moment, name) for name in cls.model_fields if name != "changes"}
        return cls(changes=[ChangedAnswer(**change._asdict()) for change in moment.changes], **told)


class HistoryAnswer(BaseModel):
    """What happened to a case, the latest first."""

    number: str
    position: int
    events: list[MomentAnswer]


def case_answer(office: Office, found: Dossier) -> CaseAnswer:
    """Tell a case."""
    case, on_day = found.case, found.on_day
    names = Names.of(office, people=found.people)
    return CaseAnswer(
        number=case.number,
        programme=case.programme_code,
        area=case.area,
        head=names.person(case.head) if case.head else "",
        valid_on=found.valid_on,
        known_at=found.known_at,
        position=found.position,
        version=case.version,
        state=on_day.state.value if on_day.state else None,
        monthly_amount=on_day.monthly_amount,
        facts=FactsAnswer.of(on_day.facts) if on_day.facts else None,
        entitlement=[PeriodAnswer.of(period) for period in case.entitlement],
        differences=[
            EntryAnswer(
                month=entry.month,
                paid=entry.paid,
                due=entry.due,
                amount=entry.due - entry.paid,
                position=entry.position,
            )
            for entry in found.entries
        ],
    )


def history_answer(office: Office, found: Dossier) -> HistoryAnswer:
    """Tell what happened."""
    return HistoryAnswer(
        number=found.case.number,
        position=found.position,
        events=[MomentAnswer.of(moment) for moment in moments(office, found)],
    )

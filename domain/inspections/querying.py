"""Units are asked, answer by a day, and the inspection is concluded."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from domain.inspections.examination_refusals import (
    AsksThemselves,
    NobodyThere,
    NotThisUnit,
    QueryAnsweredAlready,
    UnknownQuery,
)
from domain.inspections.examining import Examining
from domain.kernel import Act, Event, Personal
from domain.refusal import Reference
from domain.standards.deadlines import WorkingDays, working_days_after


@dataclass(frozen=True, kw_only=True)
class Query:
    """Something that a unit is asked."""

    query: int
    """Running number in the inspection, from 1."""
    unit: str
    due_on: date
    sent: Reference
    answered_on: date | None = None
    answered: Reference | None = None


class Querying(Examining):
    """The part of an inspection that knows what was asked and what was answered."""

    queries: tuple[Query, ...] = ()

    class QuerySent(Event):
        """A unit was asked something, to be answered by a day."""

        TOPIC = "inspection.query_sent"

        query: int
        """Running number in the inspection, from 1."""
        asked_unit: str
        """The unit that is asked; `unit` is the one of who asks."""
        case_number: str
        """The case that it is about; empty if it is about none."""
        text: Personal
        due_on: date

        def apply(self, inspection: "Querying") -> None:
            sent = Query(query=self.query, unit=self.asked_unit, due_on=self.due_on, sent=self.itself)
            inspection.queries = (*inspection.queries, sent)

    class QueryAnswered(Event):
        """The unit answered what it was asked."""

        TOPIC = "inspection.query_answered"

        query: int
        text: Personal
        evidence: Personal = ""
        """What the answer rests on: documents, events, rules."""

        def apply(self, inspection: "Querying") -> None:
            inspection.queries = tuple(
                replace(one, answered_on=self.on, answered=self.itself) if one.query == self.query else one
                for one in inspection.queries
            )

    def send_query(
        self,
        unit: str,
        text: str,
        act: Act,
        *,
        units: Collection[str],
        within: int,
        working_days: WorkingDays,
        case_number: str = "",
    ) -> None:
        """Ask a unit something, to be answered within so many working days.

        `units`: those in which somebody can answer. Raises NotOfThisInspection, Over, NobodyThere.
        """
        self.check_member(act)
        self.check_not_over()
        if unit not in units:
            raise NobodyThere(unit=unit, units=tuple(units))
        self.trigger(
            self.QuerySent,
            act,
            query=len(self.queries) + 1,
            asked_unit=unit,
            case_number=case_number,
            text=text,
            due_on=working_days_after(act.on, within, working_days),
        )

    def answer_query(self, query: int, text: str, evidence: str, act: Act) -> None:
        """Answer for the unit that was asked; late answers are taken too.

        Raises Over, UnknownQuery, NotThisUnit, AsksThemselves, QueryAnsweredAlready.
        """
        self.check_not_over()
        asked = next((one for one in self.queries if one.query == query), None)
        if asked is None:
            raise UnknownQuery(number=self.number, query=query).resting_on(self.moved)
        if act.unit != asked.unit:
            raise NotThisUnit(unit=asked.unit).resting_on(asked.sent)
        if act.by in self.members:
            raise AsksThemselves(number=self.number).resting_on(asked.sent)
        if asked.answered_on is not None:
            raise QueryAnsweredAlready(on=asked.answered_on).resting_on(asked.answered)
        self.trigger(self.QueryAnswered, act, query=query, text=text, evidence=evidence)

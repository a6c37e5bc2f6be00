"""What is asked of the inspection desk: inspections, their samples, what was found, asked and answered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, false, func, or_, select

from domain.inspections.focus import NOT_YET
from projections.case_register import cases
from projections.inspection_tables import findings, inspections, members, queries, results, sample
from projections.kin import is_apart

EXAMINED, LEFT, NOT_IN_ORDER = "examined", "left", "not_in_order"


@dataclass(frozen=True, kw_only=True)
class SoughtInspections:
    """Which inspections are looked for; what is not said does not matter."""

    areas: Collection[str] | None = None
    """One of them is enough."""
    state: str = ""
    number: str = ""
    """Beginning of the number."""


@dataclass(frozen=True, kw_only=True)
class SoughtCases:
    """Which cases of a sample are looked for; what is not said does not matter."""

    inspection: UUID
    areas: Collection[str] | None = None
    stratum: str = ""
    standing: str = ""
    """One of EXAMINED, LEFT, NOT_IN_ORDER."""
    number: str = ""
    """Beginning of the number of the case."""
    points: int = 0
    """What is looked at in each case."""
    apart_from: Collection[UUID] = ()
    """Whose cases, and those of the households they live in, are closed to who looks."""


def listed_inspections(
    db: Connection, sought: SoughtInspections, *, before: int | None = None, limit: int = 50
) -> Sequence[Row[Any]]:
    """Return inspections, the latest planned first, from before a position on."""
    found = _like(select(inspections), sought)
    if before is not None:
        found = found.where(inspections.c.position < before)
    return db.execute(found.order_by(inspections.c.position.desc()).limit(limit)).all()


def numbers_of(db: Connection, some: Collection[UUID], areas: Collection[str] | None) -> dict[UUID, str]:
    """Return the numbers of those that are inspections of these areas, by identity."""
    found = _like(select(inspections.c.inspection, inspections.c.number), SoughtInspections(areas=areas))
    return {row.inspection: row.number for row in db.execute(found.where(inspections.c.inspection.in_(some)))}


def _like(statement: Select[Any], sought: SoughtInspections) -> Select[Any]:
    if sought.areas is not None:
        held = (inspections.c.areas.contains(f" {area} ") for area in sought.areas)
        statement = statement.where(or_(false(), *held))
    if sought.state:
        statement = statement.where(inspections.c.state == sought.state)
    if sought.number:
        last = sought.number + "\U0010ffff"
        statement = statement.where(inspections.c.number >= sought.number, inspections.c.number <= last)
    return statement


def going_on_with(db: Connection, official: UUID) -> Sequence[Row[Any]]:
    """Return the inspections that go on and that an official takes part in, the latest planned first."""
    found = select(inspections).join(members, members.c.inspection == inspections.c.inspection)
    found = found.where(members.c.official == official, inspections.c.ended_on.is_(None))
    return db.execute(found.order_by(inspections.c.position.desc())).all()


def listed_sample(
    db: Connection, sought: SoughtCases, *, after: int = 0, limit: int = 50
) -> Sequence[Row[Any]]:
    """Return cases of a sample in the order in which they were drawn, from after a place on."""
    found = _among(select(sample, cases.c.area, cases.c.programme, cases.c.state), sought)
    return db.execute(found.where(sample.c.place > after).order_by(sample.c.place).limit(limit)).all()


def sampled_case(db: Connection, inspection: UUID, case_id: UUID) -> Row[Any] | None:
    """Return a case of the sample; None if it is not in it."""
    found = select(sample).where(sample.c.inspection == inspection, sample.c.case_id == case_id)
    return db.execute(found).first()


def result_of(db: Connection, inspection: UUID, case_id: UUID, focus: str) -> str:
    """Return the result that was recorded last in a focus area of a case."""
    found = select(results.c.result).where(
        results.c.inspection == inspection, results.c.case_id == case_id, results.c.focus == focus
    )
    return db.scalars(found).first() or NOT_YET


def errors_found_at(db: Connection, inspection: UUID, case_id: UUID, focus: str) -> frozenset[str]:
    """Return the numbers of the errors that were found in a focus area of a case."""
    found = select(findings.c.error_number).where(
        findings.c.inspection == inspection, findings.c.case_id == case_id, findings.c.focus == focus
    )
    return frozenset(db.scalars(found))


def results_in(db: Connection, inspection: UUID, case_id: UUID) -> Sequence[Row[Any]]:
    """Return what was recorded last in each focus area of a case that was looked at."""
    found = select(results).where(results.c.inspection == inspection, results.c.case_id == case_id)
    return db.execute(found).all()


def tallied_results(db: Connection, inspection: UUID) -> dict[tuple[str, str], int]:
    """Return how many cases have a result, by focus area and result."""
    kinds = (results.c.focus, results.c.result)
    found = select(*kinds, func.count()).where(results.c.inspection == inspection)
    return {(focus, result): count for focus, result, count in db.execute(found.group_by(*kinds))}


def findings_of(
    db: Connection, inspection: UUID, areas: Collection[str] | None, apart_from: Collection[UUID] = ()
) -> Sequence[Row[Any]]:
    """Return the findings of an inspection in some areas, the first first."""
    found = select(findings).join(cases, cases.c.case_id == findings.c.case_id)
    found = found.where(findings.c.inspection == inspection)
    if areas is not None:
        found = found.where(cases.c.area.in_(areas))
    if apart_from:
        found = found.where(is_apart(findings.c.case_id, apart_from))
    return db.execute(found.order_by(findings.c.position)).all()


def queries_of(db: Connection, inspection: UUID, unit: str | None = None) -> Sequence[Row[Any]]:
    """Return the queries of an inspection in their order, or those to one unit."""
    found = select(queries).where(queries.c.inspection == inspection)
    if unit is not None:
        found = found.where(queries.c.asked_unit == unit)
    return db.execute(found.order_by(queries.c.query)).all()


def open_queries(db: Connection, unit: str) -> Sequence[Row[Any]]:
    """Return the queries that a unit has not answered yet in inspections that go on, the first due first.

    Each with the `number` of its inspection.
    """
    found = select(queries, inspections.c.number).join(
        inspections, inspections.c.inspection == queries.c.inspection
    )
    found = found.where(
        queries.c.asked_unit == unit, queries.c.answered_on.is_(None), inspections.c.ended_on.is_(None)
    )
    return db.execute(found.order_by(queries.c.due_on, queries.c.query)).all()


def _among(statement: Select[Any], sought: SoughtCases) -> Select[Any]:
    statement = statement.join_from(sample, cases, cases.c.case_id == sample.c.case_id)
    statement = statement.where(sample.c.inspection == sought.inspection)
    if sought.areas is not None:
        statement = statement.where(cases.c.area.in_(sought.areas))
    if sought.stratum:
        statement = statement.where(sample.c.stratum == sought.stratum)
    if sought.number:
        last = sought.number + "\U0010ffff"
        statement = statement.where(sample.c.case_number >= sought.number, sample.c.case_number <= last)
    if sought.apart_from:
        statement = statement.where(is_apart(sample.c.case_id, sought.apart_from))
    conditions = {
        EXAMINED: _done(sought.points),
        LEFT: ~_done(sought.points),
        NOT_IN_ORDER: sample.c.not_satisfied > 0,
    }
    return statement.where(conditions[sought.standing]) if sought.standing else statement


def _done(points: int) -> Any:
    return sample.c.satisfied + sample.c.not_satisfied >= points

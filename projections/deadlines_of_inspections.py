"""The queries of inspections among the deadlines: for the unit that is asked, until it has answered."""

from domain.inspections.inspection import Inspection
from projections.deadline_tables import deadlines, inspections, queries
from projections.rows import Rows

HANDLED_OF_INSPECTIONS = (
    Inspection.Planned,
    Inspection.QuerySent,
    Inspection.QueryAnswered,
    Inspection.Concluded,
    Inspection.Withdrawn,
)


@deadlines.on(Inspection.Planned)
def plan_inspection(rows: Rows, event: Inspection.Planned) -> None:
    rows.add(
        inspections,
        inspection=event.stream,
        number=event.number,
        areas=f" {' '.join(event.areas)} ",
    )


@deadlines.on(Inspection.QuerySent)
def send_query(rows: Rows, event: Inspection.QuerySent) -> None:
    rows.add(
        queries,
        inspection=event.stream,
        query=event.query,
        unit=event.asked_unit,
        since=event.position,
        since_on=event.on,
        due_on=event.due_on,
    )


@deadlines.on(Inspection.QueryAnswered, touching={queries: ("originator_id", "query")})
def answer_query(rows: Rows, event: Inspection.QueryAnswered) -> None:
    rows.remove(queries, rows.of(queries, event.stream, event.query))


@deadlines.on(Inspection.Concluded, Inspection.Withdrawn, touching={queries: "originator_id"})
def end_inspection(rows: Rows, event: Inspection.Concluded | Inspection.Withdrawn) -> None:
    """Nobody answers any more in an inspection that is over."""
    for row in rows.under(queries, event.stream):
        rows.remove(queries, row)
    rows.remove(inspections, rows.of(inspections, event.stream))

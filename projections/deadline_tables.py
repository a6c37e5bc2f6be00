"""What is kept of everything that is due: whom and what it is about, and its clocks."""

from datetime import date
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, String

from domain.inspections.inspection import Inspection
from domain.kernel import Event
from projections.columns import Identity, Number
from projections.kernel import Projection, Touching
from projections.rows import Rows

deadlines = Projection("deadlines", version=2)

subjects = deadlines.table(
    "subjects",
    Column("subject", Identity, primary_key=True),
    Column("kind", String, nullable=False),
    Column("number", Number, nullable=False),
    Column("area", String, nullable=False),
    Column("case_id", Identity),
    Column("household", Identity),
    Column("person", Identity),
    Column("has", Identity),
    Column("notice", Number),
)
"""What something can be due about: an error, a question, a review of tolerance. `person` is whom it is
about, `has` the official who has a question, `notice` the number of the correction notice."""

clocks = deadlines.table(
    "clocks",
    Column("subject", Identity, primary_key=True),
    Column("step", String, primary_key=True),
    Column("whose", Identity, primary_key=True),
    Column("kind", String, nullable=False),
    Column("area", String, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("since_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("runs", Boolean, nullable=False),
    Column("stands_still", Boolean, nullable=False, default=False),
    Index("by_due_day", "runs", "due_on", "since"),
    Index("by_whom", "whose", "runs", "due_on", "since"),
    Index("by_kind", "kind", "runs", "due_on", "since"),
    Index("by_area", "area", "runs", "due_on", "since"),
)
"""A clock that runs or ran, for one step and one official. `whose` is ANYBODY where it is for whoever holds
a role that takes the step. `since` is the position of what set it going. One that `stands_still` goes on
when what it is about goes on."""

concerned = deadlines.table(
    "concerned",
    Column("subject", Identity, primary_key=True),
    Column("person", Identity, primary_key=True),
)
"""The officials whom a review is about."""

inspections = deadlines.table(
    "inspections",
    Column("inspection", Identity, primary_key=True),
    Column("number", Number, nullable=False),
    Column("areas", String, nullable=False),
    of=Inspection,
)
"""Inspections that go on. `areas` with a blank between them, before the first and after the last."""

queries = deadlines.table(
    "queries",
    Column("inspection", Identity, primary_key=True),
    Column("query", Integer, primary_key=True),
    Column("unit", String, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("since_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Index("by_due_day", "due_on", "since"),
    Index("by_unit", "unit", "due_on", "since"),
)
"""What a `unit` was asked in an inspection and has not answered. They stand apart from the clocks: they are
for a unit, of all the areas that are inspected, and who may know of them is another matter."""

ANYBODY = UUID(int=0)

ERROR, QUESTION, TOLERANCE, INSPECTION = "error", "question", "tolerance", "inspection"
"""Kinds of what something is due about."""
CORRECT, ANSWER, ANSWER_QUERY = "correct", "answer", "answer_query"
"""Steps of errors, questions and inspections; those of a review are its own."""

ITS: Touching = {subjects: "originator_id", clocks: "originator_id"}
"""What an event about any of these looks into: what it is about, and its clocks."""


def start(rows: Rows, event: Event, step: str, due_on: date, *persons: UUID) -> None:
    """Set the clock of a step going: for these officials, or for whoever holds a role, if none is named."""
    for whose in persons or (ANYBODY,):
        told = {"since": event.position, "since_on": event.on, "due_on": due_on, "runs": True}
        row = rows.find(clocks, event.stream, step, whose)
        if row is None:
            subject = rows.of(subjects, event.stream)
            known = {"kind": subject.kind, "area": subject.area}
            rows.add(clocks, subject=event.stream, step=step, whose=whose, **known, **told)
            continue
        for name, value in told.items():
            setattr(row, name, value)


def stop(rows: Rows, event: Event, *steps: str) -> None:
    """Stop the clocks of these steps; of all, if none is named."""
    for row in rows.under(clocks, event.stream):
        if not steps or row.step in steps:
            row.runs = False

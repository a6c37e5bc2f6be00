"""What the inspection desk keeps: inspections, who inspects, samples, what was found, and what was asked."""

from sqlalchemy import BigInteger, Column, Date, Index, Integer, String

from domain.inspections.inspection import Inspection
from projections.columns import Identity, Number
from projections.kernel import Projection

inspection_desk = Projection("inspection_desk", version=2)

inspections = inspection_desk.table(
    "inspections",
    Column("inspection", Identity, primary_key=True),
    Column("position", BigInteger, nullable=False),
    Column("number", Number, nullable=False),
    Column("title", String, nullable=False),
    Column("state", String, nullable=False),
    Column("areas", String, nullable=False),
    Column("from_month", Date, nullable=False),
    Column("to_month", Date, nullable=False),
    Column("points", Integer, nullable=False),
    Column("planned_on", Date, nullable=False),
    Column("frame_size", BigInteger),
    Column("drawn", BigInteger, nullable=False, default=0),
    Column("listed", BigInteger, nullable=False, default=0),
    Column("satisfied", BigInteger, nullable=False, default=0),
    Column("not_satisfied", BigInteger, nullable=False, default=0),
    Column("findings", BigInteger, nullable=False, default=0),
    Column("open_queries", BigInteger, nullable=False, default=0),
    Column("ended_on", Date),
    Index("by_position", "position"),
    Index("by_number", "number"),
    Index("by_state", "state", "position"),
    of=Inspection,
)
"""`areas` with a blank between them, before the first and after the last; `points` are the focus areas that
are looked at in each case. `listed` counts the cases of the sample that stand in it by now."""

members = inspection_desk.table(
    "members",
    Column("inspection", Identity, primary_key=True),
    Column("official", Identity, primary_key=True),
    Index("by_official", "official"),
)
"""Who inspects: who planned it, whom the plan names, and who ever examined."""

sample = inspection_desk.table(
    "sample",
    Column("inspection", Identity, primary_key=True),
    Column("case_id", Identity, primary_key=True),
    Column("place", BigInteger, nullable=False),
    Column("stratum", String, nullable=False),
    Column("case_number", Number, nullable=False),
    Column("satisfied", Integer, nullable=False, default=0),
    Column("not_satisfied", Integer, nullable=False, default=0),
    Column("findings", Integer, nullable=False, default=0),
    Index("by_place", "inspection", "place"),
)
"""`place` is where a case stands in what was drawn, from 1."""

results = inspection_desk.table(
    "results",
    Column("inspection", Identity, primary_key=True),
    Column("case_id", Identity, primary_key=True),
    Column("focus", String, primary_key=True),
    Column("result", String, nullable=False),
    Column("text", String, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("examined_on", Date, nullable=False),
    Column("examiner", Identity, nullable=False),
)
"""The result that was recorded last. `text` is sealed."""

findings = inspection_desk.table(
    "findings",
    Column("inspection", Identity, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("case_id", Identity, nullable=False),
    Column("case_number", Number, nullable=False),
    Column("focus", String, nullable=False),
    Column("error_number", Number, nullable=False),
    Column("text", String, nullable=False),
    Column("recorded_on", Date, nullable=False),
    Column("recorded_by", Identity, nullable=False),
)
"""`text` is sealed."""

queries = inspection_desk.table(
    "queries",
    Column("inspection", Identity, primary_key=True),
    Column("query", Integer, primary_key=True),
    Column("asked_unit", String, nullable=False),
    Column("case_number", Number, nullable=False),
    Column("text", String, nullable=False),
    Column("sent_on", Date, nullable=False),
    Column("sent_by", Identity, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("answer", String, nullable=False, default=""),
    Column("evidence", String, nullable=False, default=""),
    Column("answered_on", Date),
    Column("answered_by", Identity),
    Index("by_unit", "asked_unit", "due_on"),
)
"""`text`, `answer` and `evidence` are sealed."""

"""The tables of the decisions by what they rested on: cases on their way, decisions, errors found in them."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, String

from domain.cases.case import Case
from domain.errors.error_record import ErrorRecord
from projections.columns import Identity
from projections.kernel import Projection

decision_patterns = Projection("decision_patterns", version=1)

COUNTED = ("kind", "counts_from", "area", "corrected_at", "position", "decided_by")
"""Columns that decisions are counted by: an index that has them all is counted without a look at the rows."""

lives = decision_patterns.table(
    "lives",
    Column("case_id", Identity, primary_key=True),
    Column("programme", String, nullable=False),
    Column("area", String, nullable=False),
    Column("steps", String, nullable=False),
    Column("known", String, nullable=False),
    Column("kind", String),
    Column("emergency", Boolean, nullable=False),
    Column("latest", BigInteger),
    of=Case,
)
"""A case as far as its next decision rests on it. `steps` and `known` with a blank between; `latest` is the
position of the last decision."""

decisions = decision_patterns.table(
    "decisions",
    Column("case_id", Identity, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("pattern", String, nullable=False),
    Column("programme", String, nullable=False),
    Column("policy", String, nullable=False),
    Column("standard", String, nullable=False),
    Column("way", String, nullable=False),
    Column("area", String, nullable=False),
    Column("kind", String),
    Column("steps", String, nullable=False),
    Column("known", String, nullable=False),
    Column("counts_from", Date, nullable=False),
    Column("decided_on", Date, nullable=False),
    Column("decided_by", Identity, nullable=False),
    Column("corrected_at", BigInteger),
    Index("by_pattern", "pattern", "standard", "way", *COUNTED),
    Index("by_rule", "programme", "policy", "standard", "way", "pattern", *COUNTED),
)
"""`way` is the topic of what was decided, `policy` what the procedure rests on, `standard` what the amount
does, empty where none was applied. `corrected_at` is the position of the first correction of a fact that
reaches back to the decision."""

found_wrong = decision_patterns.table(
    "found_wrong",
    Column("error_id", Identity, primary_key=True),
    Column("decision", BigInteger, nullable=False),
    Column("upheld", Boolean, nullable=False),
    Index("by_decision", "decision", "upheld"),
    of=ErrorRecord,
)
"""The decision that an error is about, and whether the error was substantiated."""

work = decision_patterns.table(
    "work",
    Column("official", Identity, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("case_id", Identity, nullable=False),
    Column("topic", String, nullable=False),
)
"""What officials did on cases, by the day on which they did it."""

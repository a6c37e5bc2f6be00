"""The tables of the docket of tolerance: reviews, and who has which part in them."""

from itertools import combinations

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, String

from domain.tolerance.duties import DECIDED, MANAGED, REPORTED
from domain.tolerance.review import ToleranceReview
from projections.columns import Identity, Number
from projections.kernel import Projection

tolerance_docket = Projection("tolerance_docket", version=2)

FILTERED = ("area", "state", "outcome", "element", "cause")
"""Columns that lists are filtered on: each has an index of its own, in the order of the list, and so have
any three of them, as neither of them alone tells few reviews from many."""

reviews = tolerance_docket.table(
    "reviews",
    Column("review", Identity, primary_key=True),
    Column("drafted", BigInteger, nullable=False),
    Column("number", Number, nullable=False),
    Column("error", Identity, nullable=False),
    Column("error_number", Number, nullable=False),
    Column("case_id", Identity),
    Column("case_number", Number, nullable=False),
    Column("household", Identity),
    Column("area", String, nullable=False),
    Column("element", String, nullable=False),
    Column("cause", String, nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("applicant", String, nullable=False),
    Column("applied_by", Identity, nullable=False),
    Column("rules", String, nullable=False),
    Column("state", String, nullable=False),
    Column("state_before", String, nullable=False, default=""),
    Column("step", String, nullable=False, default=""),
    Column("due_on", Date),
    Column("proposed", String, nullable=False, default=""),
    Column("outcome", String, nullable=False, default=""),
    Column("drafted_on", Date, nullable=False),
    Column("submitted_on", Date),
    Column("determined_on", Date),
    Column("determined", BigInteger),
    Column("statement_due_on", Date),
    Column("wants_reviewers", Boolean, nullable=False, default=False),
    Column("level", Integer, nullable=False, default=0),
    Column("version", Integer, nullable=False),
    Column("position", BigInteger, nullable=False),
    Index("by_number", "number"),
    Index("by_error", "error", "drafted"),
    Index("by_error_number", "error_number", "drafted"),
    Index("by_case_number", "case_number", "drafted"),
    Index("by_draft", "drafted"),
    Index("by_due_day", "due_on", "drafted"),
    Index("by_day_of_statement", "statement_due_on", "drafted"),
    Index("by_state_and_area", "state", "area", "drafted"),
    *(Index(f"by_{name}", name, "drafted") for name in FILTERED),
    *(Index(f"by_{'_'.join(three)}", *three, "drafted") for three in combinations(FILTERED, 3)),
    of=ToleranceReview,
)
"""One row a review as it stands. `drafted` is the position at which it began, by which lists are ordered.
`step` is what is to be done next by `due_on`; `statement_due_on` the day by which the officials concerned may
make a statement, while one is awaited. `determined` is the position of the determination, `outcome` the one
in force. Amounts in fen."""

parts = tolerance_docket.table(
    "parts",
    Column("review", Identity, primary_key=True),
    Column("person", Identity, primary_key=True),
    Column("part", String, primary_key=True),
    Column("position", BigInteger, nullable=False),
    Index("by_person", "person", "part", "review"),
)
"""Which official has which part in a review, since which position of the record."""

VERIFIER, SIGNED, PANEL, VOTE, REVIEWER, ANSWERED = (
    "verifier",
    "signed",
    "panel",
    "vote",
    "reviewer",
    "answered",
)
"""Parts beside those of `duties`: who is called to something at present, and who has done it."""

OUTSIDERS = (DECIDED, REPORTED, MANAGED)
"""Parts that somebody has from outside. They keep from others, and give nothing to read."""

"""The tables of the register of errors: errors, their months, who has a part in them, what touched a case."""

from itertools import combinations

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, String

from domain.errors.error_record import ErrorRecord
from projections.columns import Identity, Instant, Number, Position
from projections.kernel import Projection

error_register = Projection("error_register", version=4)

AXES = ("element", "nature", "cause", "origin", "direction")
FILTERED = (*AXES, "area", "unit", "state", "channel")
"""Columns that lists are filtered on: each has an index of its own, in the order of the list, and so have
any three of the axes, as neither of them alone tells few errors from many."""

errors = error_register.table(
    "errors",
    Column("error_id", Identity, primary_key=True),
    Column("number", Number, nullable=False),
    Column("case_id", Identity),
    Column("case_number", Number, nullable=False),
    Column("element", String, nullable=False),
    Column("nature", String),
    Column("cause", String),
    Column("origin", String),
    Column("direction", String),
    Column("area", String, nullable=False),
    Column("unit", String, nullable=False),
    Column("state", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("from_month", Date, nullable=False),
    Column("to_month", Date),
    Column("own", Boolean, nullable=False),
    Column("before_discovery", Boolean, nullable=False),
    Column("within_days", Boolean, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("reported", BigInteger, nullable=False),
    Column("reported_on", Date, nullable=False),
    Column("reported_at", Instant, nullable=False),
    Column("reported_by", Identity, nullable=False),
    Column("waits_for", String, nullable=False),
    Column("notice", Number),
    Column("due_on", Date),
    Column("open_until", Date),
    Column("escalated_to", String),
    Column("handed_up_on", Date),
    Column("verified_on", Date),
    Column("followed_up", String, nullable=False),
    Column("look_again_on", Date),
    Column("overpaid", BigInteger, nullable=False),
    Column("underpaid", BigInteger, nullable=False),
    Column("money_to_decide", Boolean, nullable=False),
    Column("money_to_move", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("position", BigInteger, nullable=False),
    Index("by_number", "number"),
    Index("by_case", "case_id", "reported"),
    Index("by_report", "reported"),
    Index("by_waiting", "waits_for", "area", "reported"),
    Index("by_due_day", "open_until", "reported"),
    Index("by_day_to_look_again", "look_again_on", "reported"),
    Index("by_money_to_decide", "money_to_decide", "reported"),
    Index("by_money_to_move", "money_to_move", "reported"),
    *(Index(f"by_{name}", name, "reported") for name in FILTERED),
    *(Index(f"by_{'_'.join(three)}", *three, "reported") for three in combinations(AXES, 3)),
    of=ErrorRecord,
)
"""`reported` is the position of the report. `unit` is that of who decided what is wrong, else of who
reported it. `due_on` is the day by which the notice is to be complied with, `open_until` the same while it
was not; `handed_up_on` the day on which it was last handed up for being late. `look_again_on` is the day of
the next follow-up; `followed_up` tells those on record, in days with a blank between. Amounts in fen: what
was paid too much, and what is owed to the family; whether something of it is still to be ordered or decided
on, and whether something is still to be paid or received."""

months = error_register.table(
    "months",
    Column("error_id", Identity, primary_key=True),
    Column("month", Date, primary_key=True),
    Column("amount", BigInteger, nullable=False),
    Column("found", Boolean, nullable=False),
)
"""What was due less what was paid, in fen: as a correction found it, until then as it was classified."""

entries = error_register.table(
    "entries",
    Column("error_id", Identity, primary_key=True),
    Column("entry", Integer, primary_key=True),
    Column("month", Date, primary_key=True),
    Column("kind", String, nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("reverses", Integer, nullable=False),
)
"""The ledger of an error: signed amounts in fen, of back payments ordered by month."""

parts = error_register.table(
    "parts",
    Column("error_id", Identity, primary_key=True),
    Column("person", Identity, primary_key=True),
    Column("part", String, primary_key=True),
    Column("position", BigInteger, nullable=False),
    Index("by_person", "person", "part", "error_id"),
)
"""Which official has which part in an error, since which position of the record."""

touches = error_register.table(
    "touches",
    Column("case_id", Identity, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("kind", String, nullable=False),
    Column("found_by", Identity),
    Column("element", String),
    Column("from_month", Date),
    Column("to_month", Date),
)
"""What brought an error of a case to light: by whom, of which element and for which months.

Nobody is named for what the service found, and nothing where it does not tell: that may be any element,
and all months."""

notices = error_register.table(
    "notices",
    Column("position", Position, primary_key=True),
    Column("number", Number, nullable=False),
    Column("error_id", Identity, nullable=False),
    Column("due_on", Date, nullable=False),
    Index("by_notice_number", "number"),
)
"""Every correction notice that was issued, also those that were void in the end."""

units = error_register.table(
    "units", Column("official", Identity, primary_key=True), Column("unit", String, nullable=False)
)

REPORTED = "reported"
"""The part of who reported an error, which keeps them from nothing."""

NAMED = "named"
"""The part of whom a correction notice names, which keeps them from nothing."""

SUBSTANTIATION, CLASSIFICATION, NOTICE = "substantiation", "classification", "notice"
CORRECTION, VERIFICATION, CLOSING, NOTHING = "correction", "verification", "closing", ""
"""What an error waits for."""

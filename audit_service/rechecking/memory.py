"""What was rechecked already: up to which position by which rules, and which cases to look at again when.

It stands beside the views and is as disposable as they are: lost, everything is rechecked once more,
and the leads that were found are the same.
"""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Date,
    Engine,
    Index,
    MetaData,
    String,
    Table,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from projections import standing
from projections.columns import Identity
from projections.engine import writing

tables = MetaData()

reached = Table(
    "recheck_reached",
    tables,
    Column("rules", String(64), primary_key=True),
    Column("position", BigInteger, nullable=False),
)
again = Table(
    "recheck_again",
    tables,
    Column("case_id", Identity, primary_key=True),
    Column("again_on", Date, nullable=False),
    Index("recheck_again_by_day", "again_on"),
)
nights = Table("recheck_nights", tables, Column("day", Date, primary_key=True))


def prepare(engine: Engine) -> None:
    """Create the tables that are missing. Safe to repeat and to race."""
    standing.prepare(engine)
    with writing(engine).begin() as connection:
        standing.lock_tables(connection)
        tables.create_all(connection, checkfirst=True)


def position(engine: Engine, rules: str) -> int:
    """Return the position up to which everything was rechecked by these rules; 0 if nothing was."""
    with engine.connect() as connection:
        found = connection.scalar(select(reached.c.position).where(reached.c.rules == rules))
    return int(found or 0)


def due(engine: Engine, on: date) -> list[UUID]:
    """Return the cases to look at again by this day, though nothing may have happened to them."""
    with engine.connect() as connection:
        return list(connection.scalars(select(again.c.case_id).where(again.c.again_on <= on)))


def note(engine: Engine, looked_at: Mapping[UUID, date | None]) -> None:
    """Note when to look at these cases again; None if only something that happens can change them."""
    rows = [{"case_id": case, "again_on": on} for case, on in looked_at.items() if on]
    with writing(engine).begin() as connection:
        standing.lock_tables(connection)
        connection.execute(delete(again).where(again.c.case_id.in_(list(looked_at))))
        if rows:
            connection.execute(insert(again), rows)


def remember(engine: Engine, rules: str, upto: int) -> None:
    """Remember that everything up to a position was rechecked by these rules. It never goes back."""
    with writing(engine).begin() as connection:
        standing.lock_tables(connection)
        if not _moved(connection, rules, upto):
            connection.execute(insert(reached).values(rules=rules, position=upto))


def _moved(connection: Connection, rules: str, upto: int) -> bool:
    here = reached.c.rules == rules
    known = connection.scalar(select(reached.c.position).where(here))
    if known is not None and known < upto:
        connection.execute(update(reached).where(here).values(position=upto))
    return known is not None


def claim(engine: Engine, night: date) -> bool:
    """Take this night's recheck; False if another process has taken it."""
    try:
        with writing(engine).begin() as connection:
            connection.execute(insert(nights).values(day=night))
    except IntegrityError:
        return False
    return True

"""Filling a view beside the one that readers see, and putting it in its place."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

from sqlalchemy import Connection, Engine, MetaData, Table, inspect, quoted_name, select, text
from sqlalchemy.schema import CreateIndex, CreateTable, DropTable

from projections import standing
from projections.engine import writing
from projections.kernel import Projection
from projections.shape import filling, live
from projections.standing import Standing, standings

FILLED = 70
"""Percent of a page of PostgreSQL that new rows take: a changed row stays beside the old one, and no index
is touched."""


class Superseded(Exception):
    """A newer version of the view is live: this process is too old to touch it."""


def claim(engine: Engine, projection: Projection, last_position: Callable[[], int]) -> None:
    """See to it that this version of a view is live, or begins to be filled, and is not stopped.

    Older versions are dropped when this one is found live, not before, so that no reader goes
    without. A view that is ahead of the record was made from another one and is filled again.
    Raises Superseded.
    """
    with writing(engine).begin() as connection:
        standing.lock_tables(connection)
        here = standings.c.projection == projection.name
        rows = connection.execute(select(standings).where(here)).all()
        if any(row.version > projection.version and not row.filling for row in rows):
            raise Superseded(projection.name)
        mine = standing.read(connection, [projection])
        last = last_position()
        standing.forget(connection, [one for one in mine if one.position > last])
        sound = [one for one in mine if one.position <= last]
        for one in sound:
            standing.stop(connection, one, "")
        if not sound:
            begin(connection, projection)
        if any(not one.filling for one in sound):
            _drop_older(connection, projection, {row.version for row in rows})


def begin(connection: Connection, projection: Projection) -> None:
    """Make empty tables beside the live ones; those that somebody may be filling are dropped."""
    new = Standing(projection, filling=True)
    standing.forget(connection, [new])
    for table in projection.tables:
        physical = filling(table).table
        connection.execute(DropTable(physical, if_exists=True))
        connection.execute(CreateTable(physical))
        if table in projection.touched and connection.dialect.name == "postgresql":
            connection.execute(text(f"ALTER TABLE {physical.name} SET (fillfactor = {FILLED})"))
    standing.begin(connection, new)


def index(engine: Engine, filled: Standing) -> None:
    """Make the indexes of a filled view, if they are not there yet. Raises Overtaken.

    PostgreSQL is told at once what the tables hold: until it looks by itself it would plan for empty ones.
    """
    with writing(engine).begin() as connection:
        standing.hold(connection, [filled])
        for table in filled.projection.tables:
            physical = filling(table).table.to_metadata(MetaData())
            if not inspect(connection).get_indexes(physical.name):
                for made in physical.indexes:
                    made.name = quoted_name(
                        f"ix_{uuid4().hex}", quote=None
                    )  # outlives the renaming of its table
                    connection.execute(CreateIndex(made))
            if connection.dialect.name == "postgresql":
                connection.execute(text(f"ANALYZE {physical.name}"))


def put_in_place(engine: Engine, filled: Standing) -> bool:
    """Let readers see the filled view, unless the live one shows more. Raises Overtaken.

    One that had to stop is shown as far as it got only where there is no other.
    """
    projection = filled.projection
    with writing(engine).begin() as connection:
        standing.lock_tables(connection)
        standing.hold(connection, [filled])
        shown = [one for one in standing.read(connection, [projection]) if not one.filling]
        standing.hold(connection, shown)
        if any(filled.failure or one.position > filled.position for one in shown):
            return False
        standing.forget(connection, [*shown, filled])
        standing.begin(connection, replace(filled, filling=False))
        for table in projection.tables:
            connection.execute(DropTable(live(table).table, if_exists=True))
            connection.execute(text(f"ALTER TABLE {filling(table).name} RENAME TO {table.name}"))
    return True


def _drop_older(connection: Connection, projection: Projection, versions: set[int]) -> None:
    tables = inspect(connection).get_table_names()
    for version in versions:
        if version < projection.version:
            older = Projection(projection.name, version=version)
            standing.forget(connection, [Standing(older, is_filling) for is_filling in (False, True)])
            for name in tables:
                if name.startswith(f"{projection.name}_{version}_"):
                    connection.execute(DropTable(Table(name, MetaData())))

"""How far each view has got, and whether it had to stop."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    delete,
    insert,
    inspect,
    select,
    text,
    tuple_,
    update,
)

from projections.engine import writing
from projections.kernel import Projection
from projections.rows import Rows
from projections.shape import filling, live

standings = Table(
    "standings",
    MetaData(),
    Column("projection", String(60), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("filling", Boolean, primary_key=True),
    Column("position", BigInteger, nullable=False),
    Column("failure", String(300), nullable=False),
)

LOCK = 7_201_931
"""Key of PostgreSQL's advisory lock for those who create and drop tables of views."""


State: TypeAlias = Literal["live", "filling", "stopped", "superseded"]


class Overtaken(Exception):
    """Somebody else moved the view on, or dropped it: look again where it stands."""


@dataclass
class Standing:
    """The position up to which a view, or the one filled beside it, was folded; why it stopped, if it did."""

    projection: Projection
    filling: bool
    position: int = 0
    failure: str = ""
    rows: Rows = field(init=False, repr=False, compare=False)
    """Rows in memory, which hold as long as the position does."""

    def __post_init__(self) -> None:
        """Begin with no rows in memory."""
        self.forget_rows()

    @property
    def name(self) -> str:
        """Name of the projection."""
        return self.projection.name

    @property
    def state(self) -> State:
        """Whether it is live or being filled, or had to stop."""
        if self.failure:
            return "stopped"
        return "filling" if self.filling else "live"

    def forget_rows(self) -> None:
        """Begin again with no rows in memory."""
        shape = filling if self.filling else live
        shapes = {table: shape(table) for table in self.projection.tables}
        self.rows = Rows(shapes, self.projection.touched)

    def key(self) -> tuple[str, int, bool]:
        """Return the primary key of the standing."""
        return (self.name, self.projection.version, self.filling)


def prepare(engine: Engine) -> None:
    """Create what views need before the first of them. Safe to repeat and to race."""
    with writing(engine).begin() as connection:
        lock_tables(connection)
        if connection.dialect.name == "postgresql" and not inspect(connection).has_schema("views"):
            connection.execute(text("CREATE SCHEMA views"))  # asked for again, it wants rights again
        standings.create(connection, checkfirst=True)


def lock_tables(connection: Connection) -> None:
    """Be the only one who creates or drops tables, until the end of the transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))


def read(connection: Connection, projections: Iterable[Projection]) -> list[Standing]:
    """Return where these projections stand, each in its own version."""
    known = {(projection.name, projection.version): projection for projection in projections}
    rows = connection.execute(select(standings).order_by(standings.c.projection, standings.c.filling)).all()
    return [
        Standing(known[row.projection, row.version], row.filling, row.position, row.failure)
        for row in rows
        if (row.projection, row.version) in known
    ]


def settled(connection: Connection, last_position: int) -> set[tuple[str, int]]:
    """Return the names and versions of views that are live, with nothing to be filled or dropped beside."""
    rows = connection.execute(select(standings)).all()
    alone = [name for name, number in Counter(row.projection for row in rows).items() if number == 1]
    return {
        (row.projection, row.version)
        for row in rows
        if row.projection in alone and not (row.filling or row.failure or row.position > last_position)
    }


def reached(connection: Connection, projections: Sequence[Projection]) -> int:
    """Return the position that all of these live views have reached; 0 before they were filled first."""
    live_ones = [one.position for one in read(connection, projections) if not one.filling]
    return min(live_ones) if len(live_ones) == len(projections) else 0


def hold(connection: Connection, held: Sequence[Standing]) -> None:
    """Keep others from moving these until the end of the transaction.

    Raises Overtaken if one stands elsewhere by now, or if somebody else is about to move it.
    """
    found = connection.execute(
        select(standings.c.projection, standings.c.position, standings.c.failure)
        .where(_among(held))
        .order_by(standings.c.projection, standings.c.filling)
        .with_for_update(skip_locked=True)
    )
    if {tuple(row) for row in found} != {(one.name, one.position, one.failure) for one in held}:
        raise Overtaken


def begin(connection: Connection, standing: Standing) -> None:
    """Enter a standing that was not there."""
    name, version, is_filling = standing.key()
    values = {"position": standing.position, "failure": standing.failure}
    connection.execute(
        insert(standings).values(projection=name, version=version, filling=is_filling, **values)
    )


def move(connection: Connection, held: Sequence[Standing], position: int) -> None:
    """Move those that are held to the position of the last event folded."""
    connection.execute(update(standings).where(_among(held)).values(position=position))


def stop(connection: Connection, held: Standing, failure: str) -> None:
    """Stop one that is held where it stands, and say why; an empty failure lets it go on."""
    connection.execute(update(standings).where(_among([held])).values(failure=failure))


def forget(connection: Connection, gone: Sequence[Standing]) -> None:
    """Remove standings."""
    connection.execute(delete(standings).where(_among(gone)))


def _among(some: Sequence[Standing]) -> ColumnElement[bool]:
    return tuple_(*standings.primary_key.columns).in_([one.key() for one in some])

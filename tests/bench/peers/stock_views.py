"""The stock library's way to keep views: one event a transaction, tables and tracking together.

The library's own tracking recorder, transactions and `process_event`. SQLite offers no subscription, so
events are read in pages on both databases, which is no slower. Views are as durable as ours: the disk
is not waited for on either side.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import count
from typing import Any, cast

from eventsourcing.persistence import InfrastructureFactory, Tracking
from eventsourcing.projection import Projection as StockProjection
from eventsourcing.utils import Environment
from sqlalchemy import MetaData, quoted_name
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from projections.kernel import Projection
from projections.rows import Rows
from tests.bench.peers.plain_rows import PlainRows
from tests.bench.peers.stock import StockOffice, environment

PAGE = 1000
"""Events read at once."""
RECORDED_AT = datetime(2021, 7, 1, tzinfo=UTC)
"""The library's events carry no time of recording of their own here; the views want one."""


class StockViews(StockProjection[Any]):
    """All our views, kept the stock way."""

    name = "views"

    def __init__(self, view: Any, projections: Sequence[Projection]) -> None:
        super().__init__(view)
        self.projections = projections
        self.on_postgres = "Postgres" in type(view).__name__
        self._prepare()

    def process_event(self, domain_event: Any, tracking: Tracking) -> None:
        """Change the views and move the tracking, in one transaction."""
        vars(domain_event).update(position=tracking.notification_id, recorded_at=RECORDED_AT)
        with self.view.datastore.transaction(commit=True) as cursor:
            rows = PlainRows(partial(fetched, cursor), on_postgres=self.on_postgres)
            for projection in self.projections:
                for table, entered in projection.entered([domain_event]):
                    rows.extend(table, entered)
                for handler in projection.handlers.get(type(domain_event), ()):
                    handler(cast("Rows", rows), domain_event)
            rows.write()
            self.view._insert_tracking(cursor, tracking)

    def _prepare(self) -> None:
        """Make the tables with their indexes, and do not wait for the disk."""
        dialect = postgresql.dialect() if self.on_postgres else sqlite.dialect()  # type: ignore[no-untyped-call]
        with self.view.datastore.transaction(commit=True) as cursor:
            for table in (table for projection in self.projections for table in projection.tables):
                cursor.execute(str(CreateTable(table).compile(dialect=dialect)))
                for index in table.to_metadata(MetaData()).indexes:
                    index.name = quoted_name(f"{table.name}_{index.name}", quote=None)
                    cursor.execute(str(CreateIndex(index).compile(dialect=dialect)))
        if not self.on_postgres:
            with self.view.datastore.get_connection(commit=False) as connection:
                connection.cursor().execute("PRAGMA synchronous = NORMAL")


def fetched(cursor: Any, statement: str, values: Sequence[Any]) -> Sequence[Sequence[Any]]:
    """Run a statement in the library's cursor and return what it found."""
    cursor.execute(statement, values)
    if not statement.startswith("SELECT"):
        return ()
    return [tuple(row.values() if isinstance(row, dict) else row) for row in cursor.fetchall()]


def views_of(store: str, projections: Sequence[Projection]) -> StockViews:
    """Open the views in a store: a path for SQLite, an address for PostgreSQL."""
    factory: InfrastructureFactory[Any] = InfrastructureFactory.construct(
        Environment(StockViews.name, environment(store))
    )
    return StockViews(factory.tracking_recorder(), projections)


def follow(office: StockOffice, views: StockViews) -> int:
    """Keep the views up to the end of the record; return how many events that took."""
    position: int | None = None
    for done in count(0, PAGE):
        page = office.recorder.select_notifications(position, PAGE, inclusive_of_start=False)
        for notification in page:
            event = office.mapper.to_domain_event(notification)
            views.process_event(event, Tracking(office.name, notification.id))
            position = notification.id
        if len(page) < PAGE:
            return done + len(page)
    raise AssertionError

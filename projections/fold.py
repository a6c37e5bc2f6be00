"""Folding a batch of events into views, in one transaction with the position they reach."""

from collections.abc import Sequence

import structlog
from sqlalchemy import Engine
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from domain.kernel import Event
from projections import standing
from projections.engine import bulk, writing
from projections.standing import Overtaken, Standing

log = structlog.get_logger(__name__)


class Fold:
    """Folds batches into the views of one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = writing(engine)
        driver = engine.dialect.loaded_dbapi
        self._not_their_fault = (
            Overtaken,
            OperationalError,
            InterfaceError,
            PoolExhausted,
            driver.OperationalError,
            driver.InterfaceError,
        )

    def __call__(self, views: Sequence[Standing], events: Sequence[Event]) -> None:
        """Fold the events into views that stand right before the first of them.

        What fails together is tried apart, so that only the view whose handler fails stops, right
        before the event that it fails at. Raises Overtaken if somebody else moved one of the views,
        and what the database raises when it cannot be reached.
        """
        try:
            self._together(views, events)
        except self._not_their_fault:
            _forget(views)
            raise
        except Exception as failure:  # noqa: BLE001 - a handler may fail in any way, and must stop nothing else
            _forget(views)
            self._apart(views, events, failure)

    def _together(self, views: Sequence[Standing], events: Sequence[Event]) -> None:
        position = events[-1].position
        with self._engine.begin() as connection:
            standing.hold(connection, views)
            for view in views:
                view.projection.fold(view.rows, bulk(connection), events)
            standing.move(connection, views, position)
        for view in views:
            view.position = position

    def _apart(self, views: Sequence[Standing], events: Sequence[Event], failure: Exception) -> None:
        if len(views) > 1:
            for view in views:
                self([view], events)
        elif len(events) > 1:
            half = len(events) // 2
            self(views, events[:half])
            if not views[0].failure:
                self(views, events[half:])
        else:
            self._stop(views[0], events[0], failure)

    def _stop(self, view: Standing, event: Event, failure: Exception) -> None:
        """Say where and why, without the words of the failure: they may be about a person."""
        reason = f"{type(failure).__name__} at position {event.position}, {event.TOPIC}"
        with self._engine.begin() as connection:
            standing.hold(connection, [view])
            standing.stop(connection, view, reason)
        view.failure = reason
        log.error("view stopped", view=view.name, filling=view.filling, reason=reason)


def _forget(views: Sequence[Standing]) -> None:
    """Leave the rows in memory behind: the database never saw them."""
    for view in views:
        view.forget_rows()

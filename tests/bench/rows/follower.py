"""All views together: following the record, rebuilding them, and the stock way with the same views.

The record holds families taken over and changes of their income. Stock keeps the views one event a
transaction; it is given fewer events, as its speed does not depend on how many there are.
"""

import time
from collections.abc import Callable
from pathlib import Path

from audit_service.opening import every_projection
from tests.bench import office
from tests.bench.bench import Bench, folder
from tests.bench.databases import Database
from tests.bench.figures import Figure, Line
from tests.bench.opened import prepared
from tests.bench.peers.stock import TOGETHER, StockOffice, environment
from tests.bench.peers.stock_views import follow, views_of

FAMILIES = 5_000
CHANGES = 7
STOCK_FAMILIES = 250


def measure(bench: Bench) -> list[Line]:
    """Measure on both databases."""
    return [line for database in bench.databases for line in on(bench, database)]


def on(bench: Bench, database: Database) -> list[Line]:
    """Measure on one database, ours and stock in turn."""
    following, rebuilding, stock = Figure(), Figure(), Figure()
    for _ in range(bench.rounds):
        bench.say(f"views on {database.name}")
        with folder() as here:
            followed, rebuilt = ours(database, here, bench.size(FAMILIES))
            following.add(followed)
            rebuilding.add(rebuilt)
            stock.add(the_stock_way(database, here, bench.size(STOCK_FAMILIES)))
    return [
        Line(f"following, all views, events/s, {database.name}", following, stock),
        Line(f"rebuilding, all views, events/s, {database.name}", rebuilding, stock),
    ]


def ours(database: Database, here: Path, families: int) -> tuple[float, float]:
    """Return the events a second that our follower takes, live and when it rebuilds."""
    with prepared(database.ours(here / "ours")) as opened:
        opened.follower.catch_up()
        office.fill(office.keep_in(opened.record), opened.vault.person_identity, families, changes=CHANGES)
        events = opened.record.last_position()
        return events / seconds(opened.follower.catch_up), events / seconds(opened.follower.rebuild)


def the_stock_way(database: Database, here: Path, families: int) -> float:
    """Return the events a second that the stock library's way takes."""
    store = database.stock(here)
    stock, views = StockOffice(environment(store)), views_of(store, every_projection())
    office.fill(lambda some: stock.save(*some), office.anybody, families, changes=CHANGES, together=TOGETHER)
    began = time.perf_counter()
    events = follow(stock, views)
    return events / (time.perf_counter() - began)


def seconds(work: Callable[[], object]) -> float:
    """Return how long the work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began

from datetime import UTC, datetime, timedelta, timezone

from sqlalchemy import Engine, select

from projections.follower import Follower
from tests.projections.ledger import Ledger
from tests.projections.library import Book, a_catalogue, identity


def test_an_instant_is_kept_in_utc_whatever_the_offset(views: Engine, ledger: Ledger) -> None:
    catalogue = a_catalogue()
    books = catalogue.tables[0]
    bought = ledger.record(Book.Bought, identity("atlas"), title="Atlas", price=900)
    vars(bought)["recorded_at"] = datetime(2021, 7, 1, 9, 0, 0, 1, tzinfo=timezone(timedelta(hours=8)))

    Follower(ledger, views, [catalogue]).catch_up()

    with views.connect() as db:
        found = db.execute(select(books.c.bought_at)).scalar_one()
        asked = db.execute(select(books.c.title).where(books.c.bought_at == found)).scalar_one()
    assert found == datetime(2021, 7, 1, 1, 0, 0, 1, tzinfo=UTC)
    assert found.tzinfo is UTC
    assert asked == "Atlas"


def test_an_instant_without_an_offset_is_refused(views: Engine, ledger: Ledger) -> None:
    catalogue = a_catalogue()
    bought = ledger.record(Book.Bought, identity("atlas"), title="Atlas", price=900)
    vars(bought)["recorded_at"] = datetime(2021, 7, 1, 9, 0)  # noqa: DTZ001 - what is refused

    follower = Follower(ledger, views, [catalogue])
    follower.catch_up()

    (condition,) = follower.conditions()
    assert condition.state == "stopped"
    assert condition.reason == "ValueError at position 1, library.book_bought"

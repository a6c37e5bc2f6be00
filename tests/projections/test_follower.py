"""The follower keeps views up to date, alone or with rivals, and says what it cannot do."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Engine

from projections.follower import Follower
from tests.projections.library import Book, Ledger, a_catalogue, a_membership, contents, identity

ADA, BEN = identity("Ada"), identity("Ben")


def some_loans(ledger: Ledger) -> None:
    ledger.record(Book.Bought, "atlas", title="Atlas", price=900)
    ledger.record(Book.Bought, "bible", title="Bible", price=100)
    ledger.record(Book.Lent, "atlas", to=ADA, until=date(2021, 8, 1))
    ledger.record(Book.Lent, "bible", to=ADA, until=date(2021, 8, 1))
    ledger.record(Book.Returned, "bible", by_member=ADA)
    ledger.record(Book.Reserved, "atlas", members=(ADA, BEN))


def test_views_show_what_was_recorded(views: Engine, ledger: Ledger) -> None:
    catalogue, membership = a_catalogue(), a_membership()
    some_loans(ledger)

    Follower(ledger, views, [catalogue, membership]).catch_up()

    start = datetime(2021, 7, 1, tzinfo=UTC)
    assert contents(views, catalogue, membership) == {
        "catalogue_1_books": sorted(
            [
                (identity("atlas"), "Atlas", 900, True, start + timedelta(microseconds=1), 1),
                (identity("bible"), "Bible", 100, False, start + timedelta(microseconds=2), 1),
            ],
            key=repr,
        ),
        "catalogue_1_loans": [(ADA, identity("atlas"), date(2021, 8, 1), b"librarian")],
        "membership_1_members": sorted([(ADA, 1, 1), (BEN, 0, 1)], key=repr),
        "membership_1_visits": [(ADA, 3, False), (ADA, 4, True)],
    }

"""The follower keeps views up to date, alone or with rivals, and says what it cannot do."""

import asyncio
from datetime import date, timedelta
from unittest.mock import patch

import pytest
from sqlalchemy import Engine

from domain.kernel import Event
from projections import filling, follower
from projections.follower import Condition, Follower
from tests.projections.following import SOON, following, rebuilt
from tests.projections.ledger import START, Ledger
from tests.projections.library import (
    Book,
    Shelf,
    a_catalogue,
    a_loan,
    a_membership,
    contents,
    identity,
    some_loans,
)

ADA, BEN = identity("Ada"), identity("Ben")


def test_views_show_what_was_recorded(views: Engine, ledger: Ledger) -> None:
    catalogue, membership = a_catalogue(), a_membership()
    some_loans(ledger)

    Follower(ledger, views, [catalogue, membership]).catch_up()

    bought_at = [START + timedelta(microseconds=position) for position in (1, 2)]
    assert contents(views, catalogue, membership) == {
        "catalogue_1_books": [
            (identity("bible"), "Bible", 100, False, bought_at[1], 1),
            (identity("atlas"), "Atlas", 900, True, bought_at[0], 1),
        ],
        "catalogue_1_loans": [(ADA, identity("atlas"), date(2021, 8, 1), b"librarian")],
        "membership_1_members": sorted([(ADA, 1, 1), (BEN, 0, 1)], key=repr),
        "membership_1_visits": [(ADA, 3, False), (ADA, 4, True)],
    }


def test_a_handler_that_fails_stops_its_own_view_right_there(views: Engine, ledger: Ledger) -> None:
    catalogue, membership = a_catalogue(fails_on_title="Torn"), a_membership()
    some_loans(ledger)
    ledger.record(Book.Bought, identity("torn"), title="Torn", price=1)
    a_loan(ledger, "torn", BEN)

    follower = Follower(ledger, views, [catalogue, membership])
    follower.catch_up()

    reason = "ValueError at position 7, library.book_bought"
    assert follower.conditions() == [
        Condition("catalogue", 1, "stopped", 6, reason),
        Condition("membership", 1, "live", 8),
    ]
    some = Ledger()
    some_loans(some)
    assert contents(views, catalogue) == rebuilt(views, some, a_catalogue())


def test_a_view_that_stopped_while_it_was_live_leaves_the_others_running(
    views: Engine, ledger: Ledger
) -> None:
    catalogue, membership = a_catalogue(fails_on_title="Torn"), a_membership()
    follower = Follower(ledger, views, [catalogue, membership])
    some_loans(ledger)
    follower.catch_up()
    ledger.record(Book.Bought, identity("torn"), title="Torn", price=1)
    a_loan(ledger, "torn", BEN)

    follower.catch_up()

    assert [(one.name, one.state, one.position) for one in follower.conditions()] == [
        ("catalogue", "stopped", 6),
        ("membership", "live", 8),
    ]


def test_a_view_that_stopped_goes_on_when_it_is_mended(views: Engine, ledger: Ledger) -> None:
    ledger.record(Book.Bought, identity("torn"), title="Torn", price=1)
    Follower(ledger, views, [a_catalogue(fails_on_title="Torn")]).catch_up()
    mended = a_catalogue()

    follower = Follower(ledger, views, [mended])
    follower.catch_up()

    assert follower.conditions() == [Condition("catalogue", 1, "live", 1)]
    assert len(contents(views, mended)["catalogue_1_books"]) == 1


def test_nobody_is_held_up_by_a_process_that_finds_everything_in_order(views: Engine, ledger: Ledger) -> None:
    projections = [a_catalogue(), a_membership()]
    some_loans(ledger)
    Follower(ledger, views, projections).catch_up()

    with patch.object(filling, "claim", side_effect=AssertionError):
        Follower(ledger, views, projections).catch_up()


def test_a_view_that_is_behind_catches_up_with_the_others(views: Engine, ledger: Ledger) -> None:
    some_loans(ledger)
    Follower(ledger, views, [a_catalogue(fails_on_title="Bible"), a_membership()]).catch_up()
    mended, membership = a_catalogue(), a_membership()
    a_loan(ledger, "bible", BEN)

    Follower(ledger, views, [mended, membership]).catch_up()

    assert contents(views, mended, membership) == rebuilt(views, ledger, mended, membership)


def test_who_waits_for_their_own_write_is_woken_by_it(
    views: Engine, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follower, "POLL", 600)
    monkeypatch.setattr(follower, "SHORT_POLL", 600)
    running = Follower(ledger, views, [a_catalogue()])

    with following(running):
        position = ledger.record(Book.Bought, identity("atlas"), title="Atlas", price=900).position
        running.wake(position)

        assert running.wait_for(position, SOON)
        assert asyncio.run(running.until(position, SOON))
        assert not running.wait_for(position + 1, 0.01)
        assert not asyncio.run(running.until(position + 1, 0.01))


def test_what_another_process_records_is_seen_without_a_call(views: Engine, ledger: Ledger) -> None:
    running = Follower(ledger, views, [a_catalogue()])

    with following(running):
        position = ledger.record(Book.Bought, identity("atlas"), title="Atlas", price=900).position

        assert running.wait_for(position, SOON)


def test_nobody_waits_for_views_that_do_not_move(views: Engine, ledger: Ledger) -> None:
    ledger.record(Book.Bought, identity("torn"), title="Torn", price=1)
    running = Follower(ledger, views, [a_catalogue(fails_on_title="Torn")])

    with following(running):
        assert running.wait_for(1, SOON)


def test_who_only_watches_sees_what_others_fold(views: Engine, ledger: Ledger) -> None:
    catalogue = a_catalogue()
    watching, working = (Follower(ledger, views, [catalogue], folding=folding) for folding in (False, True))

    with following(watching, working):
        position = ledger.record(Book.Bought, identity("atlas"), title="Atlas", price=900).position

        assert watching.wait_for(position, SOON)
    assert len(contents(views, catalogue)["catalogue_1_books"]) == 1


def test_rivals_apply_each_event_once(views: Engine, ledger: Ledger) -> None:
    catalogue, membership = a_catalogue(), a_membership()
    rivals = [Follower(ledger, views, [catalogue, membership]) for _ in range(4)]
    ledger.record(Book.Bought, identity("atlas"), title="Atlas", price=900)

    with following(*rivals):
        for _ in range(300):
            a_loan(ledger, "atlas", ADA)
            rivals[0].wake(ledger.record(Book.Returned, identity("atlas"), by_member=ADA).position)
            rivals[1].wake(ledger.record(Book.Inspected, identity("atlas")).position)
        last = ledger.record(Shelf.Dusted, identity("shelf")).position
        assert all(rival.wait_for(last, SOON) for rival in rivals)

    found = contents(views, catalogue, membership)
    assert found["membership_1_members"] == [(ADA, 0, 0)]
    assert found == rebuilt(views, ledger, catalogue, membership)


class Unreachable(Ledger):
    """A record that cannot be reached for a while."""

    away = True

    def read(self, after: int, limit: int) -> list[Event]:
        if self.away:
            raise ConnectionError
        return super().read(after, limit)


def test_a_record_that_comes_back_is_followed_again(views: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follower, "BACK_OFF", 0.01)
    record = Unreachable()
    record.away = False
    running = Follower(record, views, [a_catalogue()])

    with following(running):
        record.away = True
        position = record.record(Book.Bought, identity("atlas"), title="Atlas", price=900).position
        assert not running.wait_for(position, 0.5)
        assert running.trouble == "ConnectionError"
        record.away = False

        assert running.wait_for(position, SOON)
        assert running.trouble == ""


def test_a_follower_that_was_not_started_can_be_stopped(views: Engine, ledger: Ledger) -> None:
    Follower(ledger, views, []).stop()


def test_a_follower_that_is_behind_does_not_rest(
    views: Engine, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follower, "BATCH", 2)
    monkeypatch.setattr(follower, "GATHER", 1)
    catalogue = a_catalogue()
    running = Follower(ledger, views, [catalogue])
    running.catch_up()
    some_loans(ledger)
    started = Follower(ledger, views, [catalogue])

    with following(started):
        while started.conditions() != [Condition("catalogue", 1, "live", 6)]:
            pass
        assert started.wait_for(6, SOON)

"""The follower keeps views up to date, alone or with rivals, and says what it cannot do."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, inspect

from domain.kernel import Event
from projections import filler, follower, standing
from projections.follower import Condition, Follower, RebuildStopped
from projections.kernel import Projection
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
SOON = 20.0
"""Seconds that a test waits for what comes at once on a machine at rest."""


@contextmanager
def following(*followers: Follower) -> Iterator[None]:
    """Let followers run while the block does."""
    for each in followers:
        each.start()
    yield
    for each in followers:
        each.stop()


def rebuilt(views: Engine, ledger: Ledger, *projections: Projection) -> dict[str, object]:
    """What the views hold when they are filled in one go."""
    Follower(ledger, views, projections).rebuild()
    return dict(contents(views, *projections))


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


def test_a_rebuilt_view_is_as_it_was_with_its_indexes(views: Engine, ledger: Ledger) -> None:
    catalogue, membership = a_catalogue(), a_membership()
    some_loans(ledger)
    follower = Follower(ledger, views, [catalogue, membership])
    follower.catch_up()
    before = contents(views, catalogue, membership)
    told: list[tuple[int, int]] = []

    follower.rebuild(["catalogue"], lambda position, last: told.append((position, last)))
    follower.rebuild()

    assert contents(views, catalogue, membership) == before
    assert told[0] == (6, 6)
    indexed = [index["column_names"] for index in inspect(views).get_indexes("catalogue_1_books")]
    assert indexed == [["title"]]


def test_a_view_that_cannot_be_rebuilt_stays_as_it_was(views: Engine, ledger: Ledger) -> None:
    catalogue = a_catalogue()
    some_loans(ledger)
    Follower(ledger, views, [catalogue]).catch_up()
    before = contents(views, catalogue)

    with pytest.raises(RebuildStopped, match=r"catalogue: ValueError at position 2"):
        Follower(ledger, views, [a_catalogue(fails_on_title="Bible")]).rebuild()

    assert contents(views, catalogue) == before


def test_a_new_version_takes_over_and_the_old_one_goes_when_nobody_needs_it(
    views: Engine, ledger: Ledger
) -> None:
    old, new = a_catalogue(version=1), a_catalogue(version=2)
    some_loans(ledger)
    Follower(ledger, views, [old]).catch_up()

    Follower(ledger, views, [new]).catch_up()

    assert [row[:-1] for row in contents(views, new)["catalogue_2_books"]] == [
        row[:-1] for row in contents(views, old)["catalogue_1_books"]
    ]
    assert {row[-1] for row in contents(views, new)["catalogue_2_books"]} == {2}
    Follower(ledger, views, [new]).catch_up()
    assert not inspect(views).has_table("catalogue_1_books")
    assert inspect(views).has_table("catalogue_2_books")


def test_an_older_process_leaves_a_newer_version_alone(views: Engine, ledger: Ledger) -> None:
    old, new, membership = a_catalogue(version=1), a_catalogue(version=2), a_membership()
    Follower(ledger, views, [new]).catch_up()
    some_loans(ledger)

    late = Follower(ledger, views, [old, membership])
    late.catch_up()

    assert late.conditions() == [
        Condition("catalogue", 1, "superseded"),
        Condition("membership", 1, "live", 6),
    ]
    assert contents(views, new) == {"catalogue_2_books": [], "catalogue_2_loans": []}


def test_a_view_of_another_record_is_filled_again(views: Engine, ledger: Ledger) -> None:
    catalogue = a_catalogue()
    some_loans(ledger)
    Follower(ledger, views, [catalogue]).catch_up()
    restored = Ledger()
    restored.record(Book.Bought, identity("bible"), title="Bible", price=100)

    follower = Follower(restored, views, [catalogue])
    follower.catch_up()

    assert follower.conditions() == [Condition("catalogue", 1, "live", 1)]
    assert [row[1] for row in contents(views, catalogue)["catalogue_1_books"]] == ["Bible"]


def test_a_filling_that_was_broken_off_is_gone_on_with(
    views: Engine, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filler, "BATCH", 2)
    catalogue = a_catalogue()
    some_loans(ledger)
    begun = filler.Filler(ledger, views, [catalogue])
    standing.prepare(views)
    begun.begin()
    begun.look()
    assert begun.advance()

    running = Follower(ledger, views, [catalogue])
    with following(running):
        assert running.wait_for(6, SOON)

    assert contents(views, catalogue) == rebuilt(views, ledger, catalogue)


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


def test_views_of_a_long_record_are_filled_while_the_office_is_open(
    views: Engine, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follower, "BATCH", 2)
    monkeypatch.setattr(filler, "BATCH", 2)
    catalogue = a_catalogue()
    some_loans(ledger)
    running = Follower(ledger, views, [catalogue])
    assert reached_by(views, catalogue) == 0

    with following(running):
        assert running.wait_for(6, SOON)

    assert reached_by(views, catalogue) == 6
    assert contents(views, catalogue) == rebuilt(views, ledger, catalogue)


def reached_by(views: Engine, projection: Projection) -> int:
    standing.prepare(views)
    with views.connect() as connection:
        return standing.reached(connection, projection)


def test_a_filled_view_waits_until_it_shows_as_much_as_the_live_one(views: Engine, ledger: Ledger) -> None:
    catalogue = a_catalogue()
    live = Follower(ledger, views, [catalogue])
    live.catch_up()
    some_loans(ledger)
    filling = filler.Filler(Slow(ledger), views, [catalogue])
    filling.begin()
    filling.look()

    filling.advance()
    while not live._turn():
        pass
    filling.advance()

    assert [one.state for one in live.conditions()] == ["live", "filling"]
    while filling.advance():
        pass
    assert live.conditions() == [Condition("catalogue", 1, "live", 6)]


class Slow:
    """A record that comes a little at a time, and now and then not at all."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.asked = 0

    def read(self, after: int, _limit: int) -> list[Event]:
        self.asked += 1
        return self.ledger.read(after, 1) if self.asked % 2 else []

    def last_position(self) -> int:
        return self.ledger.last_position()


def test_rivals_may_fill_the_same_view(
    views: Engine, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filler, "BATCH", 2)
    catalogue = a_catalogue()
    some_loans(ledger)
    standing.prepare(views)
    one, other = (filler.Filler(ledger, views, [catalogue]) for _ in range(2))
    one.begin()
    one.look()
    other.look()

    while any([one.advance(), other.advance()]):
        pass

    assert contents(views, catalogue) == rebuilt(views, ledger, catalogue)

"""Views are filled beside those that readers see, by one or by several, and take their place."""

import pytest
from sqlalchemy import Engine, inspect, text

from domain.kernel import Event
from projections import filler, follower, standing
from projections.follower import Condition, Follower, RebuildStopped
from projections.kernel import Projection
from tests.projections.following import SOON, following, rebuilt
from tests.projections.ledger import Ledger
from tests.projections.library import (
    Book,
    a_catalogue,
    a_membership,
    contents,
    identity,
    some_loans,
)

ADA, BEN = identity("Ada"), identity("Ben")


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


@pytest.mark.parametrize("views", ["postgresql"], indirect=True)
def test_the_database_knows_how_much_a_filled_view_holds(views: Engine, ledger: Ledger) -> None:
    catalogue = a_catalogue()
    some_loans(ledger)

    Follower(ledger, views, [catalogue]).rebuild()

    with views.connect() as connection:
        known = connection.scalar(text("SELECT reltuples FROM pg_class WHERE relname = 'catalogue_1_books'"))
    assert known == len(contents(views, catalogue)["catalogue_1_books"])


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
    late.catch_up()  # it knows by then, and goes on with the others

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
        return standing.reached(connection, [projection])


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

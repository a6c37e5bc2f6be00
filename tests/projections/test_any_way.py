"""However views were reached, they are the same: in any batches, past crashes, rivals and rebuilds."""

from collections.abc import Sequence
from datetime import date
from unittest.mock import patch
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import Engine, MetaData
from sqlalchemy.exc import OperationalError

from domain.kernel import Event
from projections import filler, follower, standing
from projections.filler import Filler
from projections.follower import Follower
from tests.projections.ledger import Ledger
from tests.projections.library import Book, Shelf, a_catalogue, a_membership, contents, identity
from tests.projections.shelf import folded

BOOKS = tuple(identity(title) for title in ("atlas", "bible", "codex"))
MEMBERS = tuple(identity(name) for name in ("Ada", "Ben"))
POWER_CUT = OperationalError("", None, Exception())

processes = st.sampled_from((0, 1))
batches = st.sampled_from((1, 2, 3, 1000))


class Library(RuleBasedStateMachine):
    """Two processes follow one library; either may crash, and views are rebuilt meanwhile."""

    views: Engine

    def __init__(self) -> None:
        super().__init__()
        standing.prepare(self.views)
        with self.views.begin() as connection:
            left = MetaData()
            left.reflect(connection)
            left.drop_all(connection)
        standing.prepare(self.views)
        self.projections = (a_catalogue(), a_membership())
        self.ledger = Ledger()
        self.lent: dict[UUID, UUID] = {}
        self.running = [self.process(1000), self.process(1000)]
        self.rebuilding = Filler(self.ledger, self.views, ())

    def process(self, batch: int) -> Follower:
        """A process that starts now."""
        with patch.object(follower, "BATCH", batch), patch.object(filler, "BATCH", batch):
            started = Follower(self.ledger, self.views, self.projections)
        started._prepare()
        return started

    @rule(book=st.sampled_from(BOOKS), member=st.sampled_from(MEMBERS), times=st.integers(1, 4))
    def use(self, book: UUID, member: UUID, times: int) -> None:
        """Something happens in the library."""
        for _ in range(times):
            self.ledger.record(Shelf.Dusted, identity("shelf"))
            if book not in self.ledger.versions:
                self.ledger.record(Book.Bought, book, title=f"Title {book}", price=900)
            elif book in self.lent:
                self.ledger.record(Book.Returned, book, by_member=self.lent.pop(book))
            else:
                self.ledger.record(Book.Lent, book, to=member, until=date(2021, 8, 1))
                self.lent[book] = member
                self.ledger.record(Book.Reserved, book, members=MEMBERS)
            self.ledger.record(Book.Inspected, book)

    @rule(process=processes)
    def fold(self, process: int) -> None:
        """A process folds a batch, or finds that the other was faster."""
        self.running[process]._turn()

    @rule(process=processes, batch=batches)
    def restart(self, process: int, batch: int) -> None:
        """A process is killed, and started again."""
        self.running[process] = self.process(batch)

    @rule(process=processes)
    def lose_the_database(self, process: int) -> None:
        """The database goes away before the commit; the process lives on."""
        with patch.object(standing, "move", side_effect=POWER_CUT):
            try:
                self.running[process]._turn()
            except OperationalError:
                self.running[process]._look()

    @rule(batch=batches)
    def begin_to_rebuild(self, batch: int) -> None:
        """Somebody begins to rebuild, whether somebody else was at it or not."""
        with patch.object(filler, "BATCH", batch):
            self.rebuilding = Filler(self.ledger, self.views, self.projections)
        self.rebuilding.begin()
        self.rebuilding.look()

    @rule()
    def go_on_rebuilding(self) -> None:
        """The rebuild takes a step, which may be its last."""
        self.rebuilding.advance()

    @invariant()
    def shows_the_events_up_to_its_position(self) -> None:
        """What readers see is what the events up to the position of the view make, one by one."""
        with self.views.connect() as connection:
            found = standing.read(connection, self.projections)
        for view in found:
            if not view.filling:
                expected = folded(view.projection, self.upto(view.position))
                assert contents(self.views, view.projection) == expected

    def upto(self, position: int) -> Sequence[Event]:
        return self.ledger.events[:position]

    def teardown(self) -> None:
        """In the end everything is shown."""
        self.process(1000).catch_up()
        for projection in self.projections:
            assert contents(self.views, projection) == folded(projection, self.ledger.events)


def test_views_are_the_same_however_they_were_reached(views: Engine) -> None:
    Library.views = views

    run_state_machine_as_test(
        Library,
        settings=settings(
            max_examples=25,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

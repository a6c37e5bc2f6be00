"""What tests of the follower share."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from projections.follower import Follower
from projections.kernel import Projection
from tests.projections.ledger import Ledger
from tests.projections.library import contents

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

"""The story of a household, for what is asked about its case."""

from collections.abc import Iterator

import pytest

from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.settings import Settings
from tests.audit_service.cli.conftest import answered, machine, typed
from tests.journeys.story import Story, a_story
from tests.office import an_official

__all__ = ["answered", "machine", "typed"]


@pytest.fixture
def story(office: Office, settings: Settings) -> Iterator[Story]:
    """An office on the first day of its story."""
    with a_story(office, settings) as story:
        yield story


@pytest.fixture
def neighbour(story: Story) -> Identity:
    """Who decides in another area, and reads nothing of this one."""
    return an_official(story.office, "sun", caseworker=("210203",), manager=("210203",))

"""The story of a household, for what a new standard makes of it."""

from collections.abc import Iterator

import pytest

from audit_service.office import Office
from audit_service.settings import Settings
from tests.audit_service.cli.conftest import answered, machine, typed
from tests.journeys.story import Story, a_story

__all__ = ["answered", "machine", "typed"]


@pytest.fixture
def story(office: Office, settings: Settings) -> Iterator[Story]:
    """An office on the first day of its story."""
    with a_story(office, settings) as story:
        yield story

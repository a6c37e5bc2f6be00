"""The story of an error and the organ that tolerates it or not."""

from collections.abc import Iterator

import pytest

from audit_service.office import Office
from audit_service.settings import Settings
from tests.journeys.error_story import ErrorStory, an_error_story
from tests.journeys.tolerance_story import with_an_organ


@pytest.fixture
def organ(office: Office, settings: Settings) -> Iterator[ErrorStory]:
    """A household in payment in whose case nobody has found the error yet, and the organ."""
    with an_error_story(office, settings) as story:
        yield with_an_organ(story)

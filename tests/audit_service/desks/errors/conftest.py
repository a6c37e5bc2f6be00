"""The story of an error, on either database."""

from collections.abc import Iterator

import pytest

from audit_service.office import Office
from audit_service.settings import Settings
from tests.journeys.error_story import ErrorStory, an_error_story


@pytest.fixture
def told(office: Office, settings: Settings) -> Iterator[ErrorStory]:
    """A household in payment in whose case nobody has found the error yet."""
    with an_error_story(office, settings) as story:
        yield story

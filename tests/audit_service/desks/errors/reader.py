"""Reading the pages of errors as an official does, in English."""

import re
from html import unescape

from starlette.testclient import TestClient

from domain.identities import official_id
from tests.journeys.error_story import ErrorStory
from tests.journeys.story import in_english


def browser(told: ErrorStory, login: str) -> TestClient:
    """A browser in which the official reads English, when the views have caught up."""
    told.story.settled()
    identity = told.story.office.identities.by_token.identity(official_id(login))
    assert identity is not None
    return in_english(told.story, identity)


def page(told: ErrorStory, login: str, path: str) -> str:
    """What the official is shown, without tags and with single blanks."""
    answer = browser(told, login).get(path)
    assert answer.status_code == 200, path
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def addresses(told: ErrorStory, login: str, path: str) -> list[str]:
    """Where the page leads to."""
    return [unescape(href) for href in re.findall(r'href="([^"]+)"', browser(told, login).get(path).text)]

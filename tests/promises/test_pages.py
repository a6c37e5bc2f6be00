"""Every page there is: in both languages, usable by everyone, within the content policy."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from fastapi.datastructures import DefaultPlaceholder
from fastapi.routing import APIRoute
from httpx2 import Response
from playwright.sync_api import Page
from starlette.routing import Route
from starlette.testclient import TestClient

from audit_service.app import create_app
from audit_service.desks.carrying import every_command, every_module
from audit_service.identity import pages as identity_pages
from audit_service.identity.recognition import COOKIE
from audit_service.opening import following, opened
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from audit_service.web.translation import LANGUAGES, catalogue
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER, OPERATOR, ORGAN
from tests.browser import PHONE, WIDE, axe_violations, browsing, policy_violations, served, watched
from tests.builders import CITY_2021, STANDARDS, a_case_taken_over, a_document, a_household, a_lead, a_person
from tests.discipline_builders import a_discipline_lead
from tests.error_builders import CATALOGUE, a_notified_error
from tests.filing_builders import a_filing
from tests.import_builders import a_sent_import_carried_out
from tests.inspection_builders import a_concluded_inspection
from tests.lesson_builders import a_lesson
from tests.made import make
from tests.office import an_official
from tests.question_builders import a_discovery, a_published_question
from tests.tolerance_builders import a_determined_review
from tests.visit_builders import a_visit, a_visit_taken_over

EXAMPLES = {
    "number": "DB-0001",
    "case_number": "DB-0001",
    "reference": CITY_2021.reference,
    "login": "everyone",
    "document": str(a_document().id),
    "error_number": a_notified_error().number,
    "lead": str(a_lead().id),
    "person": str(a_person().id),
    "household": "H-0001",
    "visit": a_visit().number,
    "question": a_published_question().number,
    "discovery": a_discovery().number,
    "discipline_lead": a_discipline_lead().number,
    "review_number": a_determined_review().number,
    "filing": a_filing().number,
    "inspection_number": a_concluded_inspection().number,
    "lesson": a_lesson().number,
}
"""What stands for each part of an address that differs from page to page."""


def every_page() -> list[str]:
    """The addresses of all pages, with their parts still to be filled in.

    What says by a `response_class` that it is answered with something else is a file to be saved.
    """
    routers = [identity_pages.router]
    routers += [module.router for name, module in every_module().items() if name.endswith(".pages")]
    routes = [route for router in routers for route in router.routes if isinstance(route, Route)]
    shown = {route.path for route in routes if "GET" in (route.methods or ()) and not is_a_file(route)}
    return sorted(shown | {entry.form_at for entry in every_command()})


def is_a_file(route: Route) -> bool:
    return isinstance(route, APIRoute) and not isinstance(route.response_class, DefaultPlaceholder)


def filled(page: str) -> str:
    """The address of an example. A part that is new needs a line in EXAMPLES."""
    return re.sub(r"{(\w+)}", lambda part: quote(EXAMPLES[part[1]], safe=""), page)


@dataclass(frozen=True)
class Service:
    """The service with an example of everything in it."""

    app: FastAPI
    sessions: tuple[str, ...]
    """Of who deals with cases, and of who runs the machines: nobody does both."""

    def get(self, page: str, language: str = "zh") -> Response:
        """The page as it is shown to the first of them who may see it."""
        answers = (
            TestClient(self.app, cookies={COOKIE: session, "language": language}).get(filled(page))
            for session in self.sessions
        )
        return next(answer for answer in answers if answer.status_code != 403)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    settings = Settings(data_dir=tmp_path_factory.mktemp("office") / "var", origin="test.invalid/audit")
    make(settings)
    with opened(settings) as office, following(office):
        people = (a_person(), a_person("spouse"), a_person("child"), a_household())
        others = (a_document(), a_notified_error(), a_lead(), a_visit(), a_visit_taken_over())
        asked = (a_published_question(), a_discovery(), a_discipline_lead(), a_filing(), a_lesson())
        judged = (a_determined_review(), a_concluded_inspection())
        examples = (STANDARDS, CATALOGUE, a_case_taken_over(), *people, *others, *asked, *judged)
        office.record.keep(Submission(aggregates=examples))
        EXAMPLES["import_number"] = a_sent_import_carried_out(office, settings.data_dir).number
        everywhere = dict.fromkeys((CLERK, CASEWORKER, MANAGER, INSPECTOR, ORGAN), ("*",))
        officials = (
            an_official(office, "everyone", **everywhere),
            an_official(office, "machinist", **{OPERATOR: ("*",)}),
        )
        office.follower.wait_for(office.record.last_position(), 10)
        start = office.identities.sessions.start
        yield Service(create_app(office, settings), tuple(start(each.official) for each in officials))


class Seen(HTMLParser):
    """What a page holds, as far as it is promised."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings = 0
        self.texts: set[str] = set()
        self.inline: list[str] = []
        self.inputs: set[str] = set()
        self.labels: set[str] = set()
        self._tag = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self._tag = tag
        self.headings += tag == "h1"
        self.inline += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        if tag in {"input", "select", "textarea"} and given.get("type") != "hidden":
            self.inputs.add(given.get("id") or "")
        if tag == "label":
            self.labels.add(given.get("for") or "")

    def handle_endtag(self, tag: str) -> None:
        self._tag = "" if tag == self._tag else self._tag

    def handle_data(self, data: str) -> None:
        if self._tag in {"script", "style"} and data.strip():
            self.inline.append(data)
        self.texts.add(" ".join(data.split()))


@pytest.fixture(scope="module")
def english() -> set[str]:
    """All sentences that a Chinese page has in other words."""
    return {str(message.id) for message in catalogue("zh") if message.id and message.string != message.id}


@pytest.mark.parametrize("page", every_page())
def test_a_page_has_one_heading_and_labels_and_nothing_inline_in_each_language(
    service: Service, page: str, english: set[str]
) -> None:
    for language in LANGUAGES:
        answer = service.get(page, language)
        seen = Seen(answer.text)

        assert answer.status_code == 200
        assert seen.headings == 1
        assert seen.inputs - seen.labels == set()
        assert seen.inline == []
        assert language != "zh" or english & seen.texts == set()


@pytest.fixture(scope="module")
def readers(service: Service) -> Iterator[list[Page]]:
    """A page of a browser for each of those who may do everything."""
    with served(service.app) as address, browsing() as chromium:
        pages = []
        for session in service.sessions:
            context = chromium.new_context(base_url=address, viewport=WIDE, locale="zh-CN")
            context.add_cookies([{"name": COOKIE, "value": session, "url": address}])
            pages.append(watched(context.new_page()))
        yield pages


@pytest.mark.parametrize("page", every_page())
def test_a_page_is_usable_by_everyone(readers: list[Page], page: str) -> None:
    reader = next(reader for reader in readers if may_see(reader, page))

    assert policy_violations(reader) == []
    assert axe_violations(reader) == []
    reader.set_viewport_size(PHONE)
    assert reader.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    reader.set_viewport_size(WIDE)


def may_see(reader: Page, page: str) -> bool:
    answer = reader.goto(filled(page))
    return answer is not None and answer.status != 403

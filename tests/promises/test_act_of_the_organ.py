"""Every page that shows what was determined says whose act it is: the organ's, not the service's."""

from html.parser import HTMLParser

import pytest

from domain.tolerance.outcomes import OUTCOMES
from tests.promises.test_pages import Service, every_page, service

__all__ = ["service"]

ACT_OF_THE_ORGAN = "What is determined here is the act of the organ"
OF_A_MONTH = "/lessons/digest?month=2021-12"
"""The month in which the lesson of the example was published."""
OFFERED = ("form", "thead")
"""What can be chosen, and how columns of counts are called, is nothing that was determined."""
SHOW_ONE = {
    "/errors/{error_number}",
    "/lessons",
    "/lessons/{lesson}",
    "/lessons/{lesson}/withdrawal",
    OF_A_MONTH,
    "/precedents",
    "/tolerance",
    "/tolerance/{review_number}",
    "/tolerance/{review_number}/notification",
}
"""Pages of the example that show an outcome; more may."""


class Told(HTMLParser):
    """What a page tells, beside what it offers."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: set[str] = set()
        self._inside = 0
        self.feed(html)

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        self._inside += tag in OFFERED

    def handle_endtag(self, tag: str) -> None:
        self._inside -= tag in OFFERED

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.texts.add(" ".join(data.split()))


@pytest.mark.parametrize("page", [*every_page(), OF_A_MONTH])
def test_a_page_that_shows_a_determination_says_whose_act_it_is(service: Service, page: str) -> None:
    html = service.get(page, "en").text
    shows_one = bool(Told(html).texts & set(OUTCOMES.values()))

    assert shows_one or page not in SHOW_ONE
    assert ACT_OF_THE_ORGAN in html or not shows_one

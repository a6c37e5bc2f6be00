"""Numbers of what an act or an attempt was about, as far as the reader sees it."""

from collections.abc import Collection
from uuid import UUID

from pydantic import BaseModel

from audit_service.desks.errors.search import readable_by
from audit_service.desks.office import Office
from audit_service.identity.identity import Identity
from audit_service.web.addresses import path_to
from projections import (
    case_lists,
    discovery_list,
    error_lists,
    lessons,
    prior_filings,
    question_lists,
    visit_lists,
)
from projections.discovery_list import SoughtDiscoveries
from projections.question_lists import SoughtQuestions

PAGES = {
    "about": "/cases",
    "about_error": "/errors",
    "about_question": "/questions",
    "about_visit": "/visits",
    "about_discovery": "/discoveries",
    "about_filing": "/filings",
    "about_lesson": "/lessons",
}
"""Where one reads on, by the field that holds the number."""


class About(BaseModel):
    """What it was about. A number is empty where it is about another thing, or not for the reader."""

    about: str = ""
    """Number of the case."""
    about_error: str = ""
    """Number of the error."""
    about_question: str = ""
    about_visit: str = ""
    about_discovery: str = ""
    about_filing: str = ""
    about_lesson: str = ""


def numbers_of(office: Office, reader: Identity, streams: Collection[UUID]) -> dict[UUID, dict[str, str]]:
    """Return for those of the streams that have a number the field of `About` and the number."""
    areas, relatives = reader.areas_to_read(), reader.relatives
    with office.views.connect() as views:
        found = {
            "about": case_lists.numbers_of(views, streams, areas, apart_from=relatives),
            "about_error": error_lists.error_numbers_of(views, streams, readable_by(reader)),
            "about_question": question_lists.numbers_of(
                views, streams, SoughtQuestions(areas=areas, apart_from=relatives)
            ),
            "about_visit": visit_lists.numbers_of(
                views, streams, visit_lists.Sought(areas=areas, apart_from=relatives)
            ),
            "about_discovery": discovery_list.numbers_of(
                views, streams, SoughtDiscoveries(areas=areas, apart_from=relatives)
            ),
            "about_filing": prior_filings.numbers_of(views, streams, areas),
            "about_lesson": lessons.numbers_of(views, streams),
        }
    return {stream: {field: number} for field, some in found.items() for stream, number in some.items()}


def number_of(answer: About) -> str:
    """Return the number of what it was about; empty if it has none."""
    return next(filter(None, (getattr(answer, field) for field in PAGES)), "")


def page_of(answer: About) -> str:
    """Return the address of what it was about; empty if it has none."""
    known = ((page, getattr(answer, field)) for field, page in PAGES.items())
    return next((path_to(page, number) for page, number in known if number), "")

"""Numbers of what an act or an attempt was about, as far as the reader sees it."""

from collections.abc import Collection, Mapping
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import Connection

from audit_service.desks.errors.search import readable_by
from audit_service.desks.needy.cards import WHO_LOOKS
from audit_service.desks.tolerance.search import WHO_READS
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.addresses import path_to
from domain.roles import INSPECTOR
from projections import (
    case_lists,
    discipline_leads,
    discovery_list,
    error_lists,
    inspection_lists,
    lessons,
    needy_lists,
    official_record,
    prior_filings,
    question_lists,
    tolerance_lists,
    visit_lists,
)
from projections.discipline_leads import SoughtLeads
from projections.discovery_list import SoughtDiscoveries
from projections.question_lists import SoughtQuestions
from projections.tolerance_lists import SoughtReviews

PAGES = {
    "about": "/cases",
    "about_error": "/errors",
    "about_review": "/tolerance",
    "about_inspection": "/inspections",
    "about_question": "/questions",
    "about_visit": "/visits",
    "about_discovery": "/discoveries",
    "about_filing": "/filings",
    "about_lesson": "/lessons",
    "about_clue": "/discipline-leads",
    "about_household": "/households",
    "about_official": "/officials",
    "about_person": "/people",
}
"""Where one reads on, by the field that holds the number."""

OF_NO_AREA = ("about_lesson", "about_official", "about_person")
"""Fields of what belongs to the whole office."""

CONCEALED = "about_clue"
"""The field of what is there for nobody but who may read it."""

SHORT = 8
"""Of the identity of an entry, so many characters tell it apart: it has no number."""


class About(BaseModel):
    """What it was about. A number is empty where it is about another thing, or not for the reader."""

    about: str = ""
    """Number of the case."""
    about_error: str = ""
    """Number of the error."""
    about_review: str = ""
    """Number of the review of tolerance."""
    about_inspection: str = ""
    about_question: str = ""
    about_visit: str = ""
    about_discovery: str = ""
    about_filing: str = ""
    about_lesson: str = ""
    about_clue: str = ""
    """Number of the discipline lead, for who may know of it."""
    about_household: str = ""
    about_official: str = ""
    """Login name."""
    about_person: str = ""
    """Identity of the entry in the register; never a name."""


def numbers_of(office: Office, reader: Identity, streams: Collection[UUID]) -> dict[UUID, dict[str, str]]:
    """Return for those of the streams that have a number the field of `About` and the number."""
    with office.views.connect() as views:
        found = {
            **_of_cases(views, reader, streams),
            **_of_the_work(views, reader, streams),
            **_of_people(views, reader, streams),
        }
    return {stream: {field: number} for field, some in found.items() for stream, number in some.items()}


def _of_cases(
    views: Connection, reader: Identity, streams: Collection[UUID]
) -> Mapping[str, Mapping[UUID, str]]:
    areas, relatives = reader.areas_to_read(), reader.relatives
    questions = SoughtQuestions(areas=areas, apart_from=relatives)
    visits = visit_lists.Sought(areas=areas, apart_from=relatives)
    discoveries = SoughtDiscoveries(areas=areas, apart_from=relatives)
    return {
        "about": case_lists.numbers_of(views, streams, areas, apart_from=relatives),
        "about_error": error_lists.error_numbers_of(views, streams, readable_by(reader)),
        "about_question": question_lists.numbers_of(views, streams, questions),
        "about_visit": visit_lists.numbers_of(views, streams, visits),
        "about_discovery": discovery_list.numbers_of(views, streams, discoveries),
    }


def _of_the_work(
    views: Connection, reader: Identity, streams: Collection[UUID]
) -> Mapping[str, Mapping[UUID, str]]:
    areas = reader.areas_to_read()
    return {
        "about_review": tolerance_lists.review_numbers_of(views, streams, reviews_for(reader)),
        "about_inspection": inspection_lists.numbers_of(views, streams, areas),
        "about_filing": prior_filings.numbers_of(views, streams, areas),
        "about_lesson": lessons.numbers_of(views, streams),
        "about_clue": _clues(views, reader, streams),
    }


def reviews_for(reader: Identity) -> SoughtReviews:
    """Return all reviews of tolerance that the official may read."""
    return SoughtReviews(
        areas=reader.areas_of(WHO_READS), reader=reader.official, apart_from=reader.relatives
    )


def _of_people(
    views: Connection, reader: Identity, streams: Collection[UUID]
) -> Mapping[str, Mapping[UUID, str]]:
    relatives = reader.relatives
    households = needy_lists.numbers_of(views, streams, reader.areas_to_read(), relatives)
    people = needy_lists.people_among(views, streams, relatives) if reader.holds_any(WHO_LOOKS) else ()
    officials = official_record.named(views, streams)
    return {
        "about_household": households,
        "about_official": {one: row.login for one, row in officials.items()},
        "about_person": {person: str(person) for person in people},
    }


def _clues(views: Connection, reader: Identity, streams: Collection[UUID]) -> Mapping[UUID, str]:
    """Return the numbers of discipline leads: to inspectors of the area whom they do not concern."""
    if not reader.holds_any((INSPECTOR,)):
        return {}
    sought = SoughtLeads(reader=reader.official, areas=reader.areas_of((INSPECTOR,)))
    return discipline_leads.numbers_of(views, streams, sought)


def number_of(answer: About) -> str:
    """Return the number of what it was about; empty if it has none."""
    if answer.about_person:
        return answer.about_person[:SHORT]
    return next(filter(None, (getattr(answer, field) for field in PAGES)), "")


def page_of(answer: About) -> str:
    """Return the address of what it was about; empty if it has none."""
    known = ((page, getattr(answer, field)) for field, page in PAGES.items())
    return next((path_to(page, number) for page, number in known if number), "")

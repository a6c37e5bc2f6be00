"""What an application or the report of an error arose from: a question, or a family that was found."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from audit_service.desks.desk import Desk
from audit_service.desks.questions.about import question_named
from audit_service.numbering import DISCOVERY
from domain.discovery.discovery import Discovery
from domain.identities import discovery_id
from domain.kernel import Act
from domain.questions.question import Question

Origin = Annotated[
    str,
    Field(
        title="Arose from",
        description="Number of the question or of the discovery, if it arose from one.",
        max_length=60,
    ),
]


def note_application(desk: Desk, number: str, case: UUID, case_number: str, act: Act) -> None:
    """Note on what the number names that an application was recorded because of it.

    Raises NotOnRecord, NotYourArea, OwnRelative, DecidedAlready.
    """
    if number:
        desk.keep(_origin(desk, number)).open_application(case, case_number, act)


def note_error(desk: Desk, number: str, error: UUID, error_number: str, act: Act) -> None:
    """Note on what the number names that an error was reported because of it.

    Raises NotOnRecord, NotYourArea, OwnRelative.
    """
    if number:
        desk.keep(_origin(desk, number)).report_error(error, error_number, act)


def discovery_named(desk: Desk, number: str) -> Discovery:
    """Return the discovery with this number, in an area of the official's.

    Raises NotOnRecord, NotYourArea, OwnRelative.
    """
    found = desk.get(Discovery, discovery_id(number))
    desk.enter(found.area)
    desk.official.keep_apart_from((found.person,))
    return found


def _origin(desk: Desk, number: str) -> Question | Discovery:
    return (discovery_named if number.startswith(DISCOVERY) else question_named)(desk, number)

"""What the codes of the basic database are called in the reader's language."""

from typing import Annotated

from audit_service.desks.names import SEXES
from audit_service.desks.offers import titled
from audit_service.web.kinds import Choices
from audit_service.web.translation import gettext as _
from domain.needy.one_person import DOCUMENTS, NO_NUMBER, SOURCES_OF_DEATH
from domain.needy.person import PURPOSES

Purpose = Annotated[str, Choices(titled(PURPOSES))]
"""What personal data is opened for."""

Sex = Annotated[str, Choices(titled(SEXES))]
DocumentKind = Annotated[str, Choices(titled(DOCUMENTS))]
NoNumber = Annotated[str, Choices(titled(NO_NUMBER))]
SourceOfDeath = Annotated[str, Choices(titled(SOURCES_OF_DEATH))]


def purpose_name(purpose: str) -> str:
    """Return what personal data was opened for."""
    return _(PURPOSES[purpose]) if purpose in PURPOSES else purpose


def document_name(document: str) -> str:
    """Return by what somebody without an id number is known."""
    return _(DOCUMENTS[document])


def why_no_number(reason: str) -> str:
    """Return why somebody has no id number."""
    return _(NO_NUMBER[reason])


def source_of_death(source: str) -> str:
    """Return where a death is known from."""
    return _(SOURCES_OF_DEATH[source])

"""The names of officials, people and documents, looked up at once and opened for who may read them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self
from uuid import UUID

from sqlalchemy import Connection, Row

from audit_service.desks.reading import ERASED
from audit_service.identity.console import CONSOLE, SERVICE
from audit_service.office import Office
from audit_service.web.translation import gettext as _
from projections import document_register, needy_lists, official_record

UNKNOWN, AT_THE_CONSOLE, BY_ITSELF = "Not on record", "Console", "The service itself"

LookUp = Callable[[Connection, set[UUID]], Mapping[UUID, Row[Any]]]


@dataclass(frozen=True)
class Names:
    """Names by identity."""

    officials: Mapping[UUID, str | None]
    people: Mapping[UUID, str | None]
    documents: Mapping[UUID, str | None] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        office: Office,
        officials: Iterable[UUID] = (),
        people: Iterable[UUID] = (),
        documents: Iterable[UUID] = (),
    ) -> Self:
        """Look these up in the views. A name whose key was destroyed is told as erased."""
        with office.views.connect() as views:
            known = (
                _sealed(official_record.named, views, officials),
                _sealed(needy_lists.named, views, people),
                document_register.titled(views, about) if (about := set(documents)) else {},
            )
        opened = iter(office.vault.open_many(sealed for found in known for sealed in found.values()))
        return cls(*({identity: next(opened) for identity in found} for found in known))

    def official(self, identity: UUID) -> str:
        """Return the name of an official, or that it was whoever sat at the machine's console."""
        if identity == CONSOLE.official:
            return _(AT_THE_CONSOLE)
        if identity == SERVICE:
            return _(BY_ITSELF)
        return _named(self.officials, identity)

    def person(self, identity: UUID) -> str:
        """Return the name of a person."""
        return _named(self.people, identity)

    def document(self, identity: UUID) -> str:
        """Return the title of a document."""
        return _named(self.documents, identity)


def _sealed(look_up: LookUp, views: Connection, some: Iterable[UUID]) -> dict[UUID, str]:
    asked = set(some)
    return {one: row.name for one, row in look_up(views, asked).items()} if asked else {}


def _named(names: Mapping[UUID, str | None], identity: UUID) -> str:
    return names.get(identity, _(UNKNOWN)) or _(ERASED)

"""The names of officials and of people, looked up at once and opened for who may read them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from audit_service.desks.office import Office
from audit_service.desks.reading import ERASED
from audit_service.identity.console import CONSOLE, SERVICE
from audit_service.web.translation import gettext as _
from projections import needy_register, official_record

UNKNOWN, AT_THE_CONSOLE, BY_ITSELF = "Not on record", "Console", "The service itself"


@dataclass(frozen=True)
class Names:
    """Names by identity."""

    officials: Mapping[UUID, str | None]
    people: Mapping[UUID, str | None]

    @classmethod
    def of(cls, office: Office, officials: Iterable[UUID] = (), people: Iterable[UUID] = ()) -> Self:
        """Look these up in the views. A name whose key was destroyed is told as erased."""
        with office.views.connect() as views:
            known = (
                official_record.named(views, acting) if (acting := set(officials)) else {},
                needy_register.named(views, about) if (about := set(people)) else {},
            )
        opened = iter(office.vault.open_many(row.name for found in known for row in found.values()))
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


def _named(names: Mapping[UUID, str | None], identity: UUID) -> str:
    return names.get(identity, _(UNKNOWN)) or _(ERASED)

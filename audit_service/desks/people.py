"""Somebody who is named in a form."""

from uuid import UUID

from audit_service.desks.desk import Desk
from domain.needy import id_number


def person_named(desk: Desk, text: str) -> UUID | None:
    """Return who is meant by an id number, or by the identity that the address of a page has; None if nobody.

    Raises NotOnRecord, OwnRelative.
    """
    if not text:
        return None
    try:
        identity = UUID(text)
    except ValueError:
        identity = desk.vault.person_identity(id_number.normalise(text))
    return desk.person(identity).id

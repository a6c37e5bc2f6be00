"""What a person wrote, or that it was erased."""

from audit_service.desks.reading import ERASED
from audit_service.store.sealing import Sealed
from audit_service.web.translation import gettext as _


def said(text: str | Sealed) -> str:
    """Return the text of an opened event; where the key was destroyed, that it was erased."""
    return _(ERASED) if isinstance(text, Sealed) else text

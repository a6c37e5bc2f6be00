"""Attaching a file, whatever it is attached to: checked, sealed, kept, and only then recorded."""

from dataclasses import dataclass
from uuid import UUID

from audit_service.desks.desk import Desk
from audit_service.store.errors import NotOnRecord
from audit_service.web.sent import SentFile
from domain.documents.document import Contents, Document, Place
from domain.documents.refusals import AlreadyAttached
from domain.kernel import Act

NOBODY = UUID(int=0)
"""The identity of nothing."""


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A file that is to be attached, and whose data it is."""

    file: SentFile
    title: str
    place: Place
    subject: UUID

    @property
    def about(self) -> UUID:
        """What it is attached to."""
        return self.place.about or self.subject


def attach(desk: Desk, attachment: Attachment, act: Act) -> Document:
    """Return the document, attached and to be kept.

    Raises AlreadyAttached, and what `Documents.check` and `Folder.put` raise.
    """
    document = attached(desk, attachment)
    if document is not None:
        raise AlreadyAttached
    return _attached_anew(desk, attachment, act)


def attach_once(desk: Desk, attachment: Attachment, act: Act) -> Document:
    """Return the document that is attached there already, or the same as `attach`."""
    return attached(desk, attachment) or _attached_anew(desk, attachment, act)


def supersede(desk: Desk, older: Document, attachment: Attachment, act: Act) -> None:
    """Attach the newer file, unless it is attached already, and have it take the place of the older one.

    Raises AlreadySuperseded, NotNewer, AttachedElsewhere, and what `attach` raises.
    """
    older.check_supersession()
    newer = attach_once(desk, attachment, act)
    older.supersede(newer, act)
    desk.rests_on(newer)
    desk.keep(older, *([newer] if newer.pending_events else []))


def document_about(desk: Desk, about: UUID, document: str) -> Document:
    """Return the document with this identity, which is attached to that. Raises NotOnRecord."""
    found = desk.get(Document, identity_in(document))
    if found.about != about:
        raise NotOnRecord(found.id)
    return found


def identity_in(text: str) -> UUID:
    """Return the identity that stands in an address; nobody's if it is none."""
    try:
        return UUID(text)
    except ValueError:
        return NOBODY


def attached(desk: Desk, attachment: Attachment) -> Document | None:
    """Return the document that this very file is there; None if it is not attached yet."""
    return desk.find(Document, _identity(desk, attachment))


def _attached_anew(desk: Desk, attachment: Attachment, act: Act) -> Document:
    file, identity = attachment.file, _identity(desk, attachment)
    media_type = desk.documents.check(file)
    sealed = desk.vault.seal_bytes(attachment.subject, identity, file.content)
    contents = Contents(media_type=media_type, size=file.size, content_hash=desk.documents.folder.put(sealed))
    return Document.attach(
        identity, attachment.place, contents, attachment.title, act, subject=attachment.subject
    )


def _identity(desk: Desk, attachment: Attachment) -> UUID:
    return desk.vault.document_identity(attachment.about, attachment.file.content)

"""A document: a file that is attached to a case, an error record or a visit, as evidence."""

from dataclasses import dataclass
from typing import Final, Self
from uuid import UUID

from domain.areas import check_areas
from domain.documents.refusals import (
    AlreadySuperseded,
    AttachedElsewhere,
    DocumentEmpty,
    DocumentTooLarge,
    NotNewer,
    TypeNotTaken,
)
from domain.kernel import Act, Aggregate, Event, Personal

PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

TYPES: Final = {PDF: "PDF", JPEG: "JPEG", PNG: "PNG", XLSX: "XLSX"}
"""The types of file that are taken, by media type."""

MEGABYTE: Final = 1024 * 1024
LARGEST_IN_MEGABYTES: Final = 20
LARGEST: Final = LARGEST_IN_MEGABYTES * MEGABYTE
"""Bytes that a file has at most."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """What a document is attached to: a case, an error record or a visit, by its identity."""

    case: UUID | None = None
    error: UUID | None = None
    visit: UUID | None = None
    area: str

    @property
    def about(self) -> UUID | None:
        """What it is attached to, wherever that belongs now."""
        return self.case or self.error or self.visit


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What a file is, without what it says."""

    media_type: str
    size: int
    """Bytes."""
    content_hash: str
    """SHA-256 of the contents as they are kept, sealed, in hexadecimal."""


class Document(Aggregate):
    """A file attached to a case, an error record or a visit. It is never overwritten.

    A newer one supersedes it by an event, and both stay. Its identity is made from what it is
    attached to and from what it holds, so that the same file is attached there once.
    """

    TOPIC = "document"

    whose: UUID | None = None
    """Under whose key the contents are sealed."""
    place: Place = Place(area="")
    contents: Contents = Contents(media_type="", size=0, content_hash="")
    superseded_by: UUID | None = None

    class Attached(Event):
        """A document was attached as evidence."""

        TOPIC = "document.attached"

        case: UUID | None
        error: UUID | None
        area: str
        media_type: str
        size: int
        """Bytes."""
        content_hash: str
        title: Personal
        visit: UUID | None = None

        def apply(self, document: "Document") -> None:
            document.whose = self.subject
            document.place = Place(case=self.case, error=self.error, visit=self.visit, area=self.area)
            document.contents = Contents(
                media_type=self.media_type, size=self.size, content_hash=self.content_hash
            )

    class Superseded(Event):
        """A newer document took the place of this one, which stays where it is."""

        TOPIC = "document.superseded"

        newer: UUID

        def apply(self, document: "Document") -> None:
            document.superseded_by = self.newer

    class Opened(Event):
        """The contents of the document were opened by an official."""

        TOPIC = "document.opened"

    @property
    def subject(self) -> UUID:
        """Whose data the document is: that of the household or the person the case is about."""
        return self.whose or self.id

    @property
    def about(self) -> UUID | None:
        """What the document is attached to."""
        return self.place.about

    @classmethod
    def attach(
        cls, identity: UUID, place: Place, contents: Contents, title: str, act: Act, *, subject: UUID
    ) -> Self:
        """Attach a file. Raises DocumentEmpty, DocumentTooLarge, TypeNotTaken, UnknownArea."""
        check_size(contents.size)
        check_type(contents.media_type)
        check_areas([place.area])
        document = cls.blank(identity)
        facts = vars(place) | vars(contents)
        document.trigger(cls.Attached, act, subject=subject, title=title, **facts)
        return document

    def check_supersession(self) -> None:
        """Ask whether the document may still be superseded. Raises AlreadySuperseded."""
        if self.superseded_by is not None:
            raise AlreadySuperseded

    def supersede(self, newer: "Document", act: Act) -> None:
        """Let a newer document take the place of this one.

        Raises AlreadySuperseded, NotNewer, AttachedElsewhere.
        """
        self.check_supersession()
        if newer.id == self.id or newer.superseded_by is not None:
            raise NotNewer
        if newer.about != self.about:
            raise AttachedElsewhere
        self.trigger(self.Superseded, act, newer=newer.id)

    def open(self, act: Act) -> None:
        """Record that an official opened the contents."""
        self.trigger(self.Opened, act)


def check_size(size: int) -> None:
    """Refuse a file that is empty or too large. Raises DocumentEmpty, DocumentTooLarge."""
    if size == 0:
        raise DocumentEmpty
    if size > LARGEST:
        raise DocumentTooLarge(most=LARGEST_IN_MEGABYTES)


def check_type(media_type: str) -> None:
    """Refuse a type of file that is not taken. Raises TypeNotTaken."""
    if media_type not in TYPES:
        raise TypeNotTaken(types=tuple(TYPES.values()))

"""How the events of a document are read."""

from audit_service.desks.documents.words import size, type_name
from audit_service.desks.reading import Reading, Shown, plain
from domain.documents.document import Document
from domain.kernel import Event

READINGS: dict[type[Event], Reading] = {
    Document.Attached: Reading(
        title="Document attached",
        tag="Document",
        colour="blue",
        shows=(
            Shown(label="Title of the document", after="title", write=plain),
            Shown(label="Type of file", after="media_type", write=type_name),
            Shown(label="Size", after="size", write=size),
            Shown(label="Hash of the sealed contents (SHA-256)", after="content_hash", write=plain),
        ),
    ),
    Document.Superseded: Reading(
        title="Document superseded",
        tag="Document",
        colour="yellow",
        shows=(Shown(label="Newer document", after="newer"),),
    ),
    Document.Opened: Reading(title="Document opened", tag="Document", colour="grey"),
}
"""By kind of event."""

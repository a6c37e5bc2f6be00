"""Attaching photos and papers to a visit, and superseding them: what was seen there."""

from audit_service.desks.carrying import carries_out
from audit_service.desks.desk import Desk
from audit_service.desks.documents.attaching import Attachment, attach, document_about, supersede
from audit_service.desks.documents.commands import ATTACHING, WithFile
from audit_service.desks.visits.going import the_visit
from domain.documents.document import Place
from domain.visits.visit import Visit


class AttachPhoto(WithFile):
    """Attach a photo or a paper to the visit, as evidence. It is never overwritten."""


@carries_out(
    AttachPhoto,
    title="Attach a photo",
    at="/visits/{visit}/photos",
    form_at="/visits/{visit}/photos",
    shows="/visits/{visit}",
    roles=ATTACHING,
)
def attach_photo(desk: Desk, visit: str, command: AttachPhoto) -> None:
    """Keep the file and record that it is attached."""
    desk.keep(attach(desk, _attachment(the_visit(desk, visit), command), desk.act(command)))


class SupersedePhoto(WithFile):
    """Attach a newer photo or paper that takes the place of this one. The older one stays with the visit."""


@carries_out(
    SupersedePhoto,
    title="Supersede the photo",
    at="/visits/{visit}/photos/{document}/supersession",
    shows="/visits/{visit}",
    roles=ATTACHING,
)
def supersede_photo(desk: Desk, visit: str, document: str, command: SupersedePhoto) -> None:
    """Attach the newer file, unless it is attached already, and record what it supersedes."""
    found = the_visit(desk, visit)
    older = document_about(desk, found.id, document)
    supersede(desk, older, _attachment(found, command), desk.act(command))


def _attachment(visit: Visit, command: WithFile) -> Attachment:
    return Attachment(
        file=command.file,
        title=command.title,
        place=Place(visit=visit.id, area=visit.visited.area),
        subject=visit.subject,
    )

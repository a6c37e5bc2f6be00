"""Attaching documents to an error that is in no case: of a family that is not covered."""

from audit_service.desks.carrying import carries_out
from audit_service.desks.desk import Desk
from audit_service.desks.documents.attaching import Attachment, attach
from audit_service.desks.documents.commands import ATTACHING, WithFile
from audit_service.desks.errors.at_hand import the_error
from domain.documents.document import Place
from domain.documents.refusals import BelongsToCase


class AttachEvidence(WithFile):
    """Attach a document to an error that is in no case, as evidence. It is never overwritten."""


@carries_out(
    AttachEvidence,
    title="Attach evidence",
    at="/errors/{error_number}/evidence",
    form_at="/errors/{error_number}/evidence",
    shows="/errors/{error_number}",
    roles=ATTACHING,
)
def attach_evidence(desk: Desk, error_number: str, command: AttachEvidence) -> None:
    """Keep the file and record that it is attached."""
    error = the_error(desk, error_number)
    if error.case is not None:
        raise BelongsToCase(number=error.case_number)
    attachment = Attachment(
        file=command.file,
        title=command.title,
        place=Place(error=error.id, area=error.area),
        subject=error.subject,
    )
    desk.keep(attach(desk, attachment, desk.act(command)))

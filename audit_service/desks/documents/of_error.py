"""Attaching documents to an error, and superseding them.

What shows an error in a case is attached to the case, where whoever looks at the case finds it, too.
"""

from audit_service.desks.carrying import carries_out
from audit_service.desks.desk import Desk
from audit_service.desks.documents.attaching import Attachment, attach, document_about, supersede
from audit_service.desks.documents.commands import ATTACHING, WithFile
from audit_service.desks.errors.at_hand import the_error
from domain.documents.document import Place
from domain.errors.error_record import ErrorRecord


class AttachEvidence(WithFile):
    """Attach a document that shows the error: to its case, if it has one. It is never overwritten."""


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
    desk.keep(attach(desk, _attachment(error, command), desk.act(command)))


class SupersedeEvidence(WithFile):
    """Attach newer evidence that takes the place of this document. The older one stays with the error."""


@carries_out(
    SupersedeEvidence,
    title="Supersede the evidence",
    at="/errors/{error_number}/evidence/{document}/supersession",
    shows="/errors/{error_number}",
    roles=ATTACHING,
)
def supersede_evidence(desk: Desk, error_number: str, document: str, command: SupersedeEvidence) -> None:
    """Attach the newer file, unless it is attached already, and record what it supersedes."""
    error = the_error(desk, error_number)
    older = document_about(desk, error.case or error.id, document)
    supersede(desk, older, _attachment(error, command), desk.act(command))


def _attachment(error: ErrorRecord, command: WithFile) -> Attachment:
    place = Place(case=error.case, area=error.area) if error.case else Place(error=error.id, area=error.area)
    return Attachment(file=command.file, title=command.title, place=place, subject=error.subject)

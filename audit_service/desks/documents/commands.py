"""Attaching documents to a case, and superseding them by newer ones."""

from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.documents.attaching import Attachment, attach, document_about, supersede
from audit_service.web.sent import SentFile
from domain.cases.case import Case
from domain.documents.document import Place
from domain.roles import CASEWORKER, CLERK, MANAGER

ATTACHING = (CASEWORKER, MANAGER, CLERK)


class WithFile(Command):
    """A command that a file is sent with."""

    file: Annotated[
        SentFile, Field(title="File", description="PDF, JPEG, PNG or XLSX without macros, up to 20 MB.")
    ]
    title: Annotated[
        str,
        Field(
            title="Title of the document",
            description="What it is and of when, such as a payslip of May 2021.",
            min_length=2,
            max_length=120,
        ),
    ]


class AttachDocument(WithFile):
    """Attach a document to the case, as evidence. It is kept as it is and never overwritten."""


@carries_out(
    AttachDocument,
    title="Attach a document",
    at="/cases/{number}/documents",
    form_at="/cases/{number}/documents/new",
    shows="/cases/{number}/documents",
    roles=ATTACHING,
)
def attach_document(desk: Desk, number: str, command: AttachDocument) -> None:
    """Keep the file and record that it is attached."""
    case = desk.case(number)
    desk.keep(attach(desk, _attachment(case, command), desk.act(command)))


class SupersedeDocument(WithFile):
    """Attach a newer document that takes the place of this one. The older one stays in the list."""


@carries_out(
    SupersedeDocument,
    title="Supersede the document",
    at="/cases/{number}/documents/{document}/supersession",
    shows="/cases/{number}/documents",
    roles=ATTACHING,
)
def supersede_document(desk: Desk, number: str, document: str, command: SupersedeDocument) -> None:
    """Attach the newer file, unless it is attached already, and record what it supersedes."""
    case = desk.case(number)
    older = document_about(desk, case.id, document)
    supersede(desk, older, _attachment(case, command), desk.act(command))


def _attachment(case: Case, command: WithFile) -> Attachment:
    return Attachment(
        file=command.file,
        title=command.title,
        place=Place(case=case.id, area=case.area),
        subject=case.subject,
    )

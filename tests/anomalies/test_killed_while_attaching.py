"""The process is killed between a document's file and its event: nothing is half recorded."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from audit_service.desks.documents.commands import AttachDocument
from audit_service.desks.documents.listing import documents_of
from audit_service.documents.folder import Folder
from audit_service.opening import opened, prepare
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from audit_service.web.sent import SentFile
from domain.identities import case_id, official_id
from tests.builders import a_case_taken_over
from tests.files import A_PDF
from tests.made import make
from tests.office import an_official, ask
from tests.processes import started

NUMBER = {"number": "DB-0001"}

DRAFTS = "drafts"


def killed(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def killed_after(done: Callable[..., object]) -> Callable[..., None]:
    return lambda *given: killed(done(*given))


MOMENTS = {
    "while writing": (os, "fsync", killed),
    "before the event": (Folder, "put", killed_after(Folder.put)),
}
"""What is put in the place of what, so that the process ends there."""


def _attach(settings: Settings, moment: str) -> None:
    with opened(settings) as office, patch.object(*MOMENTS[moment]):
        wang: Any = office.identities.by_token.identity(official_id("wang"))
        ask(office, a_command(), wang, NUMBER)


def exit_of_a_process_killed(settings: Settings, moment: str) -> int | None:
    process = started(_attach, settings, moment)
    process.join()
    return process.exitcode


def a_command() -> AttachDocument:
    file = SentFile(A_PDF, len(A_PDF), "application/pdf", "pdf")
    return AttachDocument(file=file, title="虚构的工资条", because="虚构的理由")


def files_in(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_was_killed_is_attached_by_asking_again(settings: Settings, moment: str) -> None:
    make(settings)
    with opened(settings) as office:
        wang = an_official(office, "wang", caseworker=("*",))
        office.record.keep(Submission(aggregates=(a_case_taken_over(),)))
        before = office.record.last_position()

    assert exit_of_a_process_killed(settings, moment) == -signal.SIGKILL
    assert len(files_in(settings.documents)) == 1
    prepare(settings)
    assert files_in(settings.documents / DRAFTS) == []
    with opened(settings) as office:
        assert office.record.last_position() == before
        ask(office, a_command(), wang, NUMBER)
        office.follower.catch_up()
        assert office.record.last_position() == before + 1
        [listed] = documents_of(office, case=case_id("DB-0001"))
        sealed = office.documents.folder.get(listed.content_hash)
        subject = a_case_taken_over().subject
        assert office.vault.open_bytes(subject, listed.document, sealed) == A_PDF

"""The process is killed between a document's file and its event: nothing is half recorded."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from audit_service.desks.documents.commands import AttachDocument
from audit_service.desks.documents.listing import documents_of
from audit_service.opening import opened, prepare
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from audit_service.web.sent import SentFile
from domain.identities import case_id
from tests.builders import a_case_taken_over
from tests.files import A_PDF
from tests.made import make
from tests.office import an_official, ask

NUMBER = {"number": "DB-0001"}

DRAFTS = "drafts"
WHILE_WRITING = "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)"
BEFORE_THE_EVENT = """
put = Folder.put
Folder.put = lambda folder, sealed: (put(folder, sealed), os.kill(os.getpid(), signal.SIGKILL))
"""

ATTACH = """
import os
import signal

from audit_service.documents.folder import Folder
from audit_service.opening import opened
from audit_service.settings import settings_from
from domain.identities import official_id
from tests.anomalies.test_killed_while_attaching import NUMBER, a_command
from tests.office import ask

with opened(settings_from()) as office:
    wang = office.identities.by_token.identity(official_id("wang"))
    {}
    ask(office, a_command(), wang, NUMBER)
"""


def a_command() -> AttachDocument:
    file = SentFile(A_PDF, len(A_PDF), "application/pdf", "pdf")
    return AttachDocument(file=file, title="虚构的工资条", because="虚构的理由")


def files_in(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


@pytest.mark.parametrize(
    "moment", [WHILE_WRITING, BEFORE_THE_EVENT], ids=["while writing", "before the event"]
)
def test_what_was_killed_is_attached_by_asking_again(settings: Settings, moment: str) -> None:
    make(settings)
    with opened(settings) as office:
        wang = an_official(office, "wang", caseworker=("*",))
        office.record.keep(Submission(aggregates=(a_case_taken_over(),)))
        before = office.record.last_position()

    killed = subprocess.run(
        [sys.executable, "-c", ATTACH.format("\n    ".join(moment.strip().splitlines()))],
        env=os.environ
        | {
            "AUDIT_DATA_DIR": str(settings.data_dir),
            "AUDIT_DATABASE_URL": settings.database_url,
            "AUDIT_ORIGIN": settings.origin,
        },
        check=False,
    )

    assert killed.returncode == -signal.SIGKILL
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

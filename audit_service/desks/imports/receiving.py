"""Files that are sent in to be imported: taken piece by piece, sealed at once, and looked at beside."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import PurePosixPath

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from audit_service.desks.imports.commands import WHO_IMPORTS
from audit_service.desks.refused_readings import asking
from audit_service.documents.folder import NO_ROOM
from audit_service.identity.identity import Identity, NotYourRole
from audit_service.imports.about import About, SentFile
from audit_service.imports.folder import Sent
from audit_service.office import Office
from audit_service.store.errors import StoreFull, StoreUnavailable
from audit_service.web.sent import bounded_by
from domain.refusal import Refused

SENDING = "send_files"
"""Name of sending files in, in the log of refused attempts."""
FILES = "files"
"""Name of the field with the files."""
LARGEST = 1 << 30
"""Bytes that are taken at once: two registers as CSV of a million people each."""
MOST_FILES = 50
_LONGEST_NAME = 100
_STRANGE = re.compile(r"[\x00-\x1f\x7f/\\]")


class NothingSent(Refused):
    """There has to be a file."""

    CODE = "import.nothing_sent"
    SENTENCE = "No file was chosen. Choose at least one register as XLSX, XLS or CSV, and send it again."


async def received(request: Request, office: Office, identity: Identity) -> Sent:
    """Return the import that the files of a form are kept for; nothing is recorded yet.

    Raises NotYourRole, NothingSent, StoreFull, StoreUnavailable; HTTPException if it is too large.
    """
    asking(request, SENDING)
    if not identity.holds_any(WHO_IMPORTS):
        raise NotYourRole.but(WHO_IMPORTS)
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > LARGEST:
        raise HTTPException(413)
    bounded = Request(request.scope, bounded_by(LARGEST, request.receive))
    async with bounded.form(max_files=MOST_FILES) as form:
        uploads = [file for file in form.getlist(FILES) if isinstance(file, UploadFile) and file.filename]
        if not uploads:
            raise NothingSent
        return await run_in_threadpool(_kept, office, identity, uploads)


def _kept(office: Office, identity: Identity, uploads: Sequence[UploadFile]) -> Sent:
    now = datetime.now(UTC)
    try:
        sent = office.imports.begin(office.today())
        files = [_keep(office, sent, place, upload) for place, upload in enumerate(uploads)]
        about = About(number=sent.number, sent_by=identity.official, sent_at=now, files=files)
        sent.note(about)
        sent.ask()
    except OSError as error:
        said = f"the folder of imports cannot be written: {error.strerror}"
        raise (StoreFull if error.errno in NO_ROOM else StoreUnavailable)(said) from error
    return sent


def _keep(office: Office, sent: Sent, place: int, upload: UploadFile) -> SentFile:
    digest = file_digest(upload.file, "sha256").hexdigest()  # type: ignore[arg-type]  # it can be read
    upload.file.seek(0)
    office.imports.keep_file(sent, place, upload.file)
    return SentFile(name=_named(upload.filename or ""), size=upload.size or 0, content_hash=digest)


def _named(said: str) -> str:
    """Return the name of a file without the folders before it, short enough for any disk."""
    path = PurePosixPath(_STRANGE.sub("_", said.replace("\\", "/").rpartition("/")[2]))
    return path.stem[:_LONGEST_NAME] + path.suffix[:_LONGEST_NAME]

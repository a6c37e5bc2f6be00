"""Files that are sent with a command, and the forms they come in: no more is read than is taken."""

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import PurePath
from typing import Any, Final, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message, Receive

from domain.documents.document import LARGEST, MEGABYTE

LARGEST_FORM: Final = MEGABYTE
"""Bytes of a form without a file; none comes near."""
READ_TO_THE_END: Final = 3 * LARGEST
"""Bytes of a form with a file. What is larger than a document may be is read and passed over up to here,
because a browser does not listen to the answer before it has sent everything."""


@dataclass(frozen=True)
class SentFile:
    """A file that was sent. Its name may tell of whom it is, so only the ending is kept."""

    content: bytes = field(repr=False)
    """Empty if there is more of it than a document may hold."""
    size: int
    media_type: str = ""
    """What the sender says that it is; may be empty."""
    ending: str = ""
    """Of its name, in small letters and without the dot; may be empty."""

    @classmethod
    async def read(cls, upload: UploadFile) -> Self:
        """Read a file that was uploaded."""
        size = upload.size or 0
        media_type = (upload.content_type or "").partition(";")[0].strip().lower()
        ending = PurePath(upload.filename or "").suffix.removeprefix(".").lower()
        return cls(await upload.read() if size <= LARGEST else b"", size, media_type, ending)

    @cached_property
    def told(self) -> str:
        """What tells this file from any other, without what it holds."""
        return f"{sha256(self.content).hexdigest()} {self.size} {self.media_type} {self.ending}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        told = core_schema.plain_serializer_function_ser_schema(lambda file: file.told)
        return core_schema.is_instance_schema(cls, serialization=told)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "format": "binary"}


async def sent_form(request: Request, *, with_file: bool) -> FormData:
    """Return what was sent, each file as a `SentFile`; one that was not chosen is left out.

    Raises HTTPException if it is too large or cannot be read.
    """
    most = READ_TO_THE_END if with_file else LARGEST_FORM
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > most:
        raise HTTPException(413)
    bounded = Request(request.scope, bounded_by(most, request.receive))
    async with bounded.form(max_files=int(with_file)) as form:
        return FormData([(name, await _read(value)) for name, value in form.multi_items() if _said(value)])


async def _read(value: Any) -> Any:
    return await SentFile.read(value) if isinstance(value, UploadFile) else value


def _said(value: Any) -> bool:
    """Tell whether something was answered: where no file was chosen, one without a name is sent."""
    return not isinstance(value, UploadFile) or bool(value.filename)


def bounded_by(most: int, receive: Receive) -> Receive:
    """Return what hands a body over, and raises HTTPException as soon as there is more than `most` of it."""
    read = 0

    async def bounded() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > most:
            raise HTTPException(413)
        return message

    return bounded

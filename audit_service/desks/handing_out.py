"""Handing out what is kept or printed: which file an answer is, and the note of who took which list along."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Generic, TypeVar
from urllib.parse import quote

import structlog
from fastapi import Request
from pydantic import BaseModel
from starlette.responses import Response, StreamingResponse

from audit_service.desks.listing import back_to_list, narrowed_by
from audit_service.identity.identity import Identity
from audit_service.reports.columns import ListColumn
from audit_service.reports.tables import MEDIA_TYPES, Kind, exported
from audit_service.web.translation import gettext

R = TypeVar("R")
F = TypeVar("F", bound=BaseModel)

log = structlog.stdlib.get_logger(__name__)


class _Counted(Generic[R]):
    """Counts the rows that pass."""

    def __init__(self, rows: Iterable[R]) -> None:
        self.rows = rows
        self.number = 0
        self.ended = False

    def __iter__(self) -> Iterator[R]:
        for row in self.rows:
            self.number += 1
            yield row
        self.ended = True


class Handout(Generic[R]):
    """A list that can be taken along as a file."""

    def __init__(self, name: str, title: str, columns: Sequence[ListColumn[R]]) -> None:
        """`name`: what its file and the log call it; `title`: its heading, a message to translate."""
        self.name, self.title, self.columns = name, title, columns

    def answer(self, reader: Identity | None, rows: Iterable[R], kind: Kind, on: date) -> StreamingResponse:
        """Return the answer that holds the rows; the reader is None where everyone may read it.

        Raises what the rows raise before the first of them.
        """
        counted = _Counted(rows)
        pieces = exported(self.columns, counted, kind, title=gettext(self.title))
        first = next(pieces)
        return StreamingResponse(
            self._noted(chain([first], pieces), counted, kind, reader),
            media_type=MEDIA_TYPES[kind],
            headers={"Content-Disposition": as_file(f"{self.name}-{on}.{kind}")},
        )

    def asked_by(
        self,
        request: Request,
        model: type[F],
        reader: Identity | None,
        rows: Callable[[F], Iterable[R]],
        kind: Kind,
        on: date,
    ) -> Response:
        """Return the answer that holds the rows the address asks for; one with mistakes leads to the list."""
        wanted = narrowed_by(request, model).command()
        return back_to_list(request) if wanted is None else self.answer(reader, rows(wanted), kind, on)

    def _noted(
        self, pieces: Iterable[bytes], counted: _Counted[R], kind: Kind, reader: Identity | None
    ) -> Iterator[bytes]:
        """Pass the pieces on; note at the end who took how many rows along, and whether all of them."""
        try:
            yield from pieces
        finally:
            log.info(
                "list exported",
                list=self.name,
                kind=kind,
                rows=counted.number,
                whole=counted.ended,
                by=reader.login if reader else "",
            )


def as_file(name: str) -> str:
    """Return the header by which a browser keeps the answer as a file of this name."""
    return f"attachment; filename*=UTF-8''{quote(name)}"

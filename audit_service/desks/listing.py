"""Lists as their address narrows them: the rows that are asked for, and where the other pages are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar
from urllib.parse import urlencode

from fastapi import Request
from pydantic import BaseModel
from starlette.datastructures import FormData, ImmutableMultiDict
from starlette.responses import RedirectResponse

from audit_service.web.addresses import address
from audit_service.web.forms import Form

F = TypeVar("F", bound=BaseModel)
R = TypeVar("R")

AT_ONCE = 1000
"""Rows that are read at a time where all of them are asked for."""


class Listing(Generic[F, R]):
    """What a page with a list shows."""

    def __init__(self, at: str, form: Form[F]) -> None:
        """`at`: path of the page; `form`: what its rows are narrowed by."""
        self.at, self.form = at, form
        self.wanted = form.command()
        """None where there are mistakes in the form, which shows them."""
        self.rows: Sequence[R] = ()
        self.following = ""
        """Address of the next page; empty on the last."""
        self.previous = ""
        """Address of the first page; empty where this is it."""

    @property
    def status(self) -> int:
        """Status of the answer."""
        return 200 if self.wanted else 422

    @property
    def query(self) -> str:
        """What the rows are narrowed by, as it stands in an address."""
        return urlencode(self._said)

    @property
    def _said(self) -> dict[str, Any]:
        return {name: value for name, value in self.form.answers.items() if value}

    def show(self, rows: Sequence[R], begins: str, here: object, following: object) -> None:
        """Show these rows. `begins` names what tells in the address where a page begins.

        `here` is what it tells of this page, empty on the first; `following` of the next, None on the last.
        """
        self.rows = rows
        self.previous = address(self.at, self._said) if here else ""
        self.following = address(self.at, {**self._said, begins: following}) if following else ""


class _Page(Protocol):
    """A page of a list."""

    @property
    def next(self) -> object:
        """Where the next page begins; None on the last."""


P = TypeVar("P", bound=_Page)


def every_row(
    read: Callable[[Any], P], rows: Callable[[P], Sequence[R]], first: object = None
) -> Iterator[R]:
    """Yield the rows of all pages of a list. `read` returns the page that begins at a place in it."""
    page = read(first)
    yield from rows(page)
    while page.next is not None:
        page = read(page.next)
        yield from rows(page)


def narrowed_by(request: Request, model: type[F], *, usually: Mapping[str, str] | None = None) -> Form[F]:
    """Return what the address narrows its list by; `usually` if the address says nothing."""
    given: ImmutableMultiDict[str, Any] = request.query_params or FormData(usually or {})
    return Form.read(model, FormData(given.multi_items()))


def back_to_list(request: Request) -> RedirectResponse:
    """Lead from the file of a list to its page, which says what is wrong with what it is narrowed by."""
    return RedirectResponse(f"{request.url.path.rpartition('.')[0]}?{request.url.query}", status_code=303)

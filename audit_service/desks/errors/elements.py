"""What can be in error, as this office calls it: by the catalogues it published, else as they are shipped."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from audit_service.store.errors import StoreUnavailable
from audit_service.store.record import Record
from domain.errors.catalogue import FIRST, Element, ErrorCatalogue
from domain.identities import CATALOGUE_ID

OLD = 5.0
"""Seconds after which the catalogue is looked up again: names are read at every turn, and seldom change."""


class Elements:
    """The elements that were ever published here, each as it is called now."""

    def __init__(self) -> None:
        self._record: Record | None = None
        self._known: dict[str, Element] = {}
        self._read_at = -OLD

    @contextmanager
    def read_from(self, record: Record) -> Iterator[None]:
        """Take the names from the catalogues in this record for as long as the block lasts."""
        before = self._record
        self._turn_to(record)
        try:
            yield
        finally:
            self._turn_to(before)

    def known(self) -> dict[str, Element]:
        """Return the elements by code, those that are shipped among them. While unreachable: as last read."""
        if self._record is not None and monotonic() - self._read_at >= OLD:
            self._read(self._record)
        return SHIPPED | self._known

    def _turn_to(self, record: Record | None) -> None:
        self._record, self._known, self._read_at = record, {}, -OLD

    def _read(self, record: Record) -> None:
        try:
            catalogue = record.find(ErrorCatalogue, CATALOGUE_ID)
        except StoreUnavailable:
            return
        editions = catalogue.published if catalogue else ()
        self._known = {element.code: element for edition in editions for element in edition.elements}
        self._read_at = monotonic()


SHIPPED = {element.code: element for element in FIRST}
ELEMENTS = Elements()
"""Those of the office that this process has opened."""

"""The rules of tolerance that this office ever published, for the names of what they list."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from audit_service.store.errors import StoreUnavailable
from audit_service.store.record import Record
from domain.identities import TOLERANCE_RULES_ID
from domain.tolerance.lists import Negative, Situation
from domain.tolerance.rules import SAMPLE, Edition, ToleranceRules
from domain.tolerance.six_factors import Factor, Rating

OLD = 5.0
"""Seconds after which the rules are looked up again: names are read at every turn, and seldom change."""


class Editions:
    """The rules, the sample among them. What has one code in several is called as the latest calls it."""

    def __init__(self) -> None:
        self._record: Record | None = None
        self._known: tuple[Edition, ...] = (SAMPLE,)
        self._read_at = -OLD

    @contextmanager
    def read_from(self, record: Record) -> Iterator[None]:
        """Take the rules from this record for as long as the block lasts."""
        before = self._record
        self._turn_to(record)
        try:
            yield
        finally:
            self._turn_to(before)

    def known(self) -> tuple[Edition, ...]:
        """Return the rules in the order they were published. While unreachable: as last read."""
        if self._record is not None and monotonic() - self._read_at >= OLD:
            self._read(self._record)
        return self._known

    def factors(self) -> dict[str, Factor]:
        """Return what errors are looked at by, by code."""
        return {each.code: each for edition in self.known() for each in edition.factors}

    def ratings(self) -> dict[str, Rating]:
        """Return every rating of any factor, by code."""
        every = (factor for edition in self.known() for factor in edition.factors)
        return {each.code: each for factor in every for each in factor.ratings}

    def situations(self) -> dict[str, Situation]:
        """Return what may be tolerated, by code."""
        return {each.code: each for edition in self.known() for each in edition.situations}

    def entries(self) -> dict[str, Situation | Negative]:
        """Return what may be tolerated and what never is, by code."""
        known = self.known()
        situations = {each.code: each for edition in known for each in edition.situations}
        return situations | {each.code: each for edition in known for each in edition.negatives}

    def _turn_to(self, record: Record | None) -> None:
        self._record, self._known, self._read_at = record, (SAMPLE,), -OLD

    def _read(self, record: Record) -> None:
        try:
            rules = record.find(ToleranceRules, TOLERANCE_RULES_ID)
        except StoreUnavailable:
            return
        self._known = (SAMPLE, *(rules.published if rules else ()))
        self._read_at = monotonic()


EDITIONS = Editions()
"""Those of the office that this process has opened."""

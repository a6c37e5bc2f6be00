"""An import: files that an official had taken over into the record, and what came of it."""

from dataclasses import dataclass
from typing import Self

from domain.identities import import_id
from domain.imports.refusals import (
    AlreadyAnnounced,
    AlreadyTakenBack,
    NotCarriedOut,
    NothingToImport,
    UnknownPurpose,
)
from domain.kernel import Act, Aggregate, Event

ANNOUNCED, CARRIED_OUT, TAKING_BACK, TAKEN_BACK = "announced", "carried_out", "taking_back", "taken_back"

STATES = {
    ANNOUNCED: "Under way",
    CARRIED_OUT: "Carried out",
    TAKING_BACK: "Being taken back",
    TAKEN_BACK: "Taken back",
}
"""Titles by state of an import; messages to translate."""

PURPOSES = {
    "correction": "To correct what was rejected",
    "check": "To check what was read and repaired",
    "question": "To answer a question about a row",
}
"""What rows may be opened for; messages to translate."""


@dataclass(frozen=True, kw_only=True)
class ImportedFile:
    """A file as it was sent in."""

    name: str
    content_hash: str
    """SHA-256 of what it holds, in hexadecimal."""
    kinds: str
    """Codes of the registers in it, parted by blanks."""
    rows: int


@dataclass(frozen=True, kw_only=True)
class FileCounts:
    """What became of the rows of a file."""

    accepted: int
    duplicate: int
    rejected: int


@dataclass(frozen=True, kw_only=True)
class KeptEntry:
    """An entry that stayed on record when its import was taken back."""

    number: str
    """Of the entry, or of what was built on it; the place in the record where neither has one."""
    built_on: str
    """Topic of what happened to it, or to what refers to it."""
    position: int
    """Of that in the record."""


class Import(Aggregate):
    """Files taken over together: who had it done, what was in them, what became of their rows.

    Everything that it recorded carries its identity as correlation.
    """

    TOPIC = "import"

    number: str = ""
    areas: tuple[str, ...] = ()
    files: tuple[ImportedFile, ...] = ()
    state: str = ""
    kept: tuple[KeptEntry, ...] = ()

    class Announced(Event):
        """An official had files taken over into the record."""

        TOPIC = "import.announced"

        number: str
        files: tuple[ImportedFile, ...]
        areas: tuple[str, ...]
        """Of the rows without fault."""

        def apply(self, imported: "Import") -> None:
            imported.number, imported.files, imported.areas = self.number, self.files, self.areas
            imported.state = ANNOUNCED

    class CarriedOut(Event):
        """Every row of the files was taken over, found on record already, or rejected."""

        TOPIC = "import.carried_out"

        counts: tuple[FileCounts, ...]
        """One a file, in their order."""

        def apply(self, imported: "Import") -> None:
            imported.state = CARRIED_OUT

    class TakingBackOrdered(Event):
        """An official had the import taken back as a whole, as nothing had been built on it."""

        TOPIC = "import.taking_back_ordered"

        def apply(self, imported: "Import") -> None:
            imported.state = TAKING_BACK

    class TakenBack(Event):
        """All that the import had brought on record was taken back."""

        TOPIC = "import.taken_back"

        withdrawn: int
        """Entries that were taken back."""
        left: int
        """Entries that somebody went on with before it was their turn, and that stay on record."""
        kept: tuple[KeptEntry, ...] = ()
        """The first of those that stay, each with what was built on it."""

        def apply(self, imported: "Import") -> None:
            imported.state, imported.kept = TAKEN_BACK, self.kept

    class RowsOpened(Event):
        """An official opened what became of each row, for a purpose."""

        TOPIC = "import.rows_opened"

        purpose: str

    @classmethod
    def announce(
        cls,
        number: str,
        files: tuple[ImportedFile, ...],
        areas: tuple[str, ...],
        act: Act,
        *,
        opened: Self | None = None,
    ) -> Self:
        """Begin to take files over. Raises NothingToImport, AlreadyAnnounced.

        `opened`: the import whose rows were opened before that.
        """
        if not files:
            raise NothingToImport
        imported = opened or cls.blank(import_id(number))
        if imported.is_announced:
            raise AlreadyAnnounced
        imported.trigger(cls.Announced, act, number=number, files=files, areas=areas)
        return imported

    def carry_out(self, counts: tuple[FileCounts, ...], act: Act) -> None:
        """Say what became of all rows. Raises AlreadyAnnounced if that was said before."""
        if self.state != ANNOUNCED:
            raise AlreadyAnnounced
        self.trigger(self.CarriedOut, act, counts=counts)

    @property
    def is_announced(self) -> bool:
        """Whether it was asked for; before that, nothing is on record but who opened its rows."""
        return self.state != ""

    def open_rows(self, act: Act, *, purpose: str) -> None:
        """Record that the official opens what became of each row. Raises UnknownPurpose."""
        if purpose not in PURPOSES:
            raise UnknownPurpose(purpose=purpose)
        self.trigger(self.RowsOpened, act, purpose=purpose)

    @property
    def is_taken_back(self) -> bool:
        """Whether it was taken back, or is being."""
        return self.state in {TAKING_BACK, TAKEN_BACK}

    def check_taking_back(self) -> None:
        """Raises NotCarriedOut, AlreadyTakenBack."""
        if self.state == ANNOUNCED:
            raise NotCarriedOut
        if self.state != CARRIED_OUT:
            raise AlreadyTakenBack

    def order_taking_back(self, act: Act) -> None:
        """Have it taken back. Raises NotCarriedOut, AlreadyTakenBack."""
        self.check_taking_back()
        self.trigger(self.TakingBackOrdered, act)

    def take_back(self, withdrawn: int, left: int, act: Act, kept: tuple[KeptEntry, ...] = ()) -> None:
        """Say that all but what was kept is taken back. Raises AlreadyTakenBack if it was said before."""
        if self.state != TAKING_BACK:
            raise AlreadyTakenBack
        self.trigger(self.TakenBack, act, withdrawn=withdrawn, left=left, kept=kept)

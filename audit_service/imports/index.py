"""Where each row of a report stands, and what it may be looked for by. It names nobody.

Each column is a piece of its own: while it is written, none but one is in memory twice, and who reads
needs not have all of them.
"""

import pickle
from array import array
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from uuid import UUID

from audit_service.imports.blocks import Blocks
from audit_service.ledgers.headings import Part
from audit_service.ledgers.outcomes import Judged, Outcome
from audit_service.ledgers.reading import Fault
from audit_service.ledgers.registers import REGISTERS
from audit_service.store.vault import Vault
from domain.identities import household_id

OUTCOMES = tuple(Outcome)
_REGISTERS = {register.code: register for register in REGISTERS}
_NOWHERE = (1 << 32) - 1
_NOBODY = 0
_NUMBER, _BITS = "I", "Q"
"""Kinds of columns, as arrays know them."""
_HEAD, _BLOCKS, _PLACES, _OUTCOMES, _REASONS, _PEOPLE, _HOMES = range(7)
"""Pieces, in the order they are written in."""


class Index:
    """What is known of the rows of a report that is being written."""

    def __init__(self, parts: Sequence[Part], size: int) -> None:
        self._parts, self._size = parts, size
        self._codes: list[str] = []
        nowhere, nothing = array(_NUMBER, [_NOWHERE]) * size, array(_BITS, [0]) * size
        self._blocks, self._places = nowhere, nowhere[:]
        self._outcomes = bytearray(size)
        self._reasons, self._people, self._homes = nothing, nothing[:], nothing[:]

    def note(self, block: int, some: Sequence[Judged], vault: Vault) -> None:
        """Note the rows that stand in a block, in their order."""
        for at, judged in enumerate(some):
            place = judged.row.place
            self._people[place], self._homes[place] = _about(judged, vault)
            self._blocks[place], self._places[place] = block, at
            self._outcomes[place] = OUTCOMES.index(judged.outcome)
            self._reasons[place] = self._mask(judged.faults) if judged.faults else 0

    def write(self, pieces: Blocks) -> None:
        """Write what was noted, instead of what was written before."""
        parts = [(part.register.code, part.sheet, part.headings, part.places) for part in self._parts]
        pieces.begin_anew()
        pieces.append(pickle.dumps((parts, self._codes, self._size), pickle.HIGHEST_PROTOCOL))
        columns = self._blocks, self._places, self._outcomes, self._reasons, self._people, self._homes
        for column in columns:
            pieces.append(bytes(column))

    def _mask(self, faults: Iterable[Fault]) -> int:
        return sum(1 << self._code(code) for code in {fault.code for fault in faults})

    def _code(self, code: str) -> int:
        if code not in self._codes:
            self._codes.append(code)
        return self._codes.index(code)


class WrittenIndex:
    """What is known of the rows of a report that was written."""

    def __init__(self, pieces: Blocks) -> None:
        """Raises KeyDestroyed, NotGenuine, StoreUnavailable, OSError."""
        self._pieces = pieces
        parts, codes, size = pickle.loads(pieces[_HEAD])  # noqa: S301 - sealed, so by us alone
        self.parts = [
            Part(_REGISTERS[code], sheet, headings, places) for code, sheet, headings, places in parts
        ]
        self.codes: list[str] = codes
        """Why rows were rejected."""
        self.size: int = size
        """How many rows there are."""

    @cached_property
    def blocks(self) -> "array[int]":
        """In which block each row stands."""
        return array(_NUMBER, self._pieces[_BLOCKS])

    @cached_property
    def places(self) -> "array[int]":
        """At which place of its block each row stands."""
        return array(_NUMBER, self._pieces[_PLACES])

    @cached_property
    def outcomes(self) -> bytes:
        """The places of their outcomes among all that there are."""
        return self._pieces[_OUTCOMES]

    @cached_property
    def reasons(self) -> "array[int]":
        """A bit for each of the codes why a row was rejected."""
        return array(_BITS, self._pieces[_REASONS])

    def near(self, people: Collection[UUID]) -> set[int]:
        """Return the places of rows about these people, and about who is in a household with one of them."""
        told = set(map(_told, people))
        about, homes = array(_BITS, self._pieces[_PEOPLE]), array(_BITS, self._pieces[_HOMES])
        among = {place for place, who in enumerate(about) if who in told}
        theirs = {homes[place] for place in among} - {_NOBODY}
        return among | {place for place, home in enumerate(homes) if home in theirs}


def _about(judged: Judged, vault: Vault) -> tuple[int, int]:
    """Return what tells whom and which household a row is about from others, also where it is rejected.

    It is 0 where nobody knows whom it is about, and where it is about no household.
    """
    values = judged.row.values
    person = judged.person
    if person is None and values["id_number"]:
        person = vault.person_identity(values["id_number"])
    home = values.get("household")
    return _told(person) if person else _NOBODY, _told(household_id(home)) if home else _NOBODY


def _told(identity: UUID) -> int:
    return identity.int >> 64

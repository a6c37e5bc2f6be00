"""What is known of how people can be reached: enough to tell what was told before from what is new."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final
from uuid import UUID

from domain.kernel import Event
from domain.needy.person import Person

SIZE: Final = 4
"""Bytes of a token that are remembered: those of one person are few, so that this many tell them apart."""
_PARTED: Final = bytes(SIZE)


class Contacts:
    """Telephone numbers and addresses that people were ever told to have, by their keyed tokens."""

    def __init__(self) -> None:
        self._told: dict[UUID, bytes] = {}

    def learn(self, person: UUID, told: Iterable[Sequence[str]]) -> None:
        """Take in the tokens of each time that somebody told it; who is known already stays as they are."""
        self._told.setdefault(person, _PARTED.join(map(_short, told)))

    def is_told(self, person: UUID, part: Sequence[str]) -> bool:
        """Say whether these tokens, of a number or of an address, were all told at one time."""
        wanted = set(_each(_short(part)))
        return any(wanted <= some for some in self._times(person))

    def add(self, person: UUID, tokens: Sequence[str]) -> None:
        """Remember what was told now."""
        known = self._told.get(person)
        self._told[person] = known + _PARTED + _short(tokens) if known else _short(tokens)

    def told_of(self, person: UUID) -> bytes | None:
        """Return everything that was told of a person, for `tell`; None if nothing is known."""
        return self._told.get(person)

    def tell(self, person: UUID, told: bytes) -> None:
        """Take in everything that was told of a person."""
        self._told[person] = told

    def _times(self, person: UUID) -> Iterator[set[bytes]]:
        parts = groupby(_each(self._told.get(person, b"")), _PARTED.__ne__)
        return (set(some) for told, some in parts if told)


def told_in(events: Sequence[Event]) -> list[tuple[str, ...]]:
    """Return the tokens of each time that a person was told to be reached, unless it was taken back."""
    told = {
        event.position: event.contact_tokens
        for event in events
        if isinstance(event, (Person.Registered, Person.ContactTold, Person.TokensRenewed))
    }
    for event in events:
        if isinstance(event, Person.ContactWithdrawn):
            told.pop(event.told_at, None)
    return [tokens for tokens in told.values() if tokens]


def _short(tokens: Sequence[str]) -> bytes:
    return b"".join(bytes.fromhex(token[: 2 * SIZE]) for token in tokens)


def _each(told: bytes) -> list[bytes]:
    return [told[at : at + SIZE] for at in range(0, len(told), SIZE)]

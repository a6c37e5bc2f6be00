"""What the views keep sealed about people, opened: that of their own entry, and of those merged into it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Row

from audit_service.desks.needy.terms import Told
from audit_service.office import Office
from projections import needy_lists


class _Kept(NamedTuple):
    """What is kept of somebody, sealed; of several, that comes first which counts."""

    names: list[str]
    id_number: str
    document_number: str
    phones: list[str]
    addresses: list[str]

    def texts(self) -> Iterator[str]:
        yield from (*self.names, self.id_number, self.document_number, *self.phones, *self.addresses)


def told_of(
    office: Office,
    views: Connection,
    rows: Mapping[UUID, Row[Any]],
    merged: Sequence[Row[Any]],
) -> dict[UUID, Told]:
    """Return what is told of these people; of those whose data was erased, nothing."""
    kept = _kept(views, rows, merged)
    sealed = list({text for some in kept.values() for text in some.texts() if text})
    opened = dict(zip(sealed, office.vault.open_many(sealed), strict=True))

    def told(texts: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(filter(None, map(opened.get, texts))))

    return {
        person: Told(
            told(some.names),
            opened.get(some.id_number) or "",
            opened.get(some.document_number) or "",
            phones=told(some.phones),
            addresses=told(some.addresses),
        )
        for person, some in kept.items()
        if opened[some.names[0]] is not None
    }


def _kept(views: Connection, rows: Mapping[UUID, Row[Any]], merged: Sequence[Row[Any]]) -> dict[UUID, _Kept]:
    entry_of = {row.person: row.entry for row in merged}
    everyone: Collection[UUID] = [*rows, *entry_of]
    contacts = [*needy_lists.contacts_of(views, everyone), *rows.values(), *merged]
    contacts.sort(key=attrgetter("position"), reverse=True)
    kept = {
        person: _Kept([row.name], row.id_number, row.document_number, [], []) for person, row in rows.items()
    }
    for row in (*merged, *needy_lists.other_names_of(views, everyone)):
        kept[entry_of.get(row.person, row.person)].names.append(row.name)
    for row in contacts:
        some = kept[entry_of.get(row.person, row.person)]
        some.phones.append(row.phone)
        some.addresses.append(row.address)
    return kept

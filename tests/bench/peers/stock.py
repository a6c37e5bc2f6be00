"""The stock library with the same aggregates and rules: its application, transcoder, recorders, repository.

Durable like ours: on SQLite the library sets `journal_mode=WAL` and leaves `synchronous` at SQLite's
own FULL; on PostgreSQL `synchronous_commit` is on. Personal text is stored in the clear, and there is
no sign-in, no idempotency, no receipt: what it does not do costs it nothing here.
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.persistence import JSONTranscoder, Transcoding
from psycopg.conninfo import conninfo_to_dict

from domain.cases.entitlement import Difference, EntitledPeriod, Line, Uplift
from domain.standards.living_standard import UpliftRate

TOGETHER = 5
"""Families written at once: the library hangs for ever in a large save on PostgreSQL."""


class DateAsISO(Transcoding):
    """Dates, which the library's transcoder does not know."""

    type = date
    name = "date_iso"

    def encode(self, obj: date) -> str:
        return obj.isoformat()

    def decode(self, data: str) -> date:
        return date.fromisoformat(data)


class ValueAsDict(Transcoding):
    """A frozen dataclass within an event."""

    def __init__(self, kind: type) -> None:
        self.type = kind
        self.name = kind.__name__

    def encode(self, obj: Any) -> dict[str, Any]:
        return {field.name: getattr(obj, field.name) for field in fields(obj)}

    def decode(self, data: dict[str, Any]) -> Any:
        return self.type(**data)


class StockOffice(Application[UUID]):
    """The stock application over the aggregates of this service."""

    def register_transcodings(self, transcoder: JSONTranscoder) -> None:
        """Teach the transcoder the types that our events hold."""
        super().register_transcodings(transcoder)
        transcoder.register(DateAsISO())
        for kind in (Difference, EntitledPeriod, Line, Uplift, UpliftRate):
            transcoder.register(ValueAsDict(kind))


def environment(store: str) -> Mapping[str, str]:
    """Return the library's settings for a store: a path for SQLite, an address for PostgreSQL."""
    if "://" not in store:
        return {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": store}
    address = conninfo_to_dict(store)
    return {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": str(address["dbname"]),
        "POSTGRES_HOST": str(address["host"]),
        "POSTGRES_PORT": str(address.get("port", 5432)),
        "POSTGRES_USER": str(address["user"]),
        "POSTGRES_PASSWORD": str(address.get("password", "")),
    }

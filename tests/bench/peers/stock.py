"""The stock library with the same aggregates and rules: its application, transcoder, recorders, repository.

Durable like ours: on SQLite the library sets `journal_mode=WAL` and leaves `synchronous` at SQLite's
own FULL; on PostgreSQL `synchronous_commit` is on. Personal text is stored in the clear, and there is
no sign-in, no idempotency, no receipt: what it does not do costs it nothing here.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.persistence import JSONTranscoder, Transcoding


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
        return dict(vars(obj))

    def decode(self, data: dict[str, Any]) -> Any:
        return self.type(**data)


class StockOffice(Application[UUID]):
    """The stock application over the aggregates of this service."""

    def register_transcodings(self, transcoder: JSONTranscoder) -> None:
        """Teach the transcoder the types that our events hold."""
        super().register_transcodings(transcoder)
        transcoder.register(DateAsISO())


def environment(store: str) -> Mapping[str, str]:
    """Return the library's settings for a store: a path for SQLite, an address for PostgreSQL."""
    if "://" not in store:
        return {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": store}
    address = urlsplit(store)
    return {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": address.path.removeprefix("/"),
        "POSTGRES_HOST": address.hostname or "",
        "POSTGRES_PORT": str(address.port or 5432),
        "POSTGRES_USER": address.username or "",
        "POSTGRES_PASSWORD": address.password or "",
    }

"""What is asked for: a command as it came through one of the doors."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_bytes
from uuid import UUID

from audit_service.desks.carrying import Entry
from audit_service.desks.command import Command
from audit_service.identity.identity import Identity


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A command as it came through one of the doors."""

    entry: Entry
    command: Command
    parameters: Mapping[str, str]
    """Path parameters by name."""
    identity: Identity
    key: str | None = None
    """Idempotency key: the same key and the same request are carried out once."""
    expected: int | None = None
    """Version that the official decided on, from If-Match."""
    seen: int = 0
    """Position of the record that the official had before them; 0 if not known."""

    own_key: bytes | None = field(init=False)
    """The key as the record keeps it: two officials may use the same key."""
    request: bytes = field(init=False)
    """What tells this request from another with the same key."""
    correlation: UUID = field(init=False)
    """What groups the events of this command; the same when it is sent again under its key."""

    def __post_init__(self) -> None:
        """Work out at once what every decision needs."""
        where = self.entry.at.format_map(self.parameters)
        request = sha256(f"{where}\n{self.command.model_dump_json()}".encode()).digest()
        key = None if self.key is None else self.identity.official.bytes + self.key.encode()
        correlation = UUID(bytes=sha256((key or token_bytes()) + request).digest()[:16])
        for name, value in (("own_key", key), ("request", request), ("correlation", correlation)):
            object.__setattr__(self, name, value)

"""What the sending process is told, and what it answers."""

import msgspec


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """How requests are sent.

    Closed (`rate` is None): every connection sends its next request when the answer to the last has come.
    Open: requests are due at `rate` a second whatever the server does, and each is measured from
    the moment it was due, so that a server that stalls is charged for everyone who had to wait.
    """

    port: int
    requests: str
    """File of prepared requests, each sent once and in order."""
    first: int = 0
    """How many of them earlier runs have sent."""
    connections: int
    seconds: float
    rate: float | None = None
    lead: float = 0.0
    """Seconds at the beginning that are not measured."""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What was measured. Times are milliseconds."""

    used: int
    """Requests sent, measured or not."""
    answers: int
    seconds: float
    p50: float
    p99: float
    worst: float
    failed: int
    """Answers other than 2xx and 3xx, and connections that broke."""
    complaint: str
    """The first answer that failed, as it came."""

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.answers / self.seconds

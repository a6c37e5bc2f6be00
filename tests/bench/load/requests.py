"""Requests, written out before the clock starts so that sending one costs nothing but sending it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec


def request(method: str, path: str, *, headers: Mapping[str, str] | None = None, body: bytes = b"") -> bytes:
    """Return one HTTP/1.1 request as it goes over the wire."""
    lines = [f"{method} {path} HTTP/1.1", "host: 127.0.0.1"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if body:
        lines += ["content-type: application/json", f"content-length: {len(body)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def keep(requests: Iterable[bytes], path: Path) -> None:
    """Write the requests to a file that the sending process reads."""
    path.write_bytes(msgspec.msgpack.encode(list(requests)))


def kept(path: Path) -> list[bytes]:
    """Return the requests that `keep` wrote."""
    return msgspec.msgpack.decode(path.read_bytes(), type=list[bytes])

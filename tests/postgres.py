"""A wire to PostgreSQL that can be cut, at the worst moment or at any."""

import socket
from contextlib import suppress
from pathlib import Path
from select import select
from shutil import rmtree
from tempfile import mkdtemp
from threading import Thread

from psycopg.conninfo import conninfo_to_dict

SOCKET = ".s.PGSQL.5432"


class Wire:
    """Stands between a program and the server, on a socket of its own."""

    def __init__(self, address: str) -> None:
        given = conninfo_to_dict(address)
        self._server = str(Path(str(given["host"])) / SOCKET)
        self._folder = mkdtemp(prefix="wire")
        self.address = f"postgresql:///{given['dbname']}?user={given['user']}&host={self._folder}"
        """Where the server is reached over this wire."""
        self.cut_before: bytes | None = None
        """The wire is cut, once, before something with these bytes reaches the server."""
        self.cut_after: bytes | None = None
        """The wire is cut, once, when the server has answered something with these bytes."""
        self._open: set[socket.socket] = set()
        self.mend()

    def cut(self) -> None:
        """Cut the wire: what is open breaks, and nobody gets through."""
        self._listening.close()
        Path(self._folder, SOCKET).unlink()
        for end in tuple(self._open):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """Let through whoever comes."""
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(Path(self._folder, SOCKET)))
        self._listening.listen()
        Thread(target=self._accept, args=(self._listening,), daemon=True).start()

    def close(self) -> None:
        """Cut the wire for good."""
        self.cut()
        rmtree(self._folder)

    def _accept(self, listening: socket.socket) -> None:
        while True:
            try:
                select([listening], [], [])
                client = listening.accept()[0]
            except (OSError, ValueError):
                return
            Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        with client, socket.socket(socket.AF_UNIX) as server, suppress(OSError):
            server.connect(self._server)
            self._open |= {client, server}
            while self._passed_on(client, server):
                pass
            self._open -= {client, server}

    def _passed_on(self, client: socket.socket, server: socket.socket) -> bool:
        """Carry what comes next; false when the wire is cut."""
        (source, *_), *_ = select([client, server], [], [])
        data = source.recv(1 << 16)
        if source is client and self.cut_before and self.cut_before in data:
            self.cut_before = None
            return False
        (server if source is client else client).sendall(data)
        if source is client and self.cut_after and self.cut_after in data:
            self.cut_after = None
            server.recv(1 << 16)
            return False
        return bool(data)

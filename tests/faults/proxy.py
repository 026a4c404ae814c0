"""A piece of network between the site and its database that behaves badly on demand."""

import contextlib
import select
import socket
import threading
import time

from tests.ports import free_port

PASS, LATE, SILENT, REFUSE = "pass", "late", "silent", "refuse"


class Proxy:
    """Listens on `port` and passes to the server; `late` holds each packet for `delay` seconds, `silent` takes
    everything and gives nothing (a black hole that acknowledges), `refuse` takes no new connection."""

    def __init__(self, to: int) -> None:
        self.to, self.port, self.mode, self.delay = to, free_port(), PASS, 0.0
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._closed = False
        self._listener = self._listen()
        threading.Thread(target=self._accept, daemon=True).start()

    def _listen(self) -> socket.socket:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        listener.listen(64)
        return listener

    def behave(self, mode: str, delay: float = 0.0) -> None:
        self.mode, self.delay = mode, delay

    def cut(self) -> None:
        """End every connection there is."""
        pairs, self._pairs = self._pairs, []
        for pair in pairs:
            for end in pair:
                _end(end)

    def close(self) -> None:
        self._closed = True
        self._listener.close()
        self.cut()

    def _accept(self) -> None:
        while not self._closed:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            if self.mode == REFUSE:
                near.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                near.close()
                continue
            far = socket.create_connection(("127.0.0.1", self.to))
            self._pairs.append((near, far))
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(one, other), daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        try:
            while not self._closed:
                if not select.select([one], [], [], 0.2)[0]:
                    continue
                piece = one.recv(65_536)
                if not piece:
                    break
                while self.mode == SILENT and not self._closed:
                    time.sleep(0.05)
                if self.mode == LATE:
                    time.sleep(self.delay)
                other.sendall(piece)
        except (OSError, ValueError):
            pass
        for end in (one, other):
            _end(end)


def _end(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()

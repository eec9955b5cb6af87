"""The line to the fake: HTTP on 127.0.0.1, which breaks and hangs where it shall."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from typing import Protocol, assert_never

import pytest

from tests.adapters.github.fake.replies import Cut, Hang, Outcome, Reply
from tests.adapters.github.fake.server import Arrival

HERE = "127.0.0.1"
AT_ONCE = struct.pack("ii", 1, 0)
"""Closing a socket that lingers for no time resets the line."""


class Answering(Protocol):
    """What can stand at the other end."""

    base: str
    complaints: list[str]

    def answer(self, arrival: Arrival) -> Outcome: ...


@contextmanager
def served(fake: Answering) -> Iterator[str]:
    """Serve the fake, give its address, and hold it to GitHub's description at the end."""

    class Handler(_Handler):
        github: Answering = fake

    with _Server((HERE, 0), Handler) as server:
        fake.base = f"http://{HERE}:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield fake.base
        finally:
            server.shutdown()
            thread.join()
    assert fake.complaints == []


@contextmanager
def served_here(fake: Answering, name: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Serve the fake as a workflow of the repository `name` finds it: by its variables, with the bot's token."""
    with served(fake) as address:
        monkeypatch.setenv("GITHUB_API_URL", address)
        monkeypatch.setenv("GITHUB_TOKEN", "the-bots")
        monkeypatch.setenv("GITHUB_REPOSITORY", name)
        yield address


class _Server(ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    github: Answering

    def reply(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(length).decode()
        outcome = self.github.answer(Arrival(self.command, self.path, dict(self.headers), body))
        match outcome:
            case Reply():
                self._send(outcome)
            case Hang():
                self.connection.recv(1)
                self.close_connection = True
            case Cut():
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
                self.close_connection = True
            case _:
                assert_never(outcome)

    def _send(self, reply: Reply) -> None:
        content = reply.text.encode()
        self.send_response(reply.status)
        for name, value in {"Content-Type": "application/json", **reply.headers}.items():
            self.send_header(name, value)
        if reply.status != 204:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


for _verb in ("GET", "POST", "PATCH", "PUT", "DELETE"):
    setattr(_Handler, f"do_{_verb}", _Handler.reply)

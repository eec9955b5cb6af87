"""Targets that do what no target may, to prove that the watch sees it."""

import ctypes
import os
import sys

_hoard: list[bytearray] = []


def answer(path: str, content: bytes) -> str:
    """Do what is right."""
    return f"{path}: {content.decode()}"


def segfault(_: str, __: bytes) -> None:
    """Read where there is no memory."""
    ctypes.string_at(0)


def endless(_: str, __: bytes) -> None:
    """Never end."""
    while True:
        pass


def endless_in_c(_: str, __: bytes) -> None:
    """Never come back to Python, where a handler of signals would run."""
    sum(range(10**15))


def asleep(_: str, __: bytes) -> None:
    """Wait for somebody to write, as a named pipe makes a reader do."""
    reader, _writer = os.pipe()
    os.read(reader, 1)


def hog(_: str, __: bytes) -> None:
    """Take more memory than there may be."""
    while True:
        _hoard.append(bytearray(64 * 1024 * 1024))


def uncaught(_: str, content: bytes) -> None:
    """Raise what nobody expects."""
    content.decode("ascii")


def leaving(_: str, __: bytes) -> None:
    """Ask Python to end."""
    sys.exit(0)


def gone(_: str, __: bytes) -> None:
    """End without a word."""
    os._exit(3)


def talking(_: str, __: bytes) -> str:
    """Print where the answers go."""
    os.write(1, b"hello")
    return "said"

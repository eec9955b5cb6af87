"""Somebody with no special rights: to root no file is closed, so root lays that right down for a while."""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager

_VERSION = 0x20080522
_DAC_OVERRIDE, _DAC_READ_SEARCH = 1 << 1, 1 << 2


@contextmanager
def without_privileges() -> Iterator[None]:
    """Run a block as somebody to whom files can be closed; who is not root is that already."""
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_VERSION, 0)
    before = (ctypes.c_uint32 * 6)()
    assert libc.capget(header, before) == 0
    effective, *others = before
    less = effective & ~(_DAC_OVERRIDE | _DAC_READ_SEARCH)
    assert libc.capset(header, (ctypes.c_uint32 * 6)(less, *others)) == 0
    try:
        yield
    finally:
        assert libc.capset(header, before) == 0

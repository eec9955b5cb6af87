"""Python's search for garbage that refers to itself, held back while all that is made stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep Python from looking for garbage among records and modules that all stay: it takes a third of the time.

    Freezing and thawing count all that is there as old, so that the first look afterwards is a short one.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.unfreeze()
            gc.enable()

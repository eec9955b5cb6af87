"""A fair and repeatable way to choose between equals: numbers drawn from ids, never from order."""

import hashlib
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

_BITS = 64
_BYTES = 8


def digests(ids: Iterable[str]) -> NDArray[np.uint64]:
    """The first 64 bits of the SHA-256 of each id."""
    found = (hashlib.sha256(one.encode()).digest()[:_BYTES] for one in ids)
    return np.array([int.from_bytes(digest, "big") for digest in found], dtype=np.uint64)


def ties(mentees: NDArray[np.uint64], mentors: NDArray[np.uint64], bits: int) -> NDArray[np.int64]:
    """A number below 2**bits for each pair, from the digests of its two ids.

    The digests are mixed by the finaliser of SplitMix64 (Steele, Lea and Flood 2014), which is
    fast enough for every pair; arithmetic wraps around at 64 bits on purpose.
    """
    mixed = mentees * np.uint64(0x9E3779B97F4A7C15) + mentors
    mixed ^= mixed >> np.uint64(30)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return ((mixed >> np.uint64(1)) >> np.uint64(_BITS - 1 - bits)).astype(np.int64)

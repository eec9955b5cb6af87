"""Whole numbers side by side, one a stage, compared as words in a dictionary: the first difference decides."""

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.seats import Whole

_HIGHEST = np.iinfo(np.int64).max


def least(vectors: Whole) -> Whole:
    """Find where along the first axis the least vector stands; the first of equals."""
    left = np.ones(vectors.shape[:-1], dtype=np.bool_)
    for digit in np.moveaxis(vectors, -1, 0):
        left &= digit == np.where(left, digit, _HIGHEST).min(axis=0)
    return np.asarray(left.argmax(axis=0), dtype=np.int64)


def is_less(one: Whole, other: Whole) -> NDArray[np.bool_]:
    """Tell for each pair of vectors whether the first is less."""
    less = np.zeros(one.shape[:-1], dtype=np.bool_)
    equal = ~less
    for left, right in zip(np.moveaxis(one, -1, 0), np.moveaxis(other, -1, 0), strict=True):
        less |= equal & (left < right)
        equal &= left == right
    return less

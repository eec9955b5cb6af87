"""How near texts come to each other: by words and pieces of words, rare ones more than common ones.

The weights are TF-IDF (Spärck Jones 1972): how often a text has a word, by its logarithm, times how
few texts have it, by its logarithm. A text is a vector of one length, however long it is. All of its
numbers are whole and small, so that sums of products stay below 2**24 and float32 holds them exactly:
the same nearness on every machine, for one pair and for millions at once.
"""

import math
import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.matching.function_words import FUNCTION_WORDS

LENGTH = 1000
"""The length of every text's vector."""
SAME = LENGTH**2
"""The nearness of a text to itself, but for rounding and for what nobody else says."""
PIECE = 4
"""Pieces of words have four letters, counting a space before and after the word."""

_WORD, _PIECE = 3, 1
_STEPS = 4
_MOST_TIMES = 64
_TIMES = np.array(
    [0, *(round(_STEPS * (1 + math.log2(times))) for times in range(1, _MOST_TIMES + 1))]
)
_TEXTS_AT_ONCE = 4096
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that set no spaces between words: Thai and its neighbours, Japanese, Chinese."""
_BETWEEN = (
    r"\s!-\"$-*,-/:-@\[-`{-~\u00a1\u00ab\u00b7\u00bb\u00bf\u060c\u061b\u061f\u0964"
    r"\u2000-\u200b\u200e-\u206f\u3000-\u3020\u30fb\uff00-\uff0f"
)
_TOKEN = re.compile(f"[{_UNSPACED}]+|[^{_BETWEEN}{_UNSPACED}#+][^{_BETWEEN}{_UNSPACED}]*")
_ADDRESS = re.compile(r"\w+://\S+|\S+@\S+")
_RUN = re.compile(f"[{_UNSPACED}]")

Vector = tuple[NDArray[np.int64], NDArray[np.int64]]
"""The columns in which a text has something, and how much."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What many texts taught about words: how much each word and each piece of one tells.

    `pieces` gives a word's number and those of its pieces, `weights` and `columns` go by that number;
    what no two texts share, or what tells least, has the column -1.
    """

    pieces: Mapping[str, NDArray[np.int64]]
    weights: NDArray[np.int64]
    columns: NDArray[np.int64]
    width: int

    def vector(self, text: str) -> Vector:
        """Weigh a text; a text without words has nothing in any column."""
        return self.weighed([words(text)])[0]

    def weighed(self, texts: Sequence[Sequence[str]]) -> tuple[Vector, ...]:
        """Weigh the words of each text."""
        starts = range(0, len(texts), _TEXTS_AT_ONCE)
        parts = (self._weighed(texts[start : start + _TEXTS_AT_ONCE]) for start in starts)
        return tuple(chain.from_iterable(parts))

    def _weighed(self, texts: Sequence[Sequence[str]]) -> Iterator[Vector]:
        """Weigh texts together: one sort for all of them."""
        known = [[self.pieces[word] for word in said if word in self.pieces] for said in texts]
        owners = np.repeat(np.arange(len(known)), [sum(map(len, pieces)) for pieces in known])
        numbers = np.concatenate([np.empty(0, dtype=np.int64), *chain.from_iterable(known)])
        features, times = np.unique(owners * self.weights.size + numbers, return_counts=True)
        owners, features = np.divmod(features, self.weights.size)
        weighed = self.weights[features] * _TIMES[np.minimum(times, _MOST_TIMES)]
        squares = np.bincount(owners, weighed**2, len(known))
        length = np.maximum(np.sqrt(squares).astype(np.int64), 1)[owners]
        amounts = (2 * LENGTH * weighed + length) // (2 * length)
        kept = self.columns[features] >= 0
        columns, amounts = self.columns[features[kept]], amounts[kept]
        first = np.searchsorted(owners[kept], np.arange(1, len(known)))
        return zip(np.split(columns, first), np.split(amounts, first), strict=True)

    def matrix(self, vectors: Sequence[Vector]) -> NDArray[np.float32]:
        """Lay out texts as rows."""
        rows = np.zeros((len(vectors), self.width), dtype=np.float32)
        for row, (columns, amounts) in zip(rows, vectors, strict=True):
            row[columns] = amounts
        return rows

    def shared_words(self, text: str, other: str) -> tuple[str, ...]:
        """List what both texts speak of, as the first one writes it, the most telling first."""
        theirs = set(words(other))
        found = {
            stretch.casefold(): stretch
            for token in tokens(text)
            for stretch in _stretches(token, theirs)
        }
        return tuple(sorted(found.values(), key=lambda one: (-self.telling(one), one)))

    def telling(self, stretch: str) -> int:
        """Look up how much the most telling word of a stretch tells."""
        numbers = [self.pieces[word][0] for word in words(stretch) if word in self.pieces]
        return int(self.weights[numbers].max(initial=0))


def nearness(one: Vector, other: Vector) -> int:
    """Multiply two vectors, 0 to SAME."""
    _, mine, theirs = np.intersect1d(one[0], other[0], assume_unique=True, return_indices=True)
    return int(one[1][mine] @ other[1][theirs])


def texts_of(texts: Iterable[str], *, most_columns: int) -> Texts:
    """Learn from texts how much each word tells, keeping at most so many columns."""
    names: dict[str, int] = {}
    pieces: dict[str, tuple[int, ...]] = {}
    features = array("q")
    count = 0
    for text in texts:
        said = set(words(text))
        for word in said:
            if word not in pieces:
                pieces[word] = tuple(names.setdefault(one, len(names)) for one in _pieces(word))
        features.extend({number for word in said for number in pieces[word]})
        count += 1
    seen = np.bincount(np.array(features, dtype=np.int64), minlength=len(names))
    weights = _weights(names, seen, count)
    columns = _columns(names, np.where(seen > 1, seen * weights, 0), most_columns)
    numbers = {word: np.array(own, dtype=np.int64) for word, own in pieces.items()}
    return Texts(numbers, weights, columns, int(columns.max(initial=-1)) + 1)


def words(text: str) -> list[str]:
    """Split a text into words, casefolded; where no spaces are set, into overlapping twos of signs."""
    return [*chain.from_iterable(map(_words_in, _all_tokens(text)))]


def tokens(text: str) -> list[str]:
    """Give the words of a text as they are written, without those that every text has."""
    return [token for token in _all_tokens(text) if _words_in(token)]


def _all_tokens(text: str) -> Sequence[str]:
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    if "@" in plain or "://" in plain:
        plain = _ADDRESS.sub(" ", plain)
    return _TOKEN.findall(plain)


@lru_cache(maxsize=2**16)
def _words_in(token: str) -> Sequence[str]:
    """Give the words of a token; none if it has no letters, or every text has it."""
    folded = token.casefold()
    if folded in FUNCTION_WORDS or not any(map(str.isalpha, token)):
        return ()
    return _words_of(folded)


def _words_of(token: str) -> Sequence[str]:
    if token.isascii() or len(token) == 1 or not _RUN.match(token):
        return (token,)
    return tuple(token[at : at + 2] for at in range(len(token) - 1))


def _pieces(word: str) -> Iterator[str]:
    """Give a word, marked as one, and its pieces; twos of signs are words and pieces in one."""
    yield f"={word}"
    if len(word) >= PIECE and not _RUN.match(word):
        whole = f" {word} "
        yield from dict.fromkeys(whole[at : at + PIECE] for at in range(len(whole) - PIECE + 1))


def _stretches(token: str, theirs: set[str]) -> Iterator[str]:
    """Find what of a token the others say too: all of it, or the longest runs of unspaced signs."""
    parts = [part.casefold() in theirs for part in _words_of(token)]
    if len(parts) == 1:
        yield from [token] * parts[0]
        return
    start = None
    for at, shared in enumerate([*parts, False]):
        if shared and start is None:
            start = at
        elif not shared and start is not None:
            yield token[start : at + 1]
            start = None


def _weights(names: Mapping[str, int], seen: NDArray[np.int64], texts: int) -> NDArray[np.int64]:
    """Weigh by how few texts have a word or piece; two more are thought of, so that three people can share a word."""
    rarity = [
        0,
        *(round(_STEPS * math.log2((texts + 2) / many)) for many in range(1, texts + 1)),
    ]
    kinds = np.array([_WORD if name[0] == "=" else _PIECE for name in names], dtype=np.int64)
    return np.array(rarity, dtype=np.int64)[seen] * kinds


def _columns(
    names: Mapping[str, int], use: NDArray[np.int64], most_columns: int
) -> NDArray[np.int64]:
    """Give columns to what can be shared, the most useful first where there is not room for all."""
    useful = [(-int(use[number]), name, number) for name, number in names.items() if use[number]]
    kept = [number for _, _, number in sorted(useful)[:most_columns]]
    columns = np.full(len(names), -1, dtype=np.int64)
    columns[kept] = np.arange(len(kept))
    return columns

"""What the site hands to whoever builds it: finished pages as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from zlib import compress, decompress


@dataclass(frozen=True, slots=True, kw_only=True)
class TocEntry:
    """A heading of a page that can be linked to; levels count from 2."""

    id: str
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file beside the pages; `place` is its path from the site's root."""

    place: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page, complete but for the shell around it.

    `path` is relative to the site and ends in `/`; the home page's is empty. `title` and
    `description` are plain text: escape them.
    """

    path: str
    title: str
    description: str
    packed: bytes
    toc: tuple[TocEntry, ...] = ()
    search_text: str = ""

    @property
    def html(self) -> str:
        """The content, with links relative to the path."""
        return _unpacked(self.packed)


def packed(html: str) -> bytes:
    """Make content small: the pages of ten thousand people are in memory at once."""
    return compress(html.encode(), level=1)


@lru_cache(maxsize=1)
def _unpacked(html: bytes) -> str:
    return decompress(html).decode()

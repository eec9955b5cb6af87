"""What the site hands to whoever builds it: finished pages as plain values."""

from __future__ import annotations

from dataclasses import dataclass


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

    `path` is relative to the site and ends in `/`; the home page's is empty. `html` is the content
    with links relative to that path. `title` and `description` are plain text: escape them.
    """

    path: str
    title: str
    description: str
    html: str
    toc: tuple[TocEntry, ...] = ()
    search_text: str = ""

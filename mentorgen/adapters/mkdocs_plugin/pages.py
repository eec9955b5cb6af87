"""Finished pages in the form that MkDocs takes, and the files that carry them."""

from collections.abc import Iterator
from html import escape
from itertools import accumulate
from json import dumps

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mentorgen.output.site.builder import Site
from mentorgen.output.site.folders import ASSETS, ASSETS_PATH
from mentorgen.output.site.page import Page

SEARCH_BYTES = 600
"""So long may a page's entry in the search be at most: browsers load the entries of all pages at once."""


class ProgramPage(MkDocsPage):
    """A finished page: MkDocs puts the theme's shell around it and nothing else."""

    def __init__(
        self, page: Page, file: File, config: MkDocsConfig, label: str | None = None
    ) -> None:
        self.finished = page
        self._changed: str | None = None
        super().__init__(escape(label or page.title), file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Give the theme what it prints in the head, escaped, since it does not escape itself."""
        self.markdown = ""
        self.meta = {
            "title": escape(self.finished.title),
            "description": escape(self.finished.description),
            "hide": ["navigation", "toc", "footer"],
            "search": {"exclude": True},
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hand over the headings; the HTML is unpacked when somebody looks at it."""
        self.toc = TableOfContents(
            [AnchorLink(escape(entry.title), entry.id, entry.level) for entry in self.finished.toc]
        )

    @property
    def content(self) -> str:
        """The finished HTML, unless another plugin made something else of it."""
        return self.finished.html if self._changed is None else self._changed

    @content.setter
    def content(self, html: str | None) -> None:
        self._changed = None if html is None or html == self.finished.html else html

    @property
    def search_entry(self) -> dict[str, str]:
        """One short entry for the whole page, instead of one for each of its headings."""
        entry = {"location": self.url, "title": escape(self.finished.title)}
        room = SEARCH_BYTES - len(dumps({**entry, "text": ""}))
        return {**entry, "text": escape(_within(self.finished.search_text, room))}


def _within(text: str, room: int) -> str:
    """As many words as take no more bytes than there is room for, as Material writes them."""
    if _length(text) <= room:
        return text
    fitting = sum(length <= room for length in accumulate(map(_length, text)))
    return text[:fitting].rpartition(" ")[0] or text[:fitting]


def _length(text: str) -> int:
    return len(dumps(escape(text))) - len('""')


def site_files(site: Site, config: MkDocsConfig) -> Iterator[File]:
    """Give every page, every training module and every file that belongs to a site."""
    labels = dict(_labels(config.nav))
    for page in site.pages:
        place = f"{page.path}index.md"
        shown = InclusionLevel.INCLUDED if place in labels else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, place, content="", inclusion=shown)
        ProgramPage(page, file, config, labels.get(place))
        yield file
    for text in site.texts:
        shown = InclusionLevel.NOT_IN_NAV
        yield File.generated(config, text.place, content=text.markdown, inclusion=shown)
    for one in site.files:
        yield File.generated(config, one.place, content=one.text.encode())
    for asset in sorted(ASSETS.rglob("*")):
        if asset.is_file():
            place = f"{ASSETS_PATH}/{asset.relative_to(ASSETS).as_posix()}"
            yield File.generated(config, place, abs_src_path=str(asset))


def _labels(nav: object) -> Iterator[tuple[str, str]]:
    """Give the words of the navigation for each file that it names."""
    for item in nav if isinstance(nav, list) else [nav]:
        if isinstance(item, dict):
            for label, inner in item.items():
                if isinstance(inner, str):
                    yield inner, label
                else:
                    yield from _labels(inner)

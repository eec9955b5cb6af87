"""Looking at a built site: its pages as a browser would parse them, and all its bytes."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

Attributes = dict[str, str]

_FRAMES = {"iframe", "object", "embed", "base", "frame", "applet"}
_RUNNING = ("javascript:", "vbscript:", "data:")
_DEPTH = re.compile(
    r'"base": *"[^"]*"|"search": *"[^"]*"|new URL\("[^"]*"|"translations": \{[^}]*\}'
)
_ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "srcset")


@dataclass
class Element:
    """One element; `text` is what stands in it before anything else begins or ends."""

    tag: str
    attributes: Attributes
    text: str = ""


@dataclass
class Document(HTMLParser):
    """A page as a list of its elements, in their order."""

    elements: list[Element] = field(default_factory=list)
    text: str = ""
    _open: Element | None = None

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(self._open)

    def handle_endtag(self, _: str) -> None:
        self._open = None

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._open:
            self._open.text += data

    def all(self, tag: str) -> list[Element]:
        """Give the elements of one kind."""
        return [element for element in self.elements if element.tag == tag]

    @property
    def addresses(self) -> Iterator[str]:
        """Give everything that the page could load or lead to."""
        for element in self.elements:
            yield from (
                element.attributes[name] for name in _ADDRESSES if name in element.attributes
            )


def parsed(html: str) -> Document:
    """Parse a page."""
    document = Document()
    document.feed(html)
    document.close()
    return document


def pages_of(site: Path) -> dict[str, Document]:
    """Parse every page of a site, by its path."""
    return {
        path.relative_to(site).as_posix(): parsed(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def scripts_of(document: Document) -> set[str]:
    """Give the scripts of a page without what differs by the depth of a page."""
    return {_DEPTH.sub("", element.text).strip() for element in document.all("script")}


def dangers(document: Document, own: set[str]) -> list[str]:
    """List what could run or load on a page although nobody but people wrote it; `own` are our scripts."""
    names = {name for element in document.elements for name in element.attributes}
    return [
        *({element.tag for element in document.elements} & _FRAMES),
        *(name for name in names if name.startswith("on")),
        *(scripts_of(document) - own),
        *(
            address
            for address in document.addresses
            if re.sub(r"\s", "", address).lower().startswith(_RUNNING)
        ),
    ]


def dead_links(site: Path, pages: Mapping[str, Document]) -> list[str]:
    """List links of pages that lead to no file of the site, except from the page for lost ones."""
    return [
        f"{page}: {address}"
        for page, document in pages.items()
        if page != "404.html"
        for address in document.addresses
        if not urlsplit(address).scheme and not _leads(site, page, address)
    ]


def _leads(site: Path, page: str, address: str) -> bool:
    target = urlsplit(urljoin(f"/{page}", address))
    file = site / unquote(target.path).removeprefix("/")
    return (file / "index.html").is_file() if target.path.endswith("/") else file.is_file()


def digest_of(site: Path) -> dict[str, str]:
    """Give a digest of every file."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }

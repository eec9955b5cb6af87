"""Pages that share a shell: the theme is rendered once for each kind of page, then only filled in.

A shell is the theme around a page that has marks where pages differ: title, description, name in the
address, headings, content. The first pages of each kind are rendered whole as well and compared: where
a theme says more about a page than the marks show, pages of that kind are rendered whole, always. So a
filled-in page has the bytes of a whole one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeAlias

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from mentorgen.adapters.mkdocs_plugin.pages import ProgramPage
from mentorgen.output.site.page import Page, TocEntry, packed

COMPARED = 2
"""So many pages of each kind are rendered whole, to see that filling in gives the same."""
_MARK = "mentorgen-mark"
_HEADING = "<h1"
"""Material adds a heading of its own to a page that has none."""
_OF_EVERY_PAGE = frozenset(
    {"page", "nav", "pages", "config", "base_url", "extra_css", "extra_javascript"}
    | {"mkdocs_version", "build_date_utc"}
)
"""What MkDocs itself tells the theme; anything else comes from other plugins."""

Context: TypeAlias = Mapping[str, Any]
Kind: TypeAlias = tuple[object, ...]

log = get_plugin_logger("mentorgen")


def spliced_template(environment: Environment, config: MkDocsConfig) -> Template:
    """Make what MkDocs takes for the template of pages that share a shell."""
    shells = _Shells(environment.get_template("main.html"), config)

    class Spliced(Template):
        def render(self, *args: Context, **kwargs: object) -> str:
            return shells.filled(dict(*args, **kwargs))

    return environment.from_string("", template_class=Spliced)


@dataclass(frozen=True, slots=True)
class _Shell:
    """The theme in pieces; between each two stands what a mark stands for."""

    pieces: tuple[str, ...]
    marks: tuple[str, ...]

    def around(self, page: MkDocsPage) -> str:
        values = _values(page)
        fillings = (*(values[mark] for mark in self.marks), "")
        return "".join(chain.from_iterable(zip(self.pieces, fillings, strict=True)))


@dataclass(slots=True)
class _Known:
    """A kind's shell, what other plugins said of its first page, and how many pages proved it."""

    shell: _Shell | None
    extras: Context
    compared: int = 0


@dataclass(slots=True)
class _Shells:
    theme: Template
    config: MkDocsConfig
    of_kind: dict[Kind, _Known] = field(default_factory=dict)

    def filled(self, context: Context) -> str:
        """Give the page with the theme around it."""
        page: MkDocsPage = context["page"]
        kind, extras = _kind(page), _extras(context)
        if kind not in self.of_kind:
            self.of_kind[kind] = _Known(self._cut(context), extras)
        known = self.of_kind[kind]
        if known.shell is None or known.extras != extras:
            return self.theme.render(context)
        filled = known.shell.around(page)
        return filled if known.compared == COMPARED else self._compared(known, filled, context)

    def _compared(self, known: _Known, filled: str, context: Context) -> str:
        whole = self.theme.render(context)
        known.compared += 1
        if whole != filled:
            known.shell = None
            _tell_slower(context)
        return whole

    def _cut(self, context: Context) -> _Shell | None:
        """Render the theme around marks and cut it there, unless it does more than print them."""
        marked = _marked(context["page"], self.config)
        marks = {value: mark for mark, value in _values(marked).items()}
        html = self.theme.render({**context, "page": marked})
        pieces = re.split(f"({'|'.join(map(re.escape, marks))})", html)
        if any(_MARK in piece.lower() for piece in pieces[::2]):
            _tell_slower(context)
            return None
        return _Shell(tuple(pieces[::2]), tuple(marks[value] for value in pieces[1::2]))


def _tell_slower(context: Context) -> None:
    log.info(
        "The theme says something else on each page like '%s': such pages share no shell and take"
        " longer.",
        context["page"].url,
    )


def _kind(page: MkDocsPage) -> Kind:
    """What pages have in common that share a shell."""
    folder, _, _ = page.url.rstrip("/").rpartition("/")
    levels = tuple(entry.level for entry in page.toc)
    return folder, levels, page.meta["description"] == "", _HEADING in (page.content or "")


def _extras(context: Context) -> Context:
    """What other plugins say of a page; a page of which they say something else is rendered whole."""
    page: MkDocsPage = context["page"]
    return {
        **{name: value for name, value in context.items() if name not in _OF_EVERY_PAGE},
        "page.meta": {**page.meta, "title": "", "description": ""},
        "page.edit_url": page.edit_url,
        "page.beside": (page.parent, page.previous_page, page.next_page),
    }


def _values(page: MkDocsPage) -> dict[str, str]:
    """What stands at each mark; the marks of headings count them."""
    _, _, name = page.url.rstrip("/").rpartition("/")
    values = {
        "name": name,
        "label": page.title or "",
        "title": page.meta["title"],
        "description": page.meta["description"],
        "content": page.content or "",
    }
    for at, entry in enumerate(page.toc):
        values |= {f"anchor {at}": entry.id, f"heading {at}": entry.title}
    return {mark: value for mark, value in values.items() if value}


def _marked(page: MkDocsPage, config: MkDocsConfig) -> MkDocsPage:
    """A page of the same kind with a mark for every value; whoever changes one's signs is found out."""
    folder, _, _ = page.url.rstrip("/").rpartition("/")
    path = f"{folder}/{_MARK}.name./".removeprefix("/")
    file = File.generated(config, f"{path}index.md", content="", inclusion=page.file.inclusion)
    file.generated_by = page.file.generated_by
    heading = _HEADING if _HEADING in (page.content or "") else "<p"
    finished = Page(
        path=path,
        title=f"{_MARK}.title <&'\">",
        description=f"{_MARK}.description <&'\">" if page.meta["description"] else "",
        packed=packed(f"{heading}>{_MARK}.content &lt;&amp;"),
        toc=tuple(
            TocEntry(
                id=f"{_MARK}.anchor.{at}.", title=f"{_MARK}.heading.{at} <&'\">", level=entry.level
            )
            for at, entry in enumerate(page.toc)
        ),
    )
    marked = ProgramPage(finished, file, config, f"{_MARK}.label <&'\">")
    marked.read_source(config)
    marked.render(config, Files([]))
    marked.meta = {**page.meta, **{name: marked.meta[name] for name in ("title", "description")}}
    marked.active = True
    return marked

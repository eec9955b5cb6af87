"""Views in, pages out: the Jinja2 environment and what it may call."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, pass_context
from markupsafe import Markup

from mentorgen.output.site.arcs import arcs
from mentorgen.output.site.charts import glyph, picks, thread_worth, ticks
from mentorgen.output.site.cloth import bolt, pattern_id, progress, swatch, weaves
from mentorgen.output.site.fell import fell
from mentorgen.output.site.filters import filters, role_choices
from mentorgen.output.site.letters import MOST_CARDS, register
from mentorgen.output.site.links import href
from mentorgen.output.site.loom import loom
from mentorgen.output.site.page import Page, TocEntry, packed
from mentorgen.output.site.strips import glyph_worth, strip
from mentorgen.output.site.words import ENGLISH, Words

if TYPE_CHECKING:
    from jinja2.runtime import Context

    from mentorgen.output.site.views import PageView

MOST_EXPLAINED = 120
"""Of more pairs than these, each shows its strongest reason only: a page is to be read."""
_HEADING = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)


def render_page(view: PageView, *, path: str, words: Words = ENGLISH) -> Page:
    """The page of a view at a path of the site (`people/ana/`; the home page's is empty)."""
    html = environment_with(words).get_template(view.template).render(view=view, path=path)
    return Page(
        path=path,
        title=words.of(view.title),
        description=words.of(view.description),
        packed=packed(html),
        toc=_toc(html),
        search_text=words.of(view.search_text),
    )


@lru_cache(maxsize=8)
def environment_with(words: Words, *packages: str) -> Environment:
    """Make what templates are rendered with; those of other packages stand before the site's own."""
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(one) for one in (*packages, "mentorgen.output.site")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=words.shown,
    )
    environment.filters |= filters(words)
    environment.filters |= {"href": _href, "thread_worth": thread_worth, "glyph_worth": glyph_worth}
    environment.globals |= {
        "_": words.gettext,
        "forms": words.forms,
        "gettext": words.gettext,
        "ngettext": words.ngettext,
        "bolt": bolt,
        "fell": fell,
        "glyph": glyph,
        "pattern_id": pattern_id,
        "most_cards": MOST_CARDS,
        "most_explained": MOST_EXPLAINED,
        "picks": picks,
        "progress": progress,
        "strip": strip,
        "register": register,
        "role_choices": role_choices,
        "swatch": swatch,
        "ticks": ticks,
        "weaves": weaves,
        "west_to_east": arcs,
        "woven": loom,
    }
    return environment


@pass_context
def _href(context: Context, target: str) -> str:
    return href(target, path=context["path"])


def _toc(html: str) -> tuple[TocEntry, ...]:
    return tuple(
        TocEntry(id=id_, title=Markup(title).striptags(), level=int(level))  # noqa: S704
        for level, id_, title in _HEADING.findall(html)
    )

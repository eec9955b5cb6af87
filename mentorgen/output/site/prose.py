"""People's Markdown made safe: the only way in which their words become HTML.

cmark-gfm renders without raw HTML, then nh3 keeps an allow-list of tags. Either alone would do;
together a mistake in one of them is not a hole.
"""

from __future__ import annotations

import re

import cmarkgfm
import nh3
from markupsafe import Markup

TAGS = frozenset(
    {
        "p",
        "a",
        "em",
        "strong",
        "code",
        "pre",
        "ul",
        "ol",
        "li",
        "blockquote",
        "br",
        "h3",
        "h4",
        "h5",
    }
)
SCHEMES = frozenset({"http", "https", "mailto"})

_PAGE_HEADING = re.compile(r"<(/?)h[12]>")
_BARE_ADDRESS = re.compile(r"(?<!\]\()(?<!<)(?:https?|ftp)://|www\.|@", re.IGNORECASE)
_HAS_SCHEME = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)


class SafeHtml(Markup):
    """HTML that went through `safe_html`: templates print it as it is."""

    __slots__ = ()


def safe_html(markdown: str) -> SafeHtml:
    """People's Markdown as HTML that can neither run, load nor restyle anything.

    Images, classes, ids and links other than http, https and mailto are dropped; what looks like a
    template or a snippet stays text; headings begin at the third level, below the page's own. Linear in the length of the text.
    """
    html = _rendered(markdown)
    cleaned = nh3.clean(
        _PAGE_HEADING.sub(r"<\1h3>", html),
        tags=set(TAGS),
        attributes={"a": {"href"}, "*": set()},
        attribute_filter=_kept,
        url_schemes=set(SCHEMES),
        link_rel="noopener nofollow",
    )
    return SafeHtml(cleaned.strip())


def _rendered(markdown: str) -> str:
    """Render Markdown; bare addresses become links.

    The library never frees what it parsed with an extension, 30 KB a text: only texts with one pay.
    """
    if _BARE_ADDRESS.search(markdown):
        return str(cmarkgfm.markdown_to_html_with_extensions(markdown, extensions=["autolink"]))
    return str(cmarkgfm.markdown_to_html(markdown))


def _kept(_tag: str, attribute: str, value: str) -> str | None:
    """Drop links without a scheme: `//evil.example` leaves the site too (nh3 lets it pass)."""
    return value if attribute != "href" or _HAS_SCHEME.match(value) else None

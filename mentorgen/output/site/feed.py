"""News as an Atom feed (RFC 4287), whose entries keep their names for all time (RFC 4151).

No date in it comes from the clock. A name begins with the host of the site, or else of the repository;
where a program has neither, it is drawn from the program's name, as in its calendars. Addresses are whole
where the site knows its own; else they are relative to the feed, which RFC 4287 allows for links and for
nothing else. Why there are no news written by hand stands in docs/decisions/071-news.md.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mentorgen.output.calendars import uid_of
from mentorgen.output.site.links import href
from mentorgen.output.site.shell import NEWS_FEED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentorgen.model.settings import Settings
    from mentorgen.output.site.views import NewsView
    from mentorgen.output.site.words import Words

MOST_ENTRIES = 50
ATOM = "http://www.w3.org/2005/Atom"
_FEED_DAY = date(2026, 1, 1)
"""The day in the feed's own name, and the one of a feed in which nothing stands."""
_NEWS_PAGE = "news/"
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed_text(settings: Settings, news: Sequence[NewsView], *, site_url: str, words: Words) -> str:
    """Write the newest news, which come newest first."""
    newest = news[:MOST_ENTRIES]
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": words.language})
    _text(feed, "id", name_of(settings, "news", _FEED_DAY, site_url=site_url))
    _text(feed, "title", settings.name)
    _text(feed, "updated", _moment(max((one.on for one in newest), default=_FEED_DAY)))
    _text(SubElement(feed, "author"), "name", settings.name)
    _link(feed, "self", urljoin(site_url, NEWS_FEED))
    _link(feed, "alternate", urljoin(site_url, _NEWS_PAGE))
    for one in newest:
        entry = SubElement(feed, "entry")
        _text(entry, "id", name_of(settings, one.id, one.since, site_url=site_url))
        _text(entry, "title", words.of(one.title))
        _text(entry, "published", _moment(one.since))
        _text(entry, "updated", _moment(one.on))
        _link(entry, "alternate", urljoin(site_url, href(one.target, path="")))
        _text(entry, "summary", words.of(one.text) or words.of(one.title))
    indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def name_of(settings: Settings, what: str, day: date, *, site_url: str) -> str:
    """Name something for all time: `tag:mentors.example.org,2026-03-02:rounds/2026-spring/starts`."""
    home = urlsplit(site_url or settings.repository or "")
    if home.hostname is None:
        return f"urn:uuid:{uid_of(settings, what)}"
    path = "" if site_url else f"{home.path.strip('/')}/"
    return f"tag:{home.hostname},{day}:{quote(f'{path}{what}')}"


def _moment(day: date) -> str:
    return f"{day}T00:00:00Z"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _written(text)


def _link(parent: Element, relation: str, address: str) -> None:
    SubElement(parent, "link", {"rel": relation, "href": _written(address)})


def _written(text: str) -> str:
    return _NOT_IN_XML.sub("", text)

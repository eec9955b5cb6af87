"""The news feed is valid Atom for a reader that knows nothing of us, inert, and the same for all time."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import pytest

from mentorgen.model.said import said
from mentorgen.output.site.feed import MOST_ENTRIES, feed_text, name_of
from mentorgen.output.site.views import NewsView
from mentorgen.output.site.words import ENGLISH, words_in
from tests.builders import TODAY, some_settings
from tests.output.site.about_views import some_news
from tests.programs.hostile import STRINGS

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://mentors.example.org/looms/"
REPOSITORY = "https://github.com/example-looms/mentors"
TAG = re.compile(
    r"tag:[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*"
    r",\d{4}-\d\d-\d\d:[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*"
)
"""A name as RFC 4151 spells it, with a host and a whole day."""
URN = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ONCE = ("id", "title", "updated")
IN_FEED = {*ONCE, "author", "link", "entry"}
IN_ENTRY = {*ONCE, "published", "link", "summary"}
PLAIN = {"id", "title", "updated", "published", "summary", "name"}


def text_of(news: Sequence[NewsView] = (), site_url: str = SITE, **over: object) -> str:
    return feed_text(some_settings(**over), news, site_url=site_url, words=ENGLISH)


def read(text: str) -> Element:
    """Read a feed as RFC 4287 asks, and find whatever it forbids."""
    assert text.startswith('<?xml version="1.0" encoding="utf-8"?>\n')
    feed = ET.fromstring(text.encode())  # our own
    assert feed.tag == f"{ATOM}feed"
    names = _children(feed)
    assert {*names} <= IN_FEED
    assert all(names.count(name) == 1 for name in (*ONCE, "author"))
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    entries = feed.findall(f"{ATOM}entry")
    for entry in entries:
        names = _children(entry)
        assert {*names} <= IN_ENTRY
        assert all(names.count(name) == 1 for name in (*ONCE, "published", "summary"))
        assert entry.findtext(f"{ATOM}summary")
        assert [one.get("rel") for one in entry.findall(f"{ATOM}link")] == ["alternate"]
    own = [feed.findtext(f"{ATOM}id"), *(one.findtext(f"{ATOM}id") for one in entries)]
    assert len({*own}) == len(own)
    for name in own:
        assert name
        assert TAG.fullmatch(name) or URN.fullmatch(name), name
    for element in feed.iter():
        _check(element)
    return feed


def _check(element: Element) -> None:
    name = element.tag.removeprefix(ATOM)
    if name in PLAIN:
        assert (len(element), element.attrib) == (0, {})
    if name in {"updated", "published"}:
        assert datetime.fromisoformat(element.text or "").tzinfo is not None
    if name == "link":
        assert urlsplit(element.get("href") or "").scheme in {"", "https"}


def _children(element: Element) -> list[str]:
    return [child.tag.removeprefix(ATOM) for child in element]


def links(feed: Element) -> list[str]:
    return [one.get("href") or "" for one in feed.iter(f"{ATOM}link")]


def test_a_feed_without_news_is_one_too() -> None:
    feed = read(text_of())

    assert feed.findtext(f"{ATOM}updated") == "2026-01-01T00:00:00Z"
    assert feed.findall(f"{ATOM}entry") == []


def test_an_entry_says_when_it_was_news_first_and_when_it_grew() -> None:
    grown = some_news(since=date(2026, 3, 1), on=date(2026, 3, 20), text="You can ask for Ana.")
    feed = read(text_of([grown, some_news(id="other", on=date(2026, 3, 4))]))
    entry = feed.find(f"{ATOM}entry")

    assert entry is not None
    assert entry.findtext(f"{ATOM}published") == "2026-03-01T00:00:00Z"
    assert entry.findtext(f"{ATOM}updated") == "2026-03-20T00:00:00Z"
    assert entry.findtext(f"{ATOM}summary") == "You can ask for Ana."
    assert feed.findtext(f"{ATOM}updated") == "2026-03-20T00:00:00Z"


@pytest.mark.parametrize(
    ("site_url", "over", "name"),
    [
        (SITE, {}, f"tag:mentors.example.org,{TODAY}:rounds/spring/starts"),
        (SITE, {"repository": REPOSITORY}, f"tag:mentors.example.org,{TODAY}:rounds/spring/starts"),
        (
            "",
            {"repository": f"{REPOSITORY}/"},
            f"tag:github.com,{TODAY}:example-looms/mentors/rounds/spring/starts",
        ),
        ("", {}, "urn:uuid:e896bab9-3f4c-50d7-99f1-a8407ed39152"),
    ],
)
def test_a_name_stays_for_all_time(site_url: str, over: dict[str, str], name: str) -> None:
    found = name_of(some_settings(**over), "rounds/spring/starts", TODAY, site_url=site_url)

    assert found == name


@pytest.mark.parametrize("site_url", ["", SITE])
@pytest.mark.parametrize("repository", [None, REPOSITORY])
def test_with_and_without_an_address_it_is_valid_and_leads_to_the_same_pages(
    site_url: str, repository: str | None
) -> None:
    call = some_news(id="call", target="https://calls.example.org/1")
    feed = read(text_of([some_news(), call], site_url, repository=repository))

    assert [urljoin(f"{SITE}news.xml", link) for link in links(feed)] == [
        f"{SITE}news.xml",
        f"{SITE}news/",
        f"{SITE}rounds/2026-spring/",
        "https://calls.example.org/1",
    ]
    assert all(link.startswith("https:") for link in links(feed)) is bool(site_url)


@pytest.mark.parametrize("hostile", [*STRINGS, "a\x00b\x0bc\ufffe\ud800", "]]>", "&amp;&#0;"])
def test_nobodys_text_is_more_than_text(hostile: str) -> None:
    news = some_news(id=f"thanks/{hostile[:5]!r}", title=hostile, text=hostile, target=hostile)

    feed = read(text_of([news], name=hostile.replace("\x00", "").encode(errors="ignore").decode()))

    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\ud800]", "", hostile)
    assert entry.findtext(f"{ATOM}summary") == kept


def test_it_is_said_in_the_programs_language() -> None:
    news = some_news(title=said("%(round)s has begun", round="Spring"))
    spanish = feed_text(some_settings(), [news], site_url=SITE, words=words_in("es"))

    assert read(spanish).get("{http://www.w3.org/XML/1998/namespace}lang") == "es"


def test_it_holds_the_newest_and_not_the_whole_past() -> None:
    news = [some_news(id=f"news/{number}") for number in range(MOST_ENTRIES + 3)]

    names = [one.findtext(f"{ATOM}id") for one in read(text_of(news)).findall(f"{ATOM}entry")]
    assert len(names) == MOST_ENTRIES
    assert str(names[0]).endswith("news/0")

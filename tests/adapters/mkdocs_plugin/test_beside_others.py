"""The plugin beside those of Material: tags, search and blog, in one site."""

import json

from tests.adapters.conftest import Mentorgen
from tests.conftest import MakeRepo
from tests.programs.sites import dead_links, pages_of
from tests.programs.trees import SITE, TODAY, Tree, three_people

OTHERS: Tree = {
    "mkdocs.yml": SITE["mkdocs.yml"].replace("  - search\n", "  - search\n  - tags\n  - blog\n"),
    "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
    "docs/advice.md": "---\ntags: [reading]\n---\n# Advice\n\nRead slowly.\n",
    "docs/blog/index.md": "# Letters\n",
    "docs/blog/posts/first.md": """\
---
date: 2026-03-01
tags: [reading]
---
# A first letter

We began on a Sunday.

<!-- more -->

The rest is long.
""",
}


def test_tags_search_and_blog_work_beside_it(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo({**SITE, **three_people(), **OTHERS})

    answer = mentorgen("build", "--root", root, "--today", TODAY)

    assert (answer.code, answer.err) == (0, "")
    pages = pages_of(root / "site")
    assert {"blog/2026/03/01/a-first-letter/index.html", "people/ana/index.html"} <= pages.keys()
    assert "A first letter" in pages["blog/index.html"].text
    assert "reading" in pages["advice/index.html"].text
    tagged = [link.attributes.get("href") for link in pages["tags/index.html"].all("a")]
    assert {"../advice/", "../blog/2026/03/01/a-first-letter/"} <= set(tagged)
    assert "Ana Rivers" in pages["people/ana/index.html"].all("h1")[0].text
    assert dead_links(root / "site", pages) == []
    entries = json.loads((root / "site/search/search_index.json").read_text())["docs"]
    places = [entry["location"] for entry in entries]
    assert places.count("people/ana/") == 1
    assert {"advice/", "blog/2026/03/01/a-first-letter/"} <= set(places)

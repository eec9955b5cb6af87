"""The plugin in real builds: every page is there, safe, and the same each time."""

import gzip
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from itertools import takewhile
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from mentorgen.adapters.cli.main import run
from tests.adapters.conftest import Mentorgen
from tests.calendar_reader import read_calendar
from tests.conftest import MakeRepo
from tests.programs.hostile import STRINGS, hostile
from tests.programs.sites import (
    Document,
    Element,
    dangers,
    dead_links,
    digest_of,
    pages_of,
    scripts_of,
)
from tests.programs.trees import PROGRAMS, SITE, TODAY, Tree, empty, many_people, three_people

BIN = Path(sys.executable).parent
EVERY_SITE = {
    "index.html",
    "404.html",
    "people/index.html",
    "matches/index.html",
    "training/index.html",
    "dashboard/index.html",
    "reports/index.html",
    "skills/index.html",
    "rounds/index.html",
    "handbook/participants/index.html",
    "me/index.html",
    "calendar/index.html",
    "take-part/index.html",
    "rules/index.html",
    "news/index.html",
    "privacy/index.html",
    "accessibility/index.html",
}
PAGES = {
    "empty": set(),
    "three people": {
        *(f"people/{slug}/index.html" for slug in ("ana", "ben", "cleo")),
        "pairs/2026-spring/ana-ben/index.html",
        *(f"skills/{skill}/index.html" for skill in ("testing", "writing")),
        "rounds/2026-spring/index.html",
        "reports/2026-spring/index.html",
        "training/mentees/asking/index.html",
    },
    "eight translators": {
        *(
            f"people/{slug}/index.html"
            for slug in ["ines", "ramon", "begona", "tomas", "nuria", "oscar", "lucia", "inigo"]
        ),
        "pairs/2026-primavera/mesa/index.html",
        "skills/traduccion/index.html",
        "rounds/2026-primavera/index.html",
        "reports/2026-primavera/index.html",
    },
    "a circle in Arabic": {
        *(f"people/{slug}/index.html" for slug in ("layla", "omar", "salma", "yusuf", "nour")),
        "pairs/circle/readers/index.html",
        "rounds/circle/index.html",
        "reports/circle/index.html",
    },
    "three hundred people": {
        *(f"people/person-{at:05}/index.html" for at in range(300)),
        *(f"skills/skill-{at}/index.html" for at in range(12)),
        "rounds/2026-spring/index.html",
    },
    "hostile": {
        *(f"people/{role}-{at}/index.html" for role in ("mentor", "mentee") for at in range(22)),
        *(f"pairs/spring/pair-{at}/index.html" for at in range(22)),
        *(f"skills/skill-{at}/index.html" for at in range(22)),
        "rounds/spring/index.html",
        "reports/spring/index.html",
    },
}
CALENDARS: Mapping[str, Mapping[str, int]] = {
    "empty": {},
    "three people": {"calendar.ics": 1},
    "eight translators": {},
    "a circle in Arabic": {},
    "three hundred people": {},
    "hostile": {
        "calendar.ics": 22,
        **{f"pairs/spring/pair-{at}/calendar.ics": 3 for at in range(22)},
        **{
            f"people/{role}-{at}/calendar.ics": 25
            for role in ("mentor", "mentee")
            for at in range(22)
        },
    },
}
"""Where a calendar lies, and how many entries it has."""

Site = Callable[[str], Path]
Pages = Callable[[str], Mapping[str, Document]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the site of one of the suite's programs, once."""
    trees = {**PROGRAMS, "three hundred people": many_people(300), "hostile": hostile()}
    built: dict[str, Path] = {}

    def of(name: str) -> Path:
        if name not in built:
            root = _lay_out(tmp_path_factory.mktemp("site"), trees[name])
            assert run(["build", "--preview", "--root", str(root), "--today", str(TODAY)]) == 0
            built[name] = root / "site"
        return built[name]

    return of


@pytest.fixture(scope="module")
def pages(site: Site) -> Pages:
    """Parse the site of one of the suite's programs, once."""
    return cache(lambda name: pages_of(site(name)))


@pytest.mark.parametrize("name", PAGES)
def test_a_strict_build_has_every_page(name: str, pages: Pages) -> None:
    assert pages(name).keys() == EVERY_SITE | PAGES[name]


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(name: str, site: Site, pages: Pages) -> None:
    assert dead_links(site(name), pages(name)) == []


@pytest.mark.parametrize("name", PAGES)
def test_every_calendar_beside_the_pages_is_read_back(name: str, site: Site) -> None:
    calendars = {
        path.relative_to(site(name)).as_posix(): len(read_calendar(path.read_bytes().decode()))
        for path in site(name).rglob("*.ics")
    }

    assert calendars == CALENDARS[name]


@pytest.mark.parametrize("name", PAGES)
def test_no_id_stands_twice_on_a_page(name: str, pages: Pages) -> None:
    twice = [
        (page, mark)
        for page, document in pages(name).items()
        for mark, times in Counter(
            element.attributes["id"] for element in document.elements if "id" in element.attributes
        ).items()
        if times > 1
    ]

    assert twice == []


@pytest.mark.parametrize("name", PAGES)
def test_nobodys_text_runs(name: str, pages: Pages) -> None:
    own = scripts_of(pages("empty")["index.html"])

    assert {page: found for page, one in pages(name).items() if (found := dangers(one, own))} == {}


@pytest.mark.parametrize("name", PAGES)
def test_no_page_loads_anything_from_elsewhere(name: str, pages: Pages) -> None:
    for page, document in pages(name).items():
        loaded = [
            element.attributes.get("src") or element.attributes.get("href", "")
            for element in document.elements
            if element.tag in {"script", "link", "img", "source", "video", "audio", "use", "image"}
        ]
        assert not [address for address in loaded if address.startswith(("http", "//"))], page


def test_titles_and_descriptions_are_what_was_written(pages: Pages) -> None:
    for number, text in enumerate(STRINGS):
        document = pages("hostile")[f"people/mentor-{number}/index.html"]
        (title, *_) = document.all("title")
        described = [
            one for one in document.all("meta") if one.attributes.get("name") == "description"
        ]
        assert title.text.startswith(f"{text} - ")
        assert [one.attributes["content"] for one in described] == [text]


@pytest.mark.parametrize("name", ["hostile", "a circle in Arabic"])
def test_the_search_index_holds_one_entry_a_page_and_text_only(name: str, site: Site) -> None:
    found = json.loads((site(name) / "search/search_index.json").read_text())["docs"]
    ours = [doc for doc in found if not doc["location"].startswith("handbook/")]

    assert Counter(doc["location"] for doc in ours) == Counter(
        page.removesuffix("index.html")
        for page in EVERY_SITE | PAGES[name]
        if page not in {"404.html", "handbook/participants/index.html"}
    )
    assert not [doc for doc in found if "<" in doc["title"] or "<script" in doc["text"]]
    assert not [doc for doc in ours if "<" in doc["text"] or '"' in doc["text"]]


def test_a_crowds_pages_are_small(site: Site) -> None:
    crowd = site("three hundred people")
    everybody = gzip.compress((crowd / "people/index.html").read_bytes())
    profiles = [page.stat().st_size for page in crowd.glob("people/*/index.html")]

    assert len(everybody) < 300_000 * 300 / 500
    assert len(profiles) == 300
    assert max(profiles) < 30_000


def test_what_organisers_wrote_at_the_same_address_stays(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(
        {
            **SITE,
            **three_people(),
            "docs/people/index.md": "# Our people\n",
            "docs/dashboard.md": "# Our figures\n",
            "docs/training/mentees/asking.md": "# Our way to ask\n",
            "docs/README.md": "# Our front page\n",
        }
    )

    assert mentorgen("build", "--root", root, "--today", TODAY).code == 0

    pages = pages_of(root / "site")
    for page, heading in {
        "people/index.html": "Our people",
        "dashboard/index.html": "Our figures",
        "training/mentees/asking/index.html": "Our way to ask",
        "index.html": "Our front page",
    }.items():
        assert pages[page].all("h1")[0].text.startswith(heading)
    assert "people/ana/index.html" in pages


def test_the_navigation_names_our_pages_in_the_organisers_words(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    navigation = """\
nav:
  - index.md
  - <People> & more: people/index.md
  - Together:
      - Who with whom: matches/index.md
      - handbook/participants.md
  - Elsewhere: https://looms.example.org/
"""
    root = make_repo({**SITE, **three_people(), "mkdocs.yml": f"{SITE['mkdocs.yml']}{navigation}"})

    answer = mentorgen("build", "--root", root, "--today", TODAY)

    assert (answer.code, answer.err) == (0, "")
    home = pages_of(root / "site")["index.html"]
    labels = [element.text.strip() for element in home.all("span") if element.text.strip()]
    assert {"<People> & more", "Who with whom"} <= set(labels)
    title, *_ = pages_of(root / "site")["people/index.html"].all("title")
    assert title.text == "People - Two Looms"


def test_pages_of_one_section_stand_in_a_row_on_each_of_them(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    navigation = """\
nav:
  - People: people/index.md
  - Together:
      - Who & whom: matches/index.md
      - When: rounds/index.md
      - More:
          - handbook/participants.md
"""
    root = make_repo({**SITE, **three_people(), "mkdocs.yml": f"{SITE['mkdocs.yml']}{navigation}"})
    assert mentorgen("build", "--root", root, "--today", TODAY).code == 0
    built = pages_of(root / "site")

    beside = {
        page: [
            (link.attributes["href"], link.text, link.attributes.get("aria-current"))
            for link in _inside(built[page], "beside")
        ]
        for page in ("matches/index.html", "people/index.html", "people/ana/index.html")
    }

    assert beside == {
        "matches/index.html": [
            ("./", "Who & whom", "page"),
            ("../rounds/", "When", None),
        ],
        "people/index.html": [],
        "people/ana/index.html": [],
    }


def test_an_address_that_leads_nowhere_leads_back(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo({**SITE, **three_people()})
    assert mentorgen("build", "--root", root, "--today", TODAY).code == 0

    lost = pages_of(root / "site")["404.html"]

    assert lost.all("h1")[0].text == "This page is not here"
    assert [link.attributes["href"] for link in lost.all("a") if link.text == "To the front page"]


def _inside(document: Document, name: str) -> list[Element]:
    """Give the links of the `nav` with a class."""
    at = [i for i, one in enumerate(document.elements) if one.attributes.get("class") == name]
    after = document.elements[at[0] + 1 :] if at else []
    return [
        one for one in takewhile(lambda one: one.tag in {"ul", "li", "a"}, after) if one.tag == "a"
    ]


def test_without_a_page_of_the_organisers_the_site_says_how_to_take_part(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    index = {"mkdocs.yml": SITE["mkdocs.yml"], "docs/notes.md": "# Notes\n"}
    with_repository = make_repo(
        {f"with/{path}": text for path, text in {**index, **three_people()}.items()}
    )
    without = make_repo({f"without/{path}": text for path, text in {**index, **empty()}.items()})

    for root in (with_repository / "with", without / "without"):
        assert mentorgen("build", "--root", root, "--today", TODAY).code == 0
        assert dead_links(root / "site", pages_of(root / "site")) == []
    texts = [
        [link.text for link in pages_of(root / "site")["index.html"].all("a") if "btn" in str(link)]
        for root in (with_repository / "with", without / "without")
    ]
    assert texts == [
        ["Find a mentor", "Join the program"],
        ["Find a mentor", "Join the program", "Everybody"],
    ]


def test_a_root_elsewhere_a_day_and_a_preview_can_stand_in_the_configuration(
    make_repo: MakeRepo,
) -> None:
    options = (
        "  - mentorgen:\n      root: ../data\n      today: '2026-04-01'\n      preview: true\n"
    )
    root = make_repo(
        {
            **{f"data/{path}": text for path, text in three_people().items()},
            **{f"web/{path}": text for path, text in SITE.items()},
            "web/mkdocs.yml": SITE["mkdocs.yml"].replace("  - mentorgen\n", options),
        }
    )
    config = load_config(str(root / "web/mkdocs.yml"), strict=True)

    build(config)

    pages = pages_of(root / "web/site")
    assert "Ana Rivers offers Testing" in pages["matches/index.html"].text
    assert "Week 5 of 26" in pages["index.html"].text


def test_a_site_may_do_without_search_and_without_a_navigation_of_ours(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(
        {**SITE, **empty(), "mkdocs.yml": SITE["mkdocs.yml"].replace("  - search\n", "")}
    )

    assert mentorgen("build", "--root", root, "--today", TODAY).code == 0
    assert "index.html" in pages_of(root / "site")


def test_mkdocs_and_mentorgen_write_the_same_bytes_wherever_they_run(
    make_repo: MakeRepo, mentorgen: Mentorgen, tmp_path: Path
) -> None:
    address = f"{SITE['mkdocs.yml']}site_url: https://looms.example.org/\n"
    root = make_repo({**SITE, **three_people(), "mkdocs.yml": address})
    assert mentorgen("build", "--root", root, "--today", TODAY, "--preview").code == 0
    expected = digest_of(root / "site")
    assert "sitemap.xml.gz" in expected
    again = _copied_backwards(root, tmp_path / "elsewhere")
    elsewhere = {
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "SOURCE_DATE_EPOCH": "86400",  # another day, for whoever asks MkDocs what day it is
        "MENTORGEN_TODAY": str(TODAY),
        "MENTORGEN_PREVIEW": "1",
    }

    for number, (command, variables) in enumerate(
        [
            ((BIN / "mkdocs", "build", "--strict", "-f", again / "mkdocs.yml"), elsewhere),
            (
                (BIN / "mentorgen", "build", "--root", root, "--preview", "--today", str(TODAY)),
                {**elsewhere, "TZ": "America/Lima", "PYTHONHASHSEED": "8"},
            ),
        ]
    ):
        site = tmp_path / f"site-{number}"
        _typed(*command, "--site-dir", site, cwd=tmp_path, variables=variables)
        assert digest_of(site) == expected


def _copied_backwards(root: Path, to: Path) -> Path:
    """Copy files in another order, with other times and for other eyes."""
    for file in sorted((path for path in root.rglob("*") if path.is_file()), reverse=True):
        copy = to / file.relative_to(root)
        if "site" not in copy.parts and ".git" not in copy.parts:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
            copy.chmod(0o600)
            os.utime(copy, (1_000_000, 1_000_000))
    return to


@pytest.mark.parametrize("address", ["", "site_url: https://looms.example.org/here/\n"])
def test_a_map_of_the_site_names_every_page_where_its_address_is_known(
    address: str, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo({**SITE, **three_people(), "mkdocs.yml": f"{SITE['mkdocs.yml']}{address}"})

    assert mentorgen("build", "--root", root, "--today", TODAY).code == 0

    sitemap = root / "site/sitemap.xml"  # the theme's script asks for it on every page
    named = re.findall(r"<loc>https://looms.example.org/here/(.*?)</loc>", sitemap.read_text())
    assert bool(named) == bool(address)
    if address:
        pages = {page.removesuffix("index.html") for page in pages_of(root / "site")}
        assert set(named) == pages - {"404.html"}
        assert set(re.findall("<lastmod>(.*?)</lastmod>", sitemap.read_text())) == {str(TODAY)}


def test_addresses_that_are_files_are_refused(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    files = f"{SITE['mkdocs.yml']}use_directory_urls: false\n"
    root = make_repo({**SITE, **empty(), "mkdocs.yml": files})

    answer = mentorgen("build", "--root", root, "--today", TODAY)

    assert answer.code == 1
    assert "use_directory_urls must be true" in answer.err


@pytest.mark.parametrize("word", ["loom", "織機の名前"])
def test_a_long_profile_has_a_short_entry_in_the_search(
    word: str, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    line = f"line: {' '.join([word] * 24)[:150]}\n"
    tree = dict(three_people())
    ana = "program/participants/ana.yaml"
    tree[ana] = tree[ana].replace("line: I read tests for breakfast.\n", line)
    skills = [f"craft-{number}" for number in range(40)]
    tree["program/skills.yaml"] += "".join(
        f"  - {{id: {skill}, label: The craft of {skill}}}\n" for skill in skills
    )
    tree[ana] = tree[ana].replace(
        "capacity:", "".join(f"  - skill: {skill}\n" for skill in skills) + "capacity:"
    )
    root = make_repo({**SITE, **tree})

    assert mentorgen("build", "--root", root, "--today", TODAY).code == 0

    entries = json.loads((root / "site/search/search_index.json").read_text())["docs"]
    entry = next(entry for entry in entries if entry["location"] == "people/ana/")
    assert 500 < len(json.dumps(entry)) <= 600
    assert entry["text"].startswith(word)


def _typed(*command: str | Path, cwd: Path, variables: Mapping[str, str]) -> None:
    subprocess.run(
        command, cwd=cwd, env={**os.environ, **variables}, check=True, capture_output=True
    )


def _lay_out(root: Path, tree: Tree) -> Path:
    for name, text in {**SITE, **tree}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_while_serving_a_mistake_leaves_the_last_good_pages_standing(
    make_repo: MakeRepo, caplog: pytest.LogCaptureFixture
) -> None:
    root = make_repo({**SITE, **three_people()})
    ana = root / "program/participants/ana.yaml"
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    ana.write_text(ana.read_text().replace("role: mentor", "role: mentro"))

    build(config)

    assert "people/ana/index.html" in pages_of(root / "site")
    assert "role must be 'mentor', 'mentee' or 'both', not 'mentro'" in caplog.text
    assert "The pages show the program as it was before." in caplog.text


def test_while_serving_a_change_shows_whether_it_is_in_a_record_a_page_or_the_look(
    make_repo: MakeRepo,
) -> None:
    root = make_repo({**SITE, **three_people()})
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    changes = [
        ("docs/handbook/participants.md", "Write to", "Call", "handbook/participants/"),
        ("program/participants/ana.yaml", "for breakfast", "at night", "people/ana/"),
        ("program/program.yaml", "Two Looms", "Three Looms", "people/ana/"),
    ]

    for place, old, new, page in changes:
        file = root / place
        file.write_text(file.read_text().replace(old, new))
        build(config)

        html = (root / "site" / page / "index.html").read_text()
        assert new in html
        assert old not in html


def test_a_mistake_from_the_start_stops_even_a_server(make_repo: MakeRepo) -> None:
    root = make_repo({**SITE, **three_people(), "program/participants/ben.yaml": "schema: 1\n"})
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)

    with pytest.raises(Abort):
        build(config)

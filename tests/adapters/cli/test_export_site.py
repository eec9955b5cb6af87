"""`mentorgen export --site`: what it writes, and that the successor of MkDocs builds the same site of it."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from inline_snapshot import snapshot
from markdown import markdown

from tests.adapters.conftest import Mentorgen
from tests.conftest import MakeRepo
from tests.programs.hostile import hostile
from tests.programs.sites import dangers, dead_links, pages_of, scripts_of
from tests.programs.trees import SITE, TODAY, Tree, empty, three_people

ZENSICAL = Path(sys.executable).with_name("zensical")
OWN: Tree = {
    "mkdocs.yml": SITE["mkdocs.yml"].replace(
        "  font: false\n", "  font: false\n  custom_dir: own\n"
    )
    + "exclude_docs: notes.md\nnav: [{Home: index.md}, {More: [{Who: people/index.md}, {Us: skills/index.md}]}]\n",
    "docs/notes.md": "# For ourselves\n",
    "docs/people/index.md": "# Our people\n\n`one`\n",
    "own/partials/logo.html": "<b>ours</b>",
    "own/mark.svg": "<svg/>",
}


def test_a_folder_gets_pages_templates_look_and_settings(
    make_repo: MakeRepo, mentorgen: Mentorgen, tmp_path: Path
) -> None:
    root, out = make_repo({**SITE, **three_people(), **OWN}), tmp_path / "new"

    answer = mentorgen("export", "--site", out, "--root", root, "--today", TODAY)

    assert (answer.code, answer.out) == (0, f"{out}\n")
    written = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert answer.err == f"{len(written)} files are in {out}. Go there and run: zensical build\n"
    assert {
        "zensical.toml",
        "docs/index.md",
        "docs/people/ana/index.md",
        "docs/calendar.ics",
        "docs/training/mentees/asking.md",
        "docs/assets/mentorgen/look.css",
        "overrides/main.html",
        "overrides/mark.svg",
    } <= written
    assert "docs/notes.md" not in written
    assert (out / "docs/people/index.md").read_text() == OWN["docs/people/index.md"]
    assert (out / "overrides/partials/logo.html").read_text() == "<b>ours</b>"
    settings = tomllib.loads((out / "zensical.toml").read_text())["project"]
    assert settings["site_name"] == "Two Looms"
    assert settings["nav"][1] == {"More": [{"Who": "people/index.md"}, {"Us": "skills/index.md"}]}
    assert settings["theme"]["custom_dir"] == "overrides"


def test_what_people_wrote_is_no_markdown_in_it(
    make_repo: MakeRepo, mentorgen: Mentorgen, tmp_path: Path
) -> None:
    root, out = make_repo({**SITE, **hostile()}), tmp_path / "new"
    assert mentorgen("export", "--site", out, "--root", root, "--today", TODAY).code == 0
    extensions = ["admonition", "tables", "attr_list", "md_in_html", "pymdownx.superfences"]

    for page in sorted(out.glob("docs/p*/**/index.md")):
        _, _, body = page.read_text().split("---\n", maxsplit=2)
        assert markdown(body, extensions=extensions) == body.strip()


def test_the_successor_builds_the_same_site(
    make_repo: MakeRepo, mentorgen: Mentorgen, tmp_path: Path
) -> None:
    navigation = (
        "nav: [{Home: index.md}, {More: [{Who: people/index.md}, {Us: skills/index.md}]}]\n"
    )
    settings = {"mkdocs.yml": f"{SITE['mkdocs.yml']}{navigation}"}
    root, out = make_repo({**SITE, **hostile(), **settings}), tmp_path / "new"
    where = ("--root", root, "--today", TODAY)
    assert mentorgen("build", *where).code == mentorgen("export", "--site", out, *where).code == 0

    subprocess.run((ZENSICAL, "build", "--strict"), cwd=out, check=True, capture_output=True)

    theirs, ours = pages_of(out / "site"), pages_of(root / "site")
    assert theirs.keys() == ours.keys()
    for page in ours:
        assert _words(out / "site" / page) == _words(root / "site" / page)
        styles = [link.attributes["href"] for link in theirs[page].all("link")]
        assert any(style.endswith("assets/mentorgen/look.css") for style in styles)
        titles = [found[page].all("title")[0].text for found in (theirs, ours)]
        assert titles[0] == titles[1]
    assert dead_links(out / "site", theirs) == []
    own = scripts_of(theirs["404.html"])
    assert {page: found for page, one in theirs.items() if (found := dangers(one, own))} == {}


def _words(page: Path) -> list[str]:
    """Give the words of a page's article, without the anchors of its headings."""
    html = page.read_text("utf-8").partition("<article")[2].partition("</article>")[0]
    return re.sub(r"<[^>]+>|¶", " ", html).split()


def test_nothing_is_written_over(make_repo: MakeRepo, mentorgen: Mentorgen, tmp_path: Path) -> None:
    root = make_repo({**SITE, **empty()})
    (tmp_path / "kept.txt").write_text("mine")

    answer = mentorgen("export", "--site", tmp_path, "--root", root)

    assert answer.code == 2
    assert "is not empty: name a new folder" in answer.err
    assert not (tmp_path / "zensical.toml").exists()


def test_a_program_with_problems_or_a_site_of_others_is_no_source(
    make_repo: MakeRepo, mentorgen: Mentorgen, tmp_path: Path
) -> None:
    broken = {"program/program.yaml": "schema: 1\n"}
    others = {"mkdocs.yml": SITE["mkdocs.yml"].replace("  - mentorgen\n", "")}
    root = make_repo(
        {
            **{f"broken/{place}": text for place, text in {**SITE, **broken}.items()},
            **{f"others/{place}": text for place, text in {**SITE, **empty(), **others}.items()},
        }
    )

    answers = [
        mentorgen("export", "--site", tmp_path / "new", "--root", root / name)
        for name in ("broken", "others")
    ]

    assert [answer.code for answer in answers] == [1, 1]
    assert "The program has problems" in answers[0].err
    assert answers[1].err == snapshot(
        "mentorgen: mkdocs.yml does not name the plugin 'mentorgen', which makes the pages.\n"
    )
    assert not (tmp_path / "new").exists()


def test_it_is_one_thing_at_a_time_and_explains_itself(
    make_repo: MakeRepo, mentorgen: Mentorgen, tmp_path: Path
) -> None:
    root = make_repo({**SITE, **empty()})

    both = mentorgen("export", "--site", tmp_path / "new", "ics", "--program", "--root", root)
    neither = mentorgen("export")

    assert (both.code, both.err) == snapshot(
        (2, "mentorgen: Either --site or ics: one at a time.\n")
    )
    assert neither.code == 0
    assert "--site FOLDER" in neither.out

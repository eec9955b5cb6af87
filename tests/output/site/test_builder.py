"""The whole site of a program: what is private stays out, what was ticked is in, and always the same."""

from datetime import date
from pathlib import Path

import pytest

from mentorgen.loading.program import load
from mentorgen.model.privacy import Shared
from mentorgen.output.site.builder import Site, SiteOptions, build_site
from tests.conftest import MakeRepo
from tests.programs.trees import PROGRAMS, TODAY, Tree, three_people

NEVER_EMPTY = {"take-part/", "rules/", "privacy/", "accessibility/"}
"""What they say follows from settings, and every program has those."""
SHOWS = f"[{', '.join(Shared)}]"
PUBLIC: Tree = {
    **three_people(),
    "program/program.yaml": three_people()["program/program.yaml"] + "private: folder\n",
    "program/participants/ana.yaml": f"""\
schema: 1
name: seen-name
role: mentor
consent: {{version: 1, given: 2026-01-10, shows: {SHOWS}}}
line: seen-line
about: seen-about
story: seen-story
pronouns: seen-pronouns
languages: [en]
offers: [{{skill: testing, level: can-teach}}]
capacity: 2
timezone: Asia/Kathmandu
parts_of_day: [weekday-evening]
links: [https://seen-link.example.org/]
joined: 2026-03-30
""",
    "program/participants/ben.yaml": """\
schema: 1
name: Ben
role: mentee
consent: {version: 1, given: 2026-01-10}
called: seen-called
story: sealed-story
timezone: Africa/Ouagadougou
parts_of_day: [weekday-morning]
links: [https://sealed-link.example.org/]
joined: 2026-03-30
wants: [{skill: testing}]
""",
    "program/participants/dee.yaml": """\
schema: 1
name: sealed-person
role: mentor
line: sealed-person
offers: [{skill: testing}]
""",
}
PRIVATE: Tree = {
    "participants/ana.yaml": """\
schema: 1
full_name: sealed-full-name
team: sealed-team
contact: sealed-contact
reports_to: cleo
hours: [{day: mon, from: "03:15", to: "04:15"}]
background: [{dimension: sealed-dimension, value: sealed-value, wish: same}]
""",
    "applications/2026-spring/cleo.yaml": "schema: 1\nwishes: [ana]\n",
    "goals/2026-spring/ana-ben/sealed-goal.yaml": """\
schema: 1
title: sealed-title
set_on: 2026-03-02
visibility: pair
why: sealed-why
milestones: [{name: sealed-step, reached: 2026-03-10}, {name: sealed-plan, due: 2026-04-20}]
""",
    "meetings/2026-spring/ana-ben/2026-03-25.md": """\
---
schema: 1
kind: call
visibility: pair
topics: [sealed-topic]
next: {on: 2026-04-09, at: "07:07"}
---
sealed-notes

- [ ] ben: sealed-action
""",
    "log/people/cleo.yaml": """\
schema: 1
facts:
  - {on: 2026-03-21, kind: concern, by: ana, group: pressure}
  - {on: 2026-03-21, kind: rated, skill: testing, value: 7}
""",
    "log/pairs/2026-spring/ana-ben.yaml": """\
schema: 1
facts:
  - {on: 2026-03-21, kind: concern, group: mismatch}
""",
}


def test_nothing_private_is_on_the_site_and_everything_that_was_ticked_is(
    make_repo: MakeRepo,
) -> None:
    root = make_repo(
        {f"public/{path}": text for path, text in PUBLIC.items()}
        | {f"private/{path}": text for path, text in PRIVATE.items()}
    )

    for preview in (False, True):
        site = _site(root / "public", private=root / "private", preview=preview)
        words = "\n".join(
            text
            for page in site.pages
            for text in (page.html, page.title, page.description, page.search_text, page.path)
        )

        for token in ("sealed", "07:07", "03:15", "Ouagadougou", "pressure", "mismatch"):
            assert token not in words
        for token in ("name", "line", "about", "story", "pronouns", "link", "called"):
            assert f"seen-{token}" in words
        for token in ("Kathmandu", "this week", "Testing", "can teach"):
            assert token in words


def test_the_private_folder_of_the_test_holds_what_it_should(make_repo: MakeRepo) -> None:
    root = make_repo(
        {f"public/{path}": text for path, text in PUBLIC.items()}
        | {f"private/{path}": text for path, text in PRIVATE.items()}
    )

    program = load(root / "public", today=TODAY, private=root / "private").program

    assert program is not None
    assert "sealed" in repr(program.goals)
    assert "sealed" in repr(program.meetings)
    assert "sealed-team" in repr(program.participants)


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_same_program_gives_the_same_pages(name: str, make_repo: MakeRepo) -> None:
    root = make_repo(PROGRAMS[name])

    assert _site(root, preview=True) == _site(root, preview=True)


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_page_says_what_it_is_about(name: str, make_repo: MakeRepo) -> None:
    site = _site(make_repo(PROGRAMS[name]))

    assert len({page.path for page in site.pages}) == len(site.pages)
    for page in site.pages:
        assert page.title
        assert page.description
        assert page.html.count("<h1") == 1


def test_every_page_of_an_empty_program_says_what_to_do_next(make_repo: MakeRepo) -> None:
    pages = {page.path: page.html for page in _site(make_repo(PROGRAMS["empty"])).pages}

    assert pages.keys() == {
        "",
        "people/",
        "skills/",
        "rounds/",
        "matches/",
        "training/",
        "dashboard/",
        "reports/",
        "me/",
        "calendar/",
        "news/",
        *NEVER_EMPTY,
    }
    for path in pages.keys() - NEVER_EMPTY:
        assert 'class="empty"' in pages[path], path


def test_training_is_handed_over_as_the_organisers_markdown(make_repo: MakeRepo) -> None:
    (text,) = _site(make_repo(three_people())).texts

    assert text.place == "training/mentees/asking.md"
    assert text.markdown.startswith("# Asking early\n")


def test_another_day_is_another_site(make_repo: MakeRepo) -> None:
    root = make_repo(three_people())

    assert _site(root, today=date(2026, 4, 20)) != _site(root)


def _site(
    root: Path, *, today: date = TODAY, private: Path | None = None, preview: bool = False
) -> Site:
    loaded = load(root, today=today, private=private)
    assert loaded.program is not None, loaded.problems
    return build_site(
        loaded.program, SiteOptions(today=today, suggest_from=loaded.program if preview else None)
    )

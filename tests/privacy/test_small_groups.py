"""No figure over fewer than five people is in a public output, nor one from which it could be told."""

import re

import pytest

from tests.adapters.conftest import Mentorgen, mentorgen
from tests.conftest import MakeRepo
from tests.programs.trees import SITE

__all__ = ["mentorgen"]

DASH = "\N{EN DASH}"
CONSENT = "consent: {version: 1, given: 2026-01-10}"


def _round(name: str, mentees: int, meetings: int) -> dict[str, str]:
    """A round with one group, whose meetings lie on the first days of March and last an hour each."""
    slugs = [f"{name}{number}" for number in range(mentees + 1)]
    people = {
        f"program/participants/{slug}.yaml": f"schema: 1\nname: {slug}\n"
        f"role: {'mentee' if index else 'mentor'}\ncapacity: 9\n{CONSENT}\n"
        for index, slug in enumerate(slugs)
    }
    facts = "".join(f"- {{on: 2026-02-26, kind: confirmed, by: {slug}}}\n" for slug in slugs)
    return {
        **people,
        f"program/cohorts/{name}.yaml": f"schema: 1\nname: Round {name}\nstarts: 2026-03-01\n"
        "ends: 2026-12-31\nforms: [group]\n",
        f"program/pairs/{name}/group.yaml": f"schema: 1\nform: group\nmentors: [{slugs[0]}]\n"
        f"mentees: [{', '.join(slugs[1:])}]\nstarts: 2026-03-01\n",
        f"program/log/pairs/{name}/group.yaml": f"schema: 1\nfacts:\n{facts}",
        **{
            f"program/meetings/{name}/group/2026-03-{day + 1:02}.md": (
                "---\nschema: 1\nkind: call\nminutes: 60\n---\n"
            )
            for day in range(meetings)
        },
    }


PROGRAM = {"program/program.yaml": "schema: 1\nname: Looms\npurpose: Weaving.\n", **SITE}
SMALL, LARGE, OTHER = _round("a", 3, 17), _round("b", 5, 23), _round("c", 3, 19)
CASES = {
    "four people alone": ({**SMALL}, {"a": DASH}, DASH),
    "four beside six": ({**SMALL, **LARGE}, {"a": DASH, "b": DASH}, "40"),
    "four and four beside six": (
        {**SMALL, **LARGE, **OTHER},
        {"a": DASH, "b": "23", "c": DASH},
        "59",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_meetings_of_four_people_are_in_no_figure(
    case: str, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    files, rounds, total = CASES[case]
    root = make_repo({**PROGRAM, **files})
    common = ("--root", root, "--today", "2026-04-01")

    report = mentorgen("status", *common, "--format", "github").out
    built = mentorgen("build", *common)

    cells = {
        line.split("|")[1].strip()[-1]: line.split("|")[3].strip()
        for line in report.split("\n")[6:-1]
    }
    assert built.code == 0
    assert cells == rounds
    pages = {
        name: (root / "site" / name).read_text() for name in ("index.html", "dashboard/index.html")
    }
    words = {
        name: re.findall(r"(?<![\w.#-])\d+(?![\w.-])", re.sub("<[^>]*>", " ", text))
        for name, text in pages.items()
    }
    hidden = {"17", "19", "23"} - {*rounds.values()}
    assert {number for found in words.values() for number in found} & hidden == set()
    assert (total in words["index.html"]) is (total != DASH)

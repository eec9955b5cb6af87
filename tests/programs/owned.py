"""A program with owners: an organiser, two pairs, somebody without a number, and a newcomer outside."""

from tests.programs.trees import Tree

CAROL, ANA, BEN, DANA, ELI, NEW = 1, 10, 20, 30, 40, 99
"""Numbers of accounts: Carol is the organiser, Ana and Ben are a pair, Dana and Eli another."""


def person(name: str, number: int | None, *, role: str = "both", more: str = "") -> str:
    """Give a record; the fields that are fixed stand on lines 5 (joined) and 7 (github_id)."""
    account = f"github: {name.lower()}-login\n"
    if number is not None:
        account += f"github_id: {number}\n"
    return (
        f"schema: 1\nname: {name}\nrole: {role}\n"
        f"consent: {{version: 1, given: 2026-01-10}}\njoined: 2026-01-10\n{account}{more}"
    )


def pair(mentor: str, mentee: str) -> str:
    """Give a pair of two."""
    return (
        f"schema: 1\nform: one-to-one\nmentors: [{mentor}]\nmentees: [{mentee}]\n"
        "starts: 2026-03-02\n"
    )


def log(*facts: str) -> str:
    """Give a log; the first fact stands on line 3."""
    return "schema: 1\nfacts:\n" + "".join(f"  - {{{fact}}}\n" for fact in facts)


YES_OF_ANA = "on: 2026-02-26, kind: confirmed, by: ana"
YES_OF_BEN = "on: 2026-02-27, kind: confirmed, by: ben"
TAKEN = "on: 2026-02-01, kind: accepted, cohort: spring"
ASKED = "on: 2026-01-20, kind: applied, cohort: spring"

GOAL = "schema: 1\ntitle: A first test\nset_on: 2026-03-02\n"
MEETING = "---\nschema: 1\nkind: call\npresent: [ana, ben]\n---\n\nWe read a test.\n"
APPLICATION = "schema: 1\napplied: 2026-01-20\naim: Less fear\n"
SLOT = 'schema: 1\ntimes:\n  - {at: "18:00"}\n'

OWNED: Tree = {
    "program/program.yaml": (
        "schema: 1\nname: Two Looms\npurpose: People learn.\ncoordinators: [carol]\n"
    ),
    "program/skills.yaml": "schema: 1\nskills:\n  - {id: weaving, label: Weaving}\n",
    "program/cohorts/spring.yaml": (
        "schema: 1\nname: Spring\nstarts: 2026-03-02\nends: 2026-08-30\n"
    ),
    "program/plans/slow.yaml": (
        "schema: 1\nname: Slow\nstages:\n  - {name: Getting to know, weeks: 6}\n"
    ),
    "program/participants/carol.yaml": person("Carol", CAROL),
    "program/participants/ana.yaml": person("Ana", ANA),
    "program/participants/ben.yaml": person("Ben", BEN),
    "program/participants/dana.yaml": person("Dana", DANA),
    "program/participants/eli.yaml": person("Eli", ELI),
    "program/participants/noor.yaml": person("Noor", None),
    "program/applications/spring/ana.yaml": APPLICATION,
    "program/applications/spring/ben.yaml": APPLICATION,
    "program/pairs/spring/ana-ben.yaml": pair("ana", "ben"),
    "program/pairs/spring/dana-eli.yaml": pair("dana", "eli"),
    "program/log/pairs/spring/ana-ben.yaml": log(YES_OF_ANA, YES_OF_BEN),
    "program/log/people/ana.yaml": log(ASKED, TAKEN),
    "program/goals/spring/ana-ben/test.yaml": GOAL,
    "program/goals/spring/dana-eli/test.yaml": GOAL,
    "program/meetings/spring/ana-ben/2026-03-10.md": MEETING,
    "program/slots/ana/2026-04-10.yaml": SLOT,
    "program/slots/ben/2026-04-10.yaml": SLOT,
    "training/mentors/listening.md": (
        "---\nschema: 1\ntitle: Listening\naudience: [mentor]\nminutes: 10\n"
        "objectives: [Ask first]\nreviewed: 2026-01-05\n---\n\nListen first.\n"
    ),
    "docs/index.md": "# Welcome\n",
    "mkdocs.yml": "site_name: Two Looms\n",
    "pyproject.toml": "[project]\nname = 'looms'\n",
    "requirements/base.lock": "click==8.4\n",
    ".gitattributes": "* text=auto\n",
    ".github/workflows/check.yml": "name: Check\n",
    "mentorgen/__init__.py": "",
    "hooks/on_page.py": "",
}

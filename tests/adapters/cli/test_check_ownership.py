"""Who may change what: every cell on a real repository, with all that a check says of it.

An author, what they commit, and where the check points: `path:line:column rule`, one on each line;
an empty text is a change that is theirs to make.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.adapters.conftest import Mentorgen
from tests.git_repository import Edits, commit, git, new_repository
from tests.programs.owned import (
    ANA,
    APPLICATION,
    ASKED,
    BEN,
    CAROL,
    DANA,
    ELI,
    GOAL,
    MEETING,
    NEW,
    OWNED,
    SLOT,
    TAKEN,
    YES_OF_ANA,
    YES_OF_BEN,
    log,
    pair,
    person,
)
from tests.programs.trees import TODAY

PEOPLE = "program/participants"
PERSON_LOG = "program/log/people/ana.yaml"
PAIR_LOG = "program/log/pairs/spring/ana-ben.yaml"
GOALS = "program/goals/spring"
MEETINGS = "program/meetings/spring"


@dataclass(frozen=True, slots=True)
class Cell:
    """One author, one change, and what is said of it."""

    name: str
    author: int
    edits: Edits
    said: str = ""


def _person_fact(fact: str) -> Edits:
    return {PERSON_LOG: log(ASKED, TAKEN, fact)}


def _pair_fact(fact: str) -> Edits:
    return {PAIR_LOG: log(YES_OF_ANA, YES_OF_BEN, fact)}


RECORDS = (
    Cell("own words", ANA, {f"{PEOPLE}/ana.yaml": person("Ana", ANA, more="line: I weave.\n")}),
    Cell("own role", ANA, {f"{PEOPLE}/ana.yaml": person("Ana", ANA, role="mentor")}),
    Cell(
        "own login, as after a renaming",
        ANA,
        {f"{PEOPLE}/ana.yaml": person("Ana", ANA).replace("ana-login", "ana-looms")},
    ),
    Cell(
        "own consent withdrawn",
        ANA,
        {f"{PEOPLE}/ana.yaml": person("Ana", ANA).replace("10}", "10, withdrawn: 2026-03-01}")},
    ),
    Cell(
        "own number to another's",
        ANA,
        {f"{PEOPLE}/ana.yaml": person("Ana", NEW)},
        f"{PEOPLE}/ana.yaml:7:12 fixed-field",
    ),
    Cell(
        "own number taken away",
        ANA,
        {f"{PEOPLE}/ana.yaml": person("Ana", None)},
        f"{PEOPLE}/ana.yaml:1:1 fixed-field",
    ),
    Cell(
        "own first day",
        ANA,
        {f"{PEOPLE}/ana.yaml": person("Ana", ANA).replace("joined: 2026", "joined: 2025")},
        f"{PEOPLE}/ana.yaml:5:9 fixed-field",
    ),
    Cell(
        "own record deleted",
        ELI,
        {f"{PEOPLE}/eli.yaml": None},
        f"""\
program/pairs/spring/dana-eli.yaml:4:11 unknown-participant
{PEOPLE}/eli.yaml:1:1 not-yours""",
    ),
    Cell(
        "own record renamed",
        CAROL + 1000,
        {f"{PEOPLE}/noor.yaml": None, f"{PEOPLE}/mallory.yaml": person("Noor", CAROL + 1000)},
        f"{PEOPLE}/noor.yaml:1:1 not-yours",
    ),
    Cell(
        "own record renamed by who is known",
        DANA,
        {f"{PEOPLE}/noor.yaml": person("Noor", None), f"{PEOPLE}/dana-2.yaml": person("Di", 31)},
        f"{PEOPLE}/dana-2.yaml:1:1 not-yours",
    ),
    Cell(
        "another's words",
        BEN,
        {f"{PEOPLE}/ana.yaml": person("Ana", ANA, more="line: I snore.\n")},
        f"{PEOPLE}/ana.yaml:1:1 not-yours",
    ),
    Cell(
        "another's number to one's own",
        NEW,
        {f"{PEOPLE}/ana.yaml": person("Ana", NEW)},
        f"{PEOPLE}/ana.yaml:7:12 not-yours",
    ),
    Cell(
        "another's record by who took over the login",
        NEW,
        {f"{PEOPLE}/ana.yaml": person("Ana", ANA, more="line: It is me.\n")},
        f"{PEOPLE}/ana.yaml:1:1 not-yours",
    ),
    Cell(
        "numbers swapped",
        ANA,
        {f"{PEOPLE}/ana.yaml": person("Ana", BEN), f"{PEOPLE}/ben.yaml": person("Ben", ANA)},
        f"""\
{PEOPLE}/ana.yaml:7:12 fixed-field
{PEOPLE}/ben.yaml:7:12 not-yours""",
    ),
    Cell(
        "a record without a number claimed",
        NEW,
        {f"{PEOPLE}/noor.yaml": person("Noor", NEW)},
        f"{PEOPLE}/noor.yaml:7:12 not-yours",
    ),
    Cell(
        "another's record deleted",
        BEN,
        {f"{PEOPLE}/noor.yaml": None},
        f"{PEOPLE}/noor.yaml:1:1 not-yours",
    ),
    Cell(
        "another's record renamed",
        BEN,
        {f"{PEOPLE}/noor.yaml": None, f"{PEOPLE}/mallory.yaml": person("Noor", None)},
        f"""\
{PEOPLE}/mallory.yaml:1:1 not-yours
{PEOPLE}/noor.yaml:1:1 not-yours""",
    ),
    Cell("a newcomer's record", NEW, {f"{PEOPLE}/zoe.yaml": person("Zoe", NEW)}),
    Cell(
        "a newcomer's record with all that is theirs",
        NEW,
        {
            f"{PEOPLE}/zoe.yaml": person("Zoe", NEW),
            "program/applications/spring/zoe.yaml": APPLICATION,
            "program/log/people/zoe.yaml": log(ASKED),
            "program/slots/zoe/2026-04-10.yaml": SLOT,
        },
    ),
    Cell(
        "a newcomer's record without a number",
        NEW,
        {f"{PEOPLE}/zoe.yaml": person("Zoe", None)},
        f"{PEOPLE}/zoe.yaml:1:1 not-yours",
    ),
    Cell(
        "a third person's record by a newcomer",
        NEW,
        {f"{PEOPLE}/zoe.yaml": person("Zoe", 77)},
        f"{PEOPLE}/zoe.yaml:7:12 not-yours",
    ),
    Cell(
        "a third person's record beside one's own",
        NEW,
        {f"{PEOPLE}/zoe.yaml": person("Zoe", NEW), f"{PEOPLE}/yan.yaml": person("Yan", 77)},
        f"{PEOPLE}/yan.yaml:7:12 not-yours",
    ),
    Cell(
        "two records of one newcomer",
        NEW,
        {f"{PEOPLE}/zoe.yaml": person("Zoe", NEW), f"{PEOPLE}/zed.yaml": person("Zed", NEW)},
        f"""\
{PEOPLE}/zoe.yaml:7:12 not-yours
{PEOPLE}/zoe.yaml:7:12 same-account""",
    ),
    Cell(
        "a second record of who is known",
        ANA,
        {f"{PEOPLE}/anna.yaml": person("Anna", 77)},
        f"{PEOPLE}/anna.yaml:1:1 not-yours",
    ),
    Cell("an organiser adds people", CAROL, {f"{PEOPLE}/zoe.yaml": person("Zoe", 77)}),
    Cell("an organiser mends a number", CAROL, {f"{PEOPLE}/ana.yaml": person("Ana", 77)}),
    Cell("an organiser deletes a record", CAROL, {f"{PEOPLE}/noor.yaml": None}),
    Cell(
        "an organiser by this very change",
        ANA,
        {
            "program/program.yaml": (
                "schema: 1\nname: Two Looms\npurpose: People learn.\ncoordinators: [ana]\n"
            )
        },
        "program/program.yaml:1:1 not-yours",
    ),
)

THEIRS = (
    Cell("own application", ELI, {"program/applications/spring/eli.yaml": APPLICATION}),
    Cell(
        "own wish in it",
        ANA,
        {"program/applications/spring/ana.yaml": APPLICATION.replace("Less fear", "More cloth")},
    ),
    Cell(
        "its day",
        ANA,
        {"program/applications/spring/ana.yaml": APPLICATION.replace("01-20", "01-02")},
        "program/applications/spring/ana.yaml:2:10 fixed-field",
    ),
    Cell(
        "own application taken back",
        ANA,
        {"program/applications/spring/ana.yaml": None},
        "program/applications/spring/ana.yaml:1:1 not-yours",
    ),
    Cell(
        "another's application",
        ANA,
        {"program/applications/spring/ben.yaml": APPLICATION.replace("Less", "No")},
        "program/applications/spring/ben.yaml:1:1 not-yours",
    ),
    Cell(
        "an application for another",
        ANA,
        {"program/applications/spring/eli.yaml": APPLICATION},
        "program/applications/spring/eli.yaml:1:1 not-yours",
    ),
    Cell(
        "another's application taken back",
        ANA,
        {"program/applications/spring/ben.yaml": None},
        "program/applications/spring/ben.yaml:1:1 not-yours",
    ),
    Cell(
        "an application without a record",
        NEW,
        {"program/applications/spring/zoe.yaml": APPLICATION},
        """\
program/applications/spring/zoe.yaml:1:1 not-yours
program/applications/spring/zoe.yaml:1:1 unknown-participant""",
    ),
    Cell("own slots", ANA, {"program/slots/ana/2026-04-11.yaml": SLOT}),
    Cell(
        "own slots changed and deleted",
        ANA,
        {"program/slots/ana/2026-04-10.yaml": None, "program/slots/ana/2026-04-12.yaml": SLOT},
    ),
    Cell(
        "another's slots",
        BEN,
        {"program/slots/ana/2026-04-10.yaml": SLOT.replace("18", "19")},
        "program/slots/ana/2026-04-10.yaml:1:1 not-yours",
    ),
)

LOGS = (
    Cell("own pause", ANA, _person_fact("on: 2026-03-05, kind: paused, until: 2026-03-20")),
    Cell("own pause, by name", ANA, _person_fact("on: 2026-03-05, kind: resumed, by: ana")),
    Cell(
        "own training",
        ANA,
        _person_fact("on: 2026-03-05, kind: completed, module: mentors/listening"),
    ),
    Cell("a first log", BEN, {"program/log/people/ben.yaml": log(ASKED)}),
    Cell(
        "own acceptance",
        BEN,
        {"program/log/people/ben.yaml": log(TAKEN)},
        "program/log/people/ben.yaml:3:5 not-yours",
    ),
    Cell(
        "own training let off",
        ANA,
        _person_fact("on: 2026-03-05, kind: waived, module: mentors/listening"),
        f"{PERSON_LOG}:5:5 not-yours",
    ),
    Cell(
        "a fact in another's name",
        ANA,
        _person_fact("on: 2026-03-05, kind: opted-out, by: carol"),
        f"{PERSON_LOG}:5:5 not-yours",
    ),
    Cell(
        "own fact put right",
        ANA,
        _person_fact(
            "on: 2026-03-05, kind: withdrawn, cohort: spring,"
            " replaces: {on: 2026-01-20, kind: applied}"
        ),
    ),
    Cell(
        "an organiser's fact put right",
        ANA,
        _person_fact(
            "on: 2026-03-05, kind: withdrawn, cohort: spring,"
            " replaces: {on: 2026-02-01, kind: accepted}"
        ),
        f"{PERSON_LOG}:5:5 not-yours",
    ),
    Cell(
        "an earlier fact changed",
        ANA,
        {PERSON_LOG: log(ASKED.replace("01-20", "01-02"), TAKEN)},
        f"{PERSON_LOG}:3:5 append-only",
    ),
    Cell(
        "an earlier fact deleted",
        ANA,
        {PERSON_LOG: log(ASKED)},
        f"{PERSON_LOG}:3:3 append-only",
    ),
    Cell("own log deleted", ANA, {PERSON_LOG: None}, f"{PERSON_LOG}:1:1 append-only"),
    Cell(
        "another's log",
        BEN,
        _person_fact("on: 2026-03-05, kind: left"),
        f"{PERSON_LOG}:1:1 not-yours",
    ),
    Cell(
        "an organiser takes and changes",
        CAROL,
        {PERSON_LOG: log(ASKED), PAIR_LOG: log(YES_OF_BEN)},
    ),
    Cell("own agreement", BEN, _pair_fact("on: 2026-03-05, kind: agreed, by: ben")),
    Cell("own pause of a pair", ANA, _pair_fact("on: 2026-03-05, kind: resumed, by: ana")),
    Cell(
        "another's agreement",
        ANA,
        _pair_fact("on: 2026-03-05, kind: agreed, by: ben"),
        f"{PAIR_LOG}:5:5 not-yours",
    ),
    Cell(
        "nobody's pause of a pair",
        ANA,
        _pair_fact("on: 2026-03-05, kind: resumed"),
        f"{PAIR_LOG}:5:5 not-yours",
    ),
    Cell(
        "another's yes put right",
        ANA,
        _pair_fact(
            "on: 2026-03-05, kind: declined, by: ana,"
            " replaces: {on: 2026-02-27, kind: confirmed, by: ben}"
        ),
        f"{PAIR_LOG}:5:5 not-yours",
    ),
    Cell(
        "everybody's yes put right",
        ANA,
        _pair_fact(
            "on: 2026-03-05, kind: declined, by: ana, replaces: {on: 2026-02-27, kind: confirmed}"
        ),
        f"{PAIR_LOG}:5:5 not-yours",
    ),
    Cell(
        "own yes put right",
        ANA,
        _pair_fact(
            "on: 2026-03-05, kind: declined, by: ana,"
            " replaces: {on: 2026-02-26, kind: confirmed, by: ana}"
        ),
    ),
    Cell(
        "another's yes deleted",
        ANA,
        {PAIR_LOG: log(YES_OF_ANA)},
        f"{PAIR_LOG}:3:3 append-only",
    ),
    Cell(
        "the log of another pair",
        DANA,
        _pair_fact("on: 2026-03-05, kind: ending, by: dana"),
        f"{PAIR_LOG}:1:1 not-yours",
    ),
    Cell("a log deleted", BEN, {PAIR_LOG: None}, f"{PAIR_LOG}:1:1 append-only"),
    Cell(
        "a log that cannot be read",
        BEN,
        {PAIR_LOG: "schema: 1\nfacts: none\n"},
        f"""\
{PAIR_LOG}:1:1 append-only
{PAIR_LOG}:2:8 list""",
    ),
)

PAIRS = (
    Cell("a goal of one's pair", ANA, {f"{GOALS}/ana-ben/cloth.yaml": GOAL}),
    Cell("a goal changed by the other", BEN, {f"{GOALS}/ana-ben/test.yaml": f"{GOAL}why: So.\n"}),
    Cell("a goal deleted", BEN, {f"{GOALS}/ana-ben/test.yaml": None}),
    Cell(
        "a goal of another pair",
        ANA,
        {f"{GOALS}/dana-eli/test.yaml": f"{GOAL}why: So.\n"},
        f"{GOALS}/dana-eli/test.yaml:1:1 not-yours",
    ),
    Cell(
        "a goal moved to another pair",
        ANA,
        {f"{GOALS}/ana-ben/test.yaml": None, f"{GOALS}/dana-eli/test-2.yaml": GOAL},
        f"{GOALS}/dana-eli/test-2.yaml:1:1 not-yours",
    ),
    Cell("a meeting of one's pair", BEN, {f"{MEETINGS}/ana-ben/2026-03-24.md": MEETING}),
    Cell(
        "a meeting changed",
        ANA,
        {f"{MEETINGS}/ana-ben/2026-03-10.md": MEETING.replace("a test", "two tests")},
    ),
    Cell("a meeting deleted", ANA, {f"{MEETINGS}/ana-ben/2026-03-10.md": None}),
    Cell(
        "a meeting of another pair",
        ELI,
        {f"{MEETINGS}/ana-ben/2026-03-24.md": MEETING},
        f"{MEETINGS}/ana-ben/2026-03-24.md:1:1 not-yours",
    ),
    Cell(
        "a meeting that says it is another pair's",
        ANA,
        {
            f"{MEETINGS}/ana-ben/2026-03-24.md": MEETING.replace(
                "kind", "pair: spring/dana-eli\nkind"
            )
        },
        f"{MEETINGS}/ana-ben/2026-03-24.md:3:1 unknown-field",
    ),
    Cell(
        "a pair's own file",
        ANA,
        {"program/pairs/spring/ana-ben.yaml": f"{pair('ana', 'ben')}aim: Cloth\n"},
        "program/pairs/spring/ana-ben.yaml:1:1 not-yours",
    ),
    Cell(
        "a pair moved",
        DANA,
        {
            "program/pairs/spring/dana-eli.yaml": None,
            "program/pairs/spring/dana-eli-2.yaml": pair("dana", "eli"),
            f"{GOALS}/dana-eli/test.yaml": None,
            f"{GOALS}/dana-eli-2/test.yaml": GOAL,
        },
        f"""\
{GOALS}/dana-eli-2/test.yaml:1:1 not-yours
program/pairs/spring/dana-eli-2.yaml:1:1 not-yours
program/pairs/spring/dana-eli.yaml:1:1 not-yours""",
    ),
    Cell(
        "a place in another's pair",
        ANA,
        {
            "program/pairs/spring/dana-eli.yaml": pair("ana", "eli"),
            f"{GOALS}/dana-eli/test.yaml": f"{GOAL}why: So.\n",
        },
        f"""\
{GOALS}/dana-eli/test.yaml:1:1 not-yours
program/pairs/spring/dana-eli.yaml:1:1 not-yours""",
    ),
    Cell(
        "a pair's files by the organiser",
        CAROL,
        {
            "program/pairs/spring/ana-ben.yaml": f"{pair('ana', 'ben')}aim: Cloth\n",
            f"{GOALS}/ana-ben/test.yaml": None,
        },
    ),
)

ORGANISERS = tuple(
    Cell(f"{path} by a participant", ANA, {path: f"{OWNED[path]}# more\n"}, f"{path}:1:1 not-yours")
    for path in (
        "program/program.yaml",
        "program/skills.yaml",
        "program/cohorts/spring.yaml",
        "program/plans/slow.yaml",
        "training/mentors/listening.md",
    )
)

MAINTAINERS = tuple(
    Cell(f"{path} by a participant", ANA, {path: "x\n"}, f"{path}:1:1 maintainers-only")
    for path in (
        ".gitattributes",
        "program/.gitattributes",
        ".gitmodules",
        ".github/workflows/check.yml",
        ".github/CODEOWNERS",
        "mkdocs.yml",
        "hooks/on_page.py",
        "overrides/main.html",
        "pyproject.toml",
        "requirements/base.lock",
        "uv.lock",
        "conftest.py",
        "sitecustomize.py",
        "yaml.py",
        "mentorgen/__init__.py",
        "mentorgen/adapters/git.py",
        "docs/index.md",
        "Makefile",
    )
)

CODE = (
    Cell(
        "code deleted",
        NEW,
        {"mentorgen/__init__.py": None, "mkdocs.yml": None},
        "mentorgen/__init__.py:1:1 maintainers-only\nmkdocs.yml:1:1 maintainers-only",
    ),
    Cell("code by the organiser", CAROL, {"mkdocs.yml": "x\n", "yaml.py": "x\n"}),
    Cell("nothing at all", NEW, {}),
)

CELLS = (*RECORDS, *THEIRS, *LOGS, *PAIRS, *ORGANISERS, *MAINTAINERS, *CODE)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository that all cells change, each from its branch `main`."""
    return new_repository(tmp_path_factory.mktemp("cells") / "repository", OWNED)


def test_there_are_enough_cells() -> None:
    assert len(CELLS) >= 60
    assert len({cell.name for cell in CELLS}) == len(CELLS)


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: cell.name)
def test_a_change_is_its_authors_to_make_or_it_is_not(
    cell: Cell, root: Path, mentorgen: Mentorgen
) -> None:
    git(root, "reset", "--quiet", "--hard", "main")
    commit(root, cell.edits)

    answer = mentorgen(
        "check",
        *("--root", root, "--today", TODAY, "--format", "json"),
        *("--base", "main", "--author-id", cell.author),
    )

    problems = [one for one in json.loads(answer.out) if one["severity"] == "error"]
    said = [f"{one['path']}:{one['line']}:{one['column']} {one['rule']}" for one in problems]
    assert said == cell.said.splitlines()
    assert answer.code == (1 if cell.said else 0)


def _said(answer: str) -> list[str]:
    return [line for line in answer.splitlines() if "[no-consent]" not in line]


def test_a_refusal_says_whose_it_is_and_what_is_possible(root: Path, mentorgen: Mentorgen) -> None:
    important = {
        "own number to another's",
        "own record deleted",
        "own record renamed",
        "another's words",
        "another's record by who took over the login",
        "a record without a number claimed",
        "a third person's record beside one's own",
        "a second record of who is known",
        "another's application",
        "own training let off",
        "a fact in another's name",
        "an organiser's fact put right",
        "an earlier fact changed",
        "own log deleted",
        "a log that cannot be read",
        "a goal of another pair",
        "program/plans/slow.yaml by a participant",
        ".gitattributes by a participant",
        "code deleted",
    }
    answers = {}
    for cell in CELLS:
        if cell.name in important:
            git(root, "reset", "--quiet", "--hard", "main")
            commit(root, cell.edits)
            asked = ("--root", root, "--today", TODAY, "--base", "main", "--author-id", cell.author)
            answers[cell.name] = mentorgen("check", *asked).out

    assert answers == snapshot(
        {
            "own number to another's": "program/participants/ana.yaml:7:12: github_id stays as it was; only the organisers change it. [fixed-field]\n",
            "own record deleted": """\
program/pairs/spring/dana-eli.yaml:4:11: mentee 'eli' is not a participant. [unknown-participant]
program/participants/eli.yaml:1:1: the organisers delete a record, with all that names it. To be shown nowhere, add 'withdrawn' with its day to your consent. [not-yours]
""",
            "own record renamed": "program/participants/noor.yaml:1:1: nobody is known to own 'noor', since the record has no 'github_id'. A login alone proves nothing; ask the organisers to add the number. [not-yours]\n",
            "another's words": "program/participants/ana.yaml:1:1: this record belongs to 'ana' and to the organisers. [not-yours]\n",
            "another's record by who took over the login": "program/participants/ana.yaml:1:1: this record belongs to the GitHub account number 10, not 99. A login can change hands, a number cannot; ask the organisers. The account number 99 has no record yet; it may add one, its own, with 'github_id: 99'. [not-yours]\n",
            "a record without a number claimed": "program/participants/noor.yaml:7:12: nobody is known to own 'noor', since the record has no 'github_id'. A login alone proves nothing; ask the organisers to add the number. The account number 99 has no record yet; it may add one, its own, with 'github_id: 99'. [not-yours]\n",
            "a third person's record beside one's own": "program/participants/yan.yaml:7:12: this record is not yours, since its 'github_id' is not 99; the organisers add other people. [not-yours]\n",
            "a second record of who is known": "program/participants/anna.yaml:1:1: you have a record, 'ana', and it keeps its name; ask the organisers. [not-yours]\n",
            "another's application": "program/applications/spring/ben.yaml:1:1: this file belongs to 'ben' and to the organisers. [not-yours]\n",
            "own training let off": "program/log/people/ana.yaml:5:5: a fact of kind 'waived' is the organisers' word. [not-yours]\n",
            "a fact in another's name": "program/log/people/ana.yaml:5:5: write facts in your own name, with 'by: ana'. [not-yours]\n",
            "an organiser's fact put right": "program/log/people/ana.yaml:5:5: replace only facts of your own, with 'by: ana'. [not-yours]\n",
            "an earlier fact changed": "program/log/people/ana.yaml:3:5: an earlier fact is changed, moved or gone. Leave it as it was and write below it; a correction is a new fact that says what it replaces. [append-only]\n",
            "own log deleted": "program/log/people/ana.yaml:1:1: a log is never deleted; a correction is a new fact that says what it replaces. [append-only]\n",
            "a log that cannot be read": """\
program/log/pairs/spring/ana-ben.yaml:1:1: whose facts these are cannot be told before this log can be read; mend it first. [append-only]
program/log/pairs/spring/ana-ben.yaml:2:8: facts must be a list, such as [{on: 2026-03-01, kind: confirmed, by: ana}], not 'none'. [list]
""",
            "a goal of another pair": "program/goals/spring/dana-eli/test.yaml:1:1: this file belongs to the people of 'spring/dana-eli' and to the organisers. [not-yours]\n",
            "program/plans/slow.yaml by a participant": "program/plans/slow.yaml:1:1: this file belongs to the organisers. [not-yours]\n",
            ".gitattributes by a participant": ".gitattributes:1:1: only organisers change files that are no records. [maintainers-only]\n",
            "code deleted": """\
mentorgen/__init__.py:1:1: only organisers change files that are no records. The account number 99 has no record yet; it may add one, its own, with 'github_id: 99'. [maintainers-only]
mkdocs.yml:1:1: only organisers change files that are no records. The account number 99 has no record yet; it may add one, its own, with 'github_id: 99'. [maintainers-only]
""",
        }
    )


def test_a_refusal_is_an_annotation_on_github(root: Path, mentorgen: Mentorgen) -> None:
    git(root, "reset", "--quiet", "--hard", "main")
    commit(root, {f"{PEOPLE}/ana.yaml": person("Ana", NEW), "::error::a,b%0A\nc": "x"})

    asked = ("--root", root, "--today", TODAY, "--base", "main", "--author-id", ANA)
    lines = {
        style: mentorgen("check", *asked, "--format", style).out for style in ("github", "text")
    }

    assert lines == snapshot(
        {
            "github": """\
::error file=./%3A%3Aerror%3A%3Aa%2Cb%250A\\nc,line=1,col=1,title=maintainers-only::only organisers change files that are no records.
::error file=program/participants/ana.yaml,line=7,col=12,title=fixed-field::github_id stays as it was; only the organisers change it.
""",
            "text": """\
./::error::a,b%0A\\nc:1:1: only organisers change files that are no records. [maintainers-only]
program/participants/ana.yaml:7:12: github_id stays as it was; only the organisers change it. [fixed-field]
""",
        }
    )

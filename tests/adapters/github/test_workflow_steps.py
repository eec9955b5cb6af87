"""Every line of our workflows, run as GitHub would run it, or with its reason why not."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorgen import __version__
from mentorgen.adapters import clock
from mentorgen.adapters.github.forge import Author, NewIssue, Reaction
from mentorgen.loading.form_templates import read_forms
from mentorgen.model.ids import PairId
from mentorgen.model.requests import RequestKind
from mentorgen.output.github.marks import hidden, hidden_in
from mentorgen.output.github.reminders import home_mark
from tests.adapters.github.fake.loopback import served
from tests.adapters.github.fake.server import FakeGitHub
from tests.adapters.github.hub import BOT, Hub
from tests.adapters.github.runner import REPOSITORY, Named, Ran, Runner, Step, steps
from tests.filled_forms import body_of
from tests.programs.rounds import a_round

STEPS = steps()
ANA, CY, NEW = Author(101, "example-ana"), Author(103, "example-cy"), Author(109, "example-new")
PAIR = "spring/ana-cy"
TOKEN = {"github.token": "the-bots"}
ELSEWHERE = {
    ("check", "Check what somebody changed"): "tests/adapters/cli/test_check_workflow.py",
    ("check", "Check what our own automation changed"): "tests/adapters/cli/test_check_workflow.py",
    ("check", "Check what waits to be merged"): "tests/adapters/cli/test_check_workflow.py",
    ("install", "Install the package, where only its lock does"): "tests/test_repository.py",
}
"""Lines that are run in other tests."""
ONLY_PLANNED = {
    (
        "install",
        "Install from the code, where it stands beside the program",
    ): "takes minutes; .ci/run does it",
    ("ci", "Lint"): "takes minutes; .ci/run does it",
    ("ci", "Test"): "would run these tests in these tests; .ci/run does it",
    ("nightly", "Search and measure"): "takes hours",
    ("release", "Publish"): "needs the identity that only GitHub gives a workflow",
}
"""Lines of which a test only asks make what it would run, and why."""


def _files() -> dict[str, str]:
    """Give a round without an end, a pair that waits for an answer, and the forms."""
    files = {place: str(text) for place, text in a_round().items()}
    files["program/cohorts/spring.yaml"] = "schema: 1\nname: Rolling\nrolling: true\n"
    for slug, account in (("ana", ANA), ("cy", CY)):
        place = f"program/participants/{slug}.yaml"
        files[place] += f"github: {account.login}\ngithub_id: {account.id}\n"
    files[f"program/pairs/{PAIR}.yaml"] = (
        "schema: 1\nform: one-to-one\nmentors: [ana]\nmentees: [cy]\nstarts: 2026-03-02\n"
    )
    facts = "".join(
        f"  - {{on: 2026-03-02, kind: confirmed, by: {who}}}\n" for who in ("ana", "cy")
    )
    files[f"program/log/pairs/{PAIR}.yaml"] = f"schema: 1\nfacts:\n{facts}"
    for form in sorted((REPOSITORY / ".github/ISSUE_TEMPLATE").glob("*.yml")):
        files[f".github/ISSUE_TEMPLATE/{form.name}"] = form.read_text()
    return files


@pytest.fixture
def hub() -> Hub:
    return Hub(_files(), now=clock.now())


@pytest.fixture
def runner(tmp_path: Path, hub: Hub) -> Iterator[Runner]:
    with served(FakeGitHub(hub)) as address:
        yield Runner(tmp_path, hub, address)


def _fine(ran: Ran) -> str:
    assert ran.code == 0, ran
    return ran.out


def test_every_step_is_run_in_a_test_or_says_why_not() -> None:
    here = Path(__file__).read_text()

    missing = {
        (workflow, name)
        for workflow, name in STEPS.keys() - ELSEWHERE.keys() - ONLY_PLANNED.keys()
        if f'STEPS["{workflow}", "{name}"]' not in here
    }

    assert missing == set()
    assert ELSEWHERE.keys() | ONLY_PLANNED.keys() <= STEPS.keys()
    assert [
        name for (_, name), test in ELSEWHERE.items() if name not in (REPOSITORY / test).read_text()
    ] == []


@pytest.mark.parametrize("step", ONLY_PLANNED, ids=" ".join)
def test_make_knows_what_to_run_where_it_is_not_run(step: Named) -> None:
    plan = _make(STEPS[step], REPOSITORY, MAKEFLAGS="--always-make --dry-run")
    scripts = re.findall(r"(?:bench|tests)[/.][\w/.]+", plan)

    assert "install --no-cache-dir --require-hashes" in plan
    for script in {one.removesuffix(".py").replace(".", "/") for one in scripts}:
        assert (REPOSITORY / script).exists() or (REPOSITORY / f"{script}.py").exists(), script


def test_the_package_is_built(tmp_path: Path) -> None:
    place = tmp_path / "copy"
    left_out = shutil.ignore_patterns(".*", "dist", "__pycache__")
    place.mkdir()
    for name in ("Makefile", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(REPOSITORY / name, place)
    for name in ("mentorgen", "requirements"):
        shutil.copytree(REPOSITORY / name, place / name, ignore=left_out)
    _as_if_installed(place)
    step = STEPS["release", "Build"]

    plan = _make(step, place, MAKEFLAGS="--dry-run")
    assert "pip" in plan
    assert " install " not in plan, "it would install into the environment of these tests"
    _make(step, place)

    assert [one.name for one in (place / "dist").iterdir()] == [
        f"mentorgen-{__version__}-py3-none-any.whl"
    ]


def _as_if_installed(place: Path) -> None:
    """Let make take the environment of these tests for its own, and for as new as can be."""
    (place / ".venv").mkdir()
    for part in ("bin", "lib", "pyvenv.cfg"):
        (place / ".venv" / part).symlink_to(Path(sys.prefix) / part)
    for stamp in (".made", ".runtime"):
        file = place / ".venv" / stamp
        file.touch()
        os.utime(file, (4_000_000_000, 4_000_000_000))


def _make(step: Step, place: Path, **more: str) -> str:
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", step.run],
        cwd=place,
        env={**os.environ, **more},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout


def test_the_check_before_publishing(runner: Runner) -> None:
    ran = runner.run(STEPS["publish", "Check the program"], {})

    assert _fine(ran) == ""
    assert "all is well" in ran.err


def test_a_site_that_is_not_published_is_told(runner: Runner, hub: Hub) -> None:
    (runner.place / "program/participants/ana.yaml").write_text("schema: 1\nname: Ana\n")

    failed = runner.run(STEPS["publish", "Check the program"], {})
    _fine(runner.run(STEPS["publish", "Tell the organisers"], TOKEN))

    assert failed.code == 1
    assert [issue.title for issue in hub.issues.values()] == ["The site could not be published"]


@pytest.mark.parametrize("preview", [True, False], ids=["preview", "published"])
def test_the_site(runner: Runner, *, preview: bool) -> None:
    shutil.copytree(REPOSITORY / "docs", runner.place / "docs")
    shutil.copy(REPOSITORY / "mkdocs.yml", runner.place)
    step = STEPS["check", "Build the site"] if preview else STEPS["publish", "Build the site"]

    _fine(runner.run(step, {}))

    assert "Ana Loom" in (runner.place / "site/people/index.html").read_text()


def test_a_proposal_is_shown_and_then_opened(runner: Runner, hub: Hub) -> None:
    values = {**TOKEN, "inputs.cohort": ""}

    shown = _fine(runner.run(STEPS["match", "Show what would be proposed"], values))
    assert "open a pull request from mentorgen/proposals/spring" in shown
    assert hub.pulls == {}
    _fine(runner.run(STEPS["match", "Propose pairs"], {**values, "inputs.cohort": "spring"}))

    assert [pull.title for pull in hub.pulls.values()] == ["Suggested pairs: Rolling"]


HOMES = {
    "daily": STEPS["match", "Open and update the pairs' homes"],
    "many": STEPS["match", "Open many homes"],
    "merged": STEPS["homes", "Open and update the pairs' homes"],
}


@pytest.mark.parametrize("name", HOMES)
def test_the_homes_of_pairs_are_kept_up_to_date_on_any_day(
    runner: Runner, hub: Hub, name: str
) -> None:
    step = HOMES[name]
    mark = home_mark(PairId(PAIR))
    old = f"Hello\n\n{hidden('home', mark)}\n{hidden('key', mark)}\n"
    home = hub.add_issue(BOT, NewIssue("Your place", old)).number

    said = _fine(runner.run(step, TOKEN))
    again = _fine(runner.run(step, TOKEN))

    assert (said, again) == ("1 to be brought up to date.\n", "Every home is as it should be.\n")
    assert hub.issues[home].title == "Your place: Ana Loom and Cy Warp"
    assert hidden_in(hub.issues[home].body, "pair") == PAIR
    assert [one.title for one in hub.issues.values()][1:] == ["How reminders are doing"]


@pytest.mark.parametrize(
    "cohort", ["$(touch ran)", "`touch ran`", "; touch ran", '"; touch ran; "']
)
def test_the_name_of_a_round_is_only_a_name(runner: Runner, cohort: str) -> None:
    values = {**TOKEN, "inputs.cohort": cohort}

    ran = runner.run(STEPS["match", "Show what would be proposed"], values)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("mentorgen: There is no round ")
    assert not [*runner.place.rglob("ran")]


def test_reminders_are_shown_and_sent_once_the_first_run_is_agreed_to(
    runner: Runner, hub: Hub
) -> None:
    _fine(runner.run(STEPS["remind", "Show what would be sent"], TOKEN))
    assert hub.issues == {}

    _fine(runner.run(STEPS["remind", "Remind"], TOKEN))
    quiet = {issue.title for issue in hub.issues.values()}
    _fine(runner.run(STEPS["remind", "Remind many"], TOKEN))
    _fine(runner.run(STEPS["remind", "Tell the organisers"], TOKEN))

    assert len(quiet) <= 1
    assert all(issue.author == BOT for issue in hub.issues.values())
    assert not [issue for issue in hub.issues.values() if "Ana Loom" in issue.title]


def test_the_report(runner: Runner, hub: Hub) -> None:
    _fine(runner.run(STEPS["report", "Report"], TOKEN))

    assert [issue.title for issue in hub.issues.values()] == ["How our mentoring is doing"]


def test_a_comment_is_followed(runner: Runner, hub: Hub) -> None:
    home = hub.add_issue(BOT, NewIssue("Ana and Cy", f"Hello\n\n{hidden('pair', PAIR)}\n"))
    comment = hub.add_comment(ANA, home.number, "/met 2026-03-09 45m")

    ran = runner.run(
        STEPS["commands", "Do what the comment asks"], TOKEN, runner.comment_event(1, comment)
    )

    assert _fine(ran) != ""
    assert f"program/meetings/{PAIR}/2026-03-09.md" in hub.files()
    assert hub.reactions["comment", comment.id] == {(BOT.id, Reaction.THUMBS_UP)}


def test_a_form_is_taken_in(runner: Runner, hub: Hub) -> None:
    form = next(one for one in read_forms(REPOSITORY) if one.kind is RequestKind.JOIN_AS_MENTEE)
    ticks = {question.id: question.must_tick for question in form.questions if question.must_tick}
    answers = {"name": "Nia Loom", "aim": "To weave a first cloth.", "languages": "en", **ticks}
    issue = hub.add_issue(NEW, NewIssue(f"{form.title} Nia", body_of(form, answers)))

    ran = runner.run(
        STEPS["join", "Make a record of the form"], TOKEN, runner.issue_event("opened", issue)
    )

    assert _fine(ran) != ""
    assert [pull.head for pull in hub.pulls.values()] == [f"mentorgen/intake/{issue.number}"]
    assert "program/participants/nia-loom.yaml" in hub.files(f"mentorgen/intake/{issue.number}")
    assert [comment.author for comment in hub.comments_on(issue.number)] == [BOT]
    told = _fine(runner.run(STEPS["match", "Tell applicants where they stand"], TOKEN))
    assert told == "Everybody reads where they stand.\n"

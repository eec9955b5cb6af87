"""The boundary: every error is one sentence with an exit code, whatever happens inside."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pydantic
import pytest

from mentorgen import __version__
from mentorgen.adapters.cli.main import commands, main
from mentorgen.errors import TryAgainLaterError
from tests.adapters.conftest import Mentorgen
from tests.conftest import MakeRepo
from tests.programs.trees import empty, many_people

COMMAND = Path(sys.executable).with_name("mentorgen")


@pytest.fixture
def fails(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give the name of a command that is there for one test only and raises what it is told."""

    @click.command("fails")
    def command() -> None:
        raise request.param

    commands.add_command(command)
    yield "fails"
    del commands.commands["fails"]


@pytest.mark.parametrize("fails", [ZeroDivisionError("by nothing")], indirect=True)
def test_what_nobody_expected_is_our_bug_and_no_traceback(fails: str, mentorgen: Mentorgen) -> None:
    answer = mentorgen(fails)

    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith(
        "mentorgen: this is a bug in mentorgen, not in your files: ZeroDivisionError: by nothing at "
    )
    assert answer.err.endswith("Please report it with the command you typed.\n")
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize("fails", [KeyboardInterrupt()], indirect=True)
def test_who_interrupts_is_told_that_it_stopped(fails: str, mentorgen: Mentorgen) -> None:
    answer = mentorgen(fails)

    assert (answer.code, answer.out, answer.err.strip()) == (130, "", "Stopped.")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--root", "/x\n::error::y\x1b[31m"),
        ("check", "--explain", "x\n::error::y\x1b[31m"),
        ("check", "--today", "x\n::error::y\x1b[31m"),
        ("x\n::error::y\x1b[31m",),
    ],
)
def test_nothing_typed_begins_a_line_or_steers_a_terminal(
    arguments: tuple[str, ...], mentorgen: Mentorgen
) -> None:
    answer = mentorgen(*arguments)

    assert answer.code == 2
    assert "::error::y\\x1b[31m" in answer.err
    assert not any(line.lstrip().startswith("::") for line in answer.err.splitlines())
    assert "\x1b" not in answer.err


@pytest.mark.parametrize("fails", [click.ClickException("No such\nloom.")], indirect=True)
def test_what_has_no_usage_is_one_line(fails: str, mentorgen: Mentorgen) -> None:
    answer = mentorgen(fails)

    assert (answer.code, answer.out, answer.err) == (1, "", "Error: No such\\nloom.\n")


@pytest.mark.parametrize("fails", [TryAgainLaterError("The loom is busy.")], indirect=True)
def test_what_may_go_through_later_has_a_code_of_its_own(fails: str, mentorgen: Mentorgen) -> None:
    answer = mentorgen(fails)

    assert (answer.code, answer.out, answer.err) == (4, "", "mentorgen: The loom is busy.\n")


def test_help_and_version_are_answers(mentorgen: Mentorgen) -> None:
    assert mentorgen("--version") == mentorgen("--version")
    assert mentorgen("--version").out == f"mentorgen {__version__}\n"
    assert mentorgen("match", "--help").code == 0


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("chek",), "Error: No such command 'chek'."),
        (
            ("check", "--today", "soon"),
            "Error: Invalid value for '--today': 'soon' is no date such as 2026-03-01.",
        ),
        (("check", "--today", "2026-02-30"), "Error: Invalid value for '--today': '2026-02-30'"),
        (("check", "--format", "xml"), "Error: Invalid value for '--format': 'xml' is not one of"),
        (("serve", "--port", "0"), "Error: Invalid value for '--port': 0 is not in the range"),
    ],
)
def test_a_command_typed_wrong_says_how_to_type_it(
    typed: tuple[str, ...], sentence: str, mentorgen: Mentorgen
) -> None:
    answer = mentorgen(*typed)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("Usage: mentorgen ")
    assert sentence in answer.err


def test_a_root_that_is_not_there_is_a_wrong_usage(tmp_path: Path, mentorgen: Mentorgen) -> None:
    root = tmp_path / "nowhere"

    answer = mentorgen("status", "--root", root)

    assert (answer.code, answer.err) == (2, f"mentorgen: There is no folder {root}.\n")


def test_main_exits_with_the_code(monkeypatch: pytest.MonkeyPatch, make_repo: MakeRepo) -> None:
    monkeypatch.chdir(make_repo(empty()))

    with pytest.raises(SystemExit) as end:
        main(["check"])

    assert end.value.code == 0


def test_the_installed_command_runs_where_the_program_lies(make_repo: MakeRepo) -> None:
    root = make_repo({**empty(), "program/notes.txt": "Buy wool.\n"})

    done = subprocess.run([COMMAND, "check"], cwd=root, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "program/notes.txt:1:1: no record is read from here; move it or delete it. [unknown-file]\n",
        (
            "1 file read: 0 errors, 1 warning.\n"
            "More about a rule: mentorgen check --explain unknown-file\n"
        ),
    )


def test_a_reader_who_stops_reading_gets_no_traceback(make_repo: MakeRepo) -> None:
    root = make_repo(many_people(60))
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run(
        [COMMAND, "match", "--root", root, "--today", "2026-04-01"],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)

    assert "Traceback" not in done.stderr


def test_a_disk_that_refuses_leaves_nothing_behind(make_repo: MakeRepo) -> None:
    root = make_repo(empty())
    typed = f"ulimit -f 0; exec {COMMAND} new participant ana --name Ana --role mentor"

    done = subprocess.run(
        ["/bin/sh", "-c", typed], cwd=root, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (
        4,
        "",
        (
            "mentorgen: program/participants/ana.yaml could not be written: file too large."
            " Nothing was changed.\n"
        ),
    )
    assert [path for path in root.rglob("*") if path.is_file()] == [root / "program/program.yaml"]


def test_no_plugin_of_pydantic_runs_inside_a_check(
    make_repo: MakeRepo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    about = tmp_path / "nosy-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: nosy\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[pydantic]\nnosy = nosy:plugin\n")
    (tmp_path / "nosy.py").write_text("raise SystemExit('A plugin ran.')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.delenv("PYDANTIC_DISABLE_PLUGINS", raising=False)
    root = make_repo(empty())

    model = "import pydantic\nclass Any(pydantic.BaseModel): pass"
    anywhere = subprocess.run([sys.executable, "-c", model], capture_output=True, check=False)
    check = subprocess.run([COMMAND, "check", "--root", root], capture_output=True, check=False)

    assert b"A plugin ran." in anywhere.stderr
    assert (check.returncode, b"A plugin ran." in check.stderr) == (0, False)


@pytest.mark.parametrize(("version", "is_spared"), [("2.14.9", True), ("2.99.0", False)])
def test_only_a_version_that_was_looked_at_is_spared_its_search(
    version: str, monkeypatch: pytest.MonkeyPatch, *, is_spared: bool
) -> None:
    searching = "pydantic.plugin._loader"
    monkeypatch.setattr(pydantic, "VERSION", version)
    monkeypatch.delenv("PYDANTIC_DISABLE_PLUGINS", raising=False)
    monkeypatch.setitem(sys.modules, searching, pydantic)
    monkeypatch.delitem(sys.modules, searching)

    with pytest.raises(SystemExit):
        main(["--version"])

    assert (searching in sys.modules) == is_spared
    assert os.environ["PYDANTIC_DISABLE_PLUGINS"] == "__all__"

"""How answers look: widths, colours and no stray control."""

import sys

import pytest

from mentorgen.adapters import console
from mentorgen.output.report import Folded, Heading, Letter, Paragraph, Table, Verbatim
from tests.adapters.conftest import Mentorgen
from tests.conftest import MakeRepo
from tests.programs.trees import TODAY, many_people, three_people

BLOCKS = (
    Heading("Two looms"),
    Paragraph("One sentence, and another that goes on for longer than a narrow window is wide."),
    Table(("Who", "Meetings"), (("Ana", "3"), ("Ben", "12")), frozenset({1})),
    Letter("Hello Ana,\n\nhow are you?"),
)


@pytest.fixture
def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the streams of this test pass for a terminal of 40 columns."""
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_blocks_are_set_apart_and_fit_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    console.show(console.answers(), BLOCKS)

    assert capsys.readouterr().out == (
        "Two looms\n\n"
        "One sentence, and another that goes on for longer than a narrow window is wide.\n\n"
        "Who  Meetings\n"
        "Ana         3\n"
        "Ben        12\n\n"
        "Hello Ana,\n\nhow are you?\n"
    )


@pytest.mark.parametrize(("columns", "widest"), [("50", 50), ("", 120), ("0", 120), ("wide", 120)])
def test_a_pipe_is_as_wide_as_columns_says(
    columns: str, widest: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    console.show(console.answers(), (Paragraph("loom " * 60),))

    longest = max(len(line.rstrip()) for line in capsys.readouterr().out.splitlines())
    assert widest - len("loom ") <= longest <= widest


@pytest.mark.usefixtures("on_a_terminal")
def test_a_narrow_window_is_respected_and_headings_stand_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    console.show(console.answers(), BLOCKS)

    out = capsys.readouterr().out
    assert out.startswith("\x1b[1mTwo looms\x1b[0m\n")
    assert max(len(line) for line in out.splitlines()[1:6]) <= 40


@pytest.mark.usefixtures("on_a_terminal")
def test_what_stands_in_a_file_is_never_broken(capsys: pytest.CaptureFixture[str]) -> None:
    line = f"program/participants/ada.yaml:3:7: {'role must be mentor. ' * 3}[role]"

    console.show(console.answers(), [Verbatim([line, "- a"])])

    assert capsys.readouterr().out == f"    {line}\n    - a\n"


@pytest.mark.usefixtures("on_a_terminal")
def test_a_long_word_in_a_table_is_folded_and_never_cut(
    capsys: pytest.CaptureFixture[str],
) -> None:
    console.show(console.answers(), (Table(("A", "B"), (("x" * 30, "y" * 30),)),))

    out = capsys.readouterr().out
    assert (out.count("x"), out.count("y"), "…" in out) == (30, 30, False)


@pytest.mark.usefixtures("on_a_terminal")
def test_no_colour_is_printed_where_none_is_wanted(
    monkeypatch: pytest.MonkeyPatch, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    out = mentorgen("status", "--root", make_repo(three_people()), "--today", TODAY).out

    assert "\x1b[3" not in out


def test_a_table_in_a_pipe_is_as_wide_as_a_wide_window(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    answer = mentorgen("match", "--root", make_repo(many_people(30)), "--today", TODAY)

    widths = {len(line) for line in answer.out.splitlines()}
    assert 100 < max(widths) <= console.WIDTH_OF_A_PIPE


def test_control_characters_are_shown_and_not_sent(capsys: pytest.CaptureFixture[str]) -> None:
    hostile = "Ana\x1b[31m\x07\u202e\x9b"
    console.show(
        console.answers(), (Heading(hostile), Paragraph(hostile), Table(("A",), ((hostile,),)))
    )

    shown = "Ana\\x1b[31m\\x07\\u202e\\x9b"
    assert capsys.readouterr().out.split() == [shown, shown, "A", shown]


def test_talk_goes_beside_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    console.talk().print("Wait.")

    assert capsys.readouterr() == ("", "Wait.\n")
    assert sys.stderr is not sys.stdout


def test_details_stand_open(capsys: pytest.CaptureFixture[str]) -> None:
    console.show(console.answers(), [Folded("Ana", (Paragraph("One."),)), Paragraph("Two.")])

    assert capsys.readouterr().out == "Ana\n\nOne.\n\nTwo.\n"

"""What reaches a terminal: progress, in a real one only, and no stray control."""

import os
import pty
import sys
from io import StringIO

import pytest

from mentorgen.adapters import terminal
from tests.conftest import MakeRepo
from tests.programs.trees import TODAY, many_people, three_people

RUN = "from mentorgen.adapters.cli import main; main()"
CHECK = (sys.executable, "-c", RUN, "check", "--today", str(TODAY), "--root")


def test_many_files_are_followed_on_a_terminal(make_repo: MakeRepo) -> None:
    root = make_repo(many_people(terminal.FEWEST_TO_FOLLOW))

    assert "Reading  [####" in _on_a_terminal((*CHECK, str(root)))


def test_few_files_are_not(make_repo: MakeRepo) -> None:
    shown = _on_a_terminal((*CHECK, str(make_repo(three_people()))))

    assert "files read" in shown
    assert "Reading" not in shown


def test_what_is_followed_comes_whole_and_in_its_order(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(StringIO):
        def isatty(self) -> bool:
            return True

    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    things = range(terminal.FEWEST_TO_FOLLOW)

    assert [*terminal.follow(things, what="Reading")] == [*things]
    assert "Reading" in screen.getvalue()


def test_a_pipe_gets_no_bar() -> None:
    things = range(terminal.FEWEST_TO_FOLLOW)

    assert terminal.follow(things, what="Reading") is things


@pytest.mark.parametrize("text", ["Ana", "ليلى", "two\nlines", "José 東京"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert terminal.visible(text) == text


def _on_a_terminal(command: tuple[str, ...]) -> str:
    """Run a command in a terminal of its own and give what it shows there."""
    child, ours = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(command[0], command)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65_536)
        except OSError:
            break
        shown += piece
    os.close(ours)
    os.waitpid(child, 0)
    return shown.decode()

"""`mentorgen serve`: the site on this machine, built again when a record changes."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.adapters.conftest import Answer, Mentorgen
from tests.conftest import MakeRepo
from tests.programs.trees import SITE, TODAY, Tree, empty, three_people

COMMAND = Path(sys.executable).with_name("mentorgen")
PATIENCE = 20
"""Seconds until a page must be there."""


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
    return number


@pytest.fixture
def interrupt() -> Iterator[Callable[[Callable[[], bool]], None]]:
    """Press Ctrl-C in this process as soon as something is so."""
    waiting: list[threading.Thread] = []

    def press(ready: Callable[[], bool]) -> None:
        def wait() -> None:
            _until(ready)
            signal.raise_signal(signal.SIGINT)

        waiting.append(threading.Thread(target=wait))
        waiting[-1].start()

    yield press
    for thread in waiting:
        thread.join()


def test_a_change_of_a_record_is_served_without_a_restart(make_repo: MakeRepo, port: int) -> None:
    root = make_repo({**SITE, **three_people()})
    ana, ben = (root / f"program/participants/{slug}.yaml" for slug in ("ana", "ben"))
    command: list[str | Path] = [
        COMMAND,
        "serve",
        "--root",
        root,
        "--port",
        str(port),
        "--today",
        str(TODAY),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        try:
            assert _until(lambda: "I read tests for breakfast" in _page(port, "people/ana/"))
            ana.write_text(ana.read_text().replace("breakfast", "supper"))
            assert _until(lambda: "I read tests for supper" in _page(port, "people/ana/"))
            good = ana.read_text()
            ana.write_text(good.replace("role: mentor", "role: mentro"))
            ben.write_text(ben.read_text().replace("Ben", "Benno"))
            time.sleep(2)
            assert "I read tests for supper" in _page(port, "people/ana/")
            ana.write_text(good.replace("supper", "dinner"))
            assert _until(lambda: "I read tests for dinner" in _page(port, "people/ana/"))
        finally:
            server.send_signal(signal.SIGINT)
            out, err = server.communicate(timeout=PATIENCE)

    assert (server.returncode, out) == (0, b"")
    assert b"INFO: Building documentation..." in err
    assert b"role must be 'mentor', 'mentee' or 'both', not 'mentro'" in err
    assert b"The pages show the program as it was before." in err
    assert b"Traceback" not in err


@pytest.mark.parametrize("tree", [three_people(), empty()])
def test_every_part_that_is_there_is_watched_until_ctrl_c(
    tree: Tree,
    make_repo: MakeRepo,
    mentorgen: Mentorgen,
    port: int,
    interrupt: Callable[[Callable[[], bool]], None],
) -> None:
    root = make_repo({**SITE, **tree})
    interrupt(lambda: "<h1" in _page(port, "training/"))

    answer = mentorgen("serve", "--root", root, "--port", port, "--preview")

    assert (answer.code, answer.out) == (0, "")
    assert {part for part in ("program", "training") if f"'{root}/{part}'" in answer.err} == {
        path.partition("/")[0] for path in tree
    }
    assert "INFO: Shutting down..." in answer.err


def test_a_port_in_use_is_said_before_anything_is_built(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo({**SITE, **empty()})
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        answer = mentorgen("serve", "--root", root, "--port", port)

    reason = os.strerror(98).lower() if sys.platform == "linux" else "address already in use"
    assert answer == Answer(
        2,
        "",
        f"mentorgen: Port {port} cannot be used: {reason}. Choose another with --port.\n",
    )


def test_a_broken_program_is_not_served(make_repo: MakeRepo, port: int) -> None:
    root = make_repo({**SITE, **empty(), "program/participants/ana.yaml": "schema: 1\n"})

    done = subprocess.run(
        [COMMAND, "serve", "--root", root, "--port", str(port)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert "program/participants/ana.yaml:1:1: " in done.stderr
    assert done.stderr.endswith("mentorgen: The site was not built: see above.\n")


def _page(port: int, path: str) -> str:
    with (
        contextlib.suppress(OSError),
        urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=5) as answer,
    ):
        text: str = answer.read().decode()
        return text
    return ""


def _until(ready: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if ready():
            return True
        time.sleep(0.1)
    return False

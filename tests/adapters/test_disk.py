"""Changing files: the old one or the new one, whatever happens in between."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from mentorgen.adapters.disk import Change, Delete, Write, apply, create
from mentorgen.errors import TryAgainLaterError, WrongUsageError
from mentorgen.loading.files import UNFINISHED, Found, find_records

OLD = {"a/ana.yaml": "old ana\n", "a/ben.yaml": "old ben\n", "b/chi.yaml": "old chi\n"}
NEW = {"a/ana.yaml": "new ana\n", "a/dee.yaml": "new dee\n"}


def _laid_out(folder: Path, files: Mapping[str, str] = OLD) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def _files(folder: Path) -> dict[str, str]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def _changes(folder: Path) -> list[Change]:
    """From OLD to NEW."""
    return [
        Write(folder / "a/ana.yaml", b"new ana\n"),
        Write(folder / "a/dee.yaml", b"new dee\n"),
        Delete(folder / "a/ben.yaml"),
        Delete(folder / "b/chi.yaml", within=folder),
    ]


def test_a_file_is_written_with_its_folders_as_it_is(tmp_path: Path) -> None:
    create(tmp_path / "a/b/ana.yaml", "name: ليلى\n")

    assert (tmp_path / "a/b/ana.yaml").read_bytes() == "name: ليلى\n".encode()
    assert [path.name for path in (tmp_path / "a/b").iterdir()] == ["ana.yaml"]


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "ana.yaml").write_text("old\n")

    with pytest.raises(WrongUsageError, match="is there already; nothing was changed"):
        create(tmp_path / "ana.yaml", "new\n")

    assert (tmp_path / "ana.yaml").read_text() == "old\n"


def test_a_link_to_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "ana.yaml").symlink_to(tmp_path / "elsewhere.yaml")

    with pytest.raises(WrongUsageError):
        create(tmp_path / "ana.yaml", "new\n")

    assert not (tmp_path / "elsewhere.yaml").exists()


def test_changes_are_made_together_and_again_without_harm(tmp_path: Path) -> None:
    folder = _laid_out(tmp_path / "files")

    apply(_changes(folder))
    apply(_changes(folder))

    assert _files(folder) == NEW
    assert not (folder / "b").exists()


def test_only_folders_that_a_deletion_leaves_empty_go(tmp_path: Path) -> None:
    folder = _laid_out(tmp_path / "files", {"a/b/c/ana.yaml": "old\n", "a/ben.yaml": "old\n"})
    (folder / "empty").mkdir()

    apply([Delete(folder / "a/b/c/ana.yaml", within=folder)])
    one = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    apply([Delete(folder / "a/ben.yaml", within=folder / "a")])
    other = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))

    assert (one, other) == (["a", "a/ben.yaml", "empty"], ["a", "empty"])


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    folder = _laid_out(tmp_path)
    (folder / "a/ana.yaml").chmod(mode)

    apply([Write(folder / "a/ana.yaml", b"new\n")])

    assert (folder / "a/ana.yaml").stat().st_mode & 0o777 == mode


@pytest.mark.parametrize(
    "change", [Write(Path("a/link.yaml"), b"new\n"), Delete(Path("a/link.yaml"))]
)
def test_a_link_is_neither_written_nor_deleted(tmp_path: Path, change: Write | Delete) -> None:
    folder = _laid_out(tmp_path)
    (folder / "a/link.yaml").symlink_to(folder / "a/ana.yaml")
    there = folder / change.file
    changes = [
        Write(folder / "a/ben.yaml", b"new\n"),
        replace(change, file=there),
    ]

    with pytest.raises(
        WrongUsageError, match=r"link\.yaml is a link or a folder, not a file; nothing"
    ):
        apply(changes)

    assert there.is_symlink()
    assert {**_files(folder), "a/link.yaml": ""} == {**OLD, "a/link.yaml": ""}


def test_what_a_killed_write_left_is_no_record_and_goes_with_the_next_write(
    tmp_path: Path,
) -> None:
    folder = _laid_out(tmp_path / "program/participants", {"ana.yaml": "old\n"})
    (folder / f".ben.yaml.7{UNFINISHED}").write_text("half")

    found = [*find_records(tmp_path)]
    apply([Write(folder / "ana.yaml", b"new\n")])

    assert [item.name for item in found if isinstance(item, Found)] == [
        "program/participants/ana.yaml"
    ]
    assert len(found) == 1
    assert _files(folder) == {"ana.yaml": "new\n"}


def test_a_write_that_fails_leaves_no_half_file(tmp_path: Path) -> None:
    with pytest.raises(TryAgainLaterError, match=r"could not be written: .* Nothing was changed"):
        create(tmp_path / ("a" * 300), "new\n")

    assert list(tmp_path.iterdir()) == []


def test_a_change_that_fails_among_others_says_what_is_done(tmp_path: Path) -> None:
    folder = _laid_out(tmp_path)
    far = folder / ("x" * 300)

    with pytest.raises(TryAgainLaterError) as caught:
        apply(
            [Write(folder / "a/ana.yaml", b"new ana\n"), Delete(far), Delete(folder / "a/ben.yaml")]
        )

    assert str(caught.value) == (
        f"{far} could not be deleted: file name too long. 1 of 3 changes were made: "
        f"{folder}/a/ana.yaml. Not made: {far}, {folder}/a/ben.yaml. "
        "Run the same command again to finish."
    )
    assert _files(folder) == {**OLD, "a/ana.yaml": "new ana\n"}


def _in_a_process(script: str, *arguments: object) -> str:
    """Run a script in a real process that may kill itself."""
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        timeout=120,
    )
    return done.stdout


_FULL = """
import resource, signal, sys
from pathlib import Path
from mentorgen.adapters.disk import Write, apply
from mentorgen.errors import TryAgainLaterError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
folder = Path(sys.argv[1])
try:
    apply([Write(folder / "a/ana.yaml", b"new\\n"), Write(folder / "a/ben.yaml", b"x" * 5000)])
except TryAgainLaterError as error:
    print(error)
"""


def test_a_disk_that_takes_no_more_leaves_every_file_old(tmp_path: Path) -> None:
    folder = _laid_out(tmp_path)

    said = _in_a_process(_FULL, folder)

    assert (
        said == f"{folder}/a/ben.yaml could not be written: file too large. Nothing was changed.\n"
    )
    assert _files(folder) == OLD


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    folder = _laid_out(tmp_path)
    locked = Path("/sys/kernel") if os.geteuid() == 0 else folder / "a"
    (folder / "a").chmod(0o500)

    with pytest.raises(TryAgainLaterError, match=r"denied|not permitted|read-only") as caught:
        apply([Write(folder / "b/chi.yaml", b"new\n"), Write(locked / "ana.yaml", b"new\n")])

    (folder / "a").chmod(0o700)
    assert str(caught.value).endswith("Nothing was changed.")
    assert _files(folder) == OLD


_KILLED = """
import json, os, signal, sys
from itertools import count
from pathlib import Path
from tests.adapters.test_disk import _changes, _files, _laid_out
from mentorgen.adapters import disk

def killed_at(step, folder):
    left = step
    def trace(frame, event, _):
        nonlocal left
        if frame.f_code.co_filename != disk.__file__:
            return None
        left -= 1
        if left == 0:
            os.kill(os.getpid(), SIGNAL)
        return trace
    sys.settrace(trace)
    disk.apply(_changes(folder))
    os._exit(0)

SIGNAL = int(sys.argv[2])
states = []
for step in count(1, int(sys.argv[3])):
    folder = _laid_out(Path(sys.argv[1]) / str(step))
    child = os.fork()
    if not child:
        try:
            killed_at(step, folder)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    state = _files(folder)
    disk.apply(_changes(folder))
    states.append([state, _files(folder)])
    if status == 0:
        break
print(json.dumps(states))
"""


@pytest.mark.parametrize(("number", "stride"), [(signal.SIGKILL, 1), (signal.SIGINT, 4)])
def test_whoever_stops_a_write_at_any_step_finds_each_file_old_or_new(
    tmp_path: Path, number: signal.Signals, stride: int
) -> None:
    states = json.loads(_in_a_process(_KILLED, tmp_path, int(number), stride))

    assert len(states) > 50 / stride
    seen = set()
    for state, finished in states:
        litter = {name for name in state if name.endswith(UNFINISHED)}
        assert not litter or number == signal.SIGKILL
        for name in {*OLD, *NEW} | state.keys() - litter:
            assert state.get(name) in {OLD.get(name), NEW.get(name)}
        seen.add(json.dumps({name: text for name, text in state.items() if name not in litter}))
        assert finished == NEW
    assert len(seen) == 5

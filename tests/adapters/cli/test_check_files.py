"""Files and names that do harm: each gets one clear sentence, and nothing is followed, run or waited for."""

import os
import runpy
import shutil
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from mentorgen import __version__
from tests.adapters.conftest import Mentorgen
from tests.git_repository import git, new_repository, write
from tests.programs.trees import SITE, TODAY, many_people, three_people
from tests.unprivileged import without_privileges

PEOPLE = "program/participants"
DAN = "schema: 1\nname: Dan\nrole: mentee\nconsent: {version: 1, given: 2026-01-10}\n"
LINK = "symbolic links are not allowed; put the file itself here. [symbolic-link]"
SUBMODULE = "submodules are not allowed; put the files themselves here. [submodule]"
NO_FILE = "this is not a regular file; delete it. [not-a-file]"
IDS = "a file name is an id: lower-case letters, digits and single hyphens."
COMMAND = "this name can be taken for a command; use letters, digits, '.', '-' and '_'. [file-name]"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three people and a handbook."""
    folder = tmp_path / "repository"
    write(folder, {**three_people(), **SITE})
    return folder


def _said(mentorgen: Mentorgen, root: Path) -> list[str]:
    answer = mentorgen("check", "--root", root, "--today", TODAY)
    lines: list[str] = answer.out.splitlines()
    assert answer.code == (1 if lines else 0)
    return lines


# Links, and what is no file


@pytest.mark.parametrize(
    ("name", "target"),
    [
        (f"{PEOPLE}/dan.yaml", "/etc/passwd"),
        (f"{PEOPLE}/dan.yaml", "ana.yaml"),
        (f"{PEOPLE}/dan.yaml", "nowhere"),
        (f"{PEOPLE}/dan.yaml", "dan.yaml"),
        (f"{PEOPLE}/more", "../participants"),
        (f"{PEOPLE}/README.md", "/etc/passwd"),
        ("program/.gitkeep", "/etc/passwd"),
        ("training/mentees/more.md", "asking.md"),
        ("training/more", "mentees"),
        ("docs/linked", "../private"),
        ("docs/handbook/linked", "/"),
        ("docs/handbook/README.md", "/etc/passwd"),
        ("docs/linked.png", "/etc/passwd"),
    ],
)
def test_a_link_is_refused_wherever_the_site_would_follow_it(
    name: str, target: str, root: Path, mentorgen: Mentorgen
) -> None:
    (root / name).symlink_to(target)

    assert _said(mentorgen, root) == [f"{name}:1:1: {LINK}"]


@pytest.mark.parametrize("part", ["docs", "training"])
def test_a_whole_folder_may_not_be_a_link(part: str, root: Path, mentorgen: Mentorgen) -> None:
    (root / part).rename(root / "elsewhere")
    (root / part).symlink_to("elsewhere")

    assert f"{part}:1:1: {LINK}" in _said(mentorgen, root)


def test_a_handbook_of_files_and_folders_is_fine(root: Path, mentorgen: Mentorgen) -> None:
    write(root, {"docs/a/b/c/d/e/f/g.md": "x", "docs/Con & co.md": "x", "docs/a/.x": "x"})

    assert _said(mentorgen, root) == []


def test_a_program_without_a_handbook_is_fine(root: Path, mentorgen: Mentorgen) -> None:
    shutil.rmtree(root / "docs")

    assert _said(mentorgen, root) == []


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(path.name)
    finally:
        os.chdir(here)


def _device(path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root makes devices")
    os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))


@pytest.mark.parametrize("make", [os.mkfifo, _socket, _device])
@pytest.mark.parametrize("name", [f"{PEOPLE}/dan.yaml", "training/mentees/dan.md", "docs/dan.md"])
def test_what_never_ends_is_not_read(
    make: Callable[[Path], None], name: str, root: Path, mentorgen: Mentorgen
) -> None:
    make(root / name)

    assert _said(mentorgen, root) == [f"{name}:1:1: {NO_FILE}"]


@pytest.mark.parametrize("name", [f"{PEOPLE}/dan.yaml", f"{PEOPLE}/dan.yml", "training/x/a.md"])
def test_a_folder_is_no_record(name: str, root: Path, mentorgen: Mentorgen) -> None:
    write(root, {f"{name}/ana.yaml": DAN})

    assert _said(mentorgen, root) == [
        f"{name}:1:1: a folder stands here where a file is meant; rename or delete it. [not-a-file]"
    ]


def test_an_empty_folder_is_no_record_either(root: Path, mentorgen: Mentorgen) -> None:
    (root / PEOPLE / "dan.yaml").mkdir()
    (root / PEOPLE / "dan").mkdir()

    assert _said(mentorgen, root) == [
        (
            f"{PEOPLE}/dan.yaml:1:1: a folder stands here where a file is meant;"
            " rename or delete it. [not-a-file]"
        )
    ]


@pytest.mark.parametrize(
    ("closed", "said"),
    [
        (f"{PEOPLE}/cleo.yaml", "this file cannot be read: permission denied. [unreadable]"),
        ("program/plans", "this folder cannot be read: permission denied. [unreadable]"),
        ("training", "this folder cannot be read: permission denied. [unreadable]"),
        ("docs", "this folder cannot be read: permission denied. [unreadable]"),
        ("docs/handbook", "this folder cannot be read: permission denied. [unreadable]"),
    ],
)
def test_what_is_closed_to_us_is_said_to_be(
    closed: str,
    said: str,
    root: Path,
    mentorgen: Mentorgen,
) -> None:
    (root / closed).chmod(0)

    with without_privileges():
        lines = _said(mentorgen, root)
    (root / closed).chmod(0o700)

    assert f"{closed}:1:1: {said}" in lines


def test_a_root_that_is_closed_to_us_is_said_to_be(root: Path, mentorgen: Mentorgen) -> None:
    root.chmod(0o111)

    with without_privileges():
        lines = _said(mentorgen, root)
    root.chmod(0o700)

    assert lines[0] == "program:1:1: this folder cannot be read: permission denied. [unreadable]"


def test_a_root_that_cannot_be_entered_is_no_bug_of_ours(root: Path, mentorgen: Mentorgen) -> None:
    root.chmod(0)

    with without_privileges():
        answer = mentorgen("check", "--root", root)
    root.chmod(0o700)

    assert (answer.code, answer.err) == (
        2,
        f"mentorgen: {root} cannot be entered: ask its owner to let you read it.\n",
    )


# What only git knows


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The same in git."""
    return new_repository(tmp_path / "kept", {**three_people(), **SITE})


def _keep(root: Path, mode: str, name: str) -> None:
    """Change what git knows of a path, and leave the disk as it is."""
    oid = git(root, "rev-parse", "HEAD" if mode == "160000" else "HEAD:mkdocs.yml")
    git(root, "update-index", "--add", "--cacheinfo", f"{mode},{oid},{name}")


@pytest.mark.parametrize("name", [f"{PEOPLE}/dan", f"{PEOPLE}/dan.yaml", "training/x", "docs/x"])
def test_a_submodule_is_refused(name: str, kept: Path, mentorgen: Mentorgen) -> None:
    _keep(kept, "160000", name)
    (kept / name).mkdir()

    assert _said(mentorgen, kept) == [f"{name}:1:1: {SUBMODULE}"]


@pytest.mark.parametrize("name", [f"{PEOPLE}/cleo.yaml", "docs/handbook/participants.md"])
def test_a_link_is_seen_where_the_disk_has_none(
    name: str, kept: Path, mentorgen: Mentorgen
) -> None:
    _keep(kept, "120000", name)

    assert f"{name}:1:1: {LINK}" in _said(mentorgen, kept)


def test_a_record_that_is_marked_to_run_is_a_warning(kept: Path, mentorgen: Mentorgen) -> None:
    name = f"{PEOPLE}/cleo.yaml"
    git(kept, "update-index", "--chmod=+x", name)

    answer = mentorgen("check", "--root", kept, "--today", TODAY)

    assert (answer.code, answer.out) == (
        0,
        (
            f"{name}:1:1: this record is marked as a program to run; take the mark away with"
            f" 'git update-index --chmod=-x {name}'. [executable]\n"
        ),
    )


def test_a_program_deeper_in_a_repository_knows_its_modes(
    tmp_path: Path, mentorgen: Mentorgen
) -> None:
    files = {f"looms/{path}": text for path, text in three_people().items()}
    top = new_repository(tmp_path / "deeper", files)
    git(top, "update-index", "--chmod=+x", f"looms/{PEOPLE}/cleo.yaml")

    answer = mentorgen("check", "--root", top / "looms", "--today", TODAY)

    assert answer.out.startswith(f"{PEOPLE}/cleo.yaml:1:1: this record is marked")


# Names

TOO_LONG = f"program/goals/spring/{'a' * 80}/{'b' * 76}/{'c' * 80}.yaml"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "Cleo.yaml",
            "this file and 'cleo.yaml' would be one record; keep one of them. [same-file]",
        ),
        (
            "cleo.yml",
            "this file and 'cleo.yaml' would be one record; keep one of them. [same-file]",
        ),
        (
            "cleo.yaml.",
            "this file and 'cleo.yaml' would be one record; keep one of them. [same-file]",
        ),
        (
            "cleo .yaml",
            "this file and 'cleo.yaml' would be one record; keep one of them. [same-file]",
        ),
        (
            "cleo.yaml ",
            "this file and 'cleo.yaml' would be one record; keep one of them. [same-file]",
        ),
        (
            "dan.yaml.",
            "files of this kind end in '.yaml'; rename this one to 'dan.yaml'. [file-ending]",
        ),
        ("dan .yaml", f"{IDS} Rename it to 'dan.yaml'. [file-name]"),
        ("-rf.yaml", f"{IDS} Rename it to 'rf.yaml'. [file-name]"),
        ("$(id).yaml", f"{IDS} Rename it to 'id.yaml'. [file-name]"),
        (";rm.yaml", f"{IDS} Rename it to 'rm.yaml'. [file-name]"),
        ("'dan\".yaml", f"{IDS} Rename it to 'dan.yaml'. [file-name]"),
        ("::error::.yaml", f"{IDS} Rename it to 'error.yaml'. [file-name]"),
        ("-rf", COMMAND),
        ("$(id)", COMMAND),
        (";rm", COMMAND),
        ("a'b", COMMAND),
        ('a"b', COMMAND),
        ("a`b", COMMAND),
        ("a|b", COMMAND),
        ("::error::", COMMAND),
        ("a\\b", COMMAND),
        ("dan.", COMMAND),
        ("dan ", COMMAND),
    ],
)
def test_a_bad_name_is_shown_and_mended(
    name: str, said: str, root: Path, mentorgen: Mentorgen
) -> None:
    write(root, {f"{PEOPLE}/{name}": DAN})

    assert _said(mentorgen, root) == [f"{PEOPLE}/{name}:1:1: {said}"]


@pytest.mark.parametrize(
    "case",
    [
        ("a\n::error::b", "a\\n::error::b", COMMAND),
        (
            "a\n::error::b.yaml",
            "a\\n::error::b.yaml",
            f"{IDS} Rename it to 'a-error-b.yaml'. [file-name]",
        ),
        ("a\r::b.png", "a\\r::b.png", COMMAND),
        ("\x1b[31m.yaml", "\\x1b[31m.yaml", f"{IDS} Rename it to '31m.yaml'. [file-name]"),
        ("\u202e.yaml", "\\u202e.yaml", f"{IDS} Rename it to 'a-name.yaml'. [file-name]"),
        ("\udcff.yaml", "\\udcff.yaml", f"{IDS} Rename it to 'a-name.yaml'. [file-name]"),
    ],
)
@pytest.mark.parametrize("style", ["text", "github", "json"])
def test_a_name_that_would_be_a_command_is_shown_with_escapes(
    case: tuple[str, str, str], style: str, root: Path, mentorgen: Mentorgen
) -> None:
    name, shown, said = case
    write(root, {f"{PEOPLE}/{name}": DAN})

    answer = mentorgen("check", "--root", root, "--today", TODAY, "--format", style)

    assert answer.code == 1
    if style == "text":
        assert answer.out == f"{PEOPLE}/{shown}:1:1: {said}\n"
    commands = [line for line in answer.out.splitlines() if line.lstrip().startswith("::")]
    assert len(commands) == (1 if style == "github" else 0)
    assert all(command.startswith(f"::error file={PEOPLE}/") for command in commands)


def test_two_ways_to_store_a_letter_are_one_name(root: Path, mentorgen: Mentorgen) -> None:
    composed, apart = "\u00e9va.yaml", "e\u0301va.yaml"
    write(root, {f"{PEOPLE}/{name}": DAN for name in (composed, apart)})

    said = "many computers take this file and '{}' for one; keep one of them, as 'eva.yaml'."
    assert _said(mentorgen, root) == [
        f"{PEOPLE}/{apart}:1:1: {said.format(composed)} [same-file]",
        f"{PEOPLE}/{composed}:1:1: {said.format(apart)} [same-file]",
    ]


def test_letter_case_alone_makes_no_second_name(root: Path, mentorgen: Mentorgen) -> None:
    write(root, {f"{PEOPLE}/{name}.yaml": DAN for name in ("Dan", "DAN", "d\u00c4n", "d\u00e4N")})

    said = "many computers take this file and '{}' for one; keep one of them, as 'dan.yaml'."
    assert _said(mentorgen, root) == [
        f"{PEOPLE}/DAN.yaml:1:1: {said.format('Dan.yaml')} [same-file]",
        f"{PEOPLE}/Dan.yaml:1:1: {said.format('DAN.yaml')} [same-file]",
        f"{PEOPLE}/d\u00c4n.yaml:1:1: {said.format('däN.yaml')} [same-file]",
        f"{PEOPLE}/d\u00e4N.yaml:1:1: {said.format('dÄn.yaml')} [same-file]",
    ]


@pytest.mark.parametrize("stem", ["con", "prn", "aux", "nul", "com1", "com0", "lpt9"])
def test_a_name_that_windows_keeps_for_devices_is_refused(
    stem: str, root: Path, mentorgen: Mentorgen
) -> None:
    write(root, {f"{PEOPLE}/{stem}.yaml": DAN})

    assert _said(mentorgen, root) == [
        (
            f"{PEOPLE}/{stem}.yaml:1:1: Windows can have no file or folder called '{stem}';"
            f" call it '{stem}-1', say. [reserved-name]"
        )
    ]


def test_a_folder_cannot_have_such_a_name_either(root: Path, mentorgen: Mentorgen) -> None:
    write(root, {"training/aux/asking.md": three_people()["training/mentees/asking.md"]})

    assert _said(mentorgen, root) == [
        (
            "training/aux:1:1: Windows can have no file or folder called 'aux';"
            " call it 'aux-1', say. [reserved-name]"
        )
    ]


@pytest.mark.parametrize("stem", ["con-1", "icon", "auxilia", "com", "com10", "nula", "conrad"])
def test_a_name_that_only_looks_like_it_is_fine(
    stem: str, root: Path, mentorgen: Mentorgen
) -> None:
    write(root, {f"{PEOPLE}/{stem}.yaml": DAN})

    assert _said(mentorgen, root) == []


@pytest.mark.parametrize(("length", "fits"), [(255, True), (256, False)])
def test_a_path_has_at_most_255_bytes(
    length: int, root: Path, mentorgen: Mentorgen, *, fits: bool
) -> None:
    place = "program/goals/2026-spring/ana-ben/"
    write(root, {f"{place}{'g' * (length - len(place) - 5)}.yaml": "x"})

    said = f"this path has {length} bytes; at most 255 work everywhere. Shorten it. [file-name]"
    assert any(line.endswith(said) for line in _said(mentorgen, root)) is not fits


def test_a_path_is_measured_in_bytes(root: Path, mentorgen: Mentorgen) -> None:
    name = f"{PEOPLE}/{'é' * 120}.yaml"
    write(root, {name: DAN})

    assert (
        f"{name}:1:1: this path has {len(name.encode())} bytes; at most 255 work everywhere."
        " Shorten it. [file-name]"
    ) in _said(mentorgen, root)


def test_a_pointer_of_git_lfs_is_no_record(root: Path, mentorgen: Mentorgen) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n"
    write(root, {f"{PEOPLE}/dan.yaml": pointer})

    assert _said(mentorgen, root) == [
        (
            f"{PEOPLE}/dan.yaml:1:1: this is a Git LFS pointer, not a record;"
            " store the file itself. [lfs-pointer]"
        )
    ]


@pytest.mark.parametrize("name", ["../ana", "/etc/passwd", "..\\ana", "ana.yaml", "a/b"])
def test_a_reference_is_an_id_and_leads_nowhere_else(
    name: str, root: Path, mentorgen: Mentorgen
) -> None:
    pair = three_people()["program/pairs/2026-spring/ana-ben.yaml"]
    write(root, {"program/pairs/2026-spring/ana-ben.yaml": pair.replace("[ben]", f"['{name}']")})

    (first, *_) = _said(mentorgen, root)

    assert first.startswith(
        f"program/pairs/2026-spring/ana-ben.yaml:4:11: mentee '{name}' is no id"
    )
    assert first.endswith(" [id]")


# Nothing of the tree is run

TRAP = "open(__file__ + '.ran', 'x').close()\n"
TRAPS = (
    "yaml.py",
    "sitecustomize.py",
    "usercustomize.py",
    "conftest.py",
    "click.py",
    "pydantic.py",
    "re.py",
    "mentorgen/__init__.py",
    "mentorgen/__main__.py",
    "program/yaml.py",
    "program/__init__.py",
)


def _commands() -> Mapping[str, tuple[str, ...]]:
    script = Path(sys.executable).with_name("mentorgen")
    return {"python -I -m": (sys.executable, "-I", "-m", "mentorgen"), "script": (str(script),)}


@pytest.mark.parametrize("way", _commands())
def test_nothing_that_lies_in_the_tree_is_run(way: str, tmp_path: Path) -> None:
    root = new_repository(tmp_path / "repository", {**three_people(), **SITE})
    write(root, dict.fromkeys(TRAPS, TRAP))
    mode = ("--base", "main", "--author-id", "7")

    answer = subprocess.run(
        [*_commands()[way], "check", "--today", str(TODAY), *mode],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )

    assert [path.name for path in root.rglob("*.ran")] == []
    assert answer.returncode == 1, answer.stderr
    refused = [line.partition(":")[0] for line in answer.stdout.splitlines() if "[maint" in line]
    assert refused == sorted(TRAPS)


def test_the_package_is_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["mentorgen", "--version"])

    with pytest.raises(SystemExit) as ended:
        runpy.run_module("mentorgen", run_name="__main__")

    assert (ended.value.code, capsys.readouterr().out) == (0, f"mentorgen {__version__}\n")


def test_the_traps_would_have_closed(tmp_path: Path) -> None:
    write(tmp_path, dict.fromkeys(TRAPS, TRAP))

    subprocess.run([sys.executable, "-m", "mentorgen"], cwd=tmp_path, check=False)

    assert (tmp_path / "mentorgen" / "__main__.py.ran").exists()
    assert (tmp_path / "mentorgen" / "__init__.py.ran").exists()


def test_ten_thousand_records_are_read_in_seconds(tmp_path: Path, mentorgen: Mentorgen) -> None:
    files = many_people(9_998)
    assert len(files) == 10_001
    write(tmp_path, files)
    start = time.process_time()

    answer = mentorgen("check", "--root", tmp_path, "--today", TODAY)

    assert (answer.code, answer.err) == (0, "10,001 files read: all is well.\n")
    assert time.process_time() - start < 20

"""`mentorgen erase`: nothing of a person is left in files and pages, and all that stays makes sense."""

import json
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mentorgen.errors import WrongUsageError
from tests.adapters.conftest import Mentorgen
from tests.conftest import MakeRepo
from tests.git_repository import new_repository
from tests.programs.linked import LOGIN, NAME, NUMBER, WHO, linked
from tests.programs.trees import TODAY

REPOSITORY = Path(__file__).parents[3]
OTHER_WORDS = ("--replace-with", "a former member")


def _tree(root: Path) -> dict[str, bytes]:
    found = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def _named_in(root: Path, *words: str) -> list[str]:
    """List the files and folders in whose names or bytes one of the words stands."""
    inside = [
        f"{name}: {word}"
        for name, content in _tree(root).items()
        for word in words
        if word.encode() in content
    ]
    names = [path.relative_to(root).as_posix() for path in root.rglob("*")]
    return [*inside, *(name for name in names if any(word in name for word in words))]


@pytest.fixture
def root(make_repo: MakeRepo) -> Path:
    return make_repo(linked())


def _arguments(root: Path) -> tuple[object, ...]:
    return ("--root", root, "--private", root / "private", "--today", TODAY)


def test_the_plan_writes_nothing(root: Path, mentorgen: Mentorgen) -> None:
    before = _tree(root)

    answer = mentorgen("erase", WHO, *_arguments(root))

    assert answer.code == 0
    assert answer.out.endswith(
        f"Nothing has been changed. To do it:\n\n    mentorgen erase {WHO} --root {root} "
        f"--private {root / 'private'} --today {TODAY} --confirm\n"
    )
    assert _tree(root) == before


def test_nothing_of_a_person_is_left_in_files_and_pages(root: Path, mentorgen: Mentorgen) -> None:
    assert mentorgen("check", *_arguments(root)).out == ""

    answer = mentorgen("erase", WHO, *_arguments(root), "--confirm", *OTHER_WORDS)

    thanks = "docs/handbook/thanks.md"
    assert answer.code == 1, answer
    assert {name.partition(":")[0] for name in _named_in(root, WHO, NAME, LOGIN, NUMBER)} == {
        thanks
    }
    (root / thanks).write_text("# Thanks\n\nTo all.\n")
    checked = mentorgen("check", *_arguments(root))
    assert (checked.code, checked.out) == (0, "")
    assert mentorgen("build", "--root", root, "--today", TODAY).code == 0
    assert _named_in(root / "site", WHO, NAME, LOGIN, NUMBER) == []


def test_only_what_is_theirs_goes(root: Path, mentorgen: Mentorgen) -> None:
    before = _tree(root)

    mentorgen("erase", WHO, *_arguments(root), "--confirm", *OTHER_WORDS)

    after = _tree(root)
    untouched = {
        name
        for name, content in before.items()
        if not any(word.encode() in content for word in (WHO, NAME, LOGIN, NUMBER, "Kaya"))
        and WHO not in name
    }
    assert {name: after.get(name) for name in untouched} == {
        name: before[name] for name in untouched
    }
    assert (
        after["program/program.yaml"]
        .decode()
        .endswith("coordinators:\n  - person-6  # first\n  - person-8\n")
    )
    assert after["program/pairs/spring/table.yaml"] == before[
        "program/pairs/spring/table.yaml"
    ].replace(b"- kaya-7   # the newest\n", b"")
    assert (
        b"{on: 2026-03-08, kind: paused, until: 2026-03-15}"
        in after["program/log/pairs/spring/table.yaml"]
    )
    assert (
        b"evidence:\n  - https://example.org/reading\n"
        in after["program/goals/spring/table/read.yaml"]
    )
    assert b"form: one-to-one" in after["program/pairs/spring/and-friends.yaml"]
    assert b"pair: spring/and-friends" in after["private/log/people/person-31.yaml"]
    assert "program/goals/spring/and-friends/sing.yaml" in after
    assert "program/pairs/spring/circle.yaml" not in after
    assert "program/meetings/spring/table/2026-03-12.md" not in after
    assert "program/proposals/spring/2026-02-20.json" not in after
    assert "program/proposals/spring/2026-02-21.json" in after
    assert (
        after["program/meetings/spring/table/2026-03-11.md"]
        .decode()
        .endswith(
            "---\na former member read aloud, and @a former member wrote it\ndown. Kaya is kind.\n"
        )
    )


def test_texts_that_name_them_stay_for_people_to_read(root: Path, mentorgen: Mentorgen) -> None:
    answer = mentorgen("erase", WHO, *_arguments(root), "--confirm", "--format", "json")

    data = json.loads(answer.out)
    left = [(hit["path"], hit["line"], hit["column"]) for hit in data["hits"] if hit["certain"]]
    assert answer.code == 1
    assert left == [
        ("docs/handbook/thanks.md", 3, 4),
        ("docs/handbook/thanks.md", 3, 30),
        ("program/events/spring/start.yaml", 6, 18),
        ("program/events/spring/start.yaml", 7, 17),
        ("program/events/spring/start.yaml", 8, 7),
        ("program/meetings/spring/table/2026-03-11.md", 7, 1),
        ("program/meetings/spring/table/2026-03-11.md", 7, 29),
    ]
    assert mentorgen("check", *_arguments(root)).code == 0


def test_what_was_left_can_be_found_when_the_record_is_gone(
    root: Path, mentorgen: Mentorgen
) -> None:
    done = mentorgen("erase", WHO, *_arguments(root), "--confirm")
    command = next(
        line for line in done.out.splitlines() if line.strip().startswith("mentorgen erase")
    )
    _, *words = shlex.split(command)

    again = mentorgen(*words)

    assert again.code == 1
    assert {name.partition(":")[0] for name in _named_in(root, WHO, NAME, LOGIN, NUMBER)} == {
        "docs/handbook/thanks.md"
    }


def test_an_unknown_person_is_told(root: Path, mentorgen: Mentorgen) -> None:
    answer = mentorgen("erase", "kaya-77", *_arguments(root), "--confirm")

    assert answer.code == 2
    assert answer.err.startswith(
        "mentorgen: There is no participant 'kaya-77'. Did you mean 'kaya-7'? To look for the rest of"
    )


def test_who_agreed_to_nothing_or_no_more_can_be_erased(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    person = f"program/participants/{WHO}.yaml"
    for consent in ("", "consent: {version: 1, given: 2026-01-10, withdrawn: 2026-03-20}\n"):
        root = make_repo({**FEW, person: f"schema: 1\nname: {NAME}\nrole: both\n{consent}"})

        answer = mentorgen("erase", WHO, *_arguments(root), "--confirm", *OTHER_WORDS)

        assert answer.code == 0
        assert _named_in(root, WHO, NAME) == []
        assert mentorgen("check", *_arguments(root)).code == 0


def test_a_public_workflow_is_not_told_whom(root: Path, mentorgen: Mentorgen) -> None:
    answer = mentorgen("erase", WHO, *_arguments(root), "--format", "github")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "mentorgen: Whom you erase is not told where everybody can read it.\n"


def test_what_is_no_id_is_nobody_even_with_a_name(root: Path, mentorgen: Mentorgen) -> None:
    assert mentorgen("erase", "", *_arguments(root), "--also", NAME).code == 2


def test_a_private_folder_that_exists_must_be_given(root: Path, mentorgen: Mentorgen) -> None:
    before = _tree(root)
    options = ("--root", root, "--today", TODAY)

    plan = mentorgen("erase", WHO, *options)
    deed = mentorgen("erase", WHO, *options, "--confirm")

    assert (plan.code, deed.code) == (0, 2)
    assert "the program has a private folder, which was not looked at." in plan.out
    assert plan.out.endswith(
        f"mentorgen erase {WHO} --root {root} --private FOLDER --today {TODAY} --confirm\n"
    )
    assert deed.err == (
        "mentorgen: This program has a private folder, which would go on naming them. "
        "Add --private FOLDER.\n"
    )
    assert _tree(root) == before


def test_a_program_without_a_private_folder_needs_none(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo({name: text for name, text in FEW.items() if not name.startswith("private")})

    answer = mentorgen("erase", WHO, "--root", root, "--today", TODAY, "--confirm", *OTHER_WORDS)

    assert answer.code == 0
    assert _named_in(root, WHO, NAME) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [("kaya seven", "kaya seven"), ("once Kaya", "Kaya"), ("like kaya-7 once", None)],
)
def test_other_words_may_not_name_them(
    root: Path, mentorgen: Mentorgen, words: str, name: str | None
) -> None:
    before = _tree(root)

    answer = mentorgen("erase", WHO, *_arguments(root), "--confirm", "--replace-with", words)

    assert answer.code == 2
    assert answer.err == (
        f"mentorgen: --replace-with '{words}' would name them still, by '{name or WHO}'. "
        "Give words that tell nobody who it was, such as 'a former member'.\n"
    )
    assert _tree(root) == before


def test_the_plan_is_short_where_everything_is_as_usual(
    root: Path, mentorgen: Mentorgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)

    answer = mentorgen("erase", WHO, "--private", "private")

    assert answer.out.endswith(
        "To do it:\n\n    mentorgen erase kaya-7 --private private --confirm\n"
    )


def test_the_last_organiser_is_told(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo(FEW)
    few = mentorgen("erase", WHO, *_arguments(root)).out
    program = root / "program/program.yaml"
    program.write_text(program.read_text().replace("ana, ", ""))

    last = mentorgen("erase", WHO, *_arguments(root)).out

    assert "Nobody is an organiser after that" not in few
    assert "Nobody is an organiser after that" in last


def test_what_no_commit_has_is_told_in_the_plan(tmp_path: Path, mentorgen: Mentorgen) -> None:
    public = {name: text for name, text in FEW.items() if not name.startswith("private/")}
    root = new_repository(tmp_path / "few", public)
    private = new_repository(
        tmp_path / "private",
        {
            name.removeprefix("private/"): text
            for name, text in FEW.items()
            if name.startswith("private/")
        },
    )
    options = ("--root", root, "--private", private, "--today", TODAY)
    clean = mentorgen("erase", WHO, *options, "--format", "json")
    for file in (root / "program/participants/ben.yaml", private / "log/people/ana.yaml"):
        file.write_text(f"{file.read_text()}# more\n")
    record = root / f"program/participants/{WHO}.yaml"
    record.write_text(f"{record.read_text()}# not committed\n")

    changed = mentorgen("erase", WHO, *options, "--format", "json")

    assert json.loads(clean.out)["uncommitted"] == []
    assert json.loads(changed.out)["uncommitted"] == [
        "private/log/people/ana.yaml",
        f"program/participants/{WHO}.yaml",
    ]


@pytest.mark.parametrize("words", ["a: b", "somebody", "# a", "a  b", ""])
def test_other_words_must_be_plain(root: Path, mentorgen: Mentorgen, words: str) -> None:
    """One word could pass for an id."""
    answer = mentorgen("erase", WHO, *_arguments(root), "--replace-with", words)

    assert answer.code == 2
    assert "write two or more plain words, such as 'a former member'." in answer.err


def test_a_file_that_leaves_a_doubt_stops_everything(root: Path, mentorgen: Mentorgen) -> None:
    slot = root / "program/slots/person-8/2026-03-20.yaml"
    slot.write_text(f"schema: 1\ntimes:\n  - booked_by: {WHO}\n    # in UTC\n    at: 10:00\n")
    before = _tree(root)

    answer = mentorgen("erase", WHO, *_arguments(root), "--confirm")

    assert answer.code == 1
    assert answer.err == (
        "mentorgen: program/slots/person-8/2026-03-20.yaml: times[0].booked_by cannot be changed "
        "without a doubt; change it by hand. Nothing was changed.\n"
    )
    assert _tree(root) == before


def test_the_example_program_makes_sense_without_anybody_of_it(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    files = {
        path.relative_to(REPOSITORY).as_posix(): path.read_bytes()
        for folder in ("program", "training")
        for path in (REPOSITORY / folder).rglob("*")
        if path.is_file()
    }
    hidden = REPOSITORY / "examples/private"
    files |= {
        f"private/{path.relative_to(hidden).as_posix()}": path.read_bytes()
        for path in hidden.rglob("*")
        if path.is_file()
    }
    root = make_repo(files)
    options = ("--root", root, "--private", root / "private", "--today", "2026-11-20")

    for person in ("ioana-petrescu", "birna-hallsdal", "wanjiru-kamande", "anahit-zorabyan"):
        answer = mentorgen("erase", person, *options, "--confirm", *OTHER_WORDS)

        assert answer.code == 0
        assert _named_in(root, person) == []
        assert mentorgen("check", *options).code == 0


_PERSON = "schema: 1\nname: {}\nrole: both\ncapacity: 3\nmentors_wanted: 3\nconsent: {{version: 1, given: 2026-01-10}}\n"
_PAIR = "schema: 1\nform: {}\nmentors: [{}]\nmentees: [{}]\nstarts: 2026-03-02\n"
FEW = {
    "program/program.yaml": f"schema: 1\nname: Few\npurpose: Links.\ncoordinators: [ana, {WHO}]\n",
    "program/cohorts/spring.yaml": "schema: 1\nname: Spring\nstarts: 2026-03-02\nends: 2026-08-30\n"
    "forms: [one-to-one, group]\n",
    "program/participants/ana.yaml": _PERSON.format("Ana"),
    "program/participants/ben.yaml": _PERSON.format("Ben"),
    f"program/participants/{WHO}.yaml": _PERSON.format(NAME),
    f"program/applications/spring/{WHO}.yaml": "schema: 1\napplied: 2026-02-01\n",
    "program/applications/spring/ana.yaml": f"schema: 1\napplied: 2026-02-01\nasks_for: [{WHO}]\n",
    f"program/pairs/spring/ana-{WHO}.yaml": _PAIR.format("one-to-one", "ana", WHO),
    f"program/goals/spring/ana-{WHO}/patch.yaml": f"schema: 1\ntitle: A patch\nset_on: 2026-03-03\nowner: {WHO}\n",
    f"program/log/pairs/spring/ana-{WHO}.yaml": f"schema: 1\nfacts:\n- {{on: 2026-03-01, kind: confirmed, by: {WHO}}}\n",
    f"program/pairs/spring/{WHO}-ana-ben.yaml": _PAIR.format("group", "ana", f"ben, {WHO}"),
    f"program/meetings/spring/{WHO}-ana-ben/2026-03-10.md": f"---\nschema: 1\nkind: call\npresent: [ben, {WHO}]\n---\n{NAME} spoke.\n",
    f"program/log/pairs/spring/{WHO}-ana-ben.yaml": "schema: 1\nfacts:\n- {on: 2026-03-01, kind: confirmed, by: ben}\n"
    f"- {{on: 2026-03-01, kind: confirmed, by: {WHO}}}\n",
    f"private/participants/{WHO}.yaml": "schema: 1\nfull_name: Kaya Seven Whole\nreports_to: ana\n",
    "private/log/people/ana.yaml": f"schema: 1\nfacts:\n- {{on: 2026-02-03, kind: vetoed, who: {WHO}}}\n",
}


_TRIO = f"program/pairs/spring/{WHO}-ana-ben.yaml"
_TALK = "---\nschema: 1\nkind: call\npresent: [ana, ben]\n---\n{}"


@pytest.mark.parametrize(
    "duo",
    [
        _PAIR.format("one-to-one", "ana", "ben"),
        f"{_PAIR.format('one-to-one', 'ana', 'ben')}aim: Another thing.\n",
    ],
)
def test_a_group_does_not_take_the_place_of_another_relationship_of_the_same_people(
    make_repo: MakeRepo, mentorgen: Mentorgen, duo: str
) -> None:
    others = {
        "program/pairs/spring/ana-ben.yaml": duo,
        "program/meetings/spring/ana-ben/2026-03-10.md": _TALK.format("Ours.\n"),
    }
    root = make_repo({**FEW, **others})

    answer = mentorgen("erase", WHO, *_arguments(root), "--confirm", *OTHER_WORDS)

    after = _tree(root)
    assert answer.code == 0
    assert {name: after[name].decode() for name in others} == others
    assert after["program/pairs/spring/ana-ben-2.yaml"].startswith(b"schema: 1\nform: one-to-one")
    assert "program/meetings/spring/ana-ben-2/2026-03-10.md" in after
    assert mentorgen("check", *_arguments(root)).code == 0


def test_two_groups_that_would_have_one_id_get_two(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    twin = f"program/pairs/spring/ana-{WHO}-ben.yaml"
    root = make_repo({**FEW, twin: FEW[_TRIO]})

    mentorgen("erase", WHO, *_arguments(root), "--confirm", *OTHER_WORDS)

    assert sorted(path.name for path in (root / "program/pairs/spring").iterdir()) == [
        "ana-ben-2.yaml",
        "ana-ben.yaml",
    ]
    assert mentorgen("check", *_arguments(root)).code == 0


def _git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_repository_of_private_records_stays_one(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    """What git has packed leaves empty folders behind that make a repository."""
    root = make_repo({**FEW, "private/.gitignore": "/inbox\n"})
    private = root / "private"
    (private / "inbox").mkdir()
    _git(private, "init", "-q", "-b", f"about-{WHO}")
    _git(private, "add", ".")
    _git(private, "commit", "-qm", "All")
    _git(private, "gc", "-q")
    _git(private, "pack-refs", "--all")

    answer = mentorgen("erase", WHO, *_arguments(root), "--confirm", *OTHER_WORDS)

    assert answer.code == 0, answer
    assert _git(private, "status", "--porcelain", "-uno").split() == [
        *("D", "log/people/ana.yaml"),
        *("D", f"participants/{WHO}.yaml"),
    ]
    assert ".git/" not in answer.out
    assert sorted(path.name for path in private.iterdir()) == [".git", ".gitignore", "inbox"]


def test_nothing_outside_is_changed_through_a_link(
    make_repo: MakeRepo, mentorgen: Mentorgen, tmp_path: Path
) -> None:
    root = make_repo(FEW)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "theirs.md").write_text(f"{NAME} was here.\n")
    (root / ".github").symlink_to(outside)

    answer = mentorgen(
        "erase", WHO, *_arguments(root), "--confirm", *OTHER_WORDS, "--format", "json"
    )

    assert answer.code == 0
    assert (outside / "theirs.md").read_text() == f"{NAME} was here.\n"
    assert json.loads(answer.out)["unsearched"] == [
        {"path": ".github", "why": "a link: it was not followed"}
    ]


_KILLED = """
import json, os, shutil, signal, sys
from itertools import count
from pathlib import Path
from mentorgen.adapters.cli import check, erase
from mentorgen.adapters.cli.main import run

source, work = map(Path, sys.argv[1:3])
quiet = os.open(os.devnull, os.O_WRONLY)

def typed(command, root, *more):
    child = os.fork()
    if not child:
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        os._exit(run([command, *more, "--root", str(root), "--private", str(root / "private"),
                      "--today", "2026-04-01"]))
    return os.waitpid(child, 0)[1]

def erase_until(step, root):
    left = step
    def hook(event, arguments):
        nonlocal left
        if event in {"os.rename", "os.remove", "os.rmdir"} and str(root) in str(arguments[0]):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
    child = os.fork()
    if not child:
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        sys.addaudithook(hook)
        os._exit(run(["erase", "kaya-7", "--confirm", "--replace-with", "a former member",
                      "--root", str(root), "--private", str(root / "private"), "--today", "2026-04-01"]))
    return os.waitpid(child, 0)[1]

def tree(root):
    return {str(path.relative_to(root)): path.read_text() for path in sorted(root.rglob("*"))
            if path.is_file() and not path.name.endswith(".mentorgen-tmp")}

found = []
for step in count(1, 3):
    root = work / str(step)
    shutil.copytree(source, root)
    killed = erase_until(step, root)
    checked = typed("check", root)
    again = typed("erase", root, "kaya-7", "--confirm", "--replace-with", "a former member")
    found.append([killed, checked, again, tree(root)])
    if not killed:
        break
    shutil.rmtree(root)
print(json.dumps(found))
"""


def test_a_killed_run_leaves_sense_and_is_finished_by_another(
    make_repo: MakeRepo, mentorgen: Mentorgen, tmp_path: Path
) -> None:
    root = make_repo(FEW)
    assert mentorgen("check", *_arguments(root)).out == ""

    done = subprocess.run(
        [sys.executable, "-c", _KILLED, root, tmp_path / "work"],
        capture_output=True,
        text=True,
        check=True,
        cwd=REPOSITORY,
        timeout=300,
    )
    found = json.loads(done.stdout)

    *killed, (status, checked, again, finished) = found
    assert len(killed) > 8
    assert (status, checked, again) == (0, 0, WrongUsageError.exit_code << 8)
    for status, checked, again, tree in killed:
        assert (status, checked, again) == (signal.SIGKILL, 0, 0)
        assert tree == finished

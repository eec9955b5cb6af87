"""`mentorgen check --base`: what counts as a change, and a base that nobody can rely on."""

import os
from pathlib import Path

import pytest

from tests.adapters.conftest import Answer, Mentorgen
from tests.git_repository import Edits, commit, git, new_repository, write
from tests.programs.owned import ANA, BEN, CAROL, GOAL, MEETING, NEW, OWNED, pair, person
from tests.programs.trees import TODAY

ANAS = "program/participants/ana.yaml"
BENS = "program/participants/ben.yaml"
ANAS_WORDS: Edits = {ANAS: person("Ana", ANA, more="line: I weave.\n")}
BENS_WORDS: Edits = {BENS: person("Ben", BEN, more="line: I spin.\n")}
NOT_ANAS = f"{BENS}:1:1: this record belongs to 'ben' and to the organisers. [not-yours]\n"
CODE = "only organisers change files that are no records. [maintainers-only]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return new_repository(tmp_path / "repository", OWNED)


def _asked(root: Path, author: int, base: str = "main") -> tuple[object, ...]:
    return ("check", "--root", root, "--today", TODAY, "--base", base, "--author-id", author)


def _errors(answer: Answer) -> str:
    lines = (line for line in answer.out.splitlines(keepends=True) if "[unknown-file]" not in line)
    return "".join(lines)


def test_what_others_did_on_the_base_meanwhile_is_not_the_authors(
    root: Path, mentorgen: Mentorgen
) -> None:
    commit(root, ANAS_WORDS)
    git(root, "switch", "--quiet", "main")
    commit(root, {**BENS_WORDS, "mkdocs.yml": "site_name: Three Looms\n"})
    git(root, "switch", "--quiet", "change")

    assert (answer := mentorgen(*_asked(root, ANA))).code == 0, answer.out


def test_a_branch_that_merged_its_base_is_told_by_what_it_adds(
    root: Path, mentorgen: Mentorgen
) -> None:
    commit(root, ANAS_WORDS)
    git(root, "switch", "--quiet", "main")
    commit(root, {"mkdocs.yml": "site_name: Three Looms\n"})
    git(root, "switch", "--quiet", "change")
    git(root, "merge", "--quiet", "main")
    assert mentorgen(*_asked(root, ANA)).code == 0

    commit(root, BENS_WORDS)

    assert mentorgen(*_asked(root, ANA)).out == NOT_ANAS


def test_the_merge_that_github_would_make_is_told_by_what_it_adds(
    root: Path, mentorgen: Mentorgen
) -> None:
    commit(root, {**ANAS_WORDS, **BENS_WORDS})
    git(root, "switch", "--quiet", "main")
    commit(root, {"mkdocs.yml": "site_name: Three Looms\n"})
    git(root, "switch", "--quiet", "--detach")
    git(root, "merge", "--quiet", "--no-ff", "change")

    assert mentorgen(*_asked(root, ANA)).out == NOT_ANAS


def test_who_left_a_pair_on_the_base_is_no_member_on_an_old_branch(
    root: Path, mentorgen: Mentorgen
) -> None:
    goal = "program/goals/spring/ana-ben/test.yaml"
    commit(root, {goal: f"{GOAL}why: So.\n"})
    assert mentorgen(*_asked(root, ANA)).code == 0
    git(root, "switch", "--quiet", "main")
    commit(
        root,
        {
            "program/pairs/spring/ana-ben.yaml": pair("noor", "ben"),
            "program/log/pairs/spring/ana-ben.yaml": None,
            "program/meetings/spring/ana-ben/2026-03-10.md": MEETING.replace("ana", "noor"),
        },
    )
    git(root, "switch", "--quiet", "change")

    assert mentorgen(*_asked(root, ANA)).out == (
        f"{goal}:1:1: this file belongs to the people of 'spring/ana-ben' and to the organisers."
        " [not-yours]\n"
    )


def test_who_became_an_organiser_on_the_base_is_one_on_an_old_branch(
    root: Path, mentorgen: Mentorgen
) -> None:
    commit(root, BENS_WORDS)
    git(root, "switch", "--quiet", "main")
    settings = OWNED["program/program.yaml"]
    assert isinstance(settings, str)
    commit(root, {"program/program.yaml": settings.replace("[carol]", "[ana]")})
    git(root, "switch", "--quiet", "change")

    assert mentorgen(*_asked(root, ANA)).code == 0
    assert mentorgen(*_asked(root, CAROL)).out == (
        f"{BENS}:1:1: this record belongs to 'ben' and to the organisers. [not-yours]\n"
    )


def test_a_name_that_was_taken_meanwhile_is_not_the_newcomers(
    root: Path, mentorgen: Mentorgen
) -> None:
    zoe = "program/participants/zoe.yaml"
    commit(root, {zoe: person("Zoe", NEW)})
    git(root, "switch", "--quiet", "main")
    commit(root, {zoe: person("Zoey", 77)})
    git(root, "switch", "--quiet", "change")

    assert mentorgen(*_asked(root, NEW)).out == (
        f"{zoe}:7:12: this record belongs to the GitHub account number 77, not 99."
        " A login can change hands, a number cannot; ask the organisers."
        " The account number 99 has no record yet; it may add one, its own, with 'github_id: 99'."
        " [not-yours]\n"
    )


def test_who_was_erased_meanwhile_has_no_record(root: Path, mentorgen: Mentorgen) -> None:
    noor = "program/participants/noor.yaml"
    git(root, "switch", "--quiet", "main")
    commit(root, {noor: person("Noor", 50)})
    git(root, "branch", "--force", "change")
    commit(root, {noor: None})
    git(root, "switch", "--quiet", "change")
    commit(root, {noor: person("Noor", 50, more="line: Here.\n")})

    assert mentorgen(*_asked(root, 50)).out == (
        f"{noor}:1:1: the organisers took this record away meanwhile; begin again from the base."
        " The account number 50 has no record yet; it may add one, its own, with 'github_id: 50'."
        " [not-yours]\n"
    )


def test_what_is_not_committed_counts_as_what_is(root: Path, mentorgen: Mentorgen) -> None:
    write(root, {**BENS_WORDS, "new.txt": "x", "docs/index.md": None})
    write(root, {"staged.txt": "x"})
    git(root, "add", "staged.txt")

    assert mentorgen(*_asked(root, ANA)).out == (
        f"docs/index.md:1:1: {CODE}new.txt:1:1: {CODE}{NOT_ANAS}staged.txt:1:1: {CODE}"
    )


def test_what_was_taken_back_before_it_was_committed_is_no_change(
    root: Path, mentorgen: Mentorgen
) -> None:
    commit(root, BENS_WORDS)
    write(root, {BENS: OWNED[BENS]})

    assert mentorgen(*_asked(root, ANA)).code == 0


def test_what_git_ignores_is_no_change(root: Path, mentorgen: Mentorgen) -> None:
    git(root, "switch", "--quiet", "main")
    commit(root, {".gitignore": "site/\n"})
    git(root, "switch", "--quiet", "--force-create", "change")
    write(root, {"site/index.html": "<p>"})

    assert mentorgen(*_asked(root, ANA)).code == 0


def test_other_line_ends_on_this_machine_are_no_change(root: Path, mentorgen: Mentorgen) -> None:
    text = OWNED[BENS]
    assert isinstance(text, str)
    write(root, {BENS: text.replace("\n", "\r\n")})
    assert mentorgen(*_asked(root, ANA)).code == 0

    git(root, "rm", "--quiet", "--cached", ".gitattributes")
    (root / ".git" / "info").mkdir(exist_ok=True)
    (root / ".git" / "info" / "attributes").write_text("* -text\n")
    commit(root, {})

    assert mentorgen(*_asked(root, ANA)).out == NOT_ANAS


def test_a_touched_file_is_no_change(root: Path, mentorgen: Mentorgen) -> None:
    os.utime(root / BENS, (1, 1))

    assert mentorgen(*_asked(root, ANA)).code == 0


@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "nothing"])
def test_a_file_that_became_something_else_is_changed_or_gone(
    kind: str, root: Path, mentorgen: Mentorgen
) -> None:
    page = root / "docs" / "index.md"
    page.unlink()
    match kind:
        case "link":
            page.symlink_to("../mkdocs.yml")
        case "pipe":
            os.mkfifo(page)
        case "folder":
            page.mkdir()
        case _:
            assert kind == "nothing"

    said = mentorgen(*_asked(root, ANA)).out.splitlines(keepends=True)

    assert f"docs/index.md:1:1: {CODE}" in said


def test_a_link_that_is_as_it_was_is_no_change(root: Path, mentorgen: Mentorgen) -> None:
    git(root, "switch", "--quiet", "main")
    (root / "LINK").symlink_to("mkdocs.yml")
    commit(root, {})
    git(root, "switch", "--quiet", "--force-create", "change")
    assert mentorgen(*_asked(root, ANA)).code == 0

    (root / "LINK").unlink()
    (root / "LINK").symlink_to("docs")

    assert mentorgen(*_asked(root, ANA)).out == f"LINK:1:1: {CODE}"


def test_a_submodule_is_a_change_of_no_record(root: Path, mentorgen: Mentorgen) -> None:
    head = git(root, "rev-parse", "HEAD")
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{head},vendor")
    git(root, "commit", "--quiet", "--message", "More")
    (root / "vendor").mkdir()

    assert mentorgen(*_asked(root, ANA)).out == f"vendor:1:1: {CODE}"


def test_own_record_as_a_submodule_is_refused(root: Path, mentorgen: Mentorgen) -> None:
    head = git(root, "rev-parse", "HEAD")
    git(root, "rm", "--quiet", ANAS)
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{head},{ANAS}")
    git(root, "commit", "--quiet", "--message", "More")
    (root / ANAS).mkdir()

    said = mentorgen(*_asked(root, ANA))

    assert (
        f"{ANAS}:1:1: submodules are not allowed; put the files themselves here. [submodule]\n"
        in (said.out.splitlines(keepends=True))
    )
    assert said.code == 1


def test_a_program_below_the_top_has_its_owners_too(tmp_path: Path, mentorgen: Mentorgen) -> None:
    below = {f"looms/{path}": text for path, text in OWNED.items()}
    root = new_repository(tmp_path / "repository", {**below, "README.md": "Looms\n"})
    commit(
        root,
        {
            f"looms/{ANAS}": ANAS_WORDS[ANAS],
            f"looms/{BENS}": BENS_WORDS[BENS],
            "README.md": "Mine\n",
            "program/participants/zoe.yaml": "x\n",
        },
    )

    assert mentorgen(*_asked(root / "looms", ANA)).out == (
        f"../README.md:1:1: {CODE}../program/participants/zoe.yaml:1:1: {CODE}{NOT_ANAS}"
    )


def test_a_repository_with_longer_names_is_compared_as_well(
    tmp_path: Path, mentorgen: Mentorgen
) -> None:
    root = new_repository(tmp_path / "longer", OWNED, options=("--object-format=sha256",))
    assert mentorgen(*_asked(root, ANA)).code == 0

    commit(root, BENS_WORDS)

    assert mentorgen(*_asked(root, ANA)).out == NOT_ANAS


BROKEN = "so nobody can tell whose files are whose; the organisers mend it first. [broken-base]\n"


@pytest.mark.parametrize("author", [ANA, CAROL, NEW])
def test_a_base_with_an_error_allows_nothing(author: int, root: Path, mentorgen: Mentorgen) -> None:
    git(root, "switch", "--quiet", "main")
    commit(root, {"program/participants/zed.yaml": person("Zed", 60, role="boss")})
    git(root, "switch", "--quiet", "--force-create", "change")
    commit(root, {"program/participants/zed.yaml": person("Zed", 60)})

    answer = mentorgen(*_asked(root, author))

    assert (answer.code, answer.out) == (
        1,
        (
            "program/program.yaml:1:1: the base 'main' has an error in"
            " program/participants/zed.yaml:3:7: role must be 'mentor', 'mentee' or 'both', not"
            f" 'boss'. [role], {BROKEN}"
        ),
    )


def test_a_base_with_warnings_alone_is_sound(root: Path, mentorgen: Mentorgen) -> None:
    git(root, "switch", "--quiet", "main")
    commit(root, {"program/notes.txt": "Buy wool.\n"})
    git(root, "switch", "--quiet", "--force-create", "change")
    commit(root, BENS_WORDS)

    assert _errors(mentorgen(*_asked(root, ANA))) == NOT_ANAS


def test_a_base_without_a_program_knows_nobody(tmp_path: Path, mentorgen: Mentorgen) -> None:
    root = new_repository(tmp_path / "repository", {"README.md": "Looms\n"})
    commit(root, OWNED)

    answer = mentorgen(*_asked(root, CAROL))

    assert (answer.code, answer.out) == (
        1,
        (
            "program/program.yaml:1:1: the base 'main' holds no program, so nobody is known there;"
            " whoever owns the repository adds the first files without this check. [broken-base]\n"
        ),
    )


def test_a_base_with_training_alone_has_no_program(tmp_path: Path, mentorgen: Mentorgen) -> None:
    listening = "training/mentors/listening.md"
    root = new_repository(tmp_path / "repository", {listening: OWNED[listening]})
    commit(root, OWNED)

    assert "the base 'main' holds no program" in mentorgen(*_asked(root, CAROL)).out


def test_a_base_with_a_link_allows_nothing(root: Path, mentorgen: Mentorgen) -> None:
    git(root, "switch", "--quiet", "main")
    (root / "program" / "participants" / "zed.yaml").symlink_to("ana.yaml")
    commit(root, {})
    git(root, "switch", "--quiet", "--force-create", "change")
    commit(root, {"program/participants/zed.yaml": None})

    assert mentorgen(*_asked(root, CAROL)).out == (
        "program/program.yaml:1:1: the base 'main' has an error in"
        " program/participants/zed.yaml:1:1: symbolic links are not allowed; put the file itself"
        f" here. [symbolic-link], {BROKEN}"
    )


@pytest.mark.parametrize("name", ["..", "x" * 300])
def test_a_base_with_an_impossible_name_is_not_written_out(
    name: str, root: Path, mentorgen: Mentorgen
) -> None:
    blob = git(root, "rev-parse", "HEAD:mkdocs.yml")
    inner = git(root, "mktree", text=f"100644 blob {blob}\t{name}\n".encode())
    outer = git(root, "mktree", text=f"040000 tree {inner}\tprogram\n".encode())
    base = git(root, "commit-tree", "-m", "Odd", "-p", "HEAD", outer)

    assert mentorgen(*_asked(root, CAROL, base)).out == (
        f"program/program.yaml:1:1: the base '{base}' has a file that cannot be read, {BROKEN}"
    )


def test_a_base_that_is_not_there_is_a_wrong_usage(root: Path, mentorgen: Mentorgen) -> None:
    answer = mentorgen(*_asked(root, ANA, "origin/main"))

    assert (answer.code, answer.out, answer.err) == (
        2,
        "",
        "mentorgen: There is no commit 'origin/main' here.\n",
    )


def test_a_folder_without_git_has_no_base(tmp_path: Path, mentorgen: Mentorgen) -> None:
    write(tmp_path, OWNED)

    assert mentorgen("check", "--root", tmp_path, "--today", TODAY).code == 0
    answer = mentorgen(*_asked(tmp_path, ANA))

    assert (answer.code, answer.out, answer.err) == (
        2,
        "",
        f"mentorgen: {tmp_path} lies in no git repository: there is no base.\n",
    )


@pytest.mark.parametrize("alone", [("--labels", "x"), ("--author-id", "10")])
def test_what_is_said_of_a_change_needs_its_base(
    alone: tuple[str, str], root: Path, mentorgen: Mentorgen
) -> None:
    answer = mentorgen("check", "--root", root, *alone)

    assert (answer.code, answer.out, answer.err) == (
        2,
        "",
        "mentorgen: --author-id and --labels need --base: what the changes are meant for.\n",
    )


def test_without_an_author_nobodys_files_are_told(root: Path, mentorgen: Mentorgen) -> None:
    commit(root, BENS_WORDS)

    answer = mentorgen("check", "--root", root, "--today", TODAY, "--base", "main")

    assert (answer.code, answer.out) == (0, "")


@pytest.mark.parametrize("number", ["", "0", "-1", "1.0", "ana", "٣", "1_0", " 1", "1e3", "9" * 20])
def test_an_account_has_a_positive_whole_number(
    number: str, root: Path, mentorgen: Mentorgen
) -> None:
    answer = mentorgen("check", "--root", root, "--base", "main", "--author-id", number)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.endswith(
        f"Invalid value for '--author-id': {number!r} is no account's number:"
        " a whole number above 0.\n"
    )

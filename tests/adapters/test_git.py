"""Git as it is asked: real repositories, and settings that would like to steer it."""

import os
import shutil
from pathlib import Path

import pytest

from mentorgen.adapters.git import Blob, Repository
from mentorgen.errors import WrongUsageError
from tests.git_repository import commit, git, new_repository

FILES = {"program/program.yaml": "schema: 1\n", "docs/index.md": "# Hello\n"}
CUT_OFF = " Its history is cut off here; fetch all of it ('fetch-depth: 0')."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return new_repository(tmp_path / "repository", FILES)


def _around(folder: Path) -> Repository:
    repository = Repository.around(folder)
    assert repository is not None
    return repository


def _name_of(root: Path, revision: str = "HEAD") -> str:
    return git(root, "rev-parse", f"{revision}^{{commit}}")


def test_there_is_no_repository_outside_of_one(tmp_path: Path) -> None:
    assert Repository.around(tmp_path) is None
    assert Repository.around(tmp_path / "nowhere") is None


def test_a_repositorys_own_folder_is_no_working_tree(root: Path) -> None:
    assert Repository.around(root / ".git") is None


def test_without_git_nothing_is_known_of_the_files(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")

    assert _around(root).modes() == {}


@pytest.mark.parametrize("below", ["programs", "a\nb", "a b/c'd", "\udcff"])
def test_a_program_may_lie_below_the_top(root: Path, below: str) -> None:
    commit(root, {f"{below}/program/program.yaml": "schema: 1\n"})

    repository = _around(root / below)

    assert repository.below == f"{below}/"
    assert repository.top.samefile(root)
    assert repository.modes() == {"program/program.yaml": "100644"}
    assert f"{below}/program/program.yaml" in repository.tree("HEAD")


def test_the_top_has_nothing_above(root: Path) -> None:
    assert _around(root).below == ""
    assert _around(root).modes() == dict.fromkeys(FILES, "100644")


@pytest.mark.parametrize("revision", ["main", "change", "HEAD", "v1", "main~0"])
def test_a_revision_is_a_commit_by_any_of_its_names(root: Path, revision: str) -> None:
    git(root, "tag", "--annotate", "--message", "First", "v1")

    assert _around(root).commit(revision) == _name_of(root)


@pytest.mark.parametrize(
    "revision",
    [
        "",
        "nowhere",
        "-x",
        "--git-dir",
        "--all",
        "main..change",
        "^main",
        "main:docs/index.md",
        "HEAD^{tree}",
        "a\0b",
        "main\nmain",
        "0" * 40,
    ],
)
def test_what_is_no_commit_is_said_to_be_none(root: Path, revision: str) -> None:
    with pytest.raises(WrongUsageError) as raised:
        _around(root).commit(revision)

    assert str(raised.value) == f"There is no commit {revision!r} here."


def test_a_shallow_clone_says_why_a_commit_is_not_there(root: Path, tmp_path: Path) -> None:
    first = _name_of(root)
    commit(root, {"new.txt": "new"})
    git(tmp_path, "clone", "--quiet", "--depth", "1", root.as_uri(), "shallow")
    repository = _around(tmp_path / "shallow")

    with pytest.raises(WrongUsageError) as raised:
        repository.commit(first)

    assert str(raised.value) == f"There is no commit {first!r} here.{CUT_OFF}"


def test_a_shallow_clone_says_why_no_common_history_is_there(root: Path, tmp_path: Path) -> None:
    commit(root, {"new.txt": "new"})
    git(root, "switch", "--quiet", "main")
    commit(root, {"other.txt": "other"})
    git(
        tmp_path, "clone", "--quiet", "--depth", "1", "--no-single-branch", root.as_uri(), "shallow"
    )
    repository = _around(tmp_path / "shallow")
    base = repository.commit("origin/change")

    with pytest.raises(WrongUsageError) as raised:
        repository.fork_point(base)

    assert str(raised.value) == (
        f"What is checked out has no history in common with {base}.{CUT_OFF}"
    )


def test_work_left_its_base_where_their_histories_part(root: Path) -> None:
    start = _name_of(root)
    commit(root, {"new.txt": "new"})
    git(root, "switch", "--quiet", "main")
    commit(root, {"other.txt": "other"})
    git(root, "switch", "--quiet", "change")

    assert _around(root).fork_point(_name_of(root, "main")) == start


def test_work_that_has_merged_its_base_left_it_there(root: Path) -> None:
    commit(root, {"new.txt": "new"})
    git(root, "switch", "--quiet", "main")
    commit(root, {"other.txt": "other"})
    git(root, "switch", "--quiet", "change")
    git(root, "merge", "--quiet", "main")

    assert _around(root).fork_point(_name_of(root, "main")) == _name_of(root, "main")


def test_work_that_met_its_base_twice_is_compared_with_the_base_itself(root: Path) -> None:
    commit(root, {"new.txt": "new"})
    ours = _name_of(root)
    git(root, "switch", "--quiet", "main")
    commit(root, {"other.txt": "other"})
    theirs = _name_of(root)
    git(root, "merge", "--quiet", "--no-ff", ours)
    git(root, "switch", "--quiet", "change")
    git(root, "merge", "--quiet", "--no-ff", theirs)
    assert len(git(root, "merge-base", "--all", "main", "change").split()) == 2

    base = _name_of(root, "main")

    assert _around(root).fork_point(base) == base


def test_work_that_never_met_its_base_cannot_be_compared(root: Path) -> None:
    git(root, "switch", "--quiet", "--orphan", "elsewhere")
    commit(root, {"new.txt": "new"})
    base = _name_of(root, "main")

    with pytest.raises(WrongUsageError) as raised:
        _around(root).fork_point(base)

    assert str(raised.value) == f"What is checked out has no history in common with {base}."


STRANGE = ('a "b"\n\tc', "\udcff\udcfe", "-rf", "::error::x", "\u00e9", "e\u0301", " ", "a\\b")


def test_strange_names_are_names(root: Path) -> None:
    commit(root, dict.fromkeys(STRANGE, "x"))
    repository = _around(root)

    x = repository.tree("HEAD")["-rf"]
    assert {name: repository.tree("HEAD").get(name) for name in STRANGE} == dict.fromkeys(
        STRANGE, x
    )
    assert set(STRANGE) <= repository.names()
    assert set(STRANGE) <= repository.modes().keys()
    assert repository.contents([x]) == {x: b"x"}


def test_a_tree_knows_links_programs_and_submodules(root: Path) -> None:
    (root / "link").symlink_to("docs")
    commit(root, {"run": "x"})
    git(root, "update-index", "--chmod=+x", "run")
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{_name_of(root)},sub")
    git(root, "commit", "--quiet", "--message", "More")
    repository = _around(root)

    modes = {path: blob.mode for path, blob in repository.tree("HEAD").items()}
    assert modes == {
        **dict.fromkeys(FILES, "100644"),
        "link": "120000",
        "run": "100755",
        "sub": "160000",
    }
    assert repository.modes() == modes
    submodule = repository.tree("HEAD")["sub"]
    assert repository.contents([submodule]) == {submodule: b""}


def test_names_are_all_that_a_commit_of_everything_would_hold(root: Path) -> None:
    (root / ".gitignore").write_text("*.log\n")
    (root / "new.txt").touch()
    (root / "noise.log").touch()
    (root / "docs" / "index.md").unlink()

    assert _around(root).names() == {*FILES, ".gitignore", "new.txt"}


def test_a_file_that_is_not_stored_is_said_to_be_lacking(root: Path) -> None:
    gone = Blob("100644", "0" * 39 + "1")

    with pytest.raises(WrongUsageError, match=r"^The repository lacks some of its files\.$"):
        _around(root).contents([gone])


def test_a_broken_repository_is_no_bug_of_ours(root: Path) -> None:
    repository = _around(root)
    shutil.rmtree(root / ".git" / "objects")

    with pytest.raises(WrongUsageError) as raised:
        repository.tree("HEAD")

    assert str(raised.value) == f"'git ls-tree' cannot read the repository around {root}."


def test_a_missing_object_is_not_fetched(root: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    git(root, "config", "extensions.partialClone", "origin")
    git(root, "config", "remote.origin.promisor", "true")
    git(root, "config", "remote.origin.url", f"ext::touch {ran}")
    git(root, "config", "protocol.ext.allow", "always")
    blob = _around(root).tree("HEAD")["docs/index.md"]
    (root / ".git" / "objects" / blob.oid[:2] / blob.oid[2:]).unlink()

    with pytest.raises(WrongUsageError):
        _around(root).contents([blob])

    assert not ran.exists()


def test_nobodys_settings_run_anything(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = tmp_path / "ran"
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch {ran}\n")
    script.chmod(0o755)
    for setting in (
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "diff.external",
        "diff.x.textconv",
        "diff.x.command",
        "filter.x.clean",
        "filter.x.smudge",
        "filter.x.process",
        "alias.ls-tree",
    ):
        git(root, "config", setting, str(script))
        git(root, "config", "--file", tmp_path / "theirs", setting, str(script))
    for hook in ("post-index-change", "post-checkout", "reference-transaction"):
        (root / ".git" / "hooks").mkdir(exist_ok=True)
        shutil.copy(script, root / ".git" / "hooks" / hook)
    (root / ".gitattributes").write_text("* filter=x diff=x\n")
    (root / "docs" / "index.md").write_text("# Changed\n")
    for variable in ("GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_SSH_COMMAND", "GIT_ASKPASS"):
        monkeypatch.setenv(variable, str(script))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "theirs"))

    repository = _around(root)
    base = repository.commit("main")
    repository.contents(repository.tree(repository.fork_point(base)).values())
    repository.names()
    repository.modes()

    assert not ran.exists()


def test_what_somebody_ignores_everywhere_is_not_ignored_here(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ignored").write_text("*.txt\n")
    (tmp_path / ".gitconfig").write_text(f"[core]\nexcludesFile = {tmp_path / 'ignored'}\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    (root / "new.txt").touch()

    assert "new.txt" in _around(root).names()


def test_the_environment_does_not_lead_elsewhere(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = new_repository(tmp_path / "other", {"other.txt": "other"})
    for variable in ("GIT_DIR", "GIT_COMMON_DIR"):
        monkeypatch.setenv(variable, str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))
    monkeypatch.setenv("GIT_NAMESPACE", "other")

    assert _around(root).modes().keys() == FILES.keys()
    assert _around(root).tree("HEAD").keys() == FILES.keys()


def test_a_replaced_commit_is_the_commit_it_was(root: Path) -> None:
    first = _name_of(root)
    commit(root, {"docs/index.md": "# Another\n"})
    git(root, "replace", first, _name_of(root))

    repository = _around(root)

    stored = repository.contents(repository.tree(first).values())
    assert b"# Hello\n" in stored.values()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_repository_of_somebody_else_is_read_all_the_same(root: Path) -> None:
    for folder, _, names in os.walk(root):
        for name in (".", *names):
            os.chown(Path(folder, name), 65534, 65534)

    assert _around(root).commit("main") == _around(root).commit("HEAD")


def test_a_repository_with_longer_names_is_read_as_well(tmp_path: Path) -> None:
    root = new_repository(tmp_path / "longer", FILES, options=("--object-format=sha256",))
    repository = _around(root)

    commit_name = repository.commit("main")

    assert len(commit_name) == 64
    blobs = repository.tree(commit_name).values()
    assert set(repository.contents(blobs).values()) == {b"schema: 1\n", b"# Hello\n"}


def test_a_folder_with_the_files_of_a_repository_is_none(root: Path, tmp_path: Path) -> None:
    """Git takes it for a bare repository and obeys its settings; anybody can commit such files."""
    fake = new_repository(tmp_path / "fake", {"program/program.yaml": "schema: 1\n# another\n"})
    git(fake, "update-ref", "refs/remotes/origin/main", "HEAD")
    inner = root / "inner"
    shutil.copytree(fake / ".git", inner)
    (inner / "config").write_text("[core]\n\trepositoryformatversion = 0\n\tworktree = .\n")
    commit(root, {"inner/program/program.yaml": "schema: 1\n"})
    assert git(inner, "rev-parse", "--verify", "refs/remotes/origin/main") == _name_of(fake)

    repository = _around(inner)

    assert repository.top.samefile(root)
    assert repository.below == "inner/"
    assert repository.commit("HEAD") == _name_of(root)
    with pytest.raises(WrongUsageError):
        repository.commit("refs/remotes/origin/main")


def test_a_name_that_means_two_things_means_nothing(root: Path) -> None:
    git(root, "update-ref", "refs/remotes/origin/main", "HEAD")
    assert _around(root).commit("origin/main") == _name_of(root)
    git(root, "tag", "origin/main")

    with pytest.raises(WrongUsageError) as raised:
        _around(root).commit("origin/main")

    assert str(raised.value) == (
        "'origin/main' names a tag and a branch here. Write which of them you mean,"
        " such as 'refs/remotes/origin/main'."
    )
    assert _around(root).commit("refs/remotes/origin/main") == _name_of(root)


def test_no_graft_moves_the_fork_point(root: Path) -> None:
    base, tip = _name_of(root), git(root, "commit-tree", "-m", "alone", "HEAD^{tree}")
    (root / ".git/info").mkdir(exist_ok=True)
    (root / ".git/info/grafts").write_text(f"{tip} {base}\n")

    with pytest.raises(WrongUsageError):
        _around(root).fork_point(tip)


def test_what_was_committed_is_published_though_it_is_no_longer_kept(root: Path) -> None:
    docs, other = _around(root / "docs"), root / "other"
    other.mkdir()

    assert docs.is_published()
    git(root, "rm", "-r", "--quiet", "--cached", "docs")
    assert docs.is_published()
    assert not _around(other).is_published()


def test_before_the_first_commit_only_what_is_kept_is_published(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert not _around(tmp_path).is_published()
    (tmp_path / "a.yaml").write_text("schema: 1\n")
    git(tmp_path, "add", "a.yaml")

    assert _around(tmp_path).is_published()

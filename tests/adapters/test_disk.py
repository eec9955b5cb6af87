"""Writing a file: the old one or the new one, and folders where they are missing."""

from pathlib import Path

import pytest

from mentorgen.adapters.disk import create
from mentorgen.errors import TryAgainLaterError, WrongUsageError


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


def test_a_write_that_fails_leaves_no_half_file(tmp_path: Path) -> None:
    with pytest.raises(TryAgainLaterError, match=r"could not be written: .* Nothing was changed"):
        create(tmp_path / ("a" * 300), "new\n")

    assert list(tmp_path.iterdir()) == []

"""A collection is read only where it is the one that is pinned."""

from pathlib import Path

import pytest

from tests.hostile.corpora import CorpusError, package


def test_a_collection_that_is_not_there_names_the_command_that_fetches_it(tmp_path: Path) -> None:
    with pytest.raises(
        CorpusError, match=r"blns-2[.]0[.]4[.]tgz is missing; 'make suites' fetches"
    ):
        package("blns", tmp_path)


def test_another_package_under_the_same_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "blns-2.0.4.tgz").write_bytes(b"something else")

    with pytest.raises(CorpusError, match="is not the package that"):
        package("blns", tmp_path)

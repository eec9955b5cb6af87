"""What the tests of forms share: a program at a forge in memory."""

from pathlib import Path

import pytest

from tests.adapters.github.intake.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Three people, a round and a pair."""
    return Office.of(tmp_path / "repository")

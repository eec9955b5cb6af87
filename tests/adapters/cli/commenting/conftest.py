"""What the tests of comments share: the place of a pair at a forge in memory."""

from pathlib import Path

import pytest

from tests.adapters.cli.commenting.home import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Ana, Ben, Cleo, an organiser, and the issue of Ana and Ben."""
    return Home.of(tmp_path / "repository")

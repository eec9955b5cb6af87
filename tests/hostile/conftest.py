"""A watched process for the tests that try hostile cases."""

from collections.abc import Iterator

import pytest

from tests.hostile.watched import Watched


@pytest.fixture
def watched() -> Iterator[Watched]:
    """Give a process that has the usual time for each case."""
    with Watched() as process:
        yield process

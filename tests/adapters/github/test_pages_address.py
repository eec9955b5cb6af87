"""Where GitHub serves the pages of a repository."""

from dataclasses import replace

import pytest

from mentorgen.adapters.github.publishing import pages_address
from tests.adapters.github.hub import Hub


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Example-Org/mentoring", "https://example-org.github.io/mentoring/"),
        ("example-org/Example-Org.github.io", "https://example-org.github.io/"),
    ],
)
def test_pages_lie_where_github_serves_them(name: str, address: str) -> None:
    assert pages_address(replace(Hub().facts, name=name, has_pages=True)) == address


@pytest.mark.parametrize(("pages", "private"), [(False, False), (True, True)])
def test_where_pages_are_not_known_to_be_nothing_is_said(*, pages: bool, private: bool) -> None:
    assert pages_address(replace(Hub().facts, has_pages=pages, is_private=private)) == ""

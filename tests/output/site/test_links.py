"""Links lead where they should, and never where they must not."""

import pytest

from mentorgen.output.site.links import href


@pytest.mark.parametrize(
    ("path", "target", "expected"),
    [
        ("", "people/", "people/"),
        ("", "", "./"),
        ("people/", "people/?skill=testing", "../people/?skill=testing"),
        ("people/ana/", "pairs/x/", "../../pairs/x/"),
        ("people/ana/", "", "../../"),
        ("people/", "#main", "#main"),
        ("people/", "https://example.org/a", "https://example.org/a"),
        ("people/", "mailto:team@example.org", "mailto:team@example.org"),
        ("", "webcal://example.org/a.ics", "webcal://example.org/a.ics"),
    ],
)
def test_targets_of_our_own_count_from_the_root(path: str, target: str, expected: str) -> None:
    assert href(target, path=path) == expected


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "\\\\evil",
        "/etc",
    ],
)
def test_hostile_targets_lead_nowhere(target: str) -> None:
    assert href(target, path="people/") == "#"

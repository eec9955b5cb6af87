"""The tests' own reader of expressions reads them as GitHub documents it."""

from pathlib import Path

import pytest

from tests.adapters.github.expressions import Context, Value

GITHUB: Value = {
    "event_name": "pull_request",
    "number": 7,
    "labels": [{"name": "a"}, {"name": "b c"}],
    "merge": None,
    "large": True,
}


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("github.event_name", "pull_request"),
        ("github.nothing.at.all", None),
        ("github.event_name == 'pull_request'", True),
        ("github.event_name != 'pull_request'", False),
        ("!github.merge && github.large", True),
        ("!(github.large && github.merge)", True),
        ("github.merge || 'it''s'", "it's"),
        ("github.merge == 'x' || github.large && 'both'", "both"),
        ("join(github.labels.*.name, ',')", "a,b c"),
        ("hashFiles('there.txt') != ''", True),
        ("hashFiles('gone.txt') != ''", False),
    ],
)
def test_an_expression_has_its_value(expression: str, value: Value, tmp_path: Path) -> None:
    (tmp_path / "there.txt").touch()

    assert Context({"github": GITHUB}, tmp_path).value(expression) == value


def test_values_are_put_into_a_text(tmp_path: Path) -> None:
    context = Context({"github": GITHUB}, tmp_path)

    filled = context.filled("${{ github.number }}-${{ github.merge }}-${{ github.large }}")

    assert filled == "7--true"
    assert context.is_true("")

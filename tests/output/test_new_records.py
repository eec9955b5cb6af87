"""Texts of new records: names that YAML would misread are quoted, titles become ids."""

import pytest

from mentorgen.output.new_records import id_from, quoted


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ana Rivers", "Ana Rivers"),
        ("ليلى", "ليلى"),
        ("José", "José"),
        ("yes", '"yes"'),
        ("Null", '"Null"'),
        ("12", '"12"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ('say "hi"', '"say \\"hi\\""'),
        ("- a", '"- a"'),
        ("trailing ", '"trailing "'),
        ("Europe/Lisbon", '"Europe/Lisbon"'),
    ],
)
def test_what_yaml_could_misread_is_quoted(text: str, written: str) -> None:
    assert quoted(text) == written


@pytest.mark.parametrize(
    ("title", "goal"),
    [
        ("A first test", "a-first-test"),
        ("Über: Größe!", "uber-groe"),
        ("هدف", "goal"),
        ("x" * 70, "x" * 60),
        (f"{'x' * 59} y", "x" * 59),
    ],
)
def test_a_title_becomes_an_id(title: str, goal: str) -> None:
    assert id_from(title, otherwise="goal") == goal

import pytest

from mentorgen.loading.faults import UnreadableError
from mentorgen.loading.yaml_events import Value, scalar
from mentorgen.loading.yaml_source import parse_yaml

pytestmark = pytest.mark.parametrize("fast", [True, False], ids=["libyaml", "python"])


def _said(text: str, *, fast: bool, first_line: int = 1) -> str:
    with pytest.raises(UnreadableError) as caught:
        parse_yaml(text, fast=fast, first_line=first_line)
    fault = caught.value.fault
    return f"{fault.line}:{fault.column}: {fault.message} [{fault.rule}]"


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("a: 1\n", {"a": 1}),
        ("a: -7\nb: 0\n", {"a": -7, "b": 0}),
        (
            "a: 123456789012345\nb: 1234567890123456\n",
            {"a": 123456789012345, "b": "1234567890123456"},
        ),
        ("a: 007\nb: 1.5\nc: 1e3\nd: 0x1F\n", {"a": "007", "b": "1.5", "c": "1e3", "d": "0x1F"}),
        ("a: true\nb: False\nc: TRUE\n", {"a": True, "b": False, "c": True}),
        ("a: yes\nb: no\nc: on\n", {"a": "yes", "b": "no", "c": "on"}),
        ("a:\nb: ~\nc: null\n", {"a": None, "b": None, "c": None}),
        ("a: ''\nb: '1'\nc: \"true\"\n", {"a": "", "b": "1", "c": "true"}),
        ("a: 2026-03-01\nb: 17:30\n", {"a": "2026-03-01", "b": "17:30"}),
        ("on: 1\nno: 2\n3: 4\n~: 5\n", {"on": 1, "no": 2, "3": 4, "~": 5}),
        ("a: [1, [b, {c: d}], ]\n", {"a": [1, ["b", {"c": "d"}]]}),
        ("a:\n- 1\n- b: 2\n  c: 3\n", {"a": [1, {"b": 2, "c": 3}]}),
        ("a: |\n  one\n  two\nb: >-\n  one\n  two\n", {"a": "one\ntwo\n", "b": "one two"}),
        ('"a b": "\\t\\n\\u00e9"\n', {"a b": "\t\né"}),
        ("--- # head\na: 1\n...\n", {"a": 1}),
        ("{}\n", {}),
        ("a: =\nb: <<\n", {"a": "=", "b": "<<"}),
    ],
)
def test_plain_yaml_is_read_as_it_looks(text: str, fields: dict[str, Value], *, fast: bool) -> None:
    source = parse_yaml(text, fast=fast)

    assert source.fields == fields
    assert source.faults == ()


@pytest.mark.parametrize("text", ["", "# a comment\n", "---\n", "\n\n", "---\n...\n", "''[0]"[:0]])
def test_a_text_without_fields_is_empty(text: str, *, fast: bool) -> None:
    assert _said(text, fast=fast) == "1:1: this file is empty. Begin with 'schema: 1'. [empty-file]"


def test_an_empty_head_is_where_the_head_is(*, fast: bool) -> None:
    assert (
        _said("", fast=fast, first_line=2)
        == "2:1: this file is empty. Begin with 'schema: 1'. [empty-file]"
    )


TAGS = "tags are not allowed; delete the '!' word. [yaml-feature]"
KEYS = "only plain text keys are allowed. [yaml-feature]"
ANCHORS = "anchors are not allowed; delete the '&' word. [yaml-feature]"
ALIASES = "aliases are not allowed; write the value itself. [yaml-feature]"
RECORD = "a record must be a map of fields, such as 'name: Ana Rivers'. [map]"
SECOND = "a second document is not allowed; delete it and its '---'. [yaml-feature]"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hello\n", f"1:1: {RECORD}"),
        ("''\n", f"1:1: {RECORD}"),
        ("- a\n", f"1:1: {RECORD}"),
        ("a: &x 1\n", f"1:4: {ANCHORS}"),
        ("a: &x [1]\n", f"1:4: {ANCHORS}"),
        ("&x a: 1\n", f"1:1: {ANCHORS}"),
        ("a: *x\n", f"1:4: {ALIASES}"),
        ("*x : 1\n", f"1:1: {ALIASES}"),
        ("a: !x 1\n", f"1:4: {TAGS}"),
        ("a: ! 1\n", f"1:4: {TAGS}"),
        ("!!str a: 1\n", f"1:1: {TAGS}"),
        ("!!map {a: 1}\n", f"1:1: {TAGS}"),
        ("? [a]\n: 1\n", f"1:3: {KEYS}"),
        ("? {a: b}\n: 1\n", f"1:3: {KEYS}"),
        ("[a]: 1\n", f"1:1: {KEYS}"),
        ("a: 1\n---\nb: 2\n", f"2:1: {SECOND}"),
        ("a: 1\n---\n", f"2:1: {SECOND}"),
        (
            "%YAML 1.1\n---\na: 1\n",
            "1:1: directives are not allowed; delete this line. [yaml-feature]",
        ),
        ('a: "\\u200b"\n', "1:4: invisible character U+200B; delete it. [hidden-character]"),
        ('a: ["b", "\\0"]\n', "1:10: control character U+0000; delete it. [hidden-character]"),
        ('"\\e": 1\n', "1:1: control character U+001B; delete it. [hidden-character]"),
    ],
)
def test_what_yaml_can_do_and_records_may_not_is_refused(
    text: str, said: str, *, fast: bool
) -> None:
    assert _said(text, fast=fast) == said


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_sixteen_levels_are_enough(opening: str, *, fast: bool) -> None:
    closing = {"[": "]", "{a: ": "}", "- ": ""}[opening]
    fits = f"a:\n  {opening * 14}[]{closing * 14}\n"
    deeper = f"a:\n  {opening * 16}[]{closing * 16}\n"

    assert parse_yaml(fits, fast=fast).fields.keys() == {"a"}
    assert _said(deeper, fast=fast) == (
        f"2:{3 + 15 * len(opening)}: nesting deeper than 16. [too-deep]"
    )


def test_every_repeated_key_is_told_and_the_last_one_counts(*, fast: bool) -> None:
    source = parse_yaml("a: 1\nb:\n- {c: 1, c: 2}\n- c: 3\na: 2\na: 3\n", fast=fast, first_line=2)

    assert source.fields == {"a": 3, "b": [{"c": 2}, {"c": 3}]}
    assert [(fault.line, fault.column, fault.message) for fault in source.faults] == [
        (4, 10, "this file has 'b[0].c' twice; the first is on line 4. Keep one."),
        (6, 1, "this file has 'a' twice; the first is on line 2. Keep one."),
        (7, 1, "this file has 'a' twice; the first is on line 2. Keep one."),
    ]


def test_a_map_that_stands_twice_is_one_repetition(*, fast: bool) -> None:
    source = parse_yaml("a: {b: 1}\na: {b: 2}\n", fast=fast)

    assert [fault.message for fault in source.faults] == [
        "this file has 'a' twice; the first is on line 1. Keep one."
    ]


@pytest.mark.parametrize("text", ["true", "True", "null", "~", "12", "-3"])
def test_a_scalar_that_is_no_text_keeps_how_it_was_written(text: str, *, fast: bool) -> None:
    source = parse_yaml(f"a: [x, {text}]\nb: '{text}'\n", fast=fast)

    assert not isinstance(scalar(text), str)
    assert source.places.written(("a", 1)) == text
    assert source.places.written(("a", 0)) is None
    assert source.places.written(("b",)) is None


def test_every_key_and_value_has_its_place(*, fast: bool) -> None:
    text = "# head\n---\na: 1\n\nb:\n  - c: [x, 'y']\n    dé: {e: ~}\n"
    places = parse_yaml(text, fast=fast, first_line=11).places

    assert places.of_value(()) == (13, 1)
    assert places.of_value(("a",)) == (13, 4)
    assert places.of_value(("b",)) == (16, 3)
    assert places.of_value(("b", 0)) == (16, 5)
    assert places.of_value(("b", 0, "c", 1)) == (16, 12)
    assert places.of_value(("b", 0, "dé", "e")) == (17, 13)
    assert places.of_key(("b", 0, "dé")) == (17, 5)
    assert places.of_key(("b", 0)) is None
    assert places.of_value(("b", 1)) is None

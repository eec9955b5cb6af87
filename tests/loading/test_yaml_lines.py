"""The shortcut past the parser: what it reads, what it declines, and that it never differs."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.loading.faults import UnreadableError
from mentorgen.loading.text import decode
from mentorgen.loading.yaml_lines import read_lines
from mentorgen.loading.yaml_source import parse_yaml

READ: dict[str, object] = {
    "a: 1\n": {"a": 1},
    "a: b": {"a": "b"},
    "# said before\na: b\n\n  # and between\nc: d\n": {"a": "b", "c": "d"},
    "a: b # aside\n": {"a": "b"},
    "a: # aside\n  b: c\n": {"a": {"b": "c"}},
    "a:\nb: true\n": {"a": None, "b": True},
    "a:   \n": {"a": None},
    "a:\n  b:\n    c: null\n  d: no\ne: 0777\n": {
        "a": {"b": {"c": None}, "d": "no"},
        "e": "0777",
    },
    "a:\n  - b\n  - 2\nc:\n- d\n- e\nf: g\n": {"a": ["b", 2], "c": ["d", "e"], "f": "g"},
    "a:\n  - b: c\n    d:\n      - e\n  -   f: g\n      h: i\n": {
        "a": [{"b": "c", "d": ["e"]}, {"f": "g", "h": "i"}]
    },
    "a:\n  - b:\n    - c\n  - d\n": {"a": [{"b": ["c"]}, "d"]},
    'a: []\nb: {}\nc: [x, \'y, z\', "q", 17:30]\nd: {e: f, g: "h: i"}\n': {
        "a": [],
        "b": {},
        "c": ["x", "y, z", "q", "17:30"],
        "d": {"e": "f", "g": "h: i"},
    },
    "a: [b,]\n": {"a": ["b"]},
    "a: b \nc: d  # e\n": {"a": "b", "c": "d"},
    "a: \"\"\nb: ''\nc: 'it said #'\n": {"a": "", "b": "", "c": "it said #"},
    "a: https://example.org/#there\nb: 17:30\nc: a#b\n": {
        "a": "https://example.org/#there",
        "b": "17:30",
        "c": "a#b",
    },
    "a: |\n  one\n   two\n\n  three\n\nb: c\n": {"a": "one\n two\n\nthree\n", "b": "c"},
    "a: |-\n  one\n": {"a": "one"},
    "a: |\n  one \n": {"a": "one \n"},
    "a: X # X\nb: |\n  X one X\n  X\nc: >\n  X\n": {"a": "X", "b": "X one X\nX\n", "c": "X\n"},
    "a: >\n  one\n  two\n\n\n  three\nb: >-\n    four\n": {
        "a": "one two\n\nthree\n",
        "b": "four",
    },
    "a:\n  - b: |\n      # no comment\n    c: d\n": {"a": [{"b": "# no comment\n", "c": "d"}]},
    "name: Zoë 中 ع\n": {"name": "Zoë 中 ع"},
}

DECLINED = (
    "",
    "# only this\n",
    "a:\tb\n",
    "a: b\r\n",
    "- a\n",
    " a: b\n",
    "a: b\n  c\n",
    "a: b\n  c: d\n",
    "a:\n    b: c\n  d: e\n",
    "a: b\na: c\n",
    "a: {b: c, b: d}\n",
    f"a: {{{'b' * 1025}: c}}\n",
    "a: &b c\n",
    "a: *b\n",
    "a: !b c\n",
    "? a\n",
    "<<: a\n",
    "%YAML 1.2\n",
    "---\na: b\n",
    "a: b: c\n",
    "a: b:\n",
    "a: @b\n",
    "a: -1\n",
    'a: "b\n',
    'a: "b\\n"\n',
    'a: "b" c\n',
    "a: [b\n",
    "a: [b, [c]]\n",
    "a: [b c: d]\n",
    "a: [,b]\n",
    "a: {b}\n",
    "a: ['b # c', d] # e\n",
    "a:\n  - - b\n",
    "a:\n  -\n",
    "a:\n  - # aside\n",
    "a:\n  - b\n  c: d\n",
    "a:\n  b: c\n  - d\n",
    "a: |",
    "a: |\n",
    "a: |\n\n  b\n",
    "a: |\nb: c\n",
    "a: |\n  b",
    "a: |\n  b\n    \n  c\n",
    "a: >\n  b\n   c\n",
    "a: >\n  b \n  c\n",
    "a: |+\n  b\n",
    "".join(f"{' ' * depth}a:\n" for depth in range(14)),
)

WORDS = (
    *(
        "a",
        "b-c",
        "_d",
        "é",
        "中",
        "17:30",
        "2026-03-01",
        "true",
        "null",
        "~",
        "07",
        "1",
        "-1",
        "=",
        ".",
    ),
    *(
        ":",
        ": ",
        "#",
        " #",
        "- ",
        "-",
        "? ",
        "|",
        ">",
        "|-",
        ">-",
        "|+",
        "&",
        "*",
        "!",
        "%",
        "@",
        "`",
    ),
    *(
        "[",
        "]",
        "{",
        "}",
        ",",
        ", ",
        '"',
        "'",
        "\\",
        "<<",
        "---",
        "...",
        " ",
        "  ",
        "\u00a0",
        "\u200d",
    ),
    *("[a, b]", '{a: b, "c": d}', "{a: 'b, c'}", '"a"', "'b'", "a: b", "a:", "- a", "- a: b"),
)
BROKEN_AT = ("\n", "\n", "\n  ", "\n  ", "\n    ", "\n- ", "\n  - ", "\n\n", "")


@pytest.mark.parametrize("text", READ)
def test_common_yaml_is_read_as_the_parser_reads_it(text: str) -> None:
    assert read_lines(text) == READ[text] == parse_yaml(text, fast=False).fields


@pytest.mark.parametrize("text", DECLINED)
def test_what_is_subtle_is_left_to_the_parser(text: str) -> None:
    assert read_lines(text) is None


def test_two_documents_share_no_list_and_no_map() -> None:
    text = "a: [b]\nc: {d: e}\nf:\n  - {g: h}\n"
    one, other = read_lines(text), read_lines(text)
    assert one is not None
    assert other is not None
    one["a"] += ["more"]  # type: ignore[operator]
    assert other == {"a": ["b"], "c": {"d": "e"}, "f": [{"g": "h"}]}
    assert one["c"] is not other["c"]
    assert one["f"][0] is not other["f"][0]  # type: ignore[index]


@given(st.lists(st.tuples(st.sampled_from(BROKEN_AT), st.sampled_from(WORDS)), max_size=14))
def test_no_text_means_something_else_to_the_parser(pieces: list[tuple[str, str]]) -> None:
    _agree("".join(f"{end}{word}" for end, word in pieces).lstrip("\n"))


@pytest.mark.parametrize("seed", range(20))
def test_no_damaged_record_means_something_else_to_the_parser(seed: int) -> None:
    random = Random(seed)
    texts, read = [*READ], 0
    for _ in range(100):
        text = random.choice(texts)
        for _ in range(random.randint(1, 3)):
            at = random.randint(0, len(text))
            until = at + random.choice((0, 0, 1, 3))
            text = text[:at] + random.choice((*WORDS, *BROKEN_AT)) + text[until:]
        read += _agree(text)
    assert read > 5


def _agree(text: str) -> bool:
    """Compare the two readers; tell whether the quick one read the text at all."""
    fields = read_lines(decode(text.encode()))
    if fields is None:
        return False
    try:
        source = parse_yaml(text, fast=False)
    except UnreadableError as error:
        pytest.fail(f"the parser refuses {text!r}: {error}")
    assert repr(source.fields) == repr(fields), text
    assert source.faults == ()
    return True

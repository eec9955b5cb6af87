"""A text is understood alike line by line, by libyaml and by the parser in Python."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.loading.faults import Fault, UnreadableError
from mentorgen.loading.text import decode
from mentorgen.loading.yaml_source import parse_yaml
from tests.hostile.mutants import TOKENS
from tests.hostile.readers import agree

PIECES = (
    *(
        "a: ",
        "b: ",
        "name: ",
        "- ",
        "- a: ",
        "\n",
        "\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "\n  - ",
        "\n# x\n",
    ),
    *("word", "two words", "1", "'x'", '"y"', "[a, b]", "{a: b}", "|\n  ", ">\n  ", "|-\n  "),
)


@given(pieces=st.lists(st.sampled_from(PIECES) | st.sampled_from(TOKENS), max_size=12))
def test_readers_agree_on_whatever_is_put_together(pieces: list[str | bytes]) -> None:
    content = b"".join(one.encode() if isinstance(one, str) else one for one in pieces)
    try:
        text = decode(content)
    except UnreadableError:
        return

    agree(text)


@pytest.mark.parametrize(
    ("text", "fast"), [("a: {b?}\n", False), ("a: b\t# c\n", False), ("a: |\n \tb\n", True)]
)
def test_one_parser_may_refuse_what_the_other_reads_where_they_are_known_to_part(
    text: str, *, fast: bool
) -> None:
    with pytest.raises(UnreadableError):
        parse_yaml(text, fast=fast)
    assert parse_yaml(text, fast=not fast).fields

    agree(text)


def test_a_text_that_all_refuse_is_given_as_its_fault() -> None:
    assert isinstance(agree("a: [b\n"), Fault)

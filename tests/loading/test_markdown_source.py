import pytest

from mentorgen.loading.faults import UnreadableError
from mentorgen.loading.markdown_source import parse_markdown


def _said(text: str) -> str:
    with pytest.raises(UnreadableError) as caught:
        parse_markdown(text)
    fault = caught.value.fault
    return f"{fault.line}:{fault.column}: {fault.message} [{fault.rule}]"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\na: 1\n---\n", ""),
        ("---\na: 1\n---", ""),
        ("---\na: 1\n---\n\nWe met.\n\n---\n\nAnd more.\n\n", "We met.\n\n---\n\nAnd more."),
        ("--- \r\na: 1\r\n---\r\nWe met.\r\n", "We met."),
    ],
)
def test_a_head_and_a_body_are_told_apart(text: str, body: str) -> None:
    source, found = parse_markdown(text)

    assert source.fields == {"a": 1}
    assert found == body


def test_places_count_from_the_top_of_the_file() -> None:
    source, _ = parse_markdown("---\na: 1\nb: 2\nb: 3\n---\n")

    assert source.places.of_value(("a",)) == (2, 4)
    assert source.places.of_value(()) == (2, 1)
    assert [fault.line for fault in source.faults] == [4]


@pytest.mark.parametrize("text", ["", "We met.\n", "\n---\na: 1\n---\n", " ---\na: 1\n---\n"])
def test_a_text_without_a_head_is_no_record(text: str) -> None:
    assert _said(text) == (
        "1:1: this file must open with a head: '---', fields such as 'schema: 1', '---'. "
        "[markdown-head]"
    )


def test_a_head_must_close() -> None:
    assert _said("---\na: 1\n\nWe met.\n") == (
        "1:1: the head that opens here never closes; end it with a line of '---'. [markdown-head]"
    )


def test_a_head_must_hold_something() -> None:
    assert (
        _said("---\n---\nWe met.\n")
        == "2:1: this file is empty. Begin with 'schema: 1'. [empty-file]"
    )


def test_a_head_must_be_yaml() -> None:
    assert _said("---\na: 1\nb: [c\n---\n").startswith("3:4: the bracket opened at 3:4 never")

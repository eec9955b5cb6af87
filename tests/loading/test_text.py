import pytest

from mentorgen.loading.faults import Fault, UnreadableError
from mentorgen.loading.text import (
    MOST_BYTES,
    decode,
    hidden_character,
    invisible_in_keyword,
    line_of_other_end,
    position,
)


def _fault(content: bytes) -> Fault:
    with pytest.raises(UnreadableError) as caught:
        decode(content)
    assert str(caught.value) == caught.value.fault.message
    return caught.value.fault


def test_plain_text_comes_through() -> None:
    assert decode(b"name: Ada\n\tand tabs\r\n") == "name: Ada\n\tand tabs\r\n"


@pytest.mark.parametrize(
    "text", ["", "né", "\u05d0\u200f", "می\u200cخو", "👩\u200d🔧", "a\xa0b", "co\xadop", "❤\ufe0f"]
)
def test_what_people_write_with_comes_through(text: str) -> None:
    assert decode(text.encode()) == text


def test_one_leading_mark_is_left_out() -> None:
    assert decode(b"\xef\xbb\xbfname") == "name"


def test_a_file_may_have_64_kibibytes_and_no_more() -> None:
    assert len(decode(b"a" * MOST_BYTES)) == 65_536
    assert _fault(b"a" * (MOST_BYTES + 1)).message == (
        "this file has more than 65,536 bytes, too many to read. Split it."
    )


@pytest.mark.parametrize(
    ("text", "code", "what"),
    [
        ("\x00", "U+0000", "control character {}; delete it."),
        ("\x1b", "U+001B", "control character {}; delete it."),
        ("\x7f", "U+007F", "control character {}; delete it."),
        ("\x9b", "U+009B", "control character {}; delete it."),
        ("\r", "U+000D", "hidden line break {}; delete it and press Enter instead."),
        ("\x85", "U+0085", "hidden line break {}; delete it and press Enter instead."),
        ("\u2029", "U+2029", "hidden line break {}; delete it and press Enter instead."),
        ("\u202a", "U+202A", "bidirectional control character {}; delete it."),
        ("\u2069", "U+2069", "bidirectional control character {}; delete it."),
        ("\u200b", "U+200B", "invisible character {}; delete it."),
        ("\u2060", "U+2060", "invisible character {}; delete it."),
        ("\ufeff", "U+FEFF", "invisible character {}; delete it."),
        ("\uffff", "U+FFFF", "invisible character {}; delete it."),
        ("\U000e0041", "U+E0041", "invisible character {}; delete it."),
    ],
)
def test_a_character_that_hides_something_is_named_with_its_place(
    text: str, code: str, what: str
) -> None:
    fault = _fault(f"one\ntwo {text}x\n".encode())

    assert (fault.line, fault.column, fault.message) == (2, 5, what.format(code))


def test_a_lone_surrogate_hides_something() -> None:
    assert hidden_character("a\ud800") == (1, "control character U+D800; delete it.")


def test_a_broken_byte_is_counted_without_the_mark() -> None:
    fault = _fault(b"\xef\xbb\xbfone\nt\xffo")

    assert (fault.line, fault.column) == (2, 2)
    assert fault.message == "byte 0xFF is not UTF-8; save this file as UTF-8."


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", ">>>>>>> autumn"])
def test_either_half_of_a_merge_is_a_conflict(mark: str) -> None:
    first = _fault(f"{mark}\n".encode())
    later = _fault(f"a: 1\n\n{mark}\n".encode())

    assert (first.line, first.column) == (1, 1)
    assert (later.line, later.column) == (3, 1)
    assert later.message == "a merge conflict is left here; choose one side."


@pytest.mark.parametrize("text", ["<<<<<<<", "a <<<<<<< b", "=======\n", "<<<<<<< \n"[1:]])
def test_other_lines_of_arrows_are_none(text: str) -> None:
    assert decode(text.encode()) == text


def test_a_pointer_is_no_record() -> None:
    fault = _fault(b"version https://git-lfs.github.com/spec/v1\n")

    assert fault.message == "this is a Git LFS pointer, not a record; store the file itself."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", None),
        ("a\nb\n", None),
        ("a\r\nb\r\n", None),
        ("a\r\nb", None),
        ("a\r\nb\n", 2),
        ("a\nb\nc\r\n", 3),
    ],
)
def test_the_first_line_that_ends_in_another_way_is_found(text: str, line: int | None) -> None:
    assert line_of_other_end(text) == line


def test_joiners_are_for_prose_only() -> None:
    assert invisible_in_keyword("men\u200dtor") == "invisible character U+200D; delete it."
    assert invisible_in_keyword("mentor") is None


@pytest.mark.parametrize(
    ("index", "place"), [(0, (1, 1)), (1, (1, 2)), (2, (2, 1)), (3, (3, 1)), (4, (3, 2))]
)
def test_lines_and_columns_count_from_one(index: int, place: tuple[int, int]) -> None:
    assert position("a\n\nbc", index) == place

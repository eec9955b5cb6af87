import html
import re

import cmarkgfm
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.output.neutral import neutral, neutral_in_html, one_line

_NO_WIDTH = "\N{ZERO WIDTH SPACE}"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ana Lovelace-Byron", "Ana Lovelace-Byron"),
        ("Dr. O'Neill (Tony)", "Dr. O'Neill \\(Tony\\)"),
        ("ana_b", "ana\\_b"),
        ("@everyone", f"@{_NO_WIDTH}everyone"),
        ("closes #12", f"closes #{_NO_WIDTH}12"),
        ("fixes GH-12", f"fixes GH-{_NO_WIDTH}12"),
        ("https://example.org", f"https:{_NO_WIDTH}//example.org"),
        ("www.example.org", f"www{_NO_WIDTH}.example.org"),
        (":tada:", f"\\:{_NO_WIDTH}tada:"),
        ("3f5e45b2cf", f"3f5e45{_NO_WIDTH}b2cf"),
        ("feedback", "feedback"),
        ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert\\(1\\)&gt;"),
        ("<!-- v1:check-in -->", "&lt;\\!-- v1:check-in --&gt;"),
        ("**bold** `code` $x$", "\\*\\*bold\\*\\* \\`code\\` \\$x\\$"),
        ("a\nb\r\n\tc\N{LINE SEPARATOR}d", "a b c d"),
        ("- item", "\\- item"),
        ("1. item", "1\\. item"),
        ("R&D", "R&amp;D"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}ana\N{ZERO WIDTH SPACE}", "ana"),
        ("می\N{ZERO WIDTH NON-JOINER}خواهم", "می\N{ZERO WIDTH NON-JOINER}خواهم"),
    ],
)
def test_a_name_reads_the_same_and_does_nothing(name: str, expected: str) -> None:
    assert neutral(name) == expected


_ANY = st.text(max_size=60) | st.text("@#:/<>[]()!*_`~|$&\\-+=.1 agH\n", max_size=30)


@given(_ANY)
def test_no_text_becomes_markup(text: str) -> None:
    read = cmarkgfm.github_flavored_markdown_to_html(neutral(text)).strip()
    shown = re.fullmatch("(?:<p>([^<>]*)</p>)?", read)

    assert shown is not None
    assert html.unescape(shown[1] or "").replace(_NO_WIDTH, "") == one_line(text)


@given(st.text("@#ana1 /", max_size=30))
def test_no_mention_and_no_number_of_an_issue_is_left(text: str) -> None:
    assert not re.search("[@#][a-z0-9/]", neutral(text))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dr. O'Neill (Tony)", "Dr. O'Neill (Tony)"),
        ("@everyone", f"@{_NO_WIDTH}everyone"),
        ("</summary><img src=x>", "&lt;/summary&gt;&lt;img src=x&gt;"),
        ("a\n\n- b", "a - b"),
    ],
)
def test_in_a_tag_only_what_html_knows_is_written_otherwise(name: str, expected: str) -> None:
    assert neutral_in_html(name) == expected


@given(st.text(max_size=60))
def test_no_text_leaves_its_tag(text: str) -> None:
    line = neutral_in_html(text)

    assert "<" not in line
    assert "\n" not in line
    assert html.unescape(line).replace(_NO_WIDTH, "") == one_line(text)

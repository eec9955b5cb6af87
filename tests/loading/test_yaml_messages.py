"""What is said of a text that is no YAML; both of PyYAML's parsers lead to the same sentence."""

import pytest

from mentorgen.loading.faults import UnreadableError
from mentorgen.loading.yaml_source import parse_yaml

BRACKET = "never closes; close it, or put a comma between its entries. [unclosed-bracket]"
QUOTE = "never closes; close it with the same mark. [unclosed-quote]"
BACKSLASH = (
    "a backslash like this means nothing inside double quotes; write it twice, "
    "or put the value in single quotes. [backslash]"
)
AFTER_QUOTE = (
    "the quotes of this value close before its end; put all of it in one pair of quotes, "
    "and write '' for an apostrophe inside single ones. [yaml-syntax]"
)
AFTER_BRACKET = (
    "something follows a bracket that closes; put the whole value in quotes. [yaml-syntax]"
)
BLOCK = (
    "nothing can follow '|' or '>' on its line; begin the text on the next one, indented. "
    "[yaml-syntax]"
)
NO_SPACE = "a space is missing here, after the ':'; write 'name: value'. [yaml-syntax]"
IN_A_LIST = "this line stands in a list; begin it with '- ', or check its indent. [yaml-syntax]"
DOTS = "this line ends what is read of the file; delete it. [yaml-syntax]"
VALUE = "cannot start a value; leave it out or put the value in quotes. [yaml-syntax]"
TAB = "a tab stands where spaces belong; indent with spaces. [tab]"
TAG = "tags are not allowed; delete the '!' word. [yaml-feature]"
NO_COLON = "a ':' is missing after this field's name; write 'name: value'. [yaml-syntax]"
INDENT = "this line does not line up with the fields above it; check its indent. [yaml-syntax]"
LIST = "a list cannot begin here; write each entry on a line of its own, after '- '. [yaml-syntax]"
NO_YAML = (
    "this is not YAML: check brackets, quotes and indent on this line and the one above. "
    "[yaml-syntax]"
)
DIRECTIVE = "directives are not allowed; delete this line. [yaml-feature]"
INDENTED = (
    "this line is indented further than the field above it, which has a value already; "
    "check its indent. [yaml-syntax]"
)
NO_SPACE_BUT = "in place of a space; type a space. [hidden-character]"
CASES = {
    "a: |\n\tb\n": f"2:1: {TAB}",
    "a: >\n\tb\n": f"2:1: {TAB}",
    "a: |\n\n\tb\n": f"3:1: {TAB}",
    "a: |\n  b\n\tc\n": f"3:1: {TAB}",
    "a: >-\n  b\n\n\tc: d\n": f"4:1: {TAB}",
    "schema:1\n": f"1:8: {NO_SPACE}",
    "schema:1\nname: Bo\n": f"1:8: {NO_SPACE}",
    "# Bo\nschema:1\nname:Bo\n": f"2:8: {NO_SPACE}",
    "name:\u00a0Bo\n": f"1:6: U+00A0 (no-break space) stands here {NO_SPACE_BUT}",
    "a: 1\nname:\u3000Bo\nb: 2\n": f"2:6: U+3000 (ideographic space) stands here {NO_SPACE_BUT}",
    "a: @ada\n": "1:4: '@' cannot start a value; write ada, not @ada. [yaml-syntax]",
    "a: @b-c, d\n": "1:4: '@' cannot start a value; write b-c, not @b-c. [yaml-syntax]",
    "a: @\n": f"1:4: '@' {VALUE}",
    "a: ? b\n": f"1:4: '?' {VALUE}",
    "a: , b\n": f"1:4: ',' {VALUE}",
    "a: [b, , c]\n": f"1:8: ',' {VALUE}",
    "a: `ada\n": f"1:4: '`' {VALUE}",
    "a: 1\nb: %c\n": f"2:4: '%' {VALUE}",
    "a: & b\n": f"1:4: '&' {VALUE}",
    "a: *b* c\n": f"1:4: '*' {VALUE}",
    "a:\n\tb: 1\n": f"2:1: {TAB}",
    "\ta: 1\n": f"1:1: {TAB}",
    "a: 1\n%b: c\n": f"2:1: {DIRECTIVE}",
    "a: b: c\n": "1:5: ':' inside a value; put the value in quotes. [colon-in-value]",
    "a: b\n c: d\n": f"2:3: {INDENTED}",
    "a:\n    b: 1\n  c: 2\n": f"3:3: {INDENT}",
    "a: |\n  b\n c\n": f"3:2: {INDENT}",
    'a: "b" c\n': f"1:8: {AFTER_QUOTE}",
    "a: 'it's'\n": f"1:8: {AFTER_QUOTE}",
    "a: [b] c\n": f"1:8: {AFTER_BRACKET}",
    "a: 1\n- b\n": f"2:1: {INDENT}",
    "a: [b]]\n": f"1:7: {AFTER_BRACKET}",
    "a: 1\nb\nc: 2\n": f"2:1: {NO_COLON}",
    "a: 1\nb\n": f"2:1: {NO_COLON}",
    "a: 1\nb\n  c: 2\n": f"2:1: {NO_COLON}",
    "a: 1\nb:c\nd: 2\n": f"2:3: {NO_SPACE}",
    "a: 1\nb:c\n": f"2:3: {NO_SPACE}",
    "a:\n  - b: 1\n    c:2\n    d: 3\n": f"3:7: {NO_SPACE}",
    "a:\n  - b:c\n    d: 1\n": f"2:7: {NO_SPACE}",
    "a:\n  - b\n    c: 1\n": f"2:3: {NO_COLON}",
    "a: - b\n": f"1:4: {LIST}",
    "a: [b\nc: d\n": f"1:4: the bracket opened at 1:4 {BRACKET}",
    "a: [b": f"1:4: the bracket opened at 1:4 {BRACKET}",
    "a: {b: c\n": f"1:4: the bracket opened at 1:4 {BRACKET}",
    "a: [b,\n": f"1:4: the bracket opened at 1:4 {BRACKET}",
    "a: [\n": f"1:4: the bracket opened at 1:4 {BRACKET}",
    "a: {b: [c],\n": f"1:4: the bracket opened at 1:4 {BRACKET}",
    "a: {b: [c,\n---\n": f"1:8: the bracket opened at 1:8 {BRACKET}",
    "...\n": f"1:1: {NO_YAML}",
    "a: ]\n": f"1:4: ']' {VALUE}",
    "a: |x\n b\n": f"1:5: {BLOCK}",
    "a: > b\n": f"1:6: {BLOCK}",
    "a: |10\n b\n": f"1:6: {BLOCK}",
    "a:\n - b\n c: d\n": f"3:2: {IN_A_LIST}",
    "a: 1\n...\nb: 2\n": f"2:1: {DOTS}",
    " a: 1\nb: 2\n": f"2:1: {INDENT}",
    "a: b\n... c\n": f"2:5: {INDENT}",
    'a: "b\n': f"1:4: the quote opened at 1:4 {QUOTE}",
    "a: 'b\n---\nc'\n": f"1:4: the quote opened at 1:4 {QUOTE}",
    'a: "\\q"\n': f"1:5: {BACKSLASH}",
    'a: "b\\\\\\q"\n': f"1:8: {BACKSLASH}",
    'a: "\\u12"\n': f"1:5: {BACKSLASH}",
    'a: "\\U00110000"\n': f"1:5: {BACKSLASH}",
    'a: "\\UFFFFFFFF"\n': f"1:5: {BACKSLASH}",
    "a: !x!y z\n": f"1:4: {TAG}",
    "a: !<x\n": f"1:7: {TAG}",
}


@pytest.mark.parametrize("fast", [True, False], ids=["libyaml", "python"])
@pytest.mark.parametrize(("text", "said"), CASES.items(), ids=CASES)
def test_a_text_that_is_no_yaml_is_met_where_it_is_mended(
    text: str, said: str, *, fast: bool
) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse_yaml(text, fast=fast)
    fault = caught.value.fault

    assert f"{fault.line}:{fault.column}: {fault.message} [{fault.rule}]" == said


def test_lines_count_from_the_top_of_the_file() -> None:
    with pytest.raises(UnreadableError) as caught:
        parse_yaml("a: [b\n", first_line=5)

    assert caught.value.fault.line == 5
    assert caught.value.fault.message == (
        "the bracket opened at 5:4 never closes; close it, or put a comma between its entries."
    )

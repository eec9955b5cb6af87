"""What PyYAML says when a text is no YAML, in words that tell how to mend it."""

import re
import unicodedata
from collections.abc import Sequence

from yaml import Mark, MarkedYAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent

from mentorgen.loading.faults import Fault
from mentorgen.loading.rules import Rule
from mentorgen.loading.yaml_events import LIBYAML, event_source

Spot = tuple[int, int]
"""Line and column as PyYAML counts them, from 0."""
Sentence = tuple[Rule, str]
Found = tuple[Spot, Sentence]

_INDENT = "this line does not line up with the fields above it; check its indent."
_INDENTED = (
    "this line is indented further than the field above it, which has a value already; "
    "check its indent."
)
_NO_COLON = "a ':' is missing after this field's name; write 'name: value'."
_NO_SPACE = "a space is missing here, after the ':'; write 'name: value'."
_BACKSLASH = (
    "a backslash like this means nothing inside double quotes; "
    "write it twice, or put the value in single quotes."
)
_AFTER_QUOTE = (
    "the quotes of this value close before its end; put all of it in one pair of quotes, "
    "and write '' for an apostrophe inside single ones."
)
_AFTER_BRACKET = "something follows a bracket that closes; put the whole value in quotes."
_NO_QUOTE = "the quote opened at {place} never closes; close it with the same mark."
_NO_BRACKET = (
    "the bracket opened at {place} never closes; close it, or put a comma between its entries."
)
_LIST = "a list cannot begin here; write each entry on a line of its own, after '- '."
_IN_A_LIST = "this line stands in a list; begin it with '- ', or check its indent."
_BLOCK = "nothing can follow '|' or '>' on its line; begin the text on the next one, indented."
_DOTS = "this line ends what is read of the file; delete it."
_ANYTHING = "this is not YAML: check brackets, quotes and indent on this line and the one above."
_DIRECTIVE = Rule.YAML_FEATURE, "directives are not allowed; delete this line."
_MISPLACED = ("cannot start any token", "node content", "mapping keys are not allowed")
_AT_ITS_END = frozenset({"", "---", "..."})
"""What stands where a text or its document is over."""
_SQUEEZED = re.compile(r"\s*(?:- )*[\w-]+:(?=[^\s:])")
"""A field with no space between its colon and its value."""
_ODDLY_SPACED = re.compile(r"\s*(?:- )*[\w-]+:(?=[^\S \t\r\n])")
"""A field with a blank between its colon and its value that is no space to YAML."""


def fault_of(error: MarkedYAMLError, text: str, lines_before: int) -> Fault:
    """Turn a parser's error into a fault at the place where a person would mend it."""
    lines = text.removesuffix("\n").split("\n")
    at = _within(lines, error.problem_mark)  # type: ignore[arg-type] # always given
    (line, column), (rule, message) = _found(error, text, lines, at)
    place = f"{line + 1 + lines_before}:{column + 1}"
    return Fault(line + 1 + lines_before, column + 1, rule, message.replace("{place}", place))


def _found(error: MarkedYAMLError, text: str, lines: Sequence[str], at: Spot) -> Found:
    line, column = at
    problem = error.problem or ""
    if "escape" in problem or "hexdecimal" in problem:
        return (line, lines[line].rfind("\\", 0, column + 1)), (Rule.BACKSLASH, _BACKSLASH)
    if lines[line].startswith("%"):
        return (line, 0), _DIRECTIVE
    if "mapping values are not allowed" in problem:
        return _colon(lines, at)
    if "node content" in problem and lines[line][column : column + 3] in _AT_ITS_END:
        return _ended(text, at)
    if "document start" in problem and "..." in lines[:line]:
        return (lines.index("..."), 0), (Rule.YAML_SYNTAX, _DOTS)
    return _opened(error, lines) or (at, _sentence(error, lines[line], column))


def _within(lines: Sequence[str], mark: Mark) -> Spot:
    """Keep a mark inside the text: libyaml puts what never closes on the line after the last."""
    if mark.line < len(lines):
        return mark.line, mark.column
    return len(lines) - 1, len(lines[-1])


def _colon(lines: Sequence[str], at: Spot) -> Found:
    """Tell a colon inside a value from one on a line that the line above has swallowed."""
    line, column = at
    if ":" in lines[line][:column]:
        return at, (Rule.COLON_IN_VALUE, "':' inside a value; put the value in quotes.")
    above = lines[line - 1] if line else ""
    if slip_in_field(above) or (above.strip() and ":" not in above):
        return _no_field(lines, (line - 1, len(above) - len(above.lstrip())))
    return at, (Rule.YAML_SYNTAX, _INDENTED)


def _ended(text: str, at: Spot) -> Found:
    """Blame the innermost bracket that is open where the text is over."""
    opened: list[Spot] = []
    events = event_source(text, fast=LIBYAML)
    try:
        while True:
            event = events()
            if isinstance(event, CollectionStartEvent):
                opened.append((event.start_mark.line, event.start_mark.column))  # type: ignore[union-attr] # always given
            elif isinstance(event, CollectionEndEvent):
                opened.pop()
    except MarkedYAMLError:
        pass
    brackets = [spot for spot in opened if _character_at(text, spot) in {"[", "{"}]
    if brackets:
        return brackets[-1], (Rule.UNCLOSED_BRACKET, _NO_BRACKET)
    return at, (Rule.YAML_SYNTAX, _ANYTHING)


def _character_at(text: str, at: Spot) -> str:
    return text.split("\n")[at[0]][at[1] : at[1] + 1]


def _opened(error: MarkedYAMLError, lines: Sequence[str]) -> Found | None:
    """Point at the start of what began and cannot go on as it does."""
    context, mark = error.context or "", error.context_mark
    if mark is None:
        return None
    at = mark.line, mark.column
    if "quoted scalar" in context:
        return at, (Rule.UNCLOSED_QUOTE, _NO_QUOTE)
    if "flow sequence" in context or "flow mapping" in context:
        return at, (Rule.UNCLOSED_BRACKET, _NO_BRACKET)
    if "alias" in context or "anchor" in context:
        return at, _character("*" if "alias" in context else "&", "")
    return _no_field(lines, at) if "simple key" in context else None


def _no_field(lines: Sequence[str], at: Spot) -> Found:
    """Say what a line lacks that should be a field, and is a word for now."""
    slip = slip_in_field(lines[at[0]])
    if slip is not None:
        column, sentence = slip
        return (at[0], column), sentence
    return at, (Rule.YAML_SYNTAX, _NO_COLON)


def slip_in_field(line: str) -> tuple[int, Sentence] | None:
    """Find what keeps a line from being a field though its ':' is there: the column, and what to say."""
    if squeezed := _SQUEEZED.match(line):
        return squeezed.end(), (Rule.YAML_SYNTAX, _NO_SPACE)
    if odd := _ODDLY_SPACED.match(line):
        blank = line[odd.end()]
        name = unicodedata.name(blank, "a blank").lower()
        message = f"U+{ord(blank):04X} ({name}) stands here in place of a space; type a space."
        return odd.end(), (Rule.HIDDEN_CHARACTER, message)
    return None


def _sentence(error: MarkedYAMLError, line: str, column: int) -> Sentence:
    said = f"{error.context} {error.problem}"
    character = line[column : column + 1]
    if "tag" in said:
        return Rule.YAML_FEATURE, "tags are not allowed; delete the '!' word."
    if "block scalar" in said and line[:column].strip():
        return Rule.YAML_SYNTAX, _BLOCK
    if character == "\t" or any(words in said for words in _MISPLACED):
        return _character(character, line[column + 1 :])
    return Rule.YAML_SYNTAX, _structure(said, line[:column].rstrip())


def _character(character: str, rest: str) -> Sentence:
    if character == "\t":
        return Rule.TAB, "a tab stands where spaces belong; indent with spaces."
    word = re.match(r"[\w.-]+", rest)
    if character == "@" and word:
        return Rule.YAML_SYNTAX, f"'@' cannot start a value; write {word[0]}, not @{word[0]}."
    message = f"{character!r} cannot start a value; leave it out or put the value in quotes."
    return Rule.YAML_SYNTAX, message


def _structure(said: str, before: str) -> str:
    """Say how a line, of which some stands `before` the fault, fails to fit in."""
    if "sequence entries are not allowed" in said:
        return _LIST
    if before.endswith(("'", '"')):
        return _AFTER_QUOTE
    if before.endswith(("]", "}")):
        return _AFTER_BRACKET
    if "block collection" in said:
        return _IN_A_LIST
    is_indent = "block mapping" in said or "document start" in said
    return _INDENT if is_indent else _ANYTHING

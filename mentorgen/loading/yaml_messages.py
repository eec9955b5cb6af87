"""What PyYAML says when a text is no YAML, in words that tell how to mend it."""

from yaml import Mark, MarkedYAMLError

from mentorgen.loading.faults import Fault
from mentorgen.loading.rules import Rule

Sentence = tuple[Rule, str]

_INDENTED = (
    "this line is indented further than the field above it, which has a value already; "
    "check its indent."
)
_NO_COLON = "a ':' is missing after this field's name; write 'name: value'."


def fault_of(error: MarkedYAMLError, text: str, lines_before: int) -> Fault:
    """Turn a parser's error into a fault at the place where a person would mend it."""
    opened = _opened(error, lines_before)
    if opened is not None:
        return opened
    line, column = _within(text, error.problem_mark)  # type: ignore[arg-type] # always given
    if _character_at(text, line, 0) == "%":
        column = 0
    rule, message = _sentence(error, text, line, column)
    return Fault(line + 1 + lines_before, column + 1, rule, message)


def _opened(error: MarkedYAMLError, lines_before: int) -> Fault | None:
    """Point at the start of what began and cannot go on as it does."""
    context, mark = error.context or "", error.context_mark
    if mark is None:
        return None
    line, column = mark.line + 1 + lines_before, mark.column + 1
    if "quoted scalar" in context:
        return Fault(line, column, Rule.UNCLOSED_QUOTE, _unclosed_quote(line, column))
    if "flow sequence" in context or "flow mapping" in context:
        return Fault(line, column, Rule.UNCLOSED_BRACKET, _unclosed_bracket(line, column))
    if "alias" in context or "anchor" in context:
        return Fault(line, column, *_character("*" if "alias" in context else "&"))
    if "simple key" in context:
        return Fault(line, column, Rule.YAML_SYNTAX, _NO_COLON)
    return None


def _unclosed_quote(line: int, column: int) -> str:
    return (
        f"the quote opened at {line}:{column} never closes, or holds what a quoted text cannot; "
        "close it with the same mark."
    )


def _unclosed_bracket(line: int, column: int) -> str:
    return (
        f"the bracket opened at {line}:{column} never closes; "
        "close it, or put a comma between its entries."
    )


def _within(text: str, mark: Mark) -> tuple[int, int]:
    """Keep a mark inside the text: libyaml puts what never closes on the line after the last."""
    lines = text.rstrip("\n").split("\n")
    if mark.line < len(lines):
        return mark.line, mark.column
    return len(lines) - 1, len(lines[-1])


def _character_at(text: str, line: int, column: int) -> str:
    return text.split("\n")[line][column : column + 1]


def _sentence(error: MarkedYAMLError, text: str, line: int, column: int) -> Sentence:
    problem, character = error.problem or "", _character_at(text, line, column)
    if character == "%" and column == 0:
        return Rule.YAML_FEATURE, "directives are not allowed; delete this line."
    if "tag" in problem or "tag" in (error.context or ""):
        return Rule.YAML_FEATURE, "tags are not allowed; delete the '!' word."
    if "mapping values are not allowed" in problem:
        return _colon(text.split("\n")[line][:column])
    if "cannot start any token" in problem or character == "\t":
        return _character(character)
    return _structure(problem)


def _colon(before: str) -> Sentence:
    if ":" in before:
        return Rule.COLON_IN_VALUE, "':' inside a value; put the value in quotes."
    return Rule.YAML_SYNTAX, _INDENTED


def _character(character: str) -> Sentence:
    if character == "\t":
        return Rule.TAB, "a tab stands where spaces belong; indent with spaces."
    if character == "@":
        return Rule.YAML_SYNTAX, "'@' cannot start a value; write ana, not @ana."
    return (
        Rule.YAML_SYNTAX,
        f"{character!r} cannot start a value; leave it out or put the value in quotes.",
    )


def _structure(problem: str) -> Sentence:
    if "sequence entries are not allowed" in problem:
        return (
            Rule.YAML_SYNTAX,
            "a list cannot begin here; write each entry on a line of its own, after '- '.",
        )
    if "block end" in problem or "block mapping" in problem or "expected key" in problem:
        return (
            Rule.YAML_SYNTAX,
            "this line does not line up with the fields above it; check its indent.",
        )
    return (
        Rule.YAML_SYNTAX,
        "this is not YAML: check brackets, quotes and indent on this line and the one above.",
    )

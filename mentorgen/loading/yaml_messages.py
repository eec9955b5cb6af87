"""What PyYAML says when a text is no YAML, in words that tell how to mend it."""

from yaml import MarkedYAMLError

from mentorgen.loading.faults import Fault


def fault_of(error: MarkedYAMLError, text: str, lines_before: int) -> Fault:
    """Turn a parser's error into a fault at the place where a person would mend it."""
    problem = error.problem or ""
    context = error.context or ""
    mark = error.problem_mark or error.context_mark
    line, column = _within(text, mark.line, mark.column) if mark else (0, 0)
    if "quoted scalar" in context and error.context_mark:
        line, column = error.context_mark.line, error.context_mark.column
        rule, message = "unclosed-quote", _unclosed(line + 1 + lines_before, column + 1)
    elif _character_at(text, line, 0) == "%":
        rule, message = "yaml-feature", "directives are not allowed; delete this line."
    elif "cannot start any token" in problem or "found character" in problem:
        rule, message = _character(_character_at(text, line, column))
    elif "mapping values are not allowed" in problem:
        rule, message = "colon-in-value", "':' inside a value; put the value in quotes."
    else:
        rule, message = _structure(problem, _character_at(text, line, column))
    return Fault(line + 1 + lines_before, column + 1, rule, message)


def _within(text: str, line: int, column: int) -> tuple[int, int]:
    """Keep a mark inside the text: libyaml puts what never closes on the line after the last."""
    lines = text.rstrip("\n").split("\n")
    return (line, column) if line < len(lines) else (len(lines) - 1, len(lines[-1]))


def _unclosed(line: int, column: int) -> str:
    return (
        f"the quote opened at {line}:{column} never closes, or holds what a quoted text cannot; "
        "close it with the same mark."
    )


def _character_at(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    if line >= len(lines) or column >= len(lines[line]):
        return ""
    return lines[line][column]


def _character(character: str) -> tuple[str, str]:
    if character == "\t":
        return "tab", "a tab stands where spaces belong; indent with spaces."
    return (
        "yaml-syntax",
        f"{character!r} cannot start a value; leave it out or put the value in quotes.",
    )


def _structure(problem: str, character: str) -> tuple[str, str]:
    if character == "\t":
        return _character(character)
    if "expected ':'" in problem:
        return "yaml-syntax", "a ':' is missing after this field's name; write 'name: value'."
    if "block end" in problem or "block mapping" in problem or "expected key" in problem:
        return (
            "yaml-syntax",
            "this line does not line up with the fields above it; check its indent.",
        )
    return (
        "yaml-syntax",
        "this is not YAML: check brackets, quotes and indent on this line and the one above.",
    )

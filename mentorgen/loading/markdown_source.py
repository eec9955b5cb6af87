"""Markdown records: a head of YAML between two lines of `---`, and the text below it."""

from mentorgen.loading.faults import Fault, UnreadableError
from mentorgen.loading.rules import Rule
from mentorgen.loading.yaml_source import Source, parse_yaml

_FENCE = "---"


def parse_markdown(text: str) -> tuple[Source, str]:
    """Split a Markdown record into its head and its body; lines count from the top of the file.

    Raises:
        UnreadableError: the head is missing, never closes or is no YAML.
    """
    head = head_span(text)
    body = text[head.stop :].partition("\n")[2]
    return parse_yaml(text[head], first_line=2), body.strip()


def head_span(text: str) -> slice:
    """Find the YAML between the two fences.

    Raises:
        UnreadableError: there is no head, or it never closes.
    """
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != _FENCE:
        raise _headless(
            "this file must open with a head: '---', fields such as 'schema: 1', '---'."
        )
    start = at = len(lines[0])
    for line in lines[1:]:
        if line.rstrip() == _FENCE:
            return slice(start, at)
        at += len(line)
    raise _headless("the head that opens here never closes; end it with a line of '---'.")


def _headless(message: str) -> UnreadableError:
    return UnreadableError(Fault(1, 1, Rule.MARKDOWN_HEAD, message))

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
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != _FENCE:
        raise _headless(
            "this file must open with a head: '---', fields such as 'schema: 1', '---'."
        )
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            head = "".join(lines[1:number])
            return parse_yaml(head, first_line=2), "".join(lines[number + 1 :]).strip()
    raise _headless("the head that opens here never closes; end it with a line of '---'.")


def _headless(message: str) -> UnreadableError:
    return UnreadableError(Fault(1, 1, Rule.MARKDOWN_HEAD, message))

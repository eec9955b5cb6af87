"""A page for each rule that files keep: what it means, how to mend, what is wrong and what is right."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files

from mentorgen.output.report import Block, Heading, Json, Paragraph, Report, Table, Verbatim

EXAMPLES = "examples.json"
"""One wrong and one right example of each rule, taken from the tests by `make reference`."""

Files = Mapping[str, Sequence[str]]
"""The lines of each file by its path, with what is unusual about the file in brackets."""
AUTHOR, LABELS = "author", "labels"
"""Stand in place of a path where an example is a pull request: the number of its author's account, and its labels."""
_BEFORE = " (before)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """What breaks a rule, the lines that a check prints then, and what is right."""

    wrong: Files
    says: Sequence[str]
    right: Files


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage:
    """Everything that is said of one rule; some are about more than files can show."""

    name: str
    meaning: str
    mending: str
    example: Example | None


@cache
def examples() -> Mapping[str, Example]:
    """Read the example of each rule."""
    text = files("mentorgen.output.reference").joinpath(EXAMPLES).read_text(encoding="utf-8")
    return {rule: Example(**parts) for rule, parts in json.loads(text).items()}


def examples_text(examples_by_rule: Mapping[str, Example]) -> str:
    """Write the examples as they are read."""
    data = {rule: asdict(example) for rule, example in examples_by_rule.items()}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def rule_report(page: RulePage) -> Report:
    """Explain a rule in a terminal, or to a program."""
    blocks = (
        Heading(page.name),
        Paragraph(page.meaning),
        Paragraph(f"To mend it: {page.mending}"),
    )
    words: dict[str, Json] = {"rule": page.name, "meaning": page.meaning, "mending": page.mending}
    if page.example is None:
        return Report(blocks, words)
    return Report((*blocks, *_example_blocks(page.example)), {**words, **asdict(page.example)})


def rules_report(pages: Iterable[RulePage]) -> Report:
    """List all rules in the order of their names."""
    listed = sorted((page.name, page.meaning) for page in pages)
    blocks = (
        Table(("rule", "what breaks it"), tuple(listed)),
        Paragraph("More about one: mentorgen check --explain RULE, or docs/reference/rules.md."),
    )
    return Report(blocks, {"rules": dict(listed)})


def _example_blocks(example: Example) -> Iterator[Block]:
    yield from _shown("Wrong", example.wrong)
    yield Paragraph("The check says:")
    yield Verbatim(example.says)
    yield from _shown("Right", example.right)


def _shown(what: str, shown: Files) -> Iterator[Block]:
    for caption, _, lines in _captioned(what, shown, str):
        yield Paragraph(caption)
        if lines:
            yield Verbatim(lines)


def _captioned(
    what: str, shown: Files, quoted: Callable[[str], str]
) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Yield what is said above each file of an example, its path and its lines.

    Of a pull request, whose it is comes first, then what was there before it.
    """
    author = shown.get(AUTHOR)
    if author is not None:
        labels = f", with the label '{shown[LABELS][0]}'" if LABELS in shown else ""
        yield f"{what}: a pull request by the account number {author[0]}{labels}.", "", ()
    for path, lines in shown.items():
        if path in {AUTHOR, LABELS}:
            continue
        after = what if author is None else "With it"
        when = "Before it" if path.endswith(_BEFORE) else after
        name = quoted(path.removesuffix(_BEFORE))
        yield f"{when}, in {name}:" if lines else f"{when}: {name}", path, lines


def rules_page(pages: Iterable[RulePage]) -> str:
    """Write the reference of all rules as Markdown, in the order of their names."""
    return "\n".join(_INTRODUCTION + [line for page in pages for line in _section(page)])


_INTRODUCTION = [
    "# Rules that files keep",
    "",
    "`mentorgen check` names the rule that a line breaks in brackets at its end. Each is explained here, and",
    "`mentorgen check --explain RULE` shows the same in a terminal.",
    "",
]


def _section(page: RulePage) -> Iterator[str]:
    yield from (f"## {page.name}", "", page.meaning, "", f"**To mend it:** {page.mending}", "")
    if page.example is not None:
        yield from _blocks("Wrong", page.example.wrong)
        yield from ("The check says:", "")
        yield from (f"- {_code(line)}" for line in page.example.says)
        yield ""
        yield from _blocks("Right", page.example.right)


def _blocks(what: str, shown: Files) -> Iterator[str]:
    for caption, path, lines in _captioned(what, shown, _code):
        yield from (caption, "")
        if lines:
            language = "markdown" if path.removesuffix(_BEFORE).endswith(".md") else "yaml"
            yield from (f"````{language}", *lines, "````", "")


def _code(text: str) -> str:
    return f"`` {text} ``" if "`" in text else f"`{text}`"

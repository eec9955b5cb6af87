"""The YAML test suite (`make suites`): a text means what YAML says, or is refused.

Each test runs all of it, so that nothing needs to be there when tests are collected.
"""

import json
from collections.abc import Callable, Iterator

import pytest

from mentorgen.loading.rules import Rule
from tests.hostile.cases import Case, End
from tests.hostile.corpora import YamlCase, yaml_cases
from tests.hostile.records import RECORDS
from tests.hostile.targets import load_with, read, read_yaml
from tests.hostile.watched import Watched

pytestmark = pytest.mark.suites

LENIENT = {
    "652Z/0": "'?' before a key in brackets is dropped by the parser, and no field is called so",
    "9C9N/0": "lines in brackets need not be indented",
    "DK95/1": "a tab may indent the second line of a quoted text",
    "DFF7/0": "a name may be missing, and no field is called so",
    "L24T/1": "the last line holds spaces only and no line end",
    "QB6E/0": "the second line of a quoted text need not be indented",
    "S98Z/0": "an empty text may be shorter than the empty lines in it",
    "SU5Z/0": "a comment may follow a quote at once",
    "X4QW/0": "a comment may follow '>' at once",
}
"""What PyYAML takes more kindly than YAML says, or reads otherwise."""
STRICT = {
    **dict.fromkeys(("4MUZ/0", "4MUZ/2", "5MUD/0", "K3WX/0", "VJP3/1"), Rule.UNCLOSED_BRACKET),
    **dict.fromkeys(("96NN/0", "A2M4/0", "DK95/0", "DK95/3", "DK95/4"), Rule.TAB),
    **dict.fromkeys(("Q5MG/0", "Y79Y/1"), Rule.TAB),
    **dict.fromkeys(("58MP/0", "W5VH/0"), Rule.YAML_SYNTAX),
    "G4RS/0": Rule.HIDDEN_CHARACTER,
}
"""Maps that are refused although they use no feature that records do without: a ':' on the line
after its name, a tab as indent, a text that begins with a tab or a ':', an odd name of an anchor."""


def test_a_yaml_text_means_what_yaml_says_or_is_refused(watched: Watched) -> None:
    cases = {case.name: case for case in yaml_cases()}
    texts = [Case(read_yaml, "a.yaml", case.yaml.encode(), name) for name, case in cases.items()]
    wrong = {}
    for case, outcome in watched.outcomes(texts):
        if outcome.end is not End.ANSWERED or not _is_right(outcome.answer, cases[case.origin]):
            wrong[case.origin] = outcome

    assert len(cases) == 402
    assert wrong.keys() == LENIENT.keys(), wrong


def _is_right(answer: object, case: YamlCase) -> bool:
    """A text is refused by a rule, or it is the map that the suite gives; decimals stay text."""
    if isinstance(answer, str):
        return answer in {rule.value for rule in Rule}
    if case.fails or case.json is None:
        return False
    return repr(_sorted(answer)) == repr(_sorted(json.loads(case.json, parse_float=str)))


def _sorted(value: object) -> object:
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return [_sorted(entry) for entry in value] if isinstance(value, list) else value


def test_a_map_without_anchors_tags_and_their_like_is_read(watched: Watched) -> None:
    maps = [
        Case(read_yaml, "a.yaml", case.yaml.encode(), case.name)
        for case in yaml_cases()
        if not case.fails and (case.json or "").lstrip().startswith("{")
    ]
    refused = {
        case.origin: outcome.answer
        for case, outcome in watched.outcomes(maps)
        if isinstance(outcome.answer, str) and outcome.answer != Rule.YAML_FEATURE
    }

    assert len(maps) > 100
    assert refused == STRICT


@pytest.mark.parametrize("target", [read, load_with])
def test_a_yaml_text_as_a_record_and_inside_one_leads_to_problems_and_no_failure(
    target: Callable[[str, bytes], object], watched: Watched
) -> None:
    cases = [
        Case(target, path, content.encode(), f"{case.name} in {path}")
        for number, case in enumerate(yaml_cases())
        for at, path in enumerate(RECORDS)
        if target is read or at % 5 == number % 5
        for content in _records_of(case.yaml, path)
    ]

    assert watched.complaints(cases) == []


def _records_of(text: str, path: str) -> Iterator[str]:
    """Give the text as the whole file, as its head, below its name and as its text."""
    yield text
    inner = "".join(f"  {line}\n" for line in text.splitlines())
    if path.endswith(".md"):
        yield f"---\n{text}\n---\nText.\n"
        yield f"---\nschema: 1\ntitle:\n{inner}---\nText.\n"
        yield f"{RECORDS[path]}{text}"
    else:
        yield f"schema: 1\nname:\n{inner}"
        yield f"{RECORDS[path]}{text}"

"""The Big List of Naughty Strings (`make suites`): as every text of every record, and on a site.

Each test runs all of it, so that nothing needs to be there when tests are collected.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mentorgen.adapters.cli.main import run
from mentorgen.loading.program import load
from mentorgen.loading.rules import Rule
from mentorgen.model.problems import Severity
from tests.hostile.cases import Case
from tests.hostile.corpora import naughty_strings
from tests.hostile.records import RECORDS
from tests.hostile.targets import load_program, read, read_yaml
from tests.hostile.watched import Watched
from tests.programs.hostile import hostile
from tests.programs.sites import dangers, pages_of, scripts_of
from tests.programs.trees import SITE, TODAY, empty
from tests.repository_builder import make_repo

pytestmark = pytest.mark.suites

Spelling = Callable[[str], str]

PARTS = 5
LONGEST = 190
_VALUE = re.compile(r"^ *(?:- )?(?:[a-z_]+: )?(?P<value>[^\s#].*)$", re.MULTILINE)
_PROSE = re.compile(
    r"^( *(?:- )?(?:about|aim|called|check_point|contact|full_name|item|label|lead|line|measure|name"
    r"|pronouns|purpose|question|story|text|title|why): ).+$",
    re.MULTILINE,
)
_NUMBER = re.compile(r"-([0-9]+)")


def in_quotes(text: str) -> str:
    """Write a text as JSON does, which is YAML too."""
    return json.dumps(text, ensure_ascii=False)


def as_it_is(text: str) -> str:
    """Write a text as somebody types it who has not heard of YAML."""
    return text


def test_a_string_in_quotes_is_kept_as_it_is_or_refused_for_what_it_hides(
    watched: Watched,
) -> None:
    strings = naughty_strings()
    cases = [Case(read_yaml, "", f"a: {in_quotes(text)}\n".encode(), text) for text in strings]
    answers = [(case.origin, outcome.answer) for case, outcome in watched.outcomes(cases)]
    refused = [(text, answer) for text, answer in answers if answer != {"a": text}]

    assert len(strings) == 485
    assert len(refused) < 20
    assert {answer for _, answer in refused} == {Rule.HIDDEN_CHARACTER}


@pytest.mark.parametrize("spelling", [in_quotes, as_it_is])
@pytest.mark.parametrize("path", RECORDS)
def test_a_string_as_any_value_leads_to_problems_and_no_failure(
    path: str, spelling: Spelling, watched: Watched
) -> None:
    cases = [
        Case(read, path, content.encode(), f"string {number}")
        for number, text in enumerate(naughty_strings())
        for content in _one_by_one(RECORDS[path], spelling(text))
    ]

    assert len(cases) >= 485 * 3
    assert watched.complaints(cases) == []


@pytest.mark.parametrize("spelling", [in_quotes, as_it_is])
def test_a_string_in_all_texts_at_once_leads_to_problems_and_no_failure(
    spelling: Spelling, watched: Watched
) -> None:
    cases = [
        Case(load_program, "", _program_of(spelling(text)), f"string {number}")
        for number, text in enumerate(naughty_strings())
    ]

    assert watched.complaints(cases) == []


@pytest.mark.parametrize("part", range(PARTS))
def test_strings_that_can_be_read_do_nothing_on_a_site(part: int, tmp_path: Path) -> None:
    strings = _readable(naughty_strings()[part::PARTS], tmp_path / "all")
    root = make_repo(tmp_path / "hostile", {**SITE, **hostile(strings)})
    own = scripts_of(
        pages_of(_built(make_repo(tmp_path / "own", {**SITE, **empty()})))["index.html"]
    )

    pages = pages_of(_built(root))

    assert len(strings) > 85
    assert len(pages) > 3 * len(strings)
    assert {page: found for page, one in pages.items() if (found := dangers(one, own))} == {}
    for number, text in enumerate(strings):
        (title, *_) = pages[f"people/mentor-{number}/index.html"].all("title")
        assert _words(title.text)[: len(_words(text))] == _words(text)


def _words(text: str) -> list[str]:
    """Give what must stay of a text: spaces and the form of accented letters may change."""
    return unicodedata.normalize("NFC", text).split()


def _one_by_one(record: str, text: str) -> Iterator[str]:
    """Put the text in the place of one value after the other."""
    for found in _VALUE.finditer(record):
        yield f"{record[: found.start('value')]}{text}{record[found.end('value') :]}"


def _program_of(text: str) -> bytes:
    """Put the text in the place of everything that is neither chosen from a list nor an id."""
    files = {
        path: _PROSE.sub(lambda found: found[1] + text, record) for path, record in RECORDS.items()
    }
    return json.dumps(files).encode()


def _readable(strings: tuple[str, ...], folder: Path) -> list[str]:
    """Leave out what no record may hold; what is too long for a name is cut."""
    short = [text[:LONGEST] for text in strings]
    loaded = load(make_repo(folder, hostile(short)), today=TODAY)
    bad = {
        int(number)
        for problem in loaded.problems
        if problem.severity is Severity.ERROR
        for number in _NUMBER.findall(problem.path)
    }
    return [text for number, text in enumerate(short) if number not in bad]


def _built(root: Path) -> Path:
    assert run(["build", "--preview", "--root", str(root), "--today", str(TODAY)]) == 0
    return root / "site"

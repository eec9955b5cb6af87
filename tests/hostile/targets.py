"""What the loader is asked to do with hostile bytes; whatever is not as it must be is raised."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from tempfile import mkdtemp

from mentorgen.loading.documents import document_of
from mentorgen.loading.faults import Fault, UnreadableError
from mentorgen.loading.layout import spot_of
from mentorgen.loading.program import load
from mentorgen.loading.records import read_record
from mentorgen.loading.text import decode
from mentorgen.loading.yaml_events import Value
from mentorgen.model.problems import Problem
from tests.hostile.readers import agree
from tests.hostile.records import PRIVATE, RECORDS, public_path
from tests.repository_builder import TODAY, make_repo


@dataclass(frozen=True, slots=True)
class Reading:
    """What a record says, where it can be read at all, and what is wrong with it."""

    fields: Mapping[str, Value] | None
    problems: tuple[str, ...]


def read(path: str, content: bytes) -> Reading:
    """Read the bytes as the record that would lie at a path."""
    place = public_path(path)
    spot = spot_of(place)
    assert spot is not None
    document, problems = document_of(content, place, spot)
    record = None
    if document is not None:
        record, more = read_record(document)
        problems = [*problems, *more]
        _readers_agree(document.text, place)
    assert (record is None) <= bool(problems), "no record and no problem"
    _assert_whole(problems, content)
    fields = None if document is None else document.fields
    return Reading(fields, tuple(map(str, problems)))


def read_yaml(_: str, content: bytes) -> Mapping[str, Value] | str:
    """Read the bytes as YAML, in every way there is; give the fields or the rule they break."""
    try:
        found = agree(decode(content))
    except UnreadableError as error:
        return error.fault.rule
    if isinstance(found, Fault):
        return found.rule
    return found.faults[0].rule if found.faults else found.fields


def load_with(path: str, content: bytes) -> tuple[str, ...]:
    """Load the whole program with one file changed and give its problems."""
    return _problems({path: content})


def load_program(_: str, content: bytes) -> tuple[str, ...]:
    """Load the program with the files that the content, a JSON map of texts, puts into it."""
    return _problems({path: text.encode() for path, text in json.loads(content).items()})


def _problems(files: Mapping[str, bytes]) -> tuple[str, ...]:
    root = _program()
    make_repo(root.parent, files)
    try:
        loaded = load(root, today=TODAY, private=root / PRIVATE)
    finally:
        make_repo(root.parent, {path: RECORDS[path] for path in files})
    for path, problems in groupby(loaded.problems, key=attrgetter("path")):
        _assert_whole(problems, files.get(path, RECORDS[path].encode()))
    assert list(loaded.problems) == sorted(set(loaded.problems))
    assert (loaded.program is None) is (loaded.errors > 0)
    return tuple(map(str, loaded.problems))


@cache
def _program() -> Path:
    """Lay out the program once in each process."""
    return make_repo(Path(mkdtemp()), RECORDS)


def _readers_agree(text: str, path: str) -> None:
    """Compare the readers on what they are given: of Markdown, the head."""
    agree(text if path.endswith(".yaml") else text.partition("\n")[2].partition("\n---")[0])


def _assert_whole(problems: Iterable[Problem], content: bytes) -> None:
    """A problem is one printable line, and its place lies inside the file or just after its end."""
    lines = content.decode("utf-8", "replace").removeprefix("\ufeff").split("\n")
    for problem in problems:
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem
        assert problem.message.isprintable(), problem
        assert problem.message.endswith((".", "?")), problem
        assert str(problem).endswith(f" [{problem.rule}]"), problem

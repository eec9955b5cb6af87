"""The whole of loading: a folder in, a program and its problems out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from mentorgen.errors import WrongUsageError
from mentorgen.loading.aliases import SkillIds, skill_names, with_skill_ids
from mentorgen.loading.assembly import assemble
from mentorgen.loading.checking import Broken, Entry, check_records
from mentorgen.loading.collector import collector_at_rest
from mentorgen.loading.documents import Document, merged, read_document
from mentorgen.loading.files import NO_GIT, Found, Modes, find_private_records, find_records
from mentorgen.loading.known import known_names
from mentorgen.loading.layout import PROGRAM_FILE
from mentorgen.loading.private_folder import (
    folder_problems,
    refuse_public_place,
    without_public_half,
)
from mentorgen.loading.records import read_record
from mentorgen.loading.rules import Rule
from mentorgen.model.ids import Kind
from mentorgen.model.problems import Problem, Severity
from mentorgen.model.program import Program
from mentorgen.model.skills import Vocabulary

Watch = Callable[[Sequence[Found]], Iterable[Found]]
"""Lets somebody follow the files that are read, such as a progress bar."""
Documents = dict[tuple[Kind, str], Document]


class Loaded(NamedTuple):
    """What a folder holds; `program` is None where a problem is an error. Problems are sorted."""

    program: Program | None
    problems: tuple[Problem, ...]
    files: int

    @property
    def errors(self) -> int:
        """How many of the problems stop the program."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    def with_problems(self, more: Iterable[Problem]) -> "Loaded":
        """Add what was found by somebody else, in its place among the problems."""
        loaded = self._replace(problems=tuple(sorted({*self.problems, *more})))
        return loaded._replace(program=None) if loaded.errors else loaded


def load(
    root: Path,
    *,
    today: date,
    private: Path | None = None,
    watch: Watch = iter,
    modes: Modes = NO_GIT,
) -> Loaded:
    """Read, merge and check the program below `root`, with a private folder where one is given.

    `modes` are those that git knows of the files, by their paths from `root`.

    Raises:
        WrongUsageError: there is no program at `root`, or no folder at `private`.
    """
    _refuse_wrong_folders(root, private)
    with collector_at_rest():
        return load_found(find_records(root, modes), today, private, watch)


def load_found(
    items: Iterable[Found | Problem], today: date, private: Path | None, watch: Watch
) -> Loaded:
    """Read, merge and check what a walk through a program found, with a private folder where one is given."""
    found, problems = _apart(items)
    hidden, more = _apart(find_private_records(private) if private else ())
    problems += more
    documents, more = _documents(watch(found), private=False)
    problems += more
    hidden_documents, more = _documents(watch(hidden), private=True)
    problems += more
    documents, more = _merge(documents, hidden_documents)
    problems += more
    has_vocabulary = any(item.spot.shelf.kind is Kind.VOCABULARY for item in found)
    entries, broken, more = _entries(documents, has_vocabulary=has_vocabulary)
    problems += more
    vocabulary = next((one.record for one in entries if isinstance(one.record, Vocabulary)), None)
    known = known_names(found, hidden, problems, vocabulary)
    problems += check_records(entries, broken, known, today)
    problems += _missing_settings(found)
    problems += folder_problems(private, hidden) if private else ()
    unique = tuple(sorted(set(problems)))
    whole = all(problem.severity is Severity.WARNING for problem in unique)
    program = assemble(entry.record for entry in entries) if whole else None
    return Loaded(program, unique, len(found) + len(hidden))


def _refuse_wrong_folders(root: Path, private: Path | None) -> None:
    if not root.is_dir():
        raise WrongUsageError(f"There is no folder {root}.")
    if not _has_folder(root, "program"):
        raise WrongUsageError(
            f"{root} holds no program: it has no folder 'program'. "
            "Give the folder above it with --root."
        )
    if private is not None:
        refuse_public_place(root, private)


def _has_folder(root: Path, name: str) -> bool:
    try:
        return (root / name).is_dir()
    except OSError:
        raise WrongUsageError(
            f"{root} cannot be entered: ask its owner to let you read it."
        ) from None


def _missing_settings(found: Iterable[Found]) -> Iterator[Problem]:
    if not any(item.spot.shelf.kind is Kind.PROGRAM for item in found):
        yield Problem(
            PROGRAM_FILE,
            1,
            1,
            Rule.MISSING_FILE,
            "this file is missing. Add it with 'schema: 1', 'name: …' and 'purpose: …'.",
        )


def _apart(items: Iterable[Found | Problem]) -> tuple[list[Found], list[Problem]]:
    found, problems = [], []
    for item in items:
        if isinstance(item, Problem):
            problems.append(item)
        else:
            found.append(item)
    return found, problems


def _documents(found: Iterable[Found], *, private: bool) -> tuple[Documents, list[Problem]]:
    documents: Documents = {}
    problems = []
    for item in found:
        document, more = read_document(item, private=private)
        problems += more
        if document is not None:
            documents[item.spot.shelf.kind, item.spot.key] = document
    return documents, problems


def _merge(public: Documents, private: Documents) -> tuple[Documents, list[Problem]]:
    documents, problems = dict(public), []
    for key, document in private.items():
        if key in public:
            documents[key], more = merged(public[key], document)
            problems += more
        else:
            documents[key] = document
    return documents, problems


def _public_people(documents: Documents) -> list[str]:
    return [
        key
        for (kind, key), document in documents.items()
        if kind is Kind.PARTICIPANT and not document.private
    ]


def _entries(
    documents: Documents, *, has_vocabulary: bool
) -> tuple[list[Entry], list[Broken], list[Problem]]:
    """Make records of documents; those that are none come apart."""
    entries, broken, problems = [], [], []
    ids = SkillIds({})
    vocabulary_first = sorted(
        documents.values(), key=lambda document: document.spot.shelf.model is not Vocabulary
    )
    for document in vocabulary_first:
        named = with_skill_ids(document, ids) if has_vocabulary else document
        record, more = read_record(named)
        if record is None and named.private:
            more = [*without_public_half(named, more, _public_people(documents))]
        problems += more
        if isinstance(record, Vocabulary):
            ids = SkillIds(skill_names(record.skills))
        if record is None:
            broken.append(Broken(named, tuple(more)))
        else:
            entries.append(Entry(named, record))
    return entries, broken, problems

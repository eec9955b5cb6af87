"""Everything that is named must exist: the ids in every record against the files there are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mentorgen.loading.documents import Document
from mentorgen.loading.shapes import names_in, parts, shapes_of
from mentorgen.loading.spelling import did_you_mean, shown, singular
from mentorgen.loading.yaml_source import Path
from mentorgen.model.ids import Kind
from mentorgen.model.problems import Problem
from mentorgen.model.record import Record

_NOUNS = {
    Kind.PARTICIPANT: "a participant",
    Kind.SKILL: "a skill of program/skills.yaml",
    Kind.COHORT: "a cohort",
    Kind.PLAN: "a plan",
    Kind.PAIR: "a pair",
    Kind.SURVEY: "a survey",
    Kind.MODULE: "a training module",
}


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that exist, by kind: in public files, and in private ones.

    `skills` is None where no vocabulary could be read: then every skill is its own.
    """

    public: Mapping[Kind, frozenset[str]]
    private: Mapping[Kind, frozenset[str]]
    skills: frozenset[str] | None

    def has(self, kind: Kind, name: str, *, private: bool) -> bool:
        """Tell whether an id exists for a file: public files see public records only."""
        if kind is Kind.SKILL and self.skills is None:
            return True
        return name in self.names(kind) or (private and name in self.private[kind])

    def names(self, kind: Kind) -> frozenset[str]:
        """Give the ids of a kind that public files may name."""
        return self.skills or frozenset() if kind is Kind.SKILL else self.public[kind]


def unknown_names(document: Document, record: Record, known: Known) -> Iterator[Problem]:
    """Yield a problem for every id in a record that no file defines."""
    for path, part in parts(record):
        for shape in shapes_of(type(part)):
            if shape.refers is None:
                continue
            kind, written = shape.refers.kind, shape.source is None
            for place, name in names_in(part, path, shape):
                private = document.is_private(place)
                if not known.has(kind, name, private=private):
                    yield _unknown(document, place if written else (), kind, name, known)


def _unknown(document: Document, path: Path, kind: Kind, name: str, known: Known) -> Problem:
    nearest = did_you_mean(name, known.names(kind))
    if path:
        field = next(step for step in reversed(path) if isinstance(step, str))
        subject = singular(field) if isinstance(path[-1], int) else field
        message = f"{subject} {shown(name)} is not {_NOUNS[kind]}.{nearest}"
    else:
        message = f"this file is named after {shown(name)}, which is not {_NOUNS[kind]}.{nearest}"
    return document.problem(path, f"unknown-{kind.value}", message)

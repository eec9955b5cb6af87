"""Everything that is named must exist: the ids in every record against the files there are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mentorgen.loading.documents import Document
from mentorgen.loading.rules import Rule
from mentorgen.loading.shapes import shapes_with_names, values_in
from mentorgen.loading.spelling import did_you_mean, shown, singular
from mentorgen.loading.yaml_events import Path
from mentorgen.model.ids import Kind
from mentorgen.model.problems import Problem
from mentorgen.model.record import Part

_NOUNS = {
    Kind.PARTICIPANT: (Rule.UNKNOWN_PARTICIPANT, "a participant"),
    Kind.SKILL: (Rule.UNKNOWN_SKILL, "a skill of program/skills.yaml"),
    Kind.COHORT: (Rule.UNKNOWN_COHORT, "a cohort"),
    Kind.PLAN: (Rule.UNKNOWN_PLAN, "a plan"),
    Kind.PAIR: (Rule.UNKNOWN_PAIR, "a pair"),
    Kind.SURVEY: (Rule.UNKNOWN_SURVEY, "a survey"),
    Kind.MODULE: (Rule.UNKNOWN_MODULE, "a training module"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that exist, by kind: in public files, and in private ones.

    `skills` is None where no vocabulary could be read: then every skill is its own.
    """

    public: Mapping[Kind, frozenset[str]]
    private: Mapping[Kind, frozenset[str]]
    skills: frozenset[str] | None

    def in_public(self, kind: Kind, name: str) -> bool:
        """Tell whether an id exists for every file; private files may name private ids too."""
        if kind is Kind.SKILL and self.skills is None:
            return True
        return name in self.names(kind)

    def names(self, kind: Kind) -> frozenset[str]:
        """Give the ids of a kind that public files may name."""
        return self.skills or frozenset() if kind is Kind.SKILL else self.public[kind]


def unknown_names(
    document: Document, parts: Iterable[tuple[Path, Part]], known: Known
) -> Iterator[Problem]:
    """Yield a problem for every id in the parts of a record that no file defines."""
    for path, part in parts:
        for shape, kind in shapes_with_names(type(part)):
            for place, name in values_in(part, path, shape):
                if known.in_public(kind, str(name)):
                    continue
                if not (document.is_private(place) and name in known.private[kind]):
                    yield _unknown(document, () if shape.source else place, kind, str(name), known)


def _unknown(document: Document, path: Path, kind: Kind, name: str, known: Known) -> Problem:
    rule, noun = _NOUNS[kind]
    nearest = did_you_mean(name, known.names(kind))
    if path:
        field = next(step for step in reversed(path) if isinstance(step, str))
        subject = singular(field) if isinstance(path[-1], int) else field
        message = f"{subject} {shown(name)} is not {noun}.{nearest}"
        if noun == f"a {subject}":
            message = f"there is no {subject} {shown(name)}.{nearest}"
    else:
        message = f"this file is named after {shown(name)}, which is not {noun}.{nearest}"
    return document.problem(path, rule, message)

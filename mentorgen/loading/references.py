"""Everything that is named must exist: the ids in every record against the files there are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mentorgen.loading.documents import Document
from mentorgen.loading.rules import Rule
from mentorgen.loading.shapes import parts, shapes_with_names, values_in
from mentorgen.loading.spelling import nearest, shown, singular
from mentorgen.loading.written import names_as_written, names_in_path
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

_NO_NOUNS = frozenset({"by", "present", "reports_to", "who"})
"""Fields that are not called after what stands in them."""
_HOMES = {Kind.SKILL: " in program/skills.yaml"}


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that exist, by kind: in public files, and in private ones.

    `skills` is None where no vocabulary could be read: then every skill is its own. `skill_names`
    leads from other names of skills, in lower case, to their ids. Of the kinds in `unsure` some
    files could not even be listed, so every id of those may exist.
    """

    public: Mapping[Kind, frozenset[str]]
    private: Mapping[Kind, frozenset[str]]
    skills: frozenset[str] | None
    skill_names: Mapping[str, str] = field(default_factory=dict)
    unsure: frozenset[Kind] = frozenset()

    def in_public(self, kind: Kind, name: str) -> bool:
        """Tell whether an id exists for every file; private files may name private ids too."""
        if kind in self.unsure or (kind is Kind.SKILL and self.skills is None):
            return True
        return name in self.names(kind)

    def all_public(self, kind: Kind, named: object) -> bool:
        """Tell of what a field holds, one id or several, whether it exists for every file."""
        return self.names(kind).issuperset(named if isinstance(named, tuple) else (named,))

    def exists(self, kind: Kind, name: str) -> bool:
        """Tell whether an id exists in any file, public or private."""
        return self.in_public(kind, name) or name in self.private[kind]

    def is_person(self, slug: str | None) -> bool:
        """Tell whether somebody exists; nobody by name may be anybody."""
        return slug is None or self.exists(Kind.PARTICIPANT, slug)

    def names(self, kind: Kind) -> frozenset[str]:
        """Give the ids of a kind that public files may name."""
        return self.skills or frozenset() if kind is Kind.SKILL else self.public[kind]

    def did_you_mean(self, kind: Kind, name: str) -> str:
        """Propose the id nearest to a wrong one; of a skill, also by its other names."""
        near = nearest(name, self.names(kind))
        if near is None and kind is Kind.SKILL:
            other = nearest(name.replace("-", " "), self.skill_names)
            near = self.skill_names[other] if other else None
        return f" Did you mean '{near}'?" if near else ""


@dataclass(frozen=True)
class Census:
    """Compares the names in records with those that exist; tells of a wrong folder once."""

    known: Known
    _told: set[tuple[str, Kind]] = field(default_factory=set)

    def unknown_names(self, document: Document, record: Part) -> Iterator[Problem]:
        """Yield a problem for every id in a record that no file defines."""
        for path, part in parts(record):
            for shape, kind in shapes_with_names(type(part)):
                for place, name in values_in(part, path, shape):
                    if self._exists_for(document, place, kind, str(name)):
                        continue
                    if shape.source:
                        yield from self._of_path(document, kind, str(name))
                    else:
                        yield self._of_field(document, place, kind, str(name))

    def unknown_names_as_written(self, document: Document) -> Iterator[Problem]:
        """Yield a problem for every id that no file defines, in a file that is no record yet."""
        for kind, name in names_in_path(document):
            if not self._exists_for(document, (), kind, name):
                yield from self._of_path(document, kind, name)
        for place, kind, name in names_as_written(document):
            if not self._exists_for(document, place, kind, name):
                yield self._of_field(document, place, kind, name)

    @cached_property
    def _lost_pairs(self) -> frozenset[str]:
        """The pairs in folders of rounds that do not exist: their files are wrong, not what names them."""
        steps = (name.partition("/") for name in self.known.names(Kind.PAIR))
        return frozenset(
            last for cohort, _, last in steps if not self.known.in_public(Kind.COHORT, cohort)
        )

    def _exists_for(self, document: Document, place: Path, kind: Kind, name: str) -> bool:
        """Tell whether an id exists for the file in which it stands."""
        if self.known.in_public(kind, name):
            return True
        if kind is Kind.PAIR and name.partition("/")[2] in self._lost_pairs:
            return True
        return document.is_private(place) and name in self.known.private[kind]

    def _of_field(self, document: Document, path: Path, kind: Kind, name: str) -> Problem:
        rule, noun = _NOUNS[kind]
        nearest = self.known.did_you_mean(kind, name)
        step = next(step for step in reversed(path) if isinstance(step, str))
        subject = singular(step) if isinstance(path[-1], int) else step
        message = f"{subject} {shown(name)} is not {noun}.{nearest}"
        if subject in _NO_NOUNS:
            message = f"{shown(name)} in '{step}' is not {noun}.{nearest}"
        if noun.startswith(f"a {subject}"):
            message = f"there is no {subject} {shown(name)}{_HOMES.get(kind, '')}.{nearest}"
        return document.problem(path, rule, message)

    def _of_path(self, document: Document, kind: Kind, name: str) -> Iterator[Problem]:
        """Blame a file's own name, or of all files in a folder the first."""
        rule, noun = _NOUNS[kind]
        folder = document.name.rpartition("/")[0]
        what, owner = (
            ("folder", folder) if f"/{name}/" in document.name else ("file", document.name)
        )
        if (owner, kind) not in self._told:
            self._told.add((owner, kind))
            nearest = self.known.did_you_mean(kind, name)
            message = f"this {what} is named after {shown(name)}, which is not {noun}.{nearest}"
            yield document.problem((), rule, message)

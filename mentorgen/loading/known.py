"""Which ids exist: those of all files, and of those that stand in the wrong way for now.

A broken or misnamed file is told of by itself; whatever names it is right.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from mentorgen.loading.aliases import skill_names
from mentorgen.loading.files import PARTS, Found
from mentorgen.loading.layout import SHELVES, spot_of
from mentorgen.loading.names import meant_place
from mentorgen.loading.references import Known
from mentorgen.model.ids import Kind
from mentorgen.model.problems import Problem
from mentorgen.model.skills import Vocabulary

Keys = Iterable[tuple[Kind, str]]


def known_names(
    found: Iterable[Found],
    hidden: Iterable[Found],
    problems: Iterable[Problem],
    vocabulary: Vocabulary | None,
) -> Known:
    """Gather every id that public and private files (`hidden`) may name."""
    paths = {problem.path for problem in problems}
    public = {path for path in paths if path.startswith(PARTS)}
    private = {"/".join((PARTS[0], *path.split("/")[1:])) for path in paths - public}
    skills = vocabulary.skills if vocabulary else ()
    return Known(
        _by_kind([*_keys(found), *_meant(public)]),
        _by_kind([*_keys(hidden), *_meant(private)]),
        frozenset(skill.id for skill in skills) if vocabulary else None,
        skill_names(skills),
        frozenset(shelf.kind for shelf in SHELVES if _lies_below(shelf.place, paths)),
    )


def _keys(found: Iterable[Found]) -> Keys:
    return ((item.spot.shelf.kind, item.spot.key) for item in found)


def _meant(places: Iterable[str]) -> Iterator[tuple[Kind, str]]:
    for place in places:
        spot = spot_of(place) or spot_of(meant_place(place) or "")
        if spot is not None:
            yield spot.shelf.kind, spot.key


def _lies_below(place: str, paths: Iterable[str]) -> bool:
    """Tell whether a record's place, with its names in brackets, can lie in a folder that is a problem."""
    steps = place.split("/")[:-1]
    return any(
        all(step.startswith("<") or step == name for step, name in zip(steps, names, strict=False))
        for names in (path.split("/") for path in paths)
        if len(names) <= len(steps)
    )


def _by_kind(keys: Keys) -> Mapping[Kind, frozenset[str]]:
    names: dict[Kind, set[str]] = defaultdict(set)
    for kind, key in keys:
        names[kind].add(key)
    return {kind: frozenset(names[kind]) for kind in Kind}

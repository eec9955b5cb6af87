"""Giving relationships that change their id one that is free, so that no file of others is lost."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import chain, count

from mentorgen.loading.erasing import Held, erasing_steps
from mentorgen.loading.erasing_references import Gap, pair_of
from mentorgen.model.erasure import Stays
from mentorgen.model.ids import PairId


def with_free_ids(records: Iterable[Held], gap: Gap, *, replacement: str | None = None) -> Gap:
    """Number each new id whose files are not exactly what a killed run of this left."""
    belongings: defaultdict[PairId, list[Held]] = defaultdict(list)
    for held in records:
        if held.spot is not None:
            belongings[pair_of(held.spot)].append(held)
    for pair, fate in gap.fates.items():
        if isinstance(fate, Stays) and fate.id != pair:
            gap = next(
                tried
                for one in _numbered(fate.id, without=_others(gap, pair))
                for tried in [replace(gap, fates={**gap.fates, pair: replace(fate, id=one)})]
                if _is_free(belongings[pair], belongings[one], tried, replacement)
            )
    return gap


def _others(gap: Gap, pair: PairId) -> frozenset[PairId]:
    """List the ids that other relationships without the person have or get."""
    others = (fate for other, fate in gap.fates.items() if other != pair)
    return frozenset(fate.id for fate in others if isinstance(fate, Stays))


def _numbered(wanted: PairId, *, without: Collection[PairId]) -> Iterator[PairId]:
    ids = chain([wanted], (PairId(f"{wanted}-{number}") for number in count(2)))
    return (one for one in ids if one not in without)


def _is_free(
    theirs: Iterable[Held], there: Iterable[Held], gap: Gap, replacement: str | None
) -> bool:
    """Tell whether an id has no files, or only a part of these, or these are a part of them.

    A run that was killed while it wrote left a part; while it deleted, it left all and some more.
    """
    steps, _ = erasing_steps(theirs, gap, replacement=replacement)
    new = {step.file: step.content for step in steps if step.content is not None}
    old = {held.file: held.content for held in there}
    is_part = old.keys() <= new.keys() or new.keys() <= old.keys()
    return is_part and all(old[file] == new[file] for file in old.keys() & new.keys())

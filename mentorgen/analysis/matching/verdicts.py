"""What a check of a certificate comes to, and how wrong numbers in one are told."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mentorgen.analysis.matching.checker import Stage, Vector
from mentorgen.analysis.matching.edits import DRAWS, counted_as
from mentorgen.analysis.wording import listed

Names = tuple[tuple[str, str], ...]
"""Pairs of people, by the names that a certificate has."""
MOST_NAMED = 20
"""So many people who are missing, or too many, are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a certificate, in sentences: it holds if there are none. `notes` qualify that."""

    problems: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.problems

    def __add__(self, other: "Verdict") -> "Verdict":
        """Judge two things together."""
        return Verdict((*self.problems, *other.problems), (*self.notes, *other.notes))


def wrong_people(named: Iterable[str], there: Iterable[str], *, part: str) -> Iterator[str]:
    """Say in a sentence each who is listed and takes no part, such as as a "mentee", and who is missing."""
    extra, missing = sorted({*named} - {*there}), sorted({*there} - {*named})
    if len(extra) == 1:
        yield f"It lists {extra[0]}, who takes no part as a {part} or has no room."
    elif extra:
        yield f"It lists {_some(extra)}, who take no part as {part}s or have no room."
    if len(missing) == 1:
        yield f"It leaves out {missing[0]}, who takes part as a {part}."
    elif missing:
        yield f"It leaves out {_some(missing)}, who take part as {part}s."


def _some(names: Sequence[str]) -> str:
    """Join names; of very many the first ones."""
    more = len(names) - MOST_NAMED
    return listed(names) if more <= 1 else listed([*names[:MOST_NAMED], f"{more} more"])


def wrong_values(
    said: Sequence[tuple[str, int]], stages: Sequence[Stage], found: Vector
) -> Iterator[str]:
    """Tell where values of a certificate are not what its pairs reach, stage by stage."""
    values = tuple(value for _, value in said)
    told = False
    for stage, one, other in zip(stages, values, found, strict=True):
        if one != other and stage.name not in DRAWS:
            told = True
            has = counted_as(stage, other)
            yield f"The file says {counted_as(stage, one)}, these pairs have {has}."
    if values != found and not told:
        yield "The numbers for the draw between equals are not those of these pairs."

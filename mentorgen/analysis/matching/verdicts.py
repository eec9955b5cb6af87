"""What a check of a certificate comes to, and how wrong numbers in one are told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mentorgen.analysis.matching.checker import Stage, Vector
from mentorgen.analysis.matching.edits import DRAWS, counted_as

Names = tuple[tuple[str, str], ...]
"""Pairs of people, by the names that a certificate has."""


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

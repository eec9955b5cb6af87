"""What a criterion finds before the policy weighs it, and the arithmetic that all criteria share."""

from collections.abc import Iterable
from dataclasses import dataclass

from mentorgen.analysis.matching.rounds import Candidate
from mentorgen.analysis.wording import listed
from mentorgen.model.said import Amount, Said

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Points with the sentence for them, and whether it rests on something known, all of it public."""

    points: int
    text: str
    known: bool = True
    public: bool = True


def half_of(most: int) -> int:
    """Give the points for what is not known of anybody, or not asked."""
    return (most + 1) // 2


def part_of(most: int, part: int, whole: int) -> int:
    """Give the share of the points that a part is of a whole, rounded half up."""
    return (2 * most * part + whole) // (2 * whole)


def names_of(candidates: Iterable[Candidate]) -> Said:
    """Join people's names."""
    return listed(candidate.name for candidate in candidates)


def in_words(number: int) -> Said:
    """Write a number up to twelve as a word, which English does; other languages see figures."""
    text = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return Said(text, Amount(number))

"""Background: counts only where a person asks for it, the same or different, by their own choice.

It is never inferred, and nothing of it is ever told in public.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.matching.criteria.finding import Finding, half_of, part_of
from mentorgen.analysis.matching.criteria.kinds import Kinds, kinds_of
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.wording import listed
from mentorgen.model.people import Background
from mentorgen.model.said import said
from mentorgen.model.words import Wish

_MET, _NOT_KNOWN, _NOT_MET = 2, 1, 0

_Kind = tuple[tuple[str, str, Wish, bool], ...]
"""What somebody says of themselves: dimension, value, wish and whether it is firm."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A wish with how far the other meets it."""

    wish: Wish
    dimension: str
    firm: bool
    met: int


def judge(matching: Round, mentor: Candidate, mentee: Candidate) -> Finding:
    """Count the wishes of both sides that are met; what the other did not say is half met."""
    one, other = _kind(mentor), _kind(mentee)
    points = _points(matching.policy.weights.background, one, other)
    asked = (*_asked(one, other), *_asked(other, one))
    if not asked:
        text = said("Neither of them asks for anything in the other's background")
        return Finding(points, text, known=False, public=False)
    known = any(wish.met != _NOT_KNOWN for wish in asked)
    return Finding(points, _text(asked), known=known, public=False)


def kinds(matching: Round, mentees: Sequence[Candidate], mentors: Sequence[Candidate]) -> Kinds:
    """Judge everything that mentees say and ask with everything that mentors say and ask."""
    most = matching.policy.weights.background
    return kinds_of(
        (_kind(one) for one in mentees),
        (_kind(one) for one in mentors),
        lambda mentee, mentor: _points(most, mentor, mentee),
    )


def keeps_apart(mentor: Candidate, mentee: Candidate) -> bool:
    """Tell whether a firm wish of either side is not known to be met."""
    return _apart(_kind(mentor), _kind(mentee))


def kept_apart(
    mentees: Sequence[Candidate], mentors: Sequence[Candidate]
) -> NDArray[np.bool_] | None:
    """Tell `keeps_apart` for some mentees with all mentors; None where nobody has a firm wish."""
    if not any(entry.firm for one in (*mentees, *mentors) for entry in one.person.background):
        return None
    found = kinds_of(map(_kind, mentees), map(_kind, mentors), _apart)
    return found.points_of(slice(None)).astype(np.bool_)


def _kind(candidate: Candidate) -> _Kind:
    return tuple(dict.fromkeys(_entry(one) for one in candidate.person.background))


def _entry(entry: Background) -> tuple[str, str, Wish, bool]:
    return _plain(entry.dimension), _plain(entry.value), entry.wish, entry.firm


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _asked(asking: _Kind, other: _Kind) -> Iterator[_Asked]:
    for dimension, value, wish, firm in asking:
        known = {theirs for about, theirs, _, _ in other if about == dimension}
        met = (value in known) is (wish is Wish.SAME)
        found = (_MET if met else _NOT_MET) if known else _NOT_KNOWN
        yield _Asked(wish, dimension, firm, found)


def _points(most: int, one: _Kind, other: _Kind) -> int:
    met = [wish.met for wish in (*_asked(one, other), *_asked(other, one))]
    return part_of(most, sum(met), _MET * len(met)) if met else half_of(most)


def _apart(one: _Kind, other: _Kind) -> bool:
    both = (*_asked(one, other), *_asked(other, one))
    return any(wish.firm and wish.met != _MET for wish in both)


def _text(asked: Sequence[_Asked]) -> str:
    """Say which wishes are met, then which are not, then which nobody can tell."""
    parts = []
    for met, ending in ((_MET, "as asked for"), (_NOT_MET, "not as asked for")):
        found = dict.fromkeys(f"{one.wish} {one.dimension}" for one in asked if one.met == met)
        if found:
            parts.append(f"{listed(found)}: {ending}")
    unknown = dict.fromkeys(one.dimension for one in asked if one.met == _NOT_KNOWN)
    if unknown:
        parts.append(f"{listed(unknown)}: asked for, not known of the other")
    text = "; ".join(parts)
    return text[0].upper() + text[1:]

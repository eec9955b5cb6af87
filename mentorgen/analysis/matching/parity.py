"""Whether people found somebody as often in one self-described group as in another; for organisers only.

A group is people who said the same of themselves. A group of fewer than five is not told, nor one from
whose figures a smaller one could be worked out; nothing is inferred of people who said nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from mentorgen.analysis.matching.values import Parity
from mentorgen.analysis.wording import listed
from mentorgen.model.ids import Slug
from mentorgen.model.people import Participant

FEWEST = 5
"""No figure over fewer people, and none over a rest of fewer."""


def parity(seeking: Iterable[Participant], matched: frozenset[Slug]) -> tuple[Parity, ...]:
    """Count, in each group of those who sought somebody, how many found somebody; sorted by group."""
    people = tuple(seeking)
    everyone = frozenset(one.slug for one in people)
    return tuple(
        Parity(dimension=dimension, value=value, people=len(group), matched=len(group & matched))
        for dimension, groups in sorted(_groups(people).items())
        for value, group in _told(groups, everyone)
    )


def _groups(people: Iterable[Participant]) -> Mapping[str, Mapping[str, frozenset[Slug]]]:
    """Gather people by what they speak of and all they say of it, so that nobody is in two groups."""
    found: dict[str, dict[str, set[Slug]]] = defaultdict(lambda: defaultdict(set))
    for person in people:
        said: dict[str, set[str]] = defaultdict(set)
        for one in person.background:
            said[_plain(one.dimension)].add(_plain(one.value))
        for dimension, values in said.items():
            found[dimension][listed(sorted(values))].add(person.slug)
    return {
        dimension: {value: frozenset(group) for value, group in groups.items()}
        for dimension, groups in found.items()
    }


def _plain(text: str) -> str:
    """Write words alike that differ by case and spaces only."""
    return " ".join(text.casefold().split())


def _told(
    groups: Mapping[str, frozenset[Slug]], everyone: frozenset[Slug]
) -> Iterator[tuple[str, frozenset[Slug]]]:
    """Leave out small groups, then the smallest others until what is left of everybody is none or enough."""
    large = {value: group for value, group in groups.items() if len(group) >= FEWEST}
    while large and 0 < len(everyone.difference(*large.values())) < FEWEST:
        del large[min(large, key=lambda value: (len(large[value]), value))]
    return iter(sorted(large.items()))

"""The issues that always stand, one for each purpose: the digest, and what needs an organiser today."""

from enum import StrEnum

from mentorgen.output.github.marks import mark_of


class Standing(StrEnum):
    """An issue that is updated in place and never closed by mentorgen."""

    DIGEST = "digest"
    NEEDS = "needs"

    @property
    def mark(self) -> str:
        """The short name of its key."""
        return mark_of(f"v1:standing:{self}")


_MARKS = frozenset(one.mark for one in Standing)


def is_standing(mark: str) -> bool:
    """Tell whether a mark is that of an issue that always stands."""
    return mark in _MARKS

"""Pairs and people by the names that somebody typed."""

from collections.abc import Iterable

from mentorgen.analysis.wording import listed
from mentorgen.errors import WrongUsageError
from mentorgen.loading.spelling import did_you_mean
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.people import Participant
from mentorgen.model.program import Program

MOST_LISTED = 12
"""So many names are listed where somebody typed one that there is not; of more, the last ones."""


def choices(wrong: str, names: Iterable[str], *, of: str) -> str:
    """Name what was probably meant and all that there are, in sentences that begin with a space."""
    known = sorted(names)
    near = did_you_mean(wrong, known)
    if not known:
        return f"{near} There are no {of} yet."
    if len(known) == 1:
        return near or f" There is only '{known[0]}'."
    last = known[-MOST_LISTED:]
    begin = f"The {of} are" if len(last) == len(known) else f"The last {MOST_LISTED} {of} are"
    return f"{near} {begin}: {listed(last)}."


def pair_named(program: Program, name: str) -> Pair:
    """Find a pair by its id.

    Raises:
        WrongUsageError: there is none; its text proposes one that was meant.
    """
    found = program.pairs.get(PairId(name))
    if found is None:
        near = did_you_mean(name, program.pairs)
        raise WrongUsageError(f"There is no pair '{name}'.{near}")
    return found


def person_named(program: Program, name: str) -> Participant:
    """Find a participant by the name of their file.

    Raises:
        WrongUsageError: there is none; its text proposes one who was meant.
    """
    found = program.participants.get(Slug(name))
    if found is None:
        near = did_you_mean(name, program.participants)
        raise WrongUsageError(f"There is no participant '{name}'.{near}")
    return found

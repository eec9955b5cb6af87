"""Pairs and people by the names that somebody typed."""

from mentorgen.errors import WrongUsageError
from mentorgen.loading.spelling import did_you_mean
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.people import Participant
from mentorgen.model.program import Program


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

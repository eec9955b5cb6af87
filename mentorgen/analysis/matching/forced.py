"""Pairs that a run forces: with a mentor where the rules allow it, and else for a single meeting."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from mentorgen.analysis.matching.constraints import why_not
from mentorgen.analysis.matching.flash import could_meet
from mentorgen.analysis.matching.locks import locked_pairs
from mentorgen.analysis.matching.rounds import Round
from mentorgen.analysis.matching.terms import Pairing, Terms
from mentorgen.analysis.wording import listed
from mentorgen.errors import WrongUsageError
from mentorgen.model.ids import Slug


@dataclass(frozen=True, slots=True)
class Together:
    """Pairs that come about whatever is best; in `meetings` the host comes first."""

    with_mentors: tuple[Pairing, ...] = ()
    meetings: tuple[Pairing, ...] = ()

    @property
    def guests(self) -> frozenset[Slug]:
        """Who has a single meeting and nobody else."""
        return frozenset(guest for _, guest in self.meetings)


def together(matching: Round, terms: Terms) -> Together:
    """Find out which pairs must come about, and in which form.

    Raises:
        ContradictionError: locks of the policy contradict each other, or a rule.
        WrongUsageError: a forced pair does so, is forbidden at the same time, or somebody is in two of them.
    """
    meetings = tuple(one for one in dict.fromkeys(terms.forced) if meets_only(matching, one))
    usual = tuple(one for one in terms.forced if one not in meetings)
    found = Together(locked_pairs(matching, replace(terms, forced=usual)), meetings)
    _refuse_forbidden(matching, meetings, terms)
    _refuse_two(matching, found)
    return found


def meets_only(matching: Round, pairing: Pairing) -> bool:
    """Tell whether two people cannot be mentor and mentee, and the first has a time open for the second."""
    return bool(why_not(matching, *pairing)) and could_meet(matching, pairing)


def _refuse_forbidden(matching: Round, meetings: tuple[Pairing, ...], terms: Terms) -> None:
    for pairing in meetings:
        if pairing in terms.forbidden:
            names = listed(matching.candidates[slug].name for slug in pairing)
            raise WrongUsageError(f"{names} are forced and forbidden at the same time; choose one.")


def _refuse_two(matching: Round, found: Together) -> None:
    pairings = (*found.with_mentors, *found.meetings)
    times = Counter(slug for one, other in pairings for slug in {one, other} & found.guests)
    for guest, number in sorted(times.items()):
        if number > 1:
            name = matching.candidates[guest].name
            text = f"{name} has one meeting at most, and is in {number} pairs that are forced"
            raise WrongUsageError(f"{text}. Force one of them.")


def refuse_without_time(matching: Round, guests: Iterable[Slug]) -> None:
    """Stop where guests find no time because other guests who are forced have them all.

    Raises:
        WrongUsageError: there are such guests.
    """
    if names := [matching.candidates[guest].name for guest in sorted(guests)]:
        text = f"{listed(names)} cannot have a meeting too: the times that suit are taken by others"
        raise WrongUsageError(f"{text} who are forced. Force fewer of them.")

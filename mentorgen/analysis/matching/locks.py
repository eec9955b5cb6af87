"""Pairs that stay together whatever the matcher would find, and what is said where they contradict."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from mentorgen.analysis.matching.constraints import why_not
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.matching.taking_part import mentors_sought, open_places
from mentorgen.analysis.matching.terms import Pairing, Terms
from mentorgen.analysis.wording import counted, listed
from mentorgen.errors import ContradictionError, WrongUsageError
from mentorgen.model.ids import Slug


def locked_pairs(matching: Round, terms: Terms) -> tuple[Pairing, ...]:
    """List the pairs that must come about: those of the policy, and those that the run forces.

    What the policy locks and is in a pair of this round already, or was, needs nothing more.

    Raises:
        ContradictionError: locks of the policy contradict each other, or a rule.
        WrongUsageError: a forced pair does so, or is forbidden at the same time.
    """
    locks = ((one.mentor, one.mentee) for one in matching.policy.locked)
    wanted = tuple(
        dict.fromkeys((*(lock for lock in locks if _is_open(matching, lock)), *terms.forced))
    )
    _refuse_both(matching, wanted, terms)
    conflict = _smallest_conflict(matching, wanted)
    if conflict:
        is_forced = not {*conflict}.isdisjoint(terms.forced)
        error = WrongUsageError if is_forced else ContradictionError
        raise error(_story(matching, conflict, forced=is_forced))
    return wanted


def _is_open(matching: Round, lock: Pairing) -> bool:
    together = matching.together.get(lock, ())
    cohorts = {matching.program.pairs[pair].cohort for pair in together}
    return matching.cohort.id not in cohorts


def _refuse_both(matching: Round, wanted: Collection[Pairing], terms: Terms) -> None:
    for pairing in wanted:
        if pairing in terms.forbidden:
            how = "forced" if pairing in terms.forced else "locked by the round's policy"
            names = listed(_name(matching, slug) for slug in pairing)
            raise WrongUsageError(f"{names} are {how} and forbidden at the same time; choose one.")


def _smallest_conflict(matching: Round, wanted: Sequence[Pairing]) -> tuple[Pairing, ...]:
    """Find locks that cannot all be kept, none of which can be spared for that; none if all can be.

    Leaves out one lock after the other as long as the rest still contradict (a deletion filter).
    """
    barred = {pairing for pairing in wanted if why_not(matching, *pairing)}
    kept = tuple(wanted)
    if not _contradict(matching, kept, barred):
        return ()
    for pairing in wanted:
        rest = tuple(one for one in kept if one != pairing)
        if _contradict(matching, rest, barred):
            kept = rest
    return kept


def _contradict(matching: Round, pairings: Sequence[Pairing], barred: Collection[Pairing]) -> bool:
    return any(one in barred for one in pairings) or any(
        True for _ in _overfull(matching, pairings)
    )


def _overfull(matching: Round, pairings: Sequence[Pairing]) -> Iterator[tuple[Slug, int, int]]:
    """Give whoever is in more locked pairs than they have room for, with the side and the room."""
    sides: tuple[Callable[[Round, Candidate], int], ...] = (open_places, mentors_sought)
    for side, room_of in enumerate(sides):
        for slug, number in Counter(pairing[side] for pairing in pairings).items():
            room = room_of(matching, matching.candidates[slug])
            if number > max(room, 1):
                yield slug, side, room


def _story(matching: Round, conflict: Sequence[Pairing], *, forced: bool) -> str:
    """Tell why locks cannot be kept, and how to mend it."""
    if len(conflict) == 1:
        ((mentor, mentee),) = conflict
        names = f"{_name(matching, mentor)} and {_name(matching, mentee)}"
        reasons = "; ".join(one.text for one in why_not(matching, mentor, mentee))
        if forced:
            return f"{names} cannot be forced together: {reasons}."
        way_out = "Take the pair out of 'locked', or change what stands against it."
        return f"{names} are locked together and must not be: {reasons}. {way_out}"
    slug, side, room = next(_overfull(matching, conflict))
    others = listed(_name(matching, pairing[1 - side]) for pairing in sorted(conflict))
    noun = ("open place", "mentor")[side]
    has = f"{_name(matching, slug)} {('has', 'seeks')[side]} {counted(room, noun)}"
    way_out = "Force fewer of them" if forced else "Take one of them out of 'locked'"
    return f"{has} and is locked together with {len(conflict)}: {others}. {way_out}."


def _name(matching: Round, slug: Slug) -> str:
    return matching.candidates[slug].name

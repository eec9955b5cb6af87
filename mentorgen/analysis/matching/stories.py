"""What another choice would bring, told in a sentence; for organisers only."""

from collections.abc import Callable, Iterator

from mentorgen.analysis.matching.differences import Difference
from mentorgen.analysis.matching.values import Loss, Move
from mentorgen.analysis.wording import counted, listed
from mentorgen.model.ids import Slug

MOST_MOVES = 6
"""How many moves are told one by one."""

Naming = Callable[[Slug], str]
"""Gives a person's name."""


def story(
    opening: str,
    found: Difference,
    naming: Naming,
    *,
    subjects: frozenset[tuple[Slug, Slug]] = frozenset(),
) -> str:
    """Tell what would change and what it costs.

    `opening` says what for, such as "For Ana to have Bo". `subjects` are mentors with mentees
    whom it is about: that they would be together need not be said.
    """
    if not found.moves and not found.loss.points:
        return f"{opening}, nothing would change."
    moves = tuple(move for move in found.moves if (move.after, move.mentee) not in subjects)
    nothing = "nobody else would move" if subjects else "nobody would move"
    changes = listed(_changes(moves, found, naming)) if moves else nothing
    return f"{opening}, {changes}: {cost(found)}."


def cost(found: Difference) -> str:
    """Say what is lost and won, such as "4 points less, nobody loses a place"."""
    loss = found.loss
    parts = (
        _less(loss.points, "point") or "as many points",
        _weak(loss),
        _less(loss.further, "second mentor"),
        _less(loss.kept, "kept pair"),
        _waited(loss),
        _places(found),
    )
    return ", ".join(part for part in parts if part)


def _changes(moves: tuple[Move, ...], found: Difference, naming: Naming) -> Iterator[str]:
    told = moves if len(moves) <= MOST_MOVES else moves[: MOST_MOVES - 1]
    yield from (_change(move, found, naming) for move in told)
    if len(told) < len(moves):
        yield f"{len(moves) - len(told)} more would change"


def _change(move: Move, found: Difference, naming: Naming) -> str:
    name = naming(move.mentee)
    if move.after is not None:
        verb = "have" if move.before is None else "move to"
        return f"{name} would {verb} {naming(move.after)}"
    if move.before is None or move.mentee in found.loses:
        return f"{name} would find nobody"
    return f"{name} would do without {naming(move.before)}"


def _less(number: int, noun: str) -> str | None:
    return f"{counted(abs(number), noun)} {'less' if number > 0 else 'more'}" if number else None


def _weak(loss: Loss) -> str | None:
    more = sum(loss.weak)
    if more:
        return counted(abs(more), "more weak pair" if more > 0 else "fewer weak pair")
    worse = next((pairs > 0 for pairs in loss.weak if pairs), None)
    return None if worse is None else f"the weak pairs are {'weaker' if worse else 'stronger'}"


def _waited(loss: Loss) -> str | None:
    if not loss.waited:
        return None
    outcome = "wait again" if loss.waited > 0 else "wait no longer"
    return f"people who have waited before {outcome}"


def _places(found: Difference) -> str:
    """Say how many people find somebody, against now."""
    if not found.loses:
        gains = len(found.gains)
        return f"{_people(gains)} more with a place" if gains else "nobody loses a place"
    if not found.loss.people:
        return "as many people with a place"
    return f"{_people(abs(found.loss.people))} {'less' if found.loss.people > 0 else 'more'} with a place"


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"

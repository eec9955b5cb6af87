"""Does a certificate hold? What the files say is worked out again, and every difference is told.

Who takes part, who may be with whom and all points come from the program's files and the round's
policy, never from the certificate. For organisers only: some sentences rest on what people said in
confidence.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mentorgen import __version__
from mentorgen.analysis.assignment.seats import RULED_OUT, Seats
from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.matching.board import Board, board_of
from mentorgen.analysis.matching.certificate_sheets import Certificate, PriceLists, ProvenPairs
from mentorgen.analysis.matching.certificates import terms_of
from mentorgen.analysis.matching.checker import (
    Claim,
    Couple,
    Prices,
    Stage,
    Vector,
    above,
    bound_of_ways,
    is_proven,
    required_stages,
)
from mentorgen.analysis.matching.constraints import why_not
from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.edits import DRAWS, cost_of_edit, counted_as
from mentorgen.analysis.matching.fingerprints import fingerprint
from mentorgen.analysis.matching.flash import FlashRound
from mentorgen.analysis.matching.locks import locked_pairs
from mentorgen.analysis.matching.peer_verification import verdict_on_peers
from mentorgen.analysis.matching.proposals import Run
from mentorgen.analysis.matching.rounds import Round, round_of
from mentorgen.analysis.matching.verdicts import Names, Verdict, wrong_people, wrong_values
from mentorgen.analysis.wording import counted, listed
from mentorgen.model.ids import CohortId
from mentorgen.model.program import Program

MOST_EXPLAINED = 10_000
"""Up to so many pairs are judged one by one; more of them in tables, which give the same points."""


_WRONG_GAP = "What it says of other circles that could open is not what its prices prove."


@dataclass(frozen=True, slots=True)
class _Due:
    """What the files say of one kind of pairs: what there is to fill, and why somebody may not."""

    seats: Seats
    stages: tuple[Stage, ...]
    locked: Names
    names: tuple[tuple[str, ...], tuple[str, ...]]
    reason: Callable[[Couple], str]


def verdict_on(certificate: Certificate, program: Program) -> Verdict:
    """Check a certificate against a program's files, as they are seen on the certificate's day.

    Raises:
        CertificateError: it is of a scenario that the program does not have.
        ContradictionError: the policy's locked pairs contradict each other, or a rule.
    """
    if certificate.cohort not in program.cohorts:
        return Verdict((f"The program has no round {certificate.cohort}.",))
    terms = terms_of(certificate, program)
    cohort, today = CohortId(certificate.cohort), certificate.day
    matching = round_of(program, cohort, today=today, terms=terms)
    board = board_of(matching, locked=locked_pairs(matching, terms))
    first = Verdict(tuple(_origin(certificate, matching)))
    pairs = _on_pairs(certificate.with_mentors, _with_mentors(board))
    if not pairs.holds:
        return first + pairs
    run = Run(terms, board, _as_solution(certificate.with_mentors, board.seats))
    return (
        first
        + pairs
        + verdict_on_peers(certificate.peers, run.peers)
        + _on_meetings(certificate, run.flash)
    )


def _origin(certificate: Certificate, matching: Round) -> Iterator[str]:
    if certificate.mentorgen != __version__:
        versions = f"mentorgen {certificate.mentorgen}, and this is {__version__}"
        yield f"It was written by {versions}, which may count otherwise."
    if certificate.inputs != fingerprint(matching):
        yield "The people, what they said or the rules have changed since it was written."


def _with_mentors(board: Board) -> _Due:
    """Gather what the files say of mentors and mentees."""
    mentees, mentors = board.mentees, board.mentors

    def reason(couple: Couple) -> str:
        people = mentors[couple[1]].slug, mentees[couple[0]].slug
        return "; ".join(barrier.text for barrier in why_not(board.matching, *people))

    return _Due(
        seats=replace(board.seats, points=_points(board)),
        stages=required_stages(board.matching.policy),
        locked=tuple(sorted((mentees[row].slug, mentors[at].slug) for row, at in board.locked)),
        names=(tuple(one.name for one in mentees), tuple(one.name for one in mentors)),
        reason=reason,
    )


def _points(board: Board) -> NDArray[np.int16]:
    """Judge every pair by the rules and the criteria that explain it, where they are not too many."""
    if board.points.size > MOST_EXPLAINED:
        return board.seats.table
    points = np.full_like(board.seats.table, RULED_OUT)
    for row, mentee in enumerate(board.mentees):
        for column, mentor in enumerate(board.mentors):
            if not why_not(board.matching, mentor.slug, mentee.slug):
                points[row, column] = fit(board.matching, mentor, mentee).points
    for row, column in board.locked:
        points[row, column] = RULED_OUT
    return points


def _on_meetings(certificate: Certificate, flash: FlashRound) -> Verdict:
    due = _Due(
        seats=flash.seats,
        stages=required_stages(flash.matching.policy),
        locked=(),
        names=(tuple(one.name for one in flash.people), flash.seats.mentors),
        reason=lambda _: "a rule, their hours or what it is about stand against it",
    )
    asked = bool(flash.people and flash.times)
    if certificate.single_meetings is None or not asked:
        fits = (certificate.single_meetings is not None) is asked
        return Verdict(
            () if fits else ("Single meetings are asked for and not in it, or the reverse.",)
        )
    return _on_pairs(certificate.single_meetings, due)


def _on_pairs(said: ProvenPairs, due: _Due) -> Verdict:
    """Check pairs of two sides: who takes part, every rule, what they reach, and that it is the most."""
    stages = due.stages if said.stages[-1:] == (due.stages[-1].name,) else due.stages[:-1]
    problems = tuple(_wrong_frame(said, due, stages))
    if problems:
        return Verdict(problems)
    claim = Claim(due.seats, stages, _couples(said, due.seats))
    flaws = (*_broken_rules(claim, due), *_broken_limits(claim, due))
    if flaws:
        return Verdict(flaws)
    return Verdict(tuple(wrong_values(said.values, claim.stages, claim.values))) + _proof(
        said, claim
    )


def _wrong_frame(said: ProvenPairs, due: _Due, stages: tuple[Stage, ...]) -> Iterator[str]:
    names = tuple(stage.name for stage in stages)
    if said.stages != names:
        yield f"It counts {listed(said.stages)}; the rules ask for {listed(names)}, in this order."
    sides = (
        ("mentee", said.mentees, due.seats.mentees),
        ("mentor", said.mentors, due.seats.mentors),
    )
    for part, named, there in sides:
        yield from wrong_people(named, there, part=part)
    if said.locked != due.locked:
        pairs = [f"{mentor} with {mentee}" for mentee, mentor in due.locked]
        yield f"Its locked pairs are not those of the round's rules: {listed(pairs or ['none'])}."


def _couples(said: ProvenPairs, seats: Seats) -> tuple[Couple, ...]:
    row_of, column_of = (
        {one: at for at, one in enumerate(side)} for side in (seats.mentees, seats.mentors)
    )
    return tuple((row_of[mentee], column_of[mentor]) for mentee, mentor in said.pairs)


def _as_solution(said: ProvenPairs, seats: Seats) -> Solution:
    """Take checked pairs for the run's own; nothing that follows looks at prices."""
    rows, columns = np.array(_couples(said, seats), dtype=np.int64).reshape(-1, 2).T
    none = np.zeros((0, 0), dtype=np.int64)
    return Solution(
        rows=rows,
        columns=columns,
        stages=(),
        values=(),
        mentee_prices=none,
        mentor_prices=none,
        unique=False,
    )


def _broken_rules(claim: Claim, due: _Due) -> Iterator[str]:
    for row, column in claim.couples:
        if claim.seats.table[row, column] == RULED_OUT:
            people = f"{due.names[1][column]} with {due.names[0][row]}"
            yield f"{people} is not allowed: {due.reason((row, column))}."


def _broken_limits(claim: Claim, due: _Due) -> Iterator[str]:
    seats = claim.seats
    for row, times in sorted(Counter(row for row, _ in claim.couples).items()):
        if times > seats.demand[row]:
            room = int(seats.demand[row])
            yield f"{due.names[0][row]} gets {counted(times, 'mentor')} and has room for {room}."
    for column, times in sorted(Counter(column for _, column in claim.couples).items()):
        name, places = due.names[1][column], int(seats.capacity[column])
        least = 0 if seats.least is None else int(seats.least[column])
        if times > places:
            yield f"{name} gets {counted(times, 'mentee')} and has {counted(places, 'place')}."
        if times < least:
            yield f"The circle of {name} gets {counted(times, 'mentee')} and opens with {least}."


def _proof(said: ProvenPairs, claim: Claim) -> Verdict:
    notes = () if claim.is_the_only else ("Another choice may be just as good.",)
    prices = _table(said.prices)
    if said.circles is None and is_proven(claim, prices):
        return Verdict((), notes)
    gap = _gap(said, claim)
    if gap is None or any(gap):
        if not is_proven(claim, prices, circles_stay=True):
            return Verdict((cost_of_edit(claim),))
        notes = (*notes, _limit(claim, gap))
    if said.circles is not None and said.circles.gap != gap:
        return Verdict((_WRONG_GAP,))
    return Verdict((), notes)


def _table(lists: PriceLists) -> Prices:
    return Prices(lists.mentees, lists.mentors)


def _gap(said: ProvenPairs, claim: Claim) -> Vector | None:
    """Tell what any circles could bring beyond what is reached; None where nothing in the file bounds it."""
    if said.circles is None:
        return None
    tables = [_table(lists) for lists in (said.prices, *said.circles.prices)]
    column = {mentor: at for at, mentor in enumerate(claim.seats.mentors)}
    steps = (tables[one] if isinstance(one, int) else column[one] for one in said.circles.steps)
    bound = bound_of_ways(claim, steps)
    return None if bound is None else above(bound, claim.values)


def _limit(claim: Claim, gap: Vector | None) -> str:
    """Say what is not proven where other circles could open."""
    best = "It is the best as long as the same circles open."
    if gap is None:
        return best
    stage, most = next((one, most) for one, most in zip(claim.stages, gap, strict=True) if most)
    if stage.name in DRAWS:
        return f"{best} With others it could be as good at most."
    amount = counted_as(stage, -most if stage.high else most)
    direction = "less" if stage.high else "more"
    return f"{best} With others there could be {amount} {direction} at most."

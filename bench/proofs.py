"""Measure what stands beside the best pairs: costs of other choices, the check of a proof, and peers.

    python bench/proofs.py

Every line is in seconds of CPU time on one thread, for drawn points with ties as real programs have
them. The cost of every other choice stands beside that of solving the round again once for each.
"""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}

import numpy as np

from mentorgen.analysis.assignment.losses import losses_of, seat_gains
from mentorgen.analysis.assignment.peers import PeerPairs, PeerProof, Peers, best_peers, proof_of
from mentorgen.analysis.assignment.seats import RULED_OUT, Seats
from mentorgen.analysis.assignment.solution import PriceTable, Solution
from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.assignment.stages import stages_of
from mentorgen.analysis.matching.certificates import MOST_PROVEN_PEERS
from mentorgen.analysis.matching.checker import (
    Claim,
    Prices,
    bound_of_ways,
    is_proven,
    required_stages,
)
from mentorgen.analysis.matching.peer_checker import (
    PeerClaim,
    PeerPricing,
    is_proven_of_peers,
)
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.words import Objective

STAGES = stages_of(Objective.MOST_PEOPLE, bands=(40, 60))
ROUNDS = ((955, 389), (10_000, 3_841))
PEERS = ((60, 1.0), (500, 0.5), (1_000, 0.1), (2_000, 0.02))
CIRCLES = ((80, 12), (150, 20), (330, 60))
ASKED = 40
POSSIBLE = 0.4

T = TypeVar("T")


def main() -> None:
    """Measure rounds with mentors, then rounds of peers, then circles."""
    for mentees, mentors in ROUNDS:
        measure_round(some_seats(mentees, mentors))
    for people, share in PEERS:
        measure_peers(some_peers(people, share))
    for people, circles in CIRCLES:
        measure_circles(people, circles)


def measure_round(seats: Seats) -> None:
    """Print a block of lines for one round; only a small one is asked for every choice."""
    mentees, mentors = seats.table.shape
    solution, solving = timed(lambda: solve(seats, STAGES))
    print(f"{mentees} mentees, {mentors} mentors: solved in {solving:.2f} s")
    proven, checking = timed(lambda: check(seats, solution))
    print(f"  the proof {'holds' if proven else 'FAILS'}: checked in {checking:.2f} s")
    if mentors > ROUNDS[0][1]:
        return
    losses = losses_of(seats, solution)
    costs, asking = timed(lambda: [losses.of_mentor(column) for column in range(mentors)])
    asked = np.argwhere(seats.table > RULED_OUT)
    some = asked[:: max(1, len(asked) // ASKED)][:ASKED].tolist()
    again, solving_again = timed(lambda: [forced(seats, row, column) for row, column in some])
    same = sum(
        costs[column][row].tolist() == lost(solution, values)
        for (row, column), values in zip(some, again, strict=True)
    )
    each = solving_again / len(some)
    print(f"  the cost of all {mentees * mentors} choices: {asking:.2f} s; {each:.3f} s each by")
    print(
        f"  solving again, {each * len(asked) / asking:,.0f} times as long; {same} of {len(some)} the same"
    )
    print(f"  what one more place brings: {timed(lambda: seat_gains(seats, solution))[1]:.2f} s")


def measure_peers(peers: Peers) -> None:
    """Print a line for one round of peers."""
    found, seconds = timed(lambda: best_peers(peers, STAGES))
    possible = int((peers.points > RULED_OUT).sum()) // 2
    print(f"{len(peers.ids)} peers, {possible} pairs: {len(found.pairs)} found in {seconds:.2f} s")
    if len(peers.ids) > MOST_PROVEN_PEERS:
        return
    proof, proving = timed(lambda: proof_of(peers, found))
    proven, checking = timed(lambda: check_peers(peers, found, proof))
    print(
        f"  the proof {'holds' if proven else 'FAILS'}: {len(proof.sets)} sets have prices, found"
    )
    print(f"  in {proving:.2f} s, checked in {checking:.2f} s")


def check_peers(peers: Peers, found: PeerPairs, proof: PeerProof) -> bool:
    """Check pairs of peers, who are sorted by their ids, as `mentorgen match --verify` does."""
    place = {one: at for at, one in enumerate(peers.ids)}
    stages = required_stages(MatchingPolicy())
    claim = PeerClaim(
        ids=peers.ids,
        points=peers.points,
        waited=(0,) * len(peers.ids),
        standing=frozenset(),
        stages=stages if proof.only else stages[:-1],
        couples=frozenset((place[one], place[other]) for one, other in found.pairs),
    )
    sets = tuple((frozenset(map(place.__getitem__, some)), price) for some, price in proof.sets)
    pricing = PeerPricing(tuple(price for _, price in proof.prices), sets)
    return claim.values[: len(found.values)] == found.values and is_proven_of_peers(claim, pricing)


def measure_circles(mentees: int, circles: int) -> None:
    """Print a line for a round of circles of five to twelve people."""
    seats = some_circles(mentees, circles)
    solution, solving = timed(lambda: solve(seats, STAGES))
    couples = tuple(zip(solution.rows.tolist(), solution.columns.tolist(), strict=True))
    stages = required_stages(MatchingPolicy())[: len(solution.stages)]
    steps = [
        Prices(*(tuple(map(tuple, side.tolist())) for side in (step.mentees, step.mentors)))
        if isinstance(step, PriceTable)
        else step
        for step in solution.ways
    ]
    bound, checking = timed(lambda: bound_of_ways(Claim(seats, stages, couples), steps))
    ends = sum(isinstance(step, Prices) for step in steps)
    is_whole = bound is not None and bound <= solution.values
    print(f"{mentees} people, {circles} circles: {len(couples)} placed in {solving:.2f} s,")
    print(
        f"  {ends} ways to open and close; {'proven' if is_whole else 'a gap is left'},"
        f" checked in {checking:.2f} s"
    )


def some_circles(mentees: int, circles: int) -> Seats:
    """Draw a round in which two of five could join each circle."""
    seats = some_seats(mentees, circles)
    return replace(
        seats,
        capacity=np.full(circles, 12, dtype=np.int64),
        least=np.full(circles, 5, dtype=np.int64),
    )


def check(seats: Seats, solution: Solution) -> bool:
    """Check a solution's proof as `mentorgen match --verify` does."""
    couples = tuple(zip(solution.rows.tolist(), solution.columns.tolist(), strict=True))
    sides = (solution.mentee_prices, solution.mentor_prices)
    mentees, mentors = (tuple(tuple(row) for row in side.tolist()) for side in sides)
    claim = Claim(seats, required_stages(MatchingPolicy()), couples)
    return claim.values == solution.values and is_proven(claim, Prices(mentees, mentors))


def forced(seats: Seats, row: int, column: int) -> tuple[int, ...]:
    """Solve again with a pair of somebody who wants one mentor, and say what is reached, tie-break apart."""
    demand, capacity = seats.demand.copy(), seats.capacity.copy()
    demand[row], capacity[column] = 0, capacity[column] - 1
    found = solve(replace(seats, demand=demand, capacity=capacity), STAGES)
    couples = (*zip(found.rows.tolist(), found.columns.tolist(), strict=True), (row, column))
    return Claim(seats, required_stages(MatchingPolicy())[:-2], couples).values


def lost(solution: Solution, values: tuple[int, ...]) -> list[int]:
    """Say what other values fall short of a solution's."""
    return [most - less for most, less in zip(solution.values, values, strict=False)]


def some_seats(mentees: int, mentors: int) -> Seats:
    """Draw a round: two pairs of five are possible, with points around 45, and one to three places."""
    random = np.random.default_rng(1)
    size = (mentees, mentors)
    drawn = np.clip(random.normal(45, 15, size), 0, 100).astype(np.int16)
    return Seats(
        points=np.where(random.random(size) < POSSIBLE, drawn, np.int16(RULED_OUT)),
        mentees=tuple(f"mentee-{at:05}" for at in range(mentees)),
        mentors=tuple(f"mentor-{at:05}" for at in range(mentors)),
        demand=np.ones(mentees, dtype=np.int64),
        capacity=random.integers(1, 4, mentors),
    )


def some_peers(people: int, share: float) -> Peers:
    """Draw people of whom a share of all pairs is possible."""
    random = np.random.default_rng(2)
    size = (people, people)
    drawn = np.where(random.random(size) < share, random.integers(5, 91, size), RULED_OUT)
    points = np.full(size, RULED_OUT, dtype=np.int16)
    above = np.triu_indices(people, 1)
    points[above] = drawn[above]
    return Peers(
        points=np.maximum(points, points.T), ids=tuple(f"peer-{at:05}" for at in range(people))
    )


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Do some work and say how many seconds of CPU time it took."""
    start = time.process_time()
    return work(), time.process_time() - start


if __name__ == "__main__":
    main()

"""The certificate of a proposal: what was chosen, what it reaches, and the numbers that prove it best.

Everything but the prices has the same bytes on every machine; prices may differ, since more than one
set of them proves the same. A certificate names everybody who takes part and what their places are
worth: where any input is private, it belongs into the private folder.
"""

from collections.abc import Iterable, Iterator

import numpy as np

from mentorgen import __version__
from mentorgen.analysis.assignment.peers import proof_of
from mentorgen.analysis.assignment.seats import Seats, Whole
from mentorgen.analysis.assignment.solution import PriceTable, Solution
from mentorgen.analysis.assignment.stages import Count
from mentorgen.analysis.matching.board import Couple
from mentorgen.analysis.matching.certificate_sheets import (
    SCHEMA,
    Certificate,
    CircleWays,
    PeerPriceList,
    PeersFound,
    PricedSet,
    PriceLists,
    ProvenPairs,
)
from mentorgen.analysis.matching.certificate_texts import CertificateError
from mentorgen.analysis.matching.checker import (
    Claim,
    Prices,
    Vector,
    above,
    bound_of_ways,
    required_stages,
)
from mentorgen.analysis.matching.fingerprints import fingerprint
from mentorgen.analysis.matching.peers import PeerRound
from mentorgen.analysis.matching.proposals import Run
from mentorgen.analysis.matching.terms import Terms
from mentorgen.model.ids import ScenarioId
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.program import Program

MOST_PROVEN_PEERS = 1_000
"""Pairs of more peers than these get no proof: finding its prices would take minutes."""

_MOST_ROWS = 400_000
"""So many rows of prices are written to prove which circles open; a larger proof is left out."""


def certificate_of(run: Run) -> Certificate:
    """Certify what a run chose; of the same run the same bytes, but for the prices."""
    matching, flash, peers = run.matching, run.flash, run.peers
    locked = sorted(_named(run.board.seats, run.board.locked))
    meetings = run.meetings if flash.people and flash.times else None
    return Certificate(
        schema=SCHEMA,
        mentorgen=__version__,
        cohort=matching.cohort.id,
        day=matching.today,
        rematch=run.terms.rematch,
        scenario=run.terms.scenario,
        inputs=fingerprint(matching),
        with_mentors=_proven(run.board.seats, run.solution, matching.policy, tuple(locked)),
        peers=_peers_found(peers) if peers.people else None,
        single_meetings=None
        if meetings is None
        else _proven(flash.seats, meetings, matching.policy),
    )


def terms_of(certificate: Certificate, program: Program) -> Terms:
    """Give the terms of the run that a certificate is of.

    Raises:
        CertificateError: the program has no scenario of the name that it has.
    """
    policy = None
    if certificate.scenario is not None:
        scenario = program.scenarios.get(ScenarioId(certificate.scenario))
        if scenario is None:
            raise CertificateError(f"The program has no scenario '{certificate.scenario}'.")
        policy = scenario.matching
    return Terms(policy=policy, rematch=certificate.rematch, explained=False)


def _peers_found(peers: PeerRound) -> PeersFound:
    """Write down who seeks a peer and who got whom; of more than MOST_PROVEN_PEERS without a proof."""
    names = [stage.name for stage in peers.found.stages]
    values = list(zip(names, peers.found.values, strict=True))
    people, prices = tuple(one.slug for one in peers.people), None
    if len(people) <= MOST_PROVEN_PEERS:
        proof = proof_of(peers.peers, peers.found)
        values += [(str(Count.OTHER), 0)] if proof.only else []
        prices = PeerPriceList(
            people=tuple(price for _, price in proof.prices),
            sets=tuple(PricedSet(people=some, price=price) for some, price in proof.sets),
        )
    return PeersFound(values=tuple(values), people=people, pairs=peers.found.pairs, prices=prices)


def _proven(
    seats: Seats,
    solution: Solution,
    policy: MatchingPolicy,
    locked: tuple[tuple[str, str], ...] = (),
) -> ProvenPairs:
    names = (stage.name for stage in solution.stages)
    couples = zip(solution.rows.tolist(), solution.columns.tolist(), strict=True)
    own = _prices(seats, PriceTable(solution.mentee_prices, solution.mentor_prices))
    sheet = ProvenPairs(
        values=tuple(zip(names, solution.values, strict=True)),
        mentees=tuple(sorted(seats.mentees)),
        mentors=tuple(sorted(seats.mentors)),
        pairs=tuple(sorted(_named(seats, couples))),
        locked=locked,
        prices=own,
    )
    return sheet.model_copy(update={"circles": _circles(seats, solution, own, policy)})


def _prices(seats: Seats, table: PriceTable) -> PriceLists:
    rows = np.array(sorted(range(len(seats.mentees)), key=seats.mentees.__getitem__), np.int64)
    columns = np.array(sorted(range(len(seats.mentors)), key=seats.mentors.__getitem__), np.int64)
    return PriceLists(
        mentees=_vectors(table.mentees[rows]), mentors=_vectors(table.mentors[columns])
    )


def _circles(
    seats: Seats, solution: Solution, own: PriceLists, policy: MatchingPolicy
) -> CircleWays | None:
    """Write down the ways to open and close circles, where they part and are not too many."""
    tables = sum(isinstance(step, PriceTable) for step in solution.ways)
    parts = len(solution.ways) > tables
    if not parts or tables * (len(seats.mentees) + len(seats.mentors)) > _MOST_ROWS:
        return None
    steps: list[str | int] = []
    number = {own: 0}
    for step in solution.ways:
        if isinstance(step, PriceTable):
            steps.append(number.setdefault(_prices(seats, step), len(number)))
        else:
            steps.append(seats.mentors[step])
    gap = _gap(seats, solution, policy)
    return CircleWays(gap=gap, steps=tuple(steps), prices=tuple(number)[1:])


def _gap(seats: Seats, solution: Solution, policy: MatchingPolicy) -> Vector:
    """Tell by how much the prices leave room for another choice."""
    nothing = (0,) * len(solution.values)
    if not any(solution.gap or ()):
        return nothing
    couples = zip(solution.rows.tolist(), solution.columns.tolist(), strict=True)
    stages = required_stages(policy)[: len(nothing)]
    steps = (
        Prices(_vectors(step.mentees), _vectors(step.mentors))
        if isinstance(step, PriceTable)
        else step
        for step in solution.ways
    )
    bound = bound_of_ways(Claim(seats, stages, tuple(couples)), steps)
    return above(bound or nothing, solution.values)


def _vectors(prices: Whole) -> tuple[Vector, ...]:
    return tuple(map(tuple, prices.tolist()))


def _named(seats: Seats, couples: Iterable[Couple]) -> Iterator[tuple[str, str]]:
    return ((seats.mentees[row], seats.mentors[column]) for row, column in couples)

"""Do the pairs of peers in a certificate hold? Who may meet whom, and all points, come from the files."""

from collections import Counter
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.seats import RULED_OUT
from mentorgen.analysis.matching.certificate_sheets import PeerPriceList, PeersFound
from mentorgen.analysis.matching.checker import Stage, required_stages
from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.peer_checker import (
    PeerClaim,
    PeerPricing,
    is_proven_of_peers,
)
from mentorgen.analysis.matching.peers import PeerRound
from mentorgen.analysis.matching.verdicts import Verdict, wrong_people, wrong_values
from mentorgen.analysis.wording import listed

MOST_EXPLAINED = 100
"""Up to so many people are judged two by two, as it is explained; more in tables, which give the same."""


def verdict_on_peers(said: PeersFound | None, peers: PeerRound) -> Verdict:
    """Check pairs of peers: who takes part, every rule, what they reach, and that it is the most."""
    if said is None or not peers.people:
        asked = bool(peers.people)
        fits = (said is not None) is asked
        return Verdict(() if fits else ("Peers are asked for and not in it, or the reverse.",))
    required = required_stages(peers.matching.policy)
    claims_only = [name for name, _ in said.values][-1:] == [required[-1].name]
    stages = required if claims_only else required[:-1]
    problems = (*_wrong_frame(said, peers, stages), *_broken(said, peers))
    if problems:
        return Verdict(problems)
    claim = _claim(said, peers, stages)
    wrong = Verdict(tuple(wrong_values(said.values, stages, claim.values)))
    return wrong + _proof(said, claim, peers)


def _wrong_frame(said: PeersFound, peers: PeerRound, stages: tuple[Stage, ...]) -> Iterator[str]:
    names, counts = [stage.name for stage in stages], [name for name, _ in said.values]
    if counts != names:
        yield f"Of peers it counts {listed(counts)}; the rules ask for {listed(names)}, in this order."
    yield from wrong_people(said.people, [one.slug for one in peers.people], part="peer")


def _broken(said: PeersFound, peers: PeerRound) -> Iterator[str]:
    """Find pairs that cannot be, and people who are in two of them."""
    people = {str(one.slug): at for at, one in enumerate(peers.people)}
    names = {str(one.slug): one.name for one in peers.people}
    for one, other in said.pairs:
        if one not in people or other not in people or one >= other:
            yield f"{one} with {other} is no pair of two peers in their order."
        elif int(peers.points[people[one], people[other]]) == RULED_OUT:
            yield f"{names[one]} with {names[other]} is not allowed."
    for one, times in sorted(Counter(one for pair in said.pairs for one in pair).items()):
        if times > 1:
            yield f"{names.get(one, one)} is in {times} pairs of peers."


def _claim(said: PeersFound, peers: PeerRound, stages: tuple[Stage, ...]) -> PeerClaim:
    place = {str(one.slug): at for at, one in enumerate(peers.people)}
    graph = peers.peers
    standing = () if graph.standing is None else np.sort(graph.standing, axis=1).tolist()
    waited = (0,) * len(place) if graph.waited is None else tuple(graph.waited.tolist())
    return PeerClaim(
        ids=graph.ids,
        points=_points(peers),
        waited=waited,
        standing=frozenset((one, other) for one, other in standing),
        stages=stages,
        couples=frozenset((place[one], place[other]) for one, other in said.pairs),
    )


def _points(peers: PeerRound) -> NDArray[np.int16]:
    """Judge each two by the criteria that explain a pair, the better of both ways, where they are few."""
    if len(peers.people) > MOST_EXPLAINED:
        return peers.points
    points = np.full_like(peers.points, RULED_OUT)
    for learner, teacher in np.argwhere(peers.one_way > RULED_OUT).tolist():
        found = fit(peers.matching, peers.people[teacher], peers.people[learner]).points
        for couple in ((learner, teacher), (teacher, learner)):
            points[couple] = max(int(points[couple]), found)
    return points


def _proof(said: PeersFound, claim: PeerClaim, peers: PeerRound) -> Verdict:
    if said.prices is None:
        return _found_anew(said, peers)
    notes = () if claim.stages[-1].name == "other" else ("Other pairs of peers may be as good.",)
    if is_proven_of_peers(claim, _pricing(said.prices, claim.ids)):
        return Verdict((), notes)
    if {*said.pairs} == {*peers.found.pairs}:
        text = "These pairs of peers are the best, but the prices in the file do not prove it: write it anew."
        return Verdict((text,))
    return _not_the_best(peers)


def _pricing(prices: PeerPriceList, ids: tuple[str, ...]) -> PeerPricing:
    place = {one: at for at, one in enumerate(ids)}
    sets = tuple((frozenset(place[one] for one in some.people), some.price) for some in prices.sets)
    return PeerPricing(prices.people, sets)


def _found_anew(said: PeersFound, peers: PeerRound) -> Verdict:
    """Search for the best pairs again, where nothing in the certificate proves them."""
    if said.pairs != peers.found.pairs:
        return _not_the_best(peers)
    note = "Pairs of peers were found anew and are the same; the file has no proof of them."
    return Verdict((), (note,))


def _not_the_best(peers: PeerRound) -> Verdict:
    pairs = [f"{one} with {other}" for one, other in peers.found.pairs]
    best = listed(pairs or ["none"])
    return Verdict((f"Its peers are not the best ones, which are {best}.",))

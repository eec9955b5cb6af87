"""Only the best pairs of peers pass the check, whatever prices are put forward for them."""

from dataclasses import replace

import numpy as np
from hypothesis import event, given, settings
from hypothesis import strategies as st

from mentorgen.analysis.assignment.peers import PeerProof, Peers, best_peers, proof_of
from mentorgen.analysis.assignment.stages import stages_of
from mentorgen.analysis.matching.checker import required_stages
from mentorgen.analysis.matching.peer_checker import PeerClaim, PeerPricing, is_proven_of_peers
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.words import Changes, Objective
from tests.analysis.assignment.test_peers import all_sets, any_peers, some_peers, symmetric

policies = st.builds(
    MatchingPolicy,
    objective=st.sampled_from(Objective),
    bands=st.sampled_from([(), (3, 6), (40, 60)]),
    changes=st.sampled_from(Changes),
)


def claimed(peers: Peers, policy: MatchingPolicy) -> tuple[PeerClaim, PeerProof]:
    """The best pairs as they are claimed, with what proves them; people sorted by id."""
    order = sorted(range(len(peers.ids)), key=peers.ids.__getitem__)
    kept_first = policy.changes is Changes.FIRST
    stages = stages_of(policy.objective, bands=policy.bands, kept_first=kept_first)
    found = best_peers(peers, stages)
    proof = proof_of(peers, found)
    place = {peers.ids[at]: turn for turn, at in enumerate(order)}
    standing = [] if peers.standing is None else peers.standing.tolist()
    waited = [0] * len(order) if peers.waited is None else peers.waited[order].tolist()
    required = required_stages(policy)
    claim = PeerClaim(
        ids=tuple(peers.ids[at] for at in order),
        points=peers.points[np.ix_(order, order)],
        waited=tuple(waited),
        standing=frozenset(
            (min(pair), max(pair)) for pair in ([order.index(at) for at in row] for row in standing)
        ),
        stages=required if proof.only else required[:-1],
        couples=frozenset((place[one], place[other]) for one, other in found.pairs),
    )
    assert claim.values == (*found.values, *([0] if proof.only else []))
    return claim, proof


def pricing_of(claim: PeerClaim, proof: PeerProof) -> PeerPricing:
    place = {one: at for at, one in enumerate(claim.ids)}
    assert [one for one, _ in proof.prices] == [*claim.ids]
    return PeerPricing(
        tuple(price for _, price in proof.prices),
        tuple((frozenset(place[one] for one in people), price) for people, price in proof.sets),
    )


@given(any_peers(), policies)
def test_the_solver_s_pairs_pass_and_no_others_do_with_its_prices(
    peers: Peers, policy: MatchingPolicy
) -> None:
    claim, proof = claimed(peers, policy)
    pricing = pricing_of(claim, proof)
    event(f"sets: {len(pricing.sets)}, only: {proof.only}")

    assert is_proven_of_peers(claim, pricing)
    in_order = replace_ids(claim, peers)
    for pairs in all_sets(in_order):
        couples = frozenset(pairs)
        passes = is_proven_of_peers(replace(claim, couples=couples), pricing)
        assert passes == (couples == claim.couples)


def replace_ids(claim: PeerClaim, peers: Peers) -> Peers:
    return replace(peers, points=claim.points, ids=claim.ids)


@settings(max_examples=60)
@given(any_peers(), policies, st.data())
def test_whatever_prices_pass_only_with_pairs_as_good(
    peers: Peers, policy: MatchingPolicy, data: st.DataObject
) -> None:
    """Changed prices may still be a proof, but never of pairs that are less than the best."""
    claim, proof = claimed(peers, policy)
    pricing = pricing_of(claim, proof)
    people, sets = list(pricing.people), list(pricing.sets)
    change = data.draw(st.integers(-3, 3) | st.sampled_from([-(1 << 60), 1 << 60]))
    if data.draw(st.booleans()) and sets:
        at = data.draw(st.integers(0, len(sets) - 1))
        members, price = sets[at]
        other = members ^ frozenset({data.draw(st.integers(0, len(people) - 1))})
        sets[at] = (members, price + change) if change else (other, price)
    elif people:
        people[data.draw(st.integers(0, len(people) - 1))] += change
    changed = PeerPricing(tuple(people), tuple(sets))

    for pairs in all_sets(replace_ids(claim, peers)):
        other_claim = replace(claim, couples=frozenset(pairs))
        if is_proven_of_peers(other_claim, changed):
            assert other_claim.values == claim.values


POLICY = MatchingPolicy(bands=())


def nobody_of_six() -> PeerClaim:
    """The claim that nobody is the best choice of six, of whom the first two could be a pair."""
    claim, _ = claimed(some_peers(symmetric(6, {(0, 1): 5})), POLICY)
    return replace(claim, couples=frozenset(), stages=claim.stages[:-1])


def test_prices_must_pay_for_every_pair() -> None:
    assert not is_proven_of_peers(nobody_of_six(), PeerPricing((0,) * 6, ()))
    assert is_proven_of_peers(
        replace(nobody_of_six(), couples=frozenset({(0, 1)})), paid_by_first(0)
    )


def test_a_price_below_nothing_proves_nothing() -> None:
    """Whoever is in no pair could make all others cheap."""
    paid = paid_by_first(0).people[0]

    assert not is_proven_of_peers(nobody_of_six(), paid_by_first(-paid))
    in_a_set = replace(paid_by_first(0), sets=((frozenset({3, 4, 5}), -paid),))
    assert not is_proven_of_peers(nobody_of_six(), in_a_set)


def paid_by_first(last: int) -> PeerPricing:
    """The first of six pays for their pair, the last so much."""
    (weight,) = nobody_of_six().weights.values()
    return PeerPricing((2 * weight, 0, 0, 0, 0, last), ())


def test_large_rounds_of_peers_are_checked_soon() -> None:
    random = np.random.default_rng(4)
    drawn = np.triu(np.where(random.random((150, 150)) < 0.3, random.integers(5, 91), -1), 1)
    points = np.where(drawn + drawn.T > 0, drawn + drawn.T, -1).astype(np.int16)
    claim, proof = claimed(some_peers(points), MatchingPolicy())
    pricing = pricing_of(claim, proof)

    assert is_proven_of_peers(claim, pricing)
    for couple in sorted(claim.couples)[:3]:
        assert not is_proven_of_peers(replace(claim, couples=claim.couples - {couple}), pricing)

"""The bands of quality of a policy, in points instead of out of a hundred."""

from mentorgen.model.policies import MatchingPolicy

_OF_HUNDRED = 100


def edges_in_points(policy: MatchingPolicy) -> tuple[int, ...]:
    """Give the points at which each band but the weakest begins, rounded up."""
    most = sum(dict(policy.weights).values())
    return tuple(-(-edge * most // _OF_HUNDRED) for edge in policy.bands)


def weak_bands(policy: MatchingPolicy) -> tuple[range, ...]:
    """List the points of each band but the best, weakest first."""
    edges = edges_in_points(policy)
    return tuple(range(low, high) for low, high in zip((0, *edges), edges, strict=False))

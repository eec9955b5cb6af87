"""A proposal judged by another measure than the one that found it: points of two policies do not compare."""

from dataclasses import replace

from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.fits import Fit
from mentorgen.analysis.matching.rounds import Round
from mentorgen.analysis.matching.values import Match, Proposal, Suggestion
from mentorgen.model.words import Form


def rescored(matching: Round, proposal: Proposal) -> Proposal:
    """Judge the same pairs by another policy; ranks and values stay as they were."""
    suggestions = tuple(_rescored(matching, one) for one in proposal.suggestions)
    total = sum(one.points for one in suggestions)
    return replace(proposal, policy=matching.policy, suggestions=suggestions, total=total)


def _rescored(matching: Round, suggestion: Suggestion) -> Suggestion:
    judge = _peer_fit if suggestion.form is Form.PEER else _fit
    matches = (replace(one, fit=judge(matching, one)) for one in suggestion.matches)
    return replace(suggestion, matches=tuple(matches))


def _fit(matching: Round, match: Match) -> Fit:
    return fit(matching, matching.candidates[match.mentor], matching.candidates[match.mentee])


def _peer_fit(matching: Round, match: Match) -> Fit:
    """Judge peers by the better of the two ways round."""
    one, other = matching.candidates[match.mentor], matching.candidates[match.mentee]
    ways = fit(matching, one, other), fit(matching, other, one)
    return max(ways, key=lambda way: way.points)

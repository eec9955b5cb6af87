"""Why there is nothing to suggest, in one sentence that everybody may read."""

from mentorgen.analysis.matching.board import Board
from mentorgen.analysis.matching.flash import FlashRound
from mentorgen.analysis.matching.forms import WITH_MENTORS, holds_circle
from mentorgen.analysis.matching.peers import PeerRound
from mentorgen.analysis.matching.rounds import Round
from mentorgen.analysis.matching.rules import Rule
from mentorgen.analysis.matching.taking_part import mentor_barriers


def note_of(board: Board, peers: PeerRound, flash: FlashRound) -> str:
    """Say why a round has nothing to suggest; nothing in it tells who stands against whom."""
    matching = board.matching
    name = matching.cohort.name
    offered = set(matching.cohort.forms)
    if not (board.mentees or peers.people or flash.people):
        seeks = "a mentor" if offered & WITH_MENTORS else "somebody"
        return f"Nobody {_where(matching)} {name} seeks {seeks} at the moment."
    if board.mentees:
        return _without_mentors(board)
    if peers.people:
        return _without_peers(peers)
    if not flash.times:
        return f"No time for a single meeting is open in {name} at the moment."
    return f"No open time for a single meeting suits anybody who asked for one in {name}."


def _without_mentors(board: Board) -> str:
    matching = board.matching
    name, policy = matching.cohort.name, matching.policy
    if not board.mentors:
        lack = "has a place open" if _any_mentor(matching) else "takes part"
        return f"No mentor {_where(matching)} {name} {lack} at the moment."
    if not board.possible:
        return f"No mentor and mentee of {name} may be matched under the round's rules."
    if all(holds_circle(mentor) for mentor in board.mentors):
        return f"No circle of {name} would have the {policy.groups.smallest} people that it needs."
    return f"What is ruled out for this run leaves nobody to be matched in {name}."


def _without_peers(peers: PeerRound) -> str:
    name = peers.matching.cohort.name
    if len(peers.people) == 1:
        return f"Only one person {_where(peers.matching)} {name} seeks a peer at the moment."
    return f"No two who seek a peer in {name} may be matched under the round's rules."


def _any_mentor(matching: Round) -> bool:
    """Tell whether somebody takes part as a mentor and only lacks room."""
    return any(
        all(barrier.rule is Rule.FULL for barrier in mentor_barriers(matching, one))
        for one in matching.candidates.values()
    )


def _where(matching: Round) -> str:
    return "who applied to" if matching.program.applications[matching.cohort.id] else "in"

"""The proposal for a round: who is suggested to whom in each form, how well they fit, and who waits.

Mentors and mentees of all forms are one optimum; then come peers, then single meetings, each of those
who asked for them and found nobody before.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.assignment.stages import Stage, stages_of
from mentorgen.analysis.matching.bands import edges_in_points
from mentorgen.analysis.matching.board import Board, board_of
from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.figures import figures
from mentorgen.analysis.matching.fits import Fit
from mentorgen.analysis.matching.flash import FlashRound, flash_round
from mentorgen.analysis.matching.forced import Together, refuse_without_time, together
from mentorgen.analysis.matching.funnel import waiting_people
from mentorgen.analysis.matching.left_over import rounds_waited
from mentorgen.analysis.matching.notes import note_of
from mentorgen.analysis.matching.peers import PeerRound, peer_round
from mentorgen.analysis.matching.recruiting import recruits, seat_prices
from mentorgen.analysis.matching.rounds import Candidate, Round, round_of
from mentorgen.analysis.matching.seatings import free_places
from mentorgen.analysis.matching.suggestions import suggestions_of
from mentorgen.analysis.matching.terms import AS_IT_IS, Terms
from mentorgen.analysis.matching.values import OpenPlaces, Proposal, Suggestion, Waiting
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.program import Program
from mentorgen.model.words import Changes


def propose(
    program: Program, cohort_id: CohortId, *, today: date, terms: Terms = AS_IT_IS
) -> Proposal:
    """Suggest the best set of relationships for a round.

    Raises:
        ContradictionError: pairs that the policy locks contradict each other, or a rule.
        WrongUsageError: a forced pair does so, or is forbidden at the same time.
        MentorgenError: peers are too many to be weighed against each other.
    """
    run = run_of(program, cohort_id, today=today, terms=terms)
    suggestions = tuple(sorted(run.suggestions, key=lambda one: (one.everyone, one.form)))
    proposal = Proposal(
        cohort=cohort_id,
        policy=run.matching.policy,
        suggestions=suggestions,
        waiting=tuple(sorted(run.waiting, key=lambda one: one.slug)),
        mentors_with_places=tuple(_open_places(run.board, run.solution)),
        considered_mentors=len(run.board.mentors),
        considered_mentees=len(run.board.mentees),
        possible_pairs=run.board.possible,
        total=sum(one.points for one in suggestions),
        values=tuple(
            (stage.name, value)
            for stage, value in zip(run.solution.stages, run.solution.values, strict=True)
        ),
        proven=not any(run.solution.gap or ()),
        note=None if suggestions else note_of(run.board, run.peers, run.flash),
    )
    return _explained(run, proposal) if terms.explained else proposal


def fit_of(
    program: Program, mentor: Slug, mentee: Slug, cohort_id: CohortId, *, today: date
) -> Fit:
    """Judge any two people as a pair of a round, whether or not they may be matched.

    For many pairs of one cohort make the round once with `round_of` and ask `fit`.
    """
    matching = round_of(program, cohort_id, today=today)
    return fit(matching, matching.candidate(mentor), matching.candidate(mentee))


def stages_for(matching: Round) -> tuple[Stage, ...]:
    """List what counts in a round, first things first; edges of bands are turned into points."""
    policy, edges = matching.policy, edges_in_points(matching.policy)
    first = policy.changes is Changes.FIRST
    return stages_of(policy.objective, bands=edges, kept_first=first)


@dataclass(frozen=True)
class Run:
    """One run over a round: what was to be solved in each form, and what was found."""

    terms: Terms
    board: Board
    solution: Solution
    together: Together = field(default_factory=Together)

    @property
    def matching(self) -> Round:
        """The round."""
        return self.board.matching

    @cached_property
    def with_mentors(self) -> tuple[Suggestion, ...]:
        """What is suggested of mentors and mentees."""
        explained = self.terms.explained
        return tuple(suggestions_of(self.board, self.solution, explained=explained))

    @cached_property
    def peers(self) -> PeerRound:
        """Who seeks a peer, and the best pairs of them."""
        return peer_round(
            self.matching,
            stages_for(self.matching),
            busy=_everybody_in(self.with_mentors) | self.together.guests,
            forbidden=self.terms.forbidden,
        )

    @cached_property
    def flash(self) -> FlashRound:
        """Who seeks a single meeting, and the times that are open."""
        return flash_round(
            self.matching,
            busy=_everybody_in(self._before_flash),
            forbidden=self.terms.forbidden,
            forced=self.together.meetings,
        )

    @cached_property
    def meetings(self) -> Solution:
        """Who gets which open time.

        Raises:
            WrongUsageError: single meetings are forced that cannot all be.
        """
        found = solve(self.flash.seats, stages_for(self.matching))
        placed = {self.flash.people[row].slug for row in found.rows.tolist()}
        refuse_without_time(self.matching, self.together.guests - placed)
        return found

    @cached_property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What is suggested, in all forms."""
        explained = self.terms.explained
        return (
            *self._before_flash,
            *self.flash.suggestions(self.meetings, explained=explained),
        )

    @cached_property
    def waiting(self) -> tuple[Waiting, ...]:
        """Who seeks somebody and gets nobody, in whatever form; who has one of two mentors does not."""
        found = {slug for one in self.suggestions for slug in (*one.mentees, *one.members)}
        found |= {slug for slug, mentors in self.matching.mentors_found.items() if mentors}
        left = [one.slug for one in self.board.mentees if one.slug not in found]
        others = {one.slug: one for one in (*self.peers.people, *self.flash.people)}
        alone = tuple(one for slug, one in others.items() if slug not in {*found, *left})
        if not self.terms.explained:
            seekers = (self.matching.candidates[slug] for slug in left)
            return tuple(_waiting(self.matching, (*seekers, *alone)))
        explained = waiting_people(self.board, self.solution, left, explained=self.terms.explained)
        return (*explained, *_waiting(self.matching, alone))

    @cached_property
    def _before_flash(self) -> tuple[Suggestion, ...]:
        explained = self.terms.explained
        return (*self.with_mentors, *self.peers.suggestions(explained=explained))


def run_of(program: Program, cohort_id: CohortId, *, today: date, terms: Terms = AS_IT_IS) -> Run:
    """Settle who has whom in a round; what else there is to say is worked out when it is asked for."""
    matching = round_of(program, cohort_id, today=today, terms=terms)
    pairs = together(matching, terms)
    board = board_of(
        matching, locked=pairs.with_mentors, forbidden=terms.forbidden, without=pairs.guests
    )
    return Run(terms, board, solve(board.seats, stages_for(matching)), pairs)


def _explained(run: Run, proposal: Proposal) -> Proposal:
    waiting = [one.slug for one in proposal.waiting if one.slug in run.board.row_of]
    return replace(
        proposal,
        seat_prices=seat_prices(run.board, run.solution),
        recruits=recruits(run.board, run.solution, waiting),
        figures=figures(run.board, run.solution, proposal.suggestions, proposal.waiting),
    )


def _everybody_in(suggestions: tuple[Suggestion, ...]) -> frozenset[Slug]:
    return frozenset(slug for one in suggestions for slug in one.everyone)


def _waiting(matching: Round, people: tuple[Candidate, ...]) -> Iterator[Waiting]:
    for one, waited in zip(people, rounds_waited(matching, people), strict=True):
        text = f"Nobody whom the rules allow, and no open time, is left for {one.name}"
        yield Waiting(slug=one.slug, text=text, waited=waited)


def _open_places(board: Board, solution: Solution) -> Iterator[OpenPlaces]:
    left = free_places(board, solution).tolist()
    for mentor, places in zip(board.mentors, left, strict=True):
        if places:
            yield OpenPlaces(slug=mentor.slug, places=places)

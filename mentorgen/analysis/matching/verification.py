"""Does a certificate hold? What the files say is worked out again, and every difference is told.

Who takes part, who may be with whom and all points come from the program's files and the round's
policy, never from the certificate. For organisers only: some sentences rest on what people said in
confidence.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mentorgen import __version__
from mentorgen.analysis.assignment.seats import RULED_OUT
from mentorgen.analysis.matching.board import Board, Couple
from mentorgen.analysis.matching.certificates import Certificate
from mentorgen.analysis.matching.checker import Claim, Prices, Stage, is_proven, required_stages
from mentorgen.analysis.matching.constraints import why_not
from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.edits import DRAWS, cost_of_edit, counted_as
from mentorgen.analysis.matching.fingerprints import fingerprint
from mentorgen.analysis.wording import counted, listed
from mentorgen.model.ids import Slug

MOST_EXPLAINED = 40_000
"""Up to so many pairs are judged one by one; more of them in tables, which give the same points."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a certificate, in sentences: it holds if there are none. `notes` qualify that."""

    problems: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.problems


def verdict_on(certificate: Certificate, board: Board) -> Verdict:
    """Check a certificate against its round's board, made anew from the files for the certificate's day."""
    stages = _stages(certificate, board)
    problems = (*_origin(certificate, board, stages), *_people(certificate, board))
    if _lists(certificate) != _lists_of(board):
        return Verdict(problems)
    seats = replace(board.seats, points=_points(board))
    couples = (
        (board.row_of[Slug(mentee)], board.column_of[Slug(mentor)])
        for mentee, mentor in certificate.pairs
    )
    claim = Claim(seats, stages, tuple(couples))
    flaws = (*_broken_rules(claim, board), *_broken_limits(claim, board))
    if flaws or certificate.stages != tuple(stage.name for stage in stages):
        return Verdict((*problems, *flaws))
    proof = _proof(certificate, claim)
    return Verdict((*problems, *_wrong_values(certificate, claim), *proof.problems), proof.notes)


def _stages(certificate: Certificate, board: Board) -> tuple[Stage, ...]:
    """List what has to be counted; that a choice is the only best one need not be claimed."""
    stages = required_stages(board.matching.policy)
    return stages if certificate.stages[-1:] == (stages[-1].name,) else stages[:-1]


def _origin(certificate: Certificate, board: Board, stages: tuple[Stage, ...]) -> Iterator[str]:
    if certificate.mentorgen != __version__:
        versions = f"mentorgen {certificate.mentorgen}, and this is {__version__}"
        yield f"It was written by {versions}, which may count otherwise."
    here = (board.matching.cohort.id, board.matching.today)
    if (certificate.cohort, certificate.day) != here:
        yield f"It is for {certificate.cohort} on {certificate.day}, not for {here[0]} on {here[1]}."
    if certificate.inputs != fingerprint(board.matching):
        yield "The people, what they said or the rules have changed since it was written."
    names = tuple(stage.name for stage in stages)
    if certificate.stages != names:
        said, due = listed(certificate.stages), listed(names)
        yield f"It counts {said or 'nothing'}; the round's rules ask for {due}, in this order."


def _people(certificate: Certificate, board: Board) -> Iterator[str]:
    said, due = _lists(certificate), _lists_of(board)
    sides = (("mentee", said.mentees, due.mentees), ("mentor", said.mentors, due.mentors))
    for part, named, there in sides:
        for slug in sorted({*named} - {*there}):
            yield f"It lists {slug}, who takes no part as a {part} or has no room."
        for slug in sorted({*there} - {*named}):
            yield f"It leaves out {slug}, who takes part as a {part}."
    if said.locked != due.locked:
        pairs = [f"{mentor} with {mentee}" for mentee, mentor in due.locked]
        yield f"Its locked pairs are not those of the round's rules: {listed(pairs or ['none'])}."


class _Lists(NamedTuple):
    """Who takes part, and which pairs stay whatever is best."""

    mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    locked: tuple[tuple[str, str], ...]


def _lists(certificate: Certificate) -> _Lists:
    return _Lists(certificate.mentees, certificate.mentors, certificate.locked)


def _lists_of(board: Board) -> _Lists:
    mentees, mentors = ([one.slug for one in side] for side in (board.mentees, board.mentors))
    locked = sorted((mentees[row], mentors[column]) for row, column in board.locked)
    return _Lists(tuple(mentees), tuple(mentors), tuple(locked))


def _points(board: Board) -> NDArray[np.int16]:
    """Judge every pair by the rules and the criteria that explain it, where they are not too many."""
    if board.points.size > MOST_EXPLAINED:
        return board.seats.points
    points = np.full_like(board.seats.points, RULED_OUT)
    for row, mentee in enumerate(board.mentees):
        for column, mentor in enumerate(board.mentors):
            if not why_not(board.matching, mentor.slug, mentee.slug):
                points[row, column] = fit(board.matching, mentor, mentee).points
    for row, column in board.locked:
        points[row, column] = RULED_OUT
    return points


def _broken_rules(claim: Claim, board: Board) -> Iterator[str]:
    for row, column in claim.couples:
        if claim.seats.points[row, column] == RULED_OUT:
            yield _forbidden(board, (row, column))


def _forbidden(board: Board, couple: Couple) -> str:
    mentee, mentor = board.mentees[couple[0]], board.mentors[couple[1]]
    if couple in board.locked:
        return (
            f"{mentor.name} with {mentee.name} is locked and stands among the chosen pairs as well."
        )
    barriers = why_not(board.matching, mentor.slug, mentee.slug)
    reasons = "; ".join(barrier.text for barrier in barriers) or "the run ruled it out"
    return f"{mentor.name} with {mentee.name} is not allowed: {reasons}."


def _broken_limits(claim: Claim, board: Board) -> Iterator[str]:
    seats = claim.seats
    found = Counter(row for row, _ in claim.couples)
    load = Counter(column for _, column in claim.couples)
    for row, times in sorted(found.items()):
        if times > seats.demand[row]:
            name, sought = board.mentees[row].name, int(seats.demand[row])
            yield f"{name} gets {counted(times, 'mentor')} and has room for {sought}."
    for column, times in sorted(load.items()):
        name, places = board.mentors[column].name, int(seats.capacity[column])
        least = 0 if seats.least is None else int(seats.least[column])
        if times > places:
            yield f"{name} gets {counted(times, 'mentee')} and has {counted(places, 'place')}."
        if times < least:
            yield f"The circle of {name} gets {counted(times, 'mentee')} and opens with {least}."


def _wrong_values(certificate: Certificate, claim: Claim) -> Iterator[str]:
    said = tuple(value for _, value in certificate.values)
    told = False
    for stage, one, other in zip(claim.stages, said, claim.values, strict=True):
        if one != other and stage.name not in DRAWS:
            told = True
            yield f"The file says {counted_as(stage, one)}, these pairs have {counted_as(stage, other)}."
    if said != claim.values and not told:
        yield "The numbers for the draw between equals are not those of these pairs."


def _proof(certificate: Certificate, claim: Claim) -> Verdict:
    prices = Prices(certificate.prices.mentees, certificate.prices.mentors)
    alone = certificate.stages[-1] == "other"
    notes = () if alone else ("Another choice may be just as good.",)
    if is_proven(claim, prices):
        return Verdict((), notes)
    if is_proven(claim, prices, circles_stay=True):
        return Verdict((), (*notes, "It is the best as long as the same circles open."))
    return Verdict((cost_of_edit(claim),))

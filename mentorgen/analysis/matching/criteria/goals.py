"""Goals and interests: how near what the mentee says comes to what the mentor says, as texts.

What counts is how much nearer the two come than the mentee's words come to everybody's. The points grow
with the root of the nearness: a first shared word tells more than a tenth one.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.matching.criteria.finding import Finding, half_of, names_of
from mentorgen.analysis.matching.criteria.kinds import Points
from mentorgen.analysis.matching.criteria.typical import Many, Question, typical
from mentorgen.analysis.matching.evidence import shared_words
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.matching.speech import label_of
from mentorgen.analysis.matching.texts import SAME, Texts, Vector, nearness, words
from mentorgen.analysis.wording import listed
from mentorgen.model.said import Said, said

ENOUGH = SAME // 6
"""From this nearness on all points are given: two texts by two people hardly come nearer."""
_MOST_LIFTED = 4
"""So many times nearer, at most, somebody is counted for being far from everybody: twice the points."""
_STEP = 2**10
_MOST_WORDS = 3
_ROWS_AT_ONCE = 32
"""Few rows at a time stay in the processor's own memory from step to step."""


@dataclass(frozen=True, slots=True)
class Goals:
    """What mentees say and what mentors say, and the points for each step of nearness."""

    texts: Texts
    learning: tuple[Vector, ...]
    lifts: NDArray[np.float32]
    teaching: NDArray[np.float32]
    silent_mentees: NDArray[np.bool_]
    silent_mentors: NDArray[np.bool_]
    points: Points
    unknown: int

    def points_of(self, rows: slice, room: NDArray[np.float32]) -> Points:
        """Give the points of some mentees with all mentors; `room` is for the nearness of each."""
        np.matmul(self.texts.matrix(self.learning[rows]), self.teaching.T, out=room)
        found, lifts = np.empty(room.shape, dtype=np.int16), self.lifts[rows, None]
        for start in range(0, len(room), _ROWS_AT_ONCE):
            some = slice(start, start + _ROWS_AT_ONCE)
            steps = np.minimum(room[some] + lifts[some], room[some] * _MOST_LIFTED)
            steps *= 1 / _STEP
            self.points.take(steps.astype(np.intp), mode="clip", out=found[some])
        found[self.silent_mentees[rows]] = self.unknown
        found[:, self.silent_mentors] = self.unknown
        return found


def judge(matching: Round, mentor: Candidate, mentee: Candidate) -> Finding:
    """Compare the mentee's aim, wants and words with the mentor's offers and words."""
    most = matching.policy.weights.goals
    learning, teaching = matching.speech(mentee).learning, matching.speech(mentor).teaching
    silent = [one for one, text in ((mentee, learning), (mentor, teaching)) if not words(text)]
    if silent:
        text = said(
            "It is not known yet what %(names)s would write about themselves",
            names=names_of(silent),
        )
        return Finding(_typical(matching), text, known=False)
    vector = matching.texts.vector(learning)
    near = nearness(vector, matching.texts.vector(teaching))
    lifted = min(near + matching.usual.lift(mentee.slug, vector), near * _MOST_LIFTED)
    points = _steps(most)[min(max(lifted, 0), ENOUGH) // _STEP]
    return Finding(points, _text(matching, mentor, mentee, near))


def goals(matching: Round, mentees: Sequence[Candidate], mentors: Sequence[Candidate]) -> Goals:
    """Weigh all texts."""
    most, texts = matching.policy.weights.goals, matching.texts
    learning = [words(matching.speech(one).learning) for one in mentees]
    teaching = [words(matching.speech(one).teaching) for one in mentors]
    vectors = texts.weighed(learning)
    lifts = [
        matching.usual.lift(one.slug, text) for one, text in zip(mentees, vectors, strict=True)
    ]
    return Goals(
        texts=texts,
        learning=vectors,
        lifts=np.array(lifts, dtype=np.float32),
        teaching=texts.matrix(texts.weighed(teaching)),
        silent_mentees=np.array([not text for text in learning], dtype=np.bool_),
        silent_mentors=np.array([not text for text in teaching], dtype=np.bool_),
        points=np.array(_steps(most), dtype=np.int16),
        unknown=0 if all(learning) and all(teaching) else _typical(matching),
    )


def _typical(matching: Round) -> int:
    def judged(mentees: Many, mentors: Many) -> Points:
        room = np.empty((len(mentees), len(mentors)), dtype=np.float32)
        return goals(matching, mentees, mentors).points_of(slice(None), room)

    return typical(
        matching,
        Question(
            name="goals",
            says_mentee=lambda one: bool(words(matching.speech(one).learning)),
            says_mentor=lambda one: bool(words(matching.speech(one).teaching)),
            judge=judged,
            otherwise=half_of(matching.policy.weights.goals),
        ),
    )


def _steps(most: int) -> list[int]:
    """Give the points for each step of nearness: point p from where its square reaches (2p - 1) / 2 most."""
    least = [(2 * point - 1) ** 2 * ENOUGH // (4 * most**2) for point in range(1, most + 1)]
    return [bisect_right(least, step * _STEP) for step in range(ENOUGH // _STEP + 1)]


def _text(matching: Round, mentor: Candidate, mentee: Candidate, near: int) -> Said:
    skills = matching.program.skills
    shared = shared_words(
        matching.texts,
        matching.speech(mentee).learning,
        matching.speech(mentor).teaching,
        wanted=[label_of(skills, one.skill) for one in mentee.wants],
        offered=[label_of(skills, one.skill) for one in mentor.person.offers],
    )
    if shared:
        return said("Both write of %(things)s", things=listed(shared[:_MOST_WORDS]))
    both = names_of((mentor, mentee))
    if near:
        return said("%(names)s write of things whose names are alike", names=both)
    return said("%(names)s write of different things", names=both)

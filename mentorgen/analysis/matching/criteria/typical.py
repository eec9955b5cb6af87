"""What the typical pair of a round gets: as much is given where something is not known.

Half of the points would not do: among real people most pairs get far less than half for skills and
goals, so that whoever said nothing would stand above most who spoke.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.matching.rounds import MOST_ASKED, Candidate, Round

Many = tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Something that is known of a pair if both said their part, and what pairs of them get.

    `judge` takes mentees and mentors of whom it is known, never none of them. `otherwise` is what
    a pair gets in a round where it is not known of any.
    """

    name: str
    says_mentee: Callable[[Candidate], bool]
    says_mentor: Callable[[Candidate], bool]
    judge: Callable[[Many, Many], NDArray[np.int16]]
    otherwise: int


def typical(matching: Round, question: Question) -> int:
    """Give the mean of all pairs of whom it is known, rounded half up: whole sums, in whatever order.

    Pairs are those of everybody who would learn with everybody who would teach in the round, whatever
    the rules say of them; in a large round, of MOST_ASKED on each side. It is worked out once for a round.
    """
    found = matching.typical
    if question.name not in found:
        found[question.name] = _mean(matching, question)
    return found[question.name]


def _mean(matching: Round, question: Question) -> int:
    learners, teachers = matching.sides
    mentees = _first(filter(question.says_mentee, learners))
    mentors = _first(filter(question.says_mentor, teachers))
    mentee_ids, mentor_ids = ([one.slug for one in side] for side in (mentees, mentors))
    are_two = np.array(mentee_ids, dtype=object)[:, None] != np.array(mentor_ids, dtype=object)
    pairs = int(are_two.sum())
    if not pairs:
        return question.otherwise
    total = int(question.judge(mentees, mentors)[are_two].sum(dtype=np.int64))
    return (2 * total + pairs) // (2 * pairs)


def _first(people: Iterable[Candidate]) -> Many:
    return tuple(islice(people, MOST_ASKED))

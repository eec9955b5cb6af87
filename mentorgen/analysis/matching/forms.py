"""Which forms of mentoring a person takes in a round, and in which of them two people can come together."""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from mentorgen.model.words import Form

WITH_MENTORS = frozenset({Form.ONE_TO_ONE, Form.GROUP, Form.REVERSE})
"""The forms in which somebody has a mentor; the others are for peers and for single meetings."""

_FOR_EVERYBODY = frozenset({Form.ONE_TO_ONE, Form.GROUP})


class Taker(Protocol):
    """Somebody who takes some of a round's forms."""

    @property
    def forms(self) -> frozenset[Form]:
        """The forms that they take."""


def forms_taken(named: Iterable[Form], offered: Iterable[Form]) -> frozenset[Form]:
    """Tell which of a round's forms somebody takes who named these.

    Who named none takes what is usual, one-to-one or a circle; where a round has neither, all it has.
    """
    asked, available = frozenset(named), frozenset(offered)
    if asked:
        return asked & available
    return available & _FOR_EVERYBODY or available


def holds_circle(mentor: Taker) -> bool:
    """Tell whether somebody, as a mentor, takes several mentees together and not one by one."""
    return Form.GROUP in mentor.forms and Form.ONE_TO_ONE not in mentor.forms


def form_of(mentor: Taker, mentee: Taker) -> Form | None:
    """Tell in which form two people would come together; None if they take no form in common.

    In reverse the junior of the two is the mentor; it is chosen only where both take nothing simpler.
    """
    if holds_circle(mentor):
        return Form.GROUP if Form.GROUP in mentee.forms else None
    return next((form for form in _BY_TWO if form in mentor.forms & mentee.forms), None)


def forms_agree(mentees: Sequence[Taker], mentors: Sequence[Taker]) -> NDArray[np.bool_]:
    """Tell of all mentees (rows) with all mentors whether they take a form in common."""
    return _pairs_in(WITH_MENTORS, mentees, mentors)


def reversed_pairs(mentees: Sequence[Taker], mentors: Sequence[Taker]) -> NDArray[np.bool_]:
    """Tell of all mentees (rows) with all mentors whether they would be a pair in reverse."""
    return _pairs_in({Form.REVERSE}, mentees, mentors)


_BY_TWO = (Form.ONE_TO_ONE, Form.REVERSE)


def _pairs_in(
    found: Collection[Form], mentees: Sequence[Taker], mentors: Sequence[Taker]
) -> NDArray[np.bool_]:
    """Judge each two kinds of people once: there are few, however many people."""
    alike = {one.forms: one for one in (*mentees, *mentors)}
    place = {taken: at for at, taken in enumerate(alike)}
    table = [[form_of(one, other) in found for one in alike.values()] for other in alike.values()]
    judged = np.array(table, dtype=np.bool_).reshape(len(alike), len(alike))
    rows = np.array([place[one.forms] for one in mentees], dtype=np.int64)
    columns = np.array([place[one.forms] for one in mentors], dtype=np.int64)
    return judged[rows].take(columns, axis=1)

"""Which forms of mentoring a person takes in a round, and in which of them two people can come together."""

from collections.abc import Iterable, Sequence
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
    one_to_one, reverse, circle = (_takers(mentees, mentors, form) for form in _EACH)
    return one_to_one | reverse | circle


def reversed_pairs(mentees: Sequence[Taker], mentors: Sequence[Taker]) -> NDArray[np.bool_]:
    """Tell of all mentees (rows) with all mentors whether they would be a pair in reverse."""
    straight = _takers(mentees, mentors, Form.ONE_TO_ONE)
    return _takers(mentees, mentors, Form.REVERSE) & ~straight


_BY_TWO = (Form.ONE_TO_ONE, Form.REVERSE)
_EACH = (*_BY_TWO, Form.GROUP)


def _takers(mentees: Sequence[Taker], mentors: Sequence[Taker], form: Form) -> NDArray[np.bool_]:
    """Tell which pairs can come together in a form; a mentor with a circle does nothing beside it."""
    is_circle = form is Form.GROUP
    ours = np.array([form in one.forms for one in mentees], dtype=np.bool_)
    theirs = [form in one.forms and holds_circle(one) is is_circle for one in mentors]
    found: NDArray[np.bool_] = np.logical_and.outer(ours, np.array(theirs, dtype=np.bool_))
    return found

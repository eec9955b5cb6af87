"""The smallest change that would place somebody who is left over: each is tried, the cheapest first.

A change counts only where the person finds a mentor by it and nobody loses their place. Trying is a
search for a chain of moves, which finds a place exactly where solving again would place one more.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

import numpy as np

from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.matching.board import Board
from mentorgen.analysis.matching.chains import Seating, finds_place
from mentorgen.analysis.matching.constraints import Mask
from mentorgen.analysis.matching.forms import holds_circle
from mentorgen.analysis.matching.newcomers import with_newcomers
from mentorgen.analysis.matching.options import Options
from mentorgen.analysis.matching.relaxations import own_changes
from mentorgen.analysis.matching.rules import Rule
from mentorgen.analysis.matching.seatings import settled
from mentorgen.analysis.matching.speech import label_of

_AT_ONCE = 100
_FLOOR_STEP = 5
_MOST_NAMED = 2


@dataclass(frozen=True)
class Trials:
    """What can be tried for the people of a board, after what a run chose.

    `around` has the same mentees with all mentors who take part, those without a place open too.
    """

    board: Board
    solution: Solution
    around: Options

    def smallest_change(self, row: int) -> str:
        """Name the cheapest change that places a mentee, or nothing where none of those tried does."""
        tries = (self._own_change, self._floor, self._place, self._mentor)
        return next((text for one in tries if (text := one(row)) is not None), "")

    def _own_change(self, row: int) -> str | None:
        """Try what the person could change; what opens no other mentor need not be tried."""
        board = self.board
        changes = own_changes(board.matching, board.mentees[row], board.mentors)
        while batch := tuple(islice(changes, _AT_ONCE)):
            people = tuple(change.candidate for change in batch)
            options = Options(board.matching, people, board.mentors).allowed & ~self._forbidden[row]
            fresh = np.flatnonzero((options & ~self._seating.possible[row]).any(axis=1)).tolist()
            helps = (at for at in fresh if finds_place(self._seating, options[at]))
            if (best := next(helps, None)) is not None:
                return batch[best].text
        return None

    def _floor(self, row: int) -> str | None:
        """Try lower floors for everybody, in steps of five out of a hundred."""
        floor = self.board.matching.policy.floor
        for lower in range((floor - 1) // _FLOOR_STEP * _FLOOR_STEP, -1, -_FLOOR_STEP):
            possible = self._seating.possible | self._without_floor & self._reaching(lower)
            if finds_place(replace(self._seating, possible=possible), possible[row]):
                return f"the floor at {lower} instead of {floor}"
        return None

    def _place(self, row: int) -> str | None:
        """One more place with anybody whom the rules allow places somebody by itself; circles aside."""
        with_room = self.around.allowed[row] & self._one_by_one
        with_room[list(self._columns)] &= ~self._forbidden[row]
        allowed = np.flatnonzero(with_room)
        if not allowed.size:
            return None
        best = allowed[np.argsort(-self.around.points[row, allowed], kind="stable")]
        names = (self.around.mentors[at].name for at in best[:_MOST_NAMED].tolist())
        return f"one more place with {' or '.join(names)}"

    def _mentor(self, row: int) -> str | None:
        matching, mentee = self.board.matching, self.board.mentees[row]
        skill = mentee.wants[0].skill if mentee.wants else None
        extended = with_newcomers(matching, (skill,))
        if not Options(matching, (mentee,), extended.candidates).allowed.any():
            return None
        if skill is None:
            return "one more mentor with a place"
        return f"a mentor for {label_of(matching.program.skills, skill)} with a place"

    @cached_property
    def _seating(self) -> Seating:
        return settled(self.board, self.solution)

    @cached_property
    def _forbidden(self) -> Mask:
        """Pairs that this run forbids, which no change makes possible."""
        found: Mask = np.zeros_like(self._seating.possible)
        for couple in self.board.forbidden:
            found[couple] = True
        return found

    @cached_property
    def _columns(self) -> tuple[int, ...]:
        """Where the mentors of the board stand among all around."""
        slugs = self.board.column_of
        return tuple(at for at, one in enumerate(self.around.mentors) if one.slug in slugs)

    @cached_property
    def _without_floor(self) -> Mask:
        others = frozenset(Rule) - {Rule.BELOW_FLOOR}
        return self.around.passing(others)[:, self._columns] & ~self._forbidden

    def _reaching(self, floor: int) -> Mask:
        return self.around.reaching(floor)[:, self._columns]

    @cached_property
    def _one_by_one(self) -> Mask:
        circles = [holds_circle(one) for one in self.around.mentors]
        return ~np.array(circles, dtype=np.bool_)

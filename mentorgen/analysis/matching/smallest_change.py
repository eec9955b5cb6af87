"""The smallest change that would place somebody who is left over: each is tried, the cheapest first.

A change counts only where the person finds a mentor by it and nobody loses their place. That is so just
where it opens a mentor to them from whom a chain of moves leads to a place: these are found once for
all people, and only they are looked at.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice

import numpy as np

from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.matching.board import Board
from mentorgen.analysis.matching.chains import Seating, with_way_to_place
from mentorgen.analysis.matching.constraints import Mask
from mentorgen.analysis.matching.forms import holds_circle
from mentorgen.analysis.matching.newcomers import with_newcomers
from mentorgen.analysis.matching.options import Options
from mentorgen.analysis.matching.relaxations import own_changes
from mentorgen.analysis.matching.rounds import Candidate
from mentorgen.analysis.matching.rules import Rule
from mentorgen.analysis.matching.seatings import settled
from mentorgen.analysis.matching.speech import label_of
from mentorgen.model.ids import SkillId

_AT_ONCE = 32
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
    _newcomers: dict[SkillId | None, tuple[Candidate, ...]] = field(default_factory=dict)

    def smallest_change(self, row: int) -> str:
        """Name the cheapest change that places a mentee, or nothing where none of those tried does."""
        tries = (self._own_change, self._floor, self._place, self._mentor)
        return next((text for one in tries if (text := one(row)) is not None), "")

    def _own_change(self, row: int) -> str | None:
        """Try what the person could change; what opens no other mentor need not be tried."""
        board = self.board
        new: Mask = self._with_way & ~self._forbidden[row] & ~self._seating.possible[row]
        mentors = tuple(board.mentors[column] for column in np.flatnonzero(new).tolist())
        changes = own_changes(board.matching, board.mentees[row], mentors)
        while mentors and (batch := tuple(islice(changes, _AT_ONCE))):
            people = tuple(change.candidate for change in batch)
            helps = np.flatnonzero(Options(board.matching, people, mentors).allowed.any(axis=1))
            if helps.size:
                return batch[int(helps[0])].text
        return None

    def _floor(self, row: int) -> str | None:
        """Try lower floors for everybody, in steps of five out of a hundred."""
        floor = self.board.matching.policy.floor
        for lower, places in self._floors:
            if places[row]:
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
        if skill not in self._newcomers:
            self._newcomers[skill] = self._newcomer(skill)
        if not Options(matching, (mentee,), self._newcomers[skill]).allowed.any():
            return None
        if skill is None:
            return "one more mentor with a place"
        return f"a mentor for {label_of(matching.program.skills, skill)} with a place"

    @cached_property
    def _seating(self) -> Seating:
        return settled(self.board, self.solution)

    def _newcomer(self, skill: SkillId | None) -> tuple[Candidate, ...]:
        """Invent a mentor; nobody where what is typical changes by it so much that a pair falls below the floor."""
        board = self.board
        extended = with_newcomers(board.matching, (skill,))
        if board.matching.policy.floor:
            with_them = Options(extended.matching, board.mentees, board.mentors).allowed
            if not with_them[self.solution.rows, self.solution.columns].all():
                return ()
        return extended.candidates

    @cached_property
    def _with_way(self) -> Mask:
        """Mentors at whom one more would find a place in the end."""
        return with_way_to_place(self._seating)

    @cached_property
    def _floors(self) -> tuple[tuple[int, Mask], ...]:
        """Lower floors, the highest first, and which mentees would find a place with each."""
        floor = self.board.matching.policy.floor
        lower = range((floor - 1) // _FLOOR_STEP * _FLOOR_STEP, -1, -_FLOOR_STEP)
        return tuple((one, self._placed_with(one)) for one in lower)

    def _placed_with(self, floor: int) -> Mask:
        possible = self._seating.possible | self._without_floor & self._reaching(floor)
        way = with_way_to_place(replace(self._seating, possible=possible))
        return np.asarray((possible & way).any(axis=1))

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

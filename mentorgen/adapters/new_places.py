"""Where new records go, and what they are where nobody says: the same by command and by form."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import count

from mentorgen.loading.layout import place_for
from mentorgen.model.ids import Kind, PairId, PlanId, Slug
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program
from mentorgen.model.words import Form
from mentorgen.output.new_records import id_from

LIGHT_PLAN = PlanId("light")
"""The plan of an informal pair that names none, where the program has a plan of this name."""


def meeting_place(meetings: Collection[Meeting], pair: Pair, on: date) -> str:
    """Name a meeting after its day, and by a number where that day has one already."""
    last = max((one.number for one in meetings if one.on == on), default=0)
    return _numbered_place(pair.id, on, last + 1)


def meeting_place_of(meeting: Meeting) -> str:
    """Give the place of a meeting that is written down."""
    return _numbered_place(meeting.pair, meeting.on, meeting.number)


def _numbered_place(pair: PairId, on: date, number: int) -> str:
    cohort, _, name = pair.partition("/")
    suffix = f"-{number}" if number > 1 else ""
    return place_for(Kind.MEETING, cohort=cohort, pair=name, day=on.isoformat(), number=suffix)


def is_noted(meetings: Iterable[Meeting], on: date, minutes: int | None) -> bool:
    """Tell whether somebody told of a contact before: on one day, with lengths that do not differ."""
    return any(
        one.on == on and (minutes is None or one.minutes in {None, minutes}) for one in meetings
    )


def goal_place(program: Program, pair: Pair, title: str) -> str:
    """Name a goal after its title; where a title leaves no word, number it."""
    cohort, _, name = pair.id.partition("/")
    taken = {goal.id for goal in program.goals[pair.id]}
    numbered = (f"goal-{number}" if number > 1 else "goal" for number in count(1))
    free = next(word for word in numbered if word not in taken)
    return place_for(Kind.GOAL, cohort=cohort, pair=name, id=id_from(title, otherwise=free))


def form_of(people: Mapping[str, Sequence[Slug]]) -> Form:
    """Tell the shape of a relationship from who is in it."""
    if people["members"]:
        return Form.PEER
    return Form.GROUP if len(people["mentees"]) > 1 else Form.ONE_TO_ONE


def plan_of(program: Program, named: str | None, *, informal: bool) -> PlanId | None:
    """Give the plan that a new pair names, or the light one where it grew by itself."""
    if named is not None:
        return PlanId(named)
    return LIGHT_PLAN if informal and LIGHT_PLAN in program.plans else None

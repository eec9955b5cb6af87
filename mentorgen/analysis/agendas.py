"""What a pair talks about when it meets next: made of its plan, its promises and its goals.

A meeting goes from what somebody hopes for, over where things stand and what could be tried, to who
does what (the order of the GROW model, Whitmore 1992). What the plan's stage says stands in the
middle; the first and the last meeting have points of their own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentorgen.analysis.actions import Action
from mentorgen.analysis.agreements import agreement_of_life
from mentorgen.analysis.goals import GoalProgress
from mentorgen.analysis.life import Life, life_of
from mentorgen.analysis.lifecycle import State, standing_of
from mentorgen.analysis.plans import rhythm_of
from mentorgen.analysis.progress import Progress, StageProgress, progress_of
from mentorgen.model.ids import Slug
from mentorgen.model.meetings import Meeting, NextMeeting
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program
from mentorgen.model.said import said
from mentorgen.model.words import Form, Owner

_FEWEST_TO_TAKE_TURNS = 3


class Occasion(StrEnum):
    """What kind of meeting it is."""

    FIRST = "first"
    USUAL = "usual"
    LAST = "last"
    ONLY = "only"


@dataclass(frozen=True, slots=True)
class Point:
    """Something to talk about, for how many minutes, and who prepares it; nobody of peers more than others."""

    text: str
    minutes: int | None
    owner: Owner = Owner.BOTH


@dataclass(frozen=True, slots=True)
class Promise:
    """An open action for the top of the agenda; `passed` says that its day is over."""

    action: Action
    passed: bool


@dataclass(frozen=True, slots=True)
class Agenda:
    """The next meeting of a pair, the `number`-th.

    `on` is the day for which the agenda is made: `agreed`, where a next meeting was agreed on, else
    today. `host` opens the meeting and keeps an eye on the clock, where there are enough people to
    take turns. `last` is the newest meeting with topics. Goals are those that are not reached yet.
    """

    pair: Pair
    occasion: Occasion
    number: int
    on: date
    agreed: NextMeeting | None
    stage: StageProgress | None
    host: Slug | None
    promises: tuple[Promise, ...]
    goals: tuple[GoalProgress, ...]
    last: Meeting | None
    points: tuple[Point, ...]

    @property
    def minutes(self) -> int:
        """How long all points with a length take together."""
        return sum(point.minutes or 0 for point in self.points)


def agenda_of(program: Program, pair: Pair, *, today: date) -> Agenda | None:
    """Make the agenda of a pair's next meeting; None for a pair that has ended."""
    life = life_of(program, pair, today=today)
    state = standing_of(program, life).state
    progress = progress_of(program, pair, today=today)
    return agenda_in(program, life, state, progress)


def agenda_in(program: Program, life: Life, state: State, progress: Progress) -> Agenda | None:
    """Make the agenda where a pair's life, its state and its progress on the day are known already."""
    if state is State.ENDED:
        return None
    pair = life.pair
    on = progress.next_meeting.on if progress.next_meeting else life.today
    stage = _stage_on(progress.stages, on)
    following = on + timedelta(days=rhythm_of(program, pair))
    occasion = _occasion(life, stage, is_ending=state is State.ENDING, following=following)
    promises = tuple(
        Promise(action, passed=action.by is not None and action.by < on)
        for action in progress.open_actions
    )
    return Agenda(
        pair=pair,
        occasion=occasion,
        number=len(life.meetings) + 1,
        on=on,
        agreed=progress.next_meeting,
        stage=stage,
        host=_host(life, occasion),
        promises=promises,
        goals=tuple(goal for goal in progress.goals if not goal.is_done),
        last=next((one for one in reversed(life.meetings) if one.topics), None),
        points=(
            *_to_sign_again(program, life, occasion),
            *_points(occasion, stage, progress, following=following),
        ),
    )


def _stage_on(stages: Iterable[StageProgress], on: date) -> StageProgress | None:
    """Find the stage of a day: the first before the plan begins, the last when it is over."""
    last = None
    for stage in stages:
        last = stage
        if on <= stage.last_day:
            break
    return last


def _occasion(
    life: Life, stage: StageProgress | None, *, is_ending: bool, following: date
) -> Occasion:
    """Tell what is special; the last meeting is the one after which the pair's time is over."""
    if life.pair.form is Form.FLASH:
        return Occasion.ONLY
    if not life.meetings:
        return Occasion.FIRST
    is_over = stage is not None and life.term is not None and following >= life.term
    return Occasion.LAST if is_ending or is_over else Occasion.USUAL


def _host(life: Life, occasion: Occasion) -> Slug | None:
    """Let people take turns: peers from the first meeting on; a mentor opens and closes for the group."""
    members = life.members
    if len(members.everyone) < _FEWEST_TO_TAKE_TURNS or life.pair.form is Form.FLASH:
        return None
    met = len(life.meetings)
    if members.peers:
        return members.peers[met % len(members.peers)]
    if occasion is not Occasion.USUAL:
        return members.mentors[0]
    return members.mentees[(met - 1) % len(members.mentees)]


def _to_sign_again(program: Program, life: Life, occasion: Occasion) -> Iterator[Point]:
    """Ask again for what was signed once and changed since; who is about to part signs nothing new."""
    if occasion is Occasion.USUAL and agreement_of_life(program, life).changed_since:
        yield Point(
            said("Your agreement changed: read it together, and sign it as it stands now"), 5
        )


def _points(
    occasion: Occasion, stage: StageProgress | None, progress: Progress, *, following: date
) -> Iterator[Point]:
    """Frame what the stage asks for; a single meeting whose plan has points is short, and needs no frame."""
    if progress.open_actions:
        yield Point(said("What became of what you promised, and what is still worth doing?"), 5)
    yield from _OPENING[occasion]
    own = stage.stage.agenda if stage else ()
    if own:
        are_peers = progress.pair.form is Form.PEER
        for item in own:
            yield Point(item.item, item.minutes, Owner.BOTH if are_peers else item.owner)
    else:
        yield from _MIDDLE[occasion]
    if occasion is Occasion.ONLY and own:
        return
    if stage and stage.stage.check_point and following > stage.last_day:
        yield Point(
            said(
                "Now that the stage ends, look at it together: %(check_point)s",
                check_point=stage.stage.check_point,
            ),
            10,
        )
    yield from _CLOSING[occasion]


_OPENING = {
    Occasion.FIRST: (
        Point(said("Who are you beside this, and what brought you here?"), 10),
        Point(said("What do you each hope for, and what would you rather not have?"), 10),
        Point(
            said(
                "Read the agreement together: rhythm, what stays between you, how either can end it "
                "without a reason"
            ),
            10,
        ),
    ),
    Occasion.USUAL: (Point(said("What would make this a good meeting for you?"), 5),),
    Occasion.LAST: (Point(said("What did you set out to do, and where are you now?"), 15),),
    Occasion.ONLY: (),
}
_MIDDLE = {
    Occasion.FIRST: (Point(said("Which goal could you write down in one sentence?"), 15),),
    Occasion.USUAL: (
        Point(said("Where do things stand? What happened, and what was in the way?"), 15),
        Point(said("What could be tried? Find three ways before you judge any"), 20),
    ),
    Occasion.LAST: (Point(said("What can you do now that you could not do at the start?"), 15),),
    Occasion.ONLY: (
        Point(said("The question, and what was tried so far"), 10),
        Point(said("What could be tried? Find three ways before you judge any"), 15),
    ),
}
_WHO_DOES_WHAT = Point(said("Who does what, by which day? How sure are you, from 1 to 10?"), 5)
_CLOSING = {
    Occasion.FIRST: (_WHO_DOES_WHAT, Point(said("When do you meet again?"), 5)),
    Occasion.USUAL: (_WHO_DOES_WHAT, Point(said("When do you meet again?"), 5)),
    Occasion.LAST: (
        Point(said("What did each of you learn, the mentoring side too?"), 10),
        Point(said("Thank each other, for one thing that you can name"), 5),
        Point(said("What stays: what do you go on with, and how may you reach each other?"), 10),
        Point(
            said(
                "What next: would one of you like to mentor somebody, to learn again, or to rest?"
            ),
            5,
        ),
    ),
    Occasion.ONLY: (
        Point(said("What will you try first, and whom will you tell how it went?"), 5),
    ),
}

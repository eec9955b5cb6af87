"""A command of a comment, followed by the local command underneath."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from mentorgen.adapters.cli.agreement import sign
from mentorgen.adapters.cli.goal import reach
from mentorgen.adapters.cli.log_files import Told, write_down
from mentorgen.adapters.cli.meet import Contact, note, plan_meeting, take_time
from mentorgen.adapters.cli.scope import Scope
from mentorgen.analysis.agreements import agreement_of
from mentorgen.analysis.done import DoneModule, DoneStep, Unclear, what_is_done
from mentorgen.analysis.life import life_of
from mentorgen.analysis.planned import on_clock_of
from mentorgen.analysis.wording import listed
from mentorgen.errors import WrongUsageError
from mentorgen.model.comments import (
    End,
    Meet,
    Met,
    Misunderstood,
    Plain,
    Rest,
    Take,
    WhatIf,
    Wish,
    Word,
    Worded,
)
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.meetings import NextMeeting
from mentorgen.model.words import MeetingKind, Outcome, Reviewed

_FACTS = {
    Word.CONFIRM: FactKind.CONFIRMED,
    Word.DECLINE: FactKind.DECLINED,
    Word.ASK: FactKind.ASKED,
    Word.CANCEL: FactKind.CANCELLED,
    Word.RESUME: FactKind.RESUMED,
    Word.LEAVE: FactKind.LEFT,
    Word.SNOOZE: FactKind.SNOOZED,
    Word.PAUSE: FactKind.PAUSED,
}
_MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a command is followed: a copy of the program, about a pair or a person, on a day."""

    scope: Scope
    pair: PairId | None
    person: Slug | None
    on: date

    @property
    def about(self) -> str:
        """The id of the pair, or of the person."""
        return self.person or self.the_pair()

    def the_pair(self) -> PairId:
        """Give the pair.

        Raises:
            WrongUsageError: it is about a person only.
        """
        if self.pair is None:
            raise WrongUsageError("This command belongs in the place of a pair.")
        return self.pair


def obey(ground: Ground, wish: Wish, by: Slug) -> tuple[str, ...]:
    """Follow a command in somebody's name and name the files that changed; none where it is known already.

    Raises:
        WrongUsageError: it makes no sense, or a check would find errors.
    """
    match wish:
        case Plain() | Worded() | Rest() | End():
            return _tell(ground, wish, by)
        case Met(on, minutes, kind):
            contact = Contact(on=on, minutes=minutes, kind=kind or MeetingKind.CALL)
            return note(ground.scope, ground.the_pair(), contact, once=True)
        case Take(number):
            return take_time(ground.scope, ground.the_pair(), number, by=by, on=ground.on)
        case Meet():
            return _plan(ground, wish, by)
        case WhatIf():
            raise WrongUsageError("This command belongs in a proposal.")
        case Misunderstood(_, why):
            raise WrongUsageError(why)
        case _:
            assert_never(wish)


def _tell(ground: Ground, wish: Plain | Worded | Rest | End, by: Slug) -> tuple[str, ...]:
    """Write down what somebody says of themselves, of what is done, or of their pair."""
    match wish:
        case Plain(Word.AGREE):
            return _agree(ground, by)
        case Plain(word):
            return _say(ground, _FACTS[word], by)
        case Worded(Word.DONE, text):
            return _done(ground, text, by)
        case Worded(_, text):
            return _say(ground, FactKind.THANKED, by, words=text)
        case Rest(word, until):
            return _say(ground, _FACTS[word], by, until=until)
        case End(outcome):
            return _say(ground, FactKind.ENDED, by, outcome=outcome or _usual_outcome(ground))
        case _:
            assert_never(wish)


def _usual_outcome(ground: Ground) -> Outcome:
    """Take an end after the planned time for a completed one, where nobody says how it was."""
    program = ground.scope.whole_program()
    life = life_of(program, program.pairs[ground.the_pair()], today=ground.on)
    return Outcome.STOPPED if life.closing is None else Outcome.COMPLETED


def review_of(wish: Wish) -> Reviewed:
    """Tell as what an organiser may want to look at a command first."""
    match wish:
        case End():
            return Reviewed.ENDINGS
        case Met():
            return Reviewed.MEETINGS
        case Worded(Word.DONE):
            return Reviewed.GOALS
        case _:
            return Reviewed.RECORDS


def _say(ground: Ground, kind: FactKind, by: Slug, **more: object) -> tuple[str, ...]:
    fields = {name: str(value) for name, value in more.items() if value is not None}
    told = Told(kind=kind, on=ground.on, by=by, more=fields)
    return write_down(ground.scope, ground.about, told)


def _agree(ground: Ground, by: Slug) -> tuple[str, ...]:
    program = ground.scope.whole_program()
    agreed = agreement_of(program, program.pairs[ground.the_pair()], today=ground.on)
    if by in agreed.members.everyone and by not in agreed.missing:
        return ()
    return sign(ground.scope, program, agreed, by, ground.on)


def _done(ground: Ground, text: str, by: Slug) -> tuple[str, ...]:
    program = ground.scope.whole_program()
    pair = program.pairs[ground.pair] if ground.pair else None
    found = what_is_done(program, pair, by, text)
    match found:
        case DoneStep(goal, step):
            return () if step.reached else (reach(ground.scope, goal, step.name, ground.on),)
        case DoneModule(module, is_known):
            told = Told(kind=FactKind.COMPLETED, on=ground.on, more={"module": module})
            return () if is_known else write_down(ground.scope, by, told)
        case Unclear():
            raise WrongUsageError(_unclear(found))
        case _:
            assert_never(found)


def _unclear(found: Unclear) -> str:
    names = listed(f"'{name}'" for name in found.names[:_MOST_NAMES])
    if found.is_several:
        return f"Several things have that name ({names}); an organiser can write it down."
    if not found.names:
        return "No milestone and no training module has that name; there is none yet."
    return f"No milestone and no training module has that name. There are: {names}."


def _plan(ground: Ground, wish: Meet, by: Slug) -> tuple[str, ...]:
    planned = NextMeeting(on=wish.on, at=wish.at)
    if wish.at is not None and not wish.in_utc:
        planned = on_clock_of(ground.scope.whole_program(), by, wish.on, wish.at)
    return plan_meeting(ground.scope, ground.the_pair(), planned, by=by, on=ground.on)

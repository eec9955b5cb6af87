"""Weeks of reminders at a forge that fails, with runs that overlap and die, and what became of them."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import pairwise

from mentorgen.adapters.github.apply import apply
from mentorgen.adapters.github.forge import Forge, ForgeError
from mentorgen.adapters.github.journal import Fate, journal_in
from mentorgen.adapters.github.known import Moment
from mentorgen.adapters.github.plan import Plan, Post
from mentorgen.adapters.github.read import Seen, observe
from mentorgen.adapters.github.reminding import Reminding, reminding
from mentorgen.adapters.github.writing import Outcome, World
from mentorgen.model.policies import FollowUpPolicy
from mentorgen.model.program import Program
from mentorgen.output.github.marks import hidden_in
from tests.adapters.github.conductor import Conductor, YieldingForge
from tests.adapters.github.faults import KilledError, Schedule, never
from tests.adapters.github.hub import BOT, Hub
from tests.adapters.github.memory import MemoryForge
from tests.builders import (
    STARTS,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    some_settings,
)

MORNING = time(9, 17, tzinfo=UTC)


def silent_pairs(
    many: int,
    *,
    chance: random.Random | None = None,
    days: int = 0,
    private: bool = False,
    rhythm: int = 14,
) -> Program:
    """Pairs that begin together; with chance each meets now and then within so many days."""
    people, pairs, meetings = [], [], []
    for number in range(many):
        mentor, mentee = f"ana-{number}", f"ben-{number}"
        people.append(a_mentor(mentor, github=f"example-{mentor}"))
        people.append(a_participant(mentee, github=f"example-{mentee}"))
        pair = a_pair(
            f"pair-{number}",
            mentors=(mentor,),
            mentees=(mentee,),
            informal=True,
            public_contact=not private,
            rhythm_days=rhythm,
        )
        pairs.append(pair)
        on = STARTS
        while chance is not None and (on - STARTS).days < days:
            on += timedelta(days=chance.randint(5, 50))
            meetings.append(a_meeting(on, pair.id))
    policy = FollowUpPolicy(
        overdue_after_rhythm=min(rhythm, 14), first_meeting_within=min(rhythm, 10)
    )
    settings = some_settings(follow_up=policy)
    return a_program(settings=settings, participants=people, pairs=pairs, meetings=meetings)


@dataclass
class Simulation:
    """A program and a hub, with everything that runs reported."""

    program: Program
    hub: Hub = field(default_factory=lambda: Hub(now=datetime.combine(STARTS, MORNING)))
    said: Counter[str] = field(default_factory=Counter)
    """What runs ended with."""
    calls: list[int] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    fits: Callable[[Post], bool] = lambda _: True
    named: bool = False
    decide: Callable[[Seen, Moment], Plan] | None = None
    """What is wished for instead of what the program asks for."""

    def wait(self, seconds: float) -> None:
        """Let time go by."""
        self.hub.now += timedelta(seconds=seconds)

    def begin_day(self, day: date) -> None:
        """Set the clock to the morning of a day, never back."""
        self.hub.now = max(self.hub.now, datetime.combine(day, MORNING))

    def plan(self, day: date, forge: Forge | None = None) -> Reminding:
        """Plan, and do nothing."""
        seen = observe(forge or MemoryForge(self.hub), now=self.hub.now, pause=self.wait)
        return reminding(self.program, seen, Moment(day, self.hub.now, None), named=False)

    def run(
        self,
        day: date,
        *,
        faults: Schedule = never,
        word: str = "word",
        large: bool = True,
        yields: Callable[[], None] = lambda: None,
    ) -> Outcome | None:
        """Do one run as the command does; None where it stopped or had nothing to do."""
        forge = YieldingForge(self.hub, faults=faults, yields=yields)
        try:
            return self.act(forge, day, word=word, large=large)
        except ForgeError as error:
            self.said[type(error).__name__] += 1
        except KilledError:
            self.said["killed"] += 1
        finally:
            self.calls.append(forge.calls.total())
        return None

    def act(
        self, forge: Forge, day: date, *, word: str = "word", large: bool = True
    ) -> Outcome | None:
        """Do one run through any forge, with the errors that it meets."""
        now = self.hub.now
        seen = observe(forge, now=now, pause=self.wait)
        moment = Moment(day, now, None)
        decide = self.decide or (lambda *of: reminding(self.program, *of, named=self.named).plan)
        plan = decide(seen, moment)
        if plan.stops and not large:
            plan = plan.only_noting()
        if plan.is_idle:
            self.said["idle"] += 1
            return None
        world = World(forge, lambda: self.hub.now, self.wait, word, self.fits)
        outcome = apply(world, seen, plan)
        self.said["done"] += 1
        self.outcomes.append(outcome)
        return outcome

    def overlapping(self, day: date, many: int, chance: random.Random, faults: Schedule) -> None:
        """Let runs go on at once, in an order of calls that chance decides."""
        conductor = Conductor(chance)
        for number in range(many):
            conductor.add(partial(self._overlapped, day, faults, f"run{number}"))
        conductor.play()

    def _overlapped(
        self, day: date, faults: Schedule, word: str, yields: Callable[[], None]
    ) -> None:
        self.run(day, faults=faults, word=word, yields=yields)

    # What became of it

    def posts(self) -> Iterator[tuple[str, datetime, str]]:
        """Yield the mark, the moment and the text of everything that the bot sent."""
        for event in self.hub.history:
            if event.by.id == BOT.id and event.what in {"create_issue", "create_comment"}:
                mark = hidden_in(event.text, "key")
                if mark is not None:
                    yield mark, event.at, event.text

    def duplicates(self) -> int:
        """Count what was sent a second time."""
        return sum(many - 1 for many in Counter(mark for mark, _, _ in self.posts()).values())

    def too_soon(self) -> int:
        """Count what reached a pair within seven days of the time before."""
        days: dict[str, list[date]] = {}
        for _, at, text in self.posts():
            days.setdefault(hidden_in(text, "pair") or "", []).append(at.date())
        return sum(
            later - earlier < timedelta(days=7)
            for own in days.values()
            for earlier, later in pairwise(sorted(own))
        )

    def lost(self, day: date) -> int:
        """Count what counts as sent and is not there, what nobody knows of, and what is due and unsent."""
        return self.unaccounted() + len(self.plan(day).plan.posts)

    def unaccounted(self) -> int:
        """Count what the journal takes for sent and is not there, and what nobody knows of."""
        there = {mark for mark, _, _ in self.posts()}
        entries = journal_in(self.dashboard).entries
        return sum(one.fate is Fate.INTENDED or mark not in there for mark, one in entries.items())

    @property
    def dashboard(self) -> str:
        """The text of the dashboard."""
        return next(one.body for one in self.hub.issues.values() if "mentorgen:journal" in one.body)

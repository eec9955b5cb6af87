"""Weeks of reminders at a forge that fails, with runs that overlap and die, and what became of them."""

import random
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from mentorgen.adapters.github.apply import Outcome, World, apply
from mentorgen.adapters.github.forge import ForgeError
from mentorgen.adapters.github.journal import Fate, journal_in
from mentorgen.adapters.github.known import Moment
from mentorgen.adapters.github.plan import Post
from mentorgen.adapters.github.read import observe
from mentorgen.adapters.github.reminding import Reminding, reminding
from mentorgen.model.program import Program
from mentorgen.output.github.marks import hidden_in
from tests.adapters.github.faults import Fault, KilledError, Schedule, never
from tests.adapters.github.hub import BOT, Hub
from tests.adapters.github.memory import MemoryForge
from tests.builders import COHORT, STARTS, a_meeting, a_mentor, a_pair, a_participant, a_program

MORNING = time(9, 17, tzinfo=UTC)


def silent_pairs(
    many: int, *, chance: random.Random | None = None, days: int = 0, private: bool = False
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
        )
        pairs.append(pair)
        on = STARTS
        while chance is not None and (on - STARTS).days < days:
            on += timedelta(days=chance.randint(5, 60))
            meetings.append(a_meeting(on, pair.id))
    return a_program(participants=people, pairs=pairs, meetings=meetings)


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

    def wait(self, seconds: float) -> None:
        """Let time go by."""
        self.hub.now += timedelta(seconds=seconds)

    def begin_day(self, day: date) -> None:
        """Set the clock to the morning of a day, never back."""
        self.hub.now = max(self.hub.now, datetime.combine(day, MORNING))

    def plan(self, day: date, forge: MemoryForge | None = None) -> Reminding:
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
        forge = _Yielding(self.hub, faults=faults, yields=yields)
        try:
            return self._run(day, forge, word, large=large)
        except ForgeError as error:
            self.said[type(error).__name__] += 1
        except KilledError:
            self.said["killed"] += 1
        finally:
            self.calls.append(forge.calls.total())
        return None

    def _run(self, day: date, forge: MemoryForge, word: str, *, large: bool) -> Outcome | None:
        now = self.hub.now
        seen = observe(forge, now=now, pause=self.wait)
        plan = reminding(self.program, seen, Moment(day, now, None), named=False).plan
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
        conductor = _Conductor(chance)
        for number in range(many):
            conductor.add(
                lambda yields, number=number: self.run(
                    day, faults=faults, word=f"run{number}", yields=yields
                )
            )
        conductor.play()

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

    def lost(self, day: date) -> int:
        """Count what counts as sent and is not there, what nobody knows of, and what is due and unsent."""
        journal = journal_in(self.dashboard)
        there = {mark for mark, _, _ in self.posts()}
        missing = sum(
            one.fate is Fate.INTENDED or mark not in there for mark, one in journal.entries.items()
        )
        return missing + len(self.plan(day).plan.posts)

    @property
    def dashboard(self) -> str:
        """The text of the dashboard."""
        return next(one.body for one in self.hub.issues.values() if "mentorgen:journal" in one.body)


class _Yielding(MemoryForge):
    """A forge before each call of which others may have theirs."""

    def __init__(self, hub: Hub, *, faults: Schedule, yields: Callable[[], None]) -> None:
        super().__init__(hub, faults=faults)
        self._yields = yields

    def _planned(self, name: str, *, is_write: bool = False) -> Fault | None:
        self._yields()
        return super()._planned(name, is_write=is_write)


class _Conductor:
    """Lets threads go on one at a time, each for one call, in the order that chance decides."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._back = threading.Semaphore(0)
        self._threads: dict[threading.Thread, threading.Semaphore] = {}
        self._errors: list[BaseException] = []

    def add(self, act: Callable[[Callable[[], None]], object]) -> None:
        """Add somebody who plays; what they are given is to be called before each step."""
        turn = threading.Semaphore(0)

        def yields() -> None:
            self._back.release()
            turn.acquire()

        def body() -> None:
            turn.acquire()
            try:
                act(yields)
            except BaseException as error:  # noqa: BLE001 # raised again where it is seen
                self._errors.append(error)
            finally:
                del self._threads[thread]
                self._back.release()

        thread = threading.Thread(target=body, daemon=True)
        self._threads[thread] = turn
        thread.start()

    def play(self) -> None:
        """Go on until all have come to their end."""
        while self._threads:
            self._chance.choice([*self._threads.values()]).release()
            self._back.acquire()
        if self._errors:
            raise self._errors[0]


Marks = Mapping[str, int]
__all__ = ["COHORT", "Simulation", "silent_pairs"]

"""Weeks of reminders at a forge that fails, with runs that overlap and die, and what became of them."""

import random
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import pairwise

from mentorgen.adapters.github.apply import Outcome, World, apply
from mentorgen.adapters.github.forge import Author, ForgeError, IssueEdit, NewIssue, State
from mentorgen.adapters.github.journal import Fate, journal_in
from mentorgen.adapters.github.known import Moment
from mentorgen.adapters.github.plan import Post
from mentorgen.adapters.github.read import observe
from mentorgen.adapters.github.reminding import Reminding, reminding
from mentorgen.model.policies import FollowUpPolicy
from mentorgen.model.program import Program
from mentorgen.output.github.marks import hidden_in
from tests.adapters.github.faults import (
    LIMITS,
    UNKNOWN,
    Fault,
    KilledError,
    Schedule,
    never,
    randomly,
)
from tests.adapters.github.hub import BOT, ORGANISER, Hub
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


@dataclass(frozen=True, slots=True)
class Weeks:
    """What came of some weeks."""

    sent: int
    duplicates: int
    lost: int
    too_soon: int
    said: Mapping[str, int]


HARM = (*UNKNOWN, *UNKNOWN, *LIMITS, Fault.KILLED, Fault.KILLED_STORED, Fault.REFUSED)
"""What happens to a write that goes wrong: mostly nobody knows, sometimes the run is killed."""
SETTLING_DAYS = 12


def bad_weeks(seed: int, *, pairs: int = 100, days: int = 100) -> Weeks:
    """Send reminders for some weeks in which 40 % of the writes and 10 % of the lists go wrong.

    Every second day two or three runs overlap. People close and delete what they got, and others copy it.
    At the end all goes well for some days, so that what was not lost arrives.
    """
    chance = random.Random(seed)
    simulation = Simulation(silent_pairs(pairs, chance=chance, days=days, rhythm=3))
    faults = randomly(chance, writes=0.4, reads=0.1, kinds=HARM)
    last = STARTS
    for number in range(days + SETTLING_DAYS):
        last = STARTS + timedelta(days=number)
        simulation.begin_day(last)
        if number >= days:
            simulation.run(last)
        elif chance.random() < 0.5:
            simulation.overlapping(last, chance.randint(2, 3), chance, faults)
        else:
            simulation.run(last, faults=faults)
        if number < days:
            meddle(simulation, chance)
    return Weeks(
        sent=len([*simulation.posts()]),
        duplicates=simulation.duplicates(),
        lost=simulation.lost(last),
        too_soon=simulation.too_soon(),
        said=simulation.said,
    )


def meddle(simulation: Simulation, chance: random.Random) -> None:
    """Let people do what people do to issues that a bot made."""
    hub = simulation.hub
    seen_by = hub.now - timedelta(days=4)  # whoever edits a text before any run saw it can fool us
    sent = [
        one
        for one in hub.issues.values()
        if hidden_in(one.body, "key") is not None
        and one.number not in hub.deleted
        and one.created_at < seen_by
    ]
    if not sent:
        return
    issue = chance.choice(sent)
    by = hub.accounts.setdefault("example-ben-1", Author(2001, "example-ben-1"))
    match chance.randrange(8):
        case 0:
            hub.edit_issue(ORGANISER, issue.number, IssueEdit(state=State.CLOSED))
        case 1:
            hub.delete_issue(issue.number)
        case 2:
            hub.add_issue(by, NewIssue("Why me?", issue.body))
        case 3:
            hub.edit_issue(ORGANISER, issue.number, IssueEdit(body="I took that away."))
        case _:
            pass

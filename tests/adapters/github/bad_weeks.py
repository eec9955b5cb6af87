"""Weeks in which nearly everything goes wrong, and what became of the reminders."""

import random
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mentorgen.adapters.github.forge import Author, IssueEdit, NewIssue, State
from mentorgen.adapters.github.journal import Entry, Fate
from mentorgen.adapters.github.known import Moment
from mentorgen.adapters.github.plan import (
    AddComment,
    CloseIssue,
    OpenIssue,
    Plan,
    Post,
    adopted,
    settled,
)
from mentorgen.adapters.github.read import Seen
from mentorgen.output.github.marks import hidden, hidden_in, mark_of
from tests.adapters.github.faults import LIMITS, UNKNOWN, Fault, randomly
from tests.adapters.github.hub import BOT, ORGANISER, Hub
from tests.adapters.github.simulation import Simulation, silent_pairs
from tests.builders import STARTS


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
SETTLING_DAYS = 40


def bad_weeks(seed: int, *, pairs: int = 100, days: int = 100) -> Weeks:
    """Send reminders for some weeks in which 40 % of the writes and 10 % of the lists go wrong.

    Every second day two or three runs overlap. People close and delete what they got, and others copy it.
    At the end all goes well for some days, so that what was not lost arrives.
    """
    chance = random.Random(seed)
    simulation = Simulation(silent_pairs(pairs, chance=chance, days=days, rhythm=3))
    last = _live_through(simulation, chance, days, lambda _: None)
    return Weeks(
        sent=len([*simulation.posts()]),
        duplicates=simulation.duplicates(),
        lost=simulation.lost(last),
        too_soon=simulation.too_soon(),
        said=simulation.said,
    )


def bad_weeks_of_wishes(seed: int, *, many: int = 8, days: int = 80) -> Weeks:
    """Do the same with so many made-up reminders a day, each of which stays due until it is there.

    It is faster by far, since no program is looked at; so more of it can be looked at.
    """
    chance = random.Random(seed)
    wishes = Wishes(many)
    simulation = Simulation(silent_pairs(0), decide=wishes.decide)
    _live_through(simulation, chance, days, lambda day: wishes.add(day, simulation.hub))
    there = Counter(mark for mark, _, _ in simulation.posts())
    return Weeks(
        sent=there.total(),
        duplicates=simulation.duplicates(),
        lost=simulation.unaccounted() + wishes.missing(simulation.hub, there),
        too_soon=0,
        said=simulation.said,
    )


def _live_through(
    simulation: Simulation, chance: random.Random, days: int, begin: Callable[[date], None]
) -> date:
    """Run on every day, first badly and then well; gives the last day."""
    faults = randomly(chance, writes=0.4, reads=0.1, kinds=HARM)
    last = STARTS
    for number in range(days + SETTLING_DAYS):
        last = STARTS + timedelta(days=number)
        simulation.begin_day(last)
        if number < days:
            begin(last)
            runs = chance.choice((1, 1, 2, 3))
            simulation.overlapping(last, runs, chance, faults)
            meddle(simulation, chance)
        else:
            simulation.run(last)
    return last


class Wishes:
    """Made-up reminders: a number of new ones a day, and a second step a week after the first."""

    def __init__(self, many: int) -> None:
        self.many = many
        self.made: list[str] = []
        self.open: dict[str, date] = {}
        """Since when each is due; one is settled a week after it is there."""

    def add(self, day: date, hub: Hub) -> None:
        """Let the new ones of a day be due, a second step for old ones, and settle older ones."""
        there = {hidden_in(one.body, "key") for one in hub.issues.values() if one.author == BOT}
        there |= {hidden_in(one.body, "key") for one in hub.comments.values() if one.author == BOT}
        for key, since in [*self.open.items()]:
            second = f"{key[:-1]}2"
            if mark_of(key) not in there:
                continue
            if second not in self.open and day - since >= timedelta(days=9):
                self._make(second, day)
            if mark_of(second) in there and day - since >= timedelta(days=20):
                self.open.pop(key)
                self.open.pop(second, None)
        for number in range(self.many):
            self._make(f"v1:check-in:2026-spring/pair-{number}:{day}:1", day)

    def _make(self, key: str, day: date) -> None:
        self.made.append(key)
        self.open[key] = day

    def missing(self, hub: Hub, there: Collection[str]) -> int:
        """Count what is not there; a second step is not sent where the first was closed or deleted."""
        left = {
            hidden_in(event.text, "key")
            for event in hub.history
            if event.what == "create_issue" and event.by == BOT
            for issue in [hub.issues[event.number]]
            if issue.state is State.CLOSED or issue.number in hub.deleted
        }
        return sum(
            mark_of(key) not in there and mark_of(f"{key[:-1]}1") not in left for key in self.made
        )

    def decide(self, seen: Seen, moment: Moment) -> Plan:
        """Plan them as reminders are planned."""
        journal = adopted(settled(seen, now=moment.now), seen, [mark_of(key) for key in self.open])
        known = journal.entries
        posts = [
            post
            for key in [*self.open]
            if mark_of(key) not in known
            for post in self._post(key, known)
        ]
        alive = {mark_of(key) for key in self.open}
        over = [entry for mark, entry in known.items() if mark not in alive]
        closings = [
            CloseIssue(one.number, seen.issues[one.number].body)
            for one in over
            if one.fate is Fate.SENT and not one.is_comment
        ]
        quiet = [one.mark for one in over if one.fate is Fate.LEFT or one.comment]
        kept = replace(journal.without(quiet), day=moment.today)
        return Plan(tuple(posts[:20]), tuple(closings), kept, "Hello\n", must_note=True)

    def _post(self, key: str, known: Mapping[str, Entry]) -> Iterator[Post]:
        mark = mark_of(key)
        body = f"Hello {key}\n\n{hidden('key', mark)}\n"
        first = known.get(mark_of(f"{key[:-1]}1"))
        if key.endswith(":1"):
            yield OpenIssue(mark, "Hello", body)
        elif first is not None and first.fate is Fate.SENT:
            yield AddComment(mark, first.number, body)


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

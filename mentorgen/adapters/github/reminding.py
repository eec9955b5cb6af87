"""Which reminders a run sends and which it closes: what is due, held against what was seen. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from mentorgen.adapters.github.caution import days_missed, must_note, stops
from mentorgen.adapters.github.freshness import logs_of
from mentorgen.adapters.github.journal import Entry, Fate
from mentorgen.adapters.github.known import Known, Moment, handed_on, known_of, sent_of
from mentorgen.adapters.github.plan import AddComment, CloseIssue, OpenIssue, Plan, Post
from mentorgen.adapters.github.read import Seen
from mentorgen.adapters.github.settling import closings, forgotten, retired, without_names
from mentorgen.analysis.figures import Figure, figure
from mentorgen.analysis.reminders import DueReminders, Reminder, due_reminders
from mentorgen.model.ids import PairId
from mentorgen.model.program import Program
from mentorgen.output.github.dashboard import Tally, Waiting, dashboard_text
from mentorgen.output.github.marks import hidden_in, mark_of
from mentorgen.output.github.plan_report import Planned, PlanSummary
from mentorgen.output.github.reminders import (
    LABEL,
    home_mark,
    pair_mark,
    person_mark,
    reminder_comment,
    reminder_issue,
)

MOST_POSTS = 400
"""In one run: GitHub allows 500 things an hour."""


@dataclass(frozen=True, slots=True)
class Reminding:
    """A plan with what it rests on.

    `reminders` are those that are sent, by mark; `hand_on` those whose text the organisers pass on.
    """

    program: Program
    plan: Plan
    reminders: Mapping[str, Reminder]
    due: DueReminders
    hand_on: tuple[Reminder, ...]


def reminding(program: Program, seen: Seen, moment: Moment, *, named: bool) -> Reminding:
    """Plan a run; `named` tells that the dashboard may name pairs, as in a private repository."""
    every = due_reminders(program, today=moment.today)
    candidates = (*every.due, *(one.reminder for one in every.held))
    known = known_of(program, seen, moment, candidates)
    sent = sent_of(known, candidates)
    due = due_reminders(program, today=moment.today, sent=sent, now=moment.clock)
    posts = tuple(islice(((_post(known, one), one) for one in due.due if one.is_ping), MOST_POSTS))
    kept = known.journal.without(forgotten(known))
    plan = Plan(
        posts=tuple(post for post, _ in posts),
        changes=(*closings(known), *without_names(known), *retired(known)),
        journal=replace(kept, day=moment.today),
        dashboard=_dashboard(known, due, named=named),
        must_note=must_note(known, kept),
    )
    return Reminding(
        program=program,
        plan=replace(plan, stops=tuple(stops(known, plan))),
        reminders={post.mark: one for post, one in posts},
        due=due,
        hand_on=tuple(handed_on(program, every.due)),
    )


def summary_of(found: Reminding) -> PlanSummary:
    """Sum a plan up for its report."""
    plan = found.plan
    return PlanSummary(
        planned=tuple(
            Planned(
                found.reminders[one.mark], f"A comment on issue {one.number}", one.body, one.number
            )
            if isinstance(one, AddComment)
            else Planned(found.reminders[one.mark], one.title, one.body)
            for one in plan.posts
        ),
        closings=tuple(one.number for one in plan.changes if isinstance(one, CloseIssue)),
        due=found.due,
        hand_on=found.hand_on,
        stops=plan.stops,
        hash=plan.hash,
    )


def _post(known: Known, reminder: Reminder) -> Post:
    """Write a reminder: an issue of its own, or a comment where there is one from the step before."""
    mark = mark_of(reminder.key)
    whom = (pair_mark(reminder.pair), *map(person_mark, reminder.people))
    logs = logs_of(reminder)
    before = [one for one in known.before(reminder) if not one.is_comment]
    if before:
        body = reminder_comment(known.program, reminder)
        return AddComment(mark, before[0].number, body, whom, logs)
    text = reminder_issue(known.program, reminder, home=_home(known.seen, reminder.pair))
    return OpenIssue(mark, text.title, text.body, whom, (LABEL,), logs)


def _home(seen: Seen, pair: PairId) -> int:
    """Find the number of a pair's home, 0 where it has none."""
    mark = home_mark(pair)
    homes = (one.number for one in seen.issues.values() if hidden_in(one.body, "home") == mark)
    return next(homes, 0)


def _dashboard(known: Known, due: DueReminders, *, named: bool) -> str:
    program, today, last = known.program, known.moment.today, known.seen.journal.day
    waiting = {entry.number: entry for entry in _waiting(known)}
    tally = Tally(
        due=_figure(program, (one.pair for one in due.due)),
        held=_figure(program, (one.reminder.pair for one in due.held)),
        sent=_figure(program, (known.alive[one.mark].pair for one in waiting.values())),
        today=today,
        last=last,
        missed=days_missed(program, last, today),
    )
    rows = (
        Waiting(known.alive[one.mark].pair, number, known.day_of(one))
        for number, one in sorted(waiting.items())
    )
    return dashboard_text(tally, rows if named else ())


def _waiting(known: Known) -> Iterable[Entry]:
    """Find the issues that are open and not answered."""
    for mark, entry in known.journal.entries.items():
        if entry.fate is Fate.SENT and mark in known.alive and not entry.is_comment:
            yield entry


def _figure(program: Program, pairs: Iterable[PairId]) -> Figure:
    """Count pairs, over all their people."""
    every = tuple(pairs)
    return figure(
        len(every), over=(slug for pair in every for slug in program.pairs[pair].everyone)
    )

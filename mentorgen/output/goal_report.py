"""The goals of a pair in words: how far each has come, and what would make it easier to reach.

No word is about a person: days pass, and days can be moved.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from mentorgen.analysis.goal_hints import goal_hints
from mentorgen.analysis.goals import GoalProgress, Pace, due_of
from mentorgen.analysis.wording import counted, day_text
from mentorgen.model.pairs import Milestone, Pair
from mentorgen.output.report import Block, Heading, Json, Paragraph, Report, Table

_PACE = {
    Pace.AHEAD: "It has come further than its days ask for.",
    Pace.ON_COURSE: "It is on course.",
    Pace.BEHIND: "Some of its days have passed; they can be moved, or a step made smaller.",
}


def goals_report(pair: Pair, goals: Iterable[GoalProgress], *, today: date) -> Report:
    """Report on the goals of a pair that were set by the day, in the order in which they were set."""
    found = tuple(goals)
    blocks: list[Block] = [Heading(f"Goals of {pair.id.partition('/')[2]}")]
    for progress in found:
        blocks += _blocks(progress, today)
    if not found:
        blocks.append(Paragraph(f'None yet. Begin one: mentorgen new goal {pair.id} "Its title"'))
    return Report(tuple(blocks), [_data(one) for one in found])


def _blocks(progress: GoalProgress, today: date) -> Iterator[Block]:
    goal = progress.goal
    due = f", due on {day_text(goal.due, today=today)}" if goal.due else ""
    yield Heading(f"{goal.title} ({goal.id}{due})")
    if progress.total:
        steps = f"{progress.reached} of {counted(progress.total, 'milestone')} reached."
        yield Paragraph(f"{steps}{_pace(progress)}")
        yield Table(
            ("Milestone", "Due", "Reached"),
            tuple(
                (one.name, _day(due_of(goal, one), today), _reached(one, today))
                for one in goal.milestones
            ),
        )
    yield from (Paragraph(f"Evidence: {link}") for link in goal.evidence)
    yield from (Paragraph(f"A hint: {text}") for text in goal_hints(goal).values())


def _pace(progress: GoalProgress) -> str:
    """Say how a goal does against its days; of one that is reached, or has none, nothing."""
    return f" {_PACE[progress.pace]}" if progress.pace and not progress.is_done else ""


def _reached(milestone: Milestone, today: date) -> str:
    """Give the day on which a milestone was reached; on a past day it may not have been yet."""
    day = milestone.reached
    return day_text(day, today=today) if day is not None and day <= today else ""


def _day(day: date, today: date) -> str:
    return day_text(day, today=today) if day < date.max else ""


def _data(progress: GoalProgress) -> Json:
    goal = progress.goal
    return {
        "goal": goal.id,
        "title": goal.title,
        "due": goal.due.isoformat() if goal.due else None,
        "reached": progress.reached,
        "total": progress.total,
        "pace": progress.pace.value if progress.pace else None,
        "next": progress.next.name if progress.next else None,
        "evidence": list(goal.evidence),
        "hints": {asks.value: text for asks, text in goal_hints(goal).items()},
    }

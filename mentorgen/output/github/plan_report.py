"""What a run of reminders would send, before it does: for organisers by name, for everybody as numbers."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mentorgen.analysis.figures import figure
from mentorgen.analysis.reminders import Because, DueReminders, Reminder
from mentorgen.analysis.wording import counted, listed
from mentorgen.model.program import Program
from mentorgen.output.report import Block, Heading, Json, Letter, Paragraph, Report, Table

NOTHING_TO_SEND = "No reminder is to be sent now."
_HELD = {
    Because.WEEKEND: "it is the weekend",
    Because.HOLIDAY: "it is a holiday",
    Because.QUIET_HOURS: "it is a quiet hour",
    Because.PAUSED: "they pause",
    Because.SNOOZED: "they asked for time",
    Because.OPTED_OUT: "they want no reminders",
    Because.AWAY: "they are away",
    Because.NO_CONSENT: "they have not agreed to be written to",
    Because.ASKED_LATELY: "they were asked something within seven days",
    Because.ASKED_TWICE: "they were asked twice since their last contact",
    Because.ANOTHER_FIRST: "another reminder to them goes first",
    Because.RUN_IS_FULL: "the run is full",
}


@dataclass(frozen=True, slots=True)
class Planned:
    """A reminder that would be sent, and as what: an issue (number 0) or a comment on one."""

    reminder: Reminder
    title: str
    body: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A plan in the words of its report: what is sent and closed, whose text is passed on, what stops it."""

    planned: tuple[Planned, ...]
    closings: tuple[int, ...]
    due: DueReminders
    hand_on: tuple[Reminder, ...]
    stops: tuple[str, ...]
    hash: str


def plan_report(program: Program, plan: PlanSummary, *, texts: bool = False) -> Report:
    """Report a plan by name; with `texts` every message as people get it."""
    blocks = (
        *_sent(program, plan),
        *(_letters(plan) if texts else ()),
        *_others(plan),
        *_handed_on(program, plan),
        *_cautions(plan),
    )
    data: Json = {
        "plan": plan.hash,
        "send": [
            {"key": one.reminder.key, "issue": one.number or None, "title": one.title}
            for one in plan.planned
        ],
        "close": list(plan.closings),
        "hand_on": [one.key for one in plan.hand_on],
        "held": {str(because): many for because, many in _reasons(plan)},
        "stops": list(plan.stops),
    }
    return Report(blocks, data)


def plan_totals(program: Program, plan: PlanSummary) -> Report:
    """Report a plan for everybody to read: nobody is named, small numbers are not told."""
    people = {slug for one in plan.planned for slug in program.pairs[one.reminder.pair].everyone}
    number = figure(len(plan.planned), over=people).value
    many = "A few reminders" if number is None else counted(number, "reminder")
    first = f"{many} to be sent." if plan.planned else NOTHING_TO_SEND
    blocks = (Paragraph(first), *_cautions(plan))
    return Report(blocks, {"plan": plan.hash, "send": number, "stops": len(plan.stops)})


def _sent(program: Program, plan: PlanSummary) -> Iterator[Block]:
    if not plan.planned:
        yield Paragraph(NOTHING_TO_SEND)
        return
    yield Paragraph(f"{counted(len(plan.planned), 'reminder')} to be sent.")
    yield Table(
        ("For", "About", "As"),
        tuple(
            (
                listed(program.participants[slug].name for slug in one.reminder.people),
                f"{str(one.reminder.kind).replace('-', ' ')}: {one.reminder.pair}",
                f"a comment on issue {one.number}" if one.number else "an issue",
            )
            for one in plan.planned
        ),
    )


def _letters(plan: PlanSummary) -> Iterator[Block]:
    for one in plan.planned:
        yield Heading(one.title)
        yield Letter(one.body.strip())


def _others(plan: PlanSummary) -> Iterator[Block]:
    if plan.closings:
        yield Paragraph(f"{counted(len(plan.closings), 'reminder')} to be closed with thanks.")
    reasons = [f"{many} because {_HELD[because]}" for because, many in _reasons(plan)]
    if reasons:
        held = counted(sum(many for _, many in _reasons(plan)), "reminder")
        yield Paragraph(f"{held} held back: {'; '.join(reasons)}.")


def _handed_on(program: Program, plan: PlanSummary) -> Iterator[Block]:
    for one in plan.hand_on:
        names = listed(program.participants[slug].name for slug in one.people)
        yield Paragraph(
            f"{names} cannot be written to at GitHub, or do not want to be. 'mentorgen remind "
            f"{one.pair} --texts' shows what you can send them yourself."
        )


def _cautions(plan: PlanSummary) -> Iterator[Block]:
    for stop in plan.stops:
        yield Paragraph(stop)
    if plan.stops and (plan.planned or plan.closings):
        yield Paragraph(
            "So nothing is sent without a second word. Look through the plan: --confirm --confirm-large "
            "carries it out."
        )
    yield Paragraph(f"This is plan {plan.hash}.")


def _reasons(plan: PlanSummary) -> Iterable[tuple[Because, int]]:
    counts = Counter(one.because for one in plan.due.held)
    return [(because, counts[because]) for because in Because if counts[because]]

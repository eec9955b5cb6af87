"""Checks of pairs and of what hangs on them: goals, meetings, dated facts."""

from collections import Counter
from collections.abc import Iterator

from mentorgen.loading.checks.world import World
from mentorgen.loading.documents import Document
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import shown
from mentorgen.model.facts import Agreed, Confirmed
from mentorgen.model.logs import PairLog, PersonLog
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Goal, Pair
from mentorgen.model.problems import Problem, Severity
from mentorgen.model.words import Form

_SHAPES = {
    Form.ONE_TO_ONE: "one mentor and one mentee",
    Form.GROUP: "at least one mentor and two mentees",
    Form.PEER: "at least two members, and no mentors or mentees",
    Form.FLASH: "one mentor and at least one mentee",
    Form.REVERSE: "one mentor and one mentee",
}


def check_pair(document: Document, pair: Pair) -> Iterator[Problem]:
    """Check that nobody stands twice in a pair, and that its people make up its form."""
    counts = Counter(pair.everyone)
    for field in ("mentors", "mentees", "members"):
        for index, slug in enumerate(getattr(pair, field)):
            if counts[slug] > 1:
                yield document.problem(
                    (field, index), Rule.SAME_PERSON, f"{shown(slug)} stands twice in this pair."
                )
                counts[slug] = 0
    if not _has_its_form(pair):
        path = ("form",)
        yield document.problem(
            path, Rule.FORM, f"a pair of form '{pair.form}' needs {_SHAPES[pair.form]}."
        )


def _has_its_form(pair: Pair) -> bool:
    mentors, mentees, members = len(pair.mentors), len(pair.mentees), len(pair.members)
    if pair.form is Form.PEER:
        return members > 1 and not mentors and not mentees
    if members:
        return False
    if pair.form is Form.GROUP:
        return mentors > 0 and mentees > 1
    return mentors == 1 and (mentees == 1 or (pair.form is Form.FLASH and mentees > 1))


def check_goal(document: Document, goal: Goal) -> Iterator[Problem]:
    """Check that a goal's dates follow each other."""
    if goal.due and goal.due < goal.set_on:
        yield document.problem(("due",), Rule.DATE_ORDER, f"due lies before set_on, {goal.set_on}.")
    for index, milestone in enumerate(goal.milestones):
        if milestone.due and goal.due and milestone.due > goal.due:
            yield document.problem(
                ("milestones", index, "due"),
                Rule.DATE_ORDER,
                f"this milestone is due after its goal, {goal.due}.",
                severity=Severity.WARNING,
            )


def check_meeting(document: Document, meeting: Meeting, world: World) -> Iterator[Problem]:
    """Check when a meeting was, and who was there."""
    pair = world.pairs.get(meeting.pair)
    if meeting.on > world.today:
        yield document.problem(
            (),
            Rule.MEETING_DAY,
            f"this meeting lies after today, {world.today}; write it down when it has been.",
            severity=Severity.WARNING,
        )
    if pair is None:
        return
    if meeting.on < pair.starts:
        yield document.problem(
            (),
            Rule.MEETING_DAY,
            f"this meeting lies before the pair's start, {pair.starts}. Mend the file's name or the start.",
        )
    for index, slug in enumerate(meeting.present):
        if slug not in pair.everyone:
            yield document.problem(
                ("present", index),
                Rule.NOT_IN_PAIR,
                f"{shown(slug)} is not in this pair ({', '.join(pair.everyone)}).",
            )


def check_log(document: Document, log: PairLog | PersonLog, world: World) -> Iterator[Problem]:
    """Check that the facts of a log belong there and have happened."""
    of_pair = isinstance(log, PairLog)
    pair = world.pairs.get(log.pair) if isinstance(log, PairLog) else None
    for index, fact in enumerate(log.facts):
        if not (fact.of_pair if of_pair else fact.of_person):
            home = "people's logs" if of_pair else "pairs' logs"
            yield document.problem(
                ("facts", index, "kind"),
                Rule.FACT_PLACE,
                f"a fact of kind '{fact.kind}' belongs to {home}; move it there.",
            )
        if world.is_ahead(fact.on):
            yield document.problem(
                ("facts", index, "on"),
                Rule.DATE,
                f"this fact lies after today, {world.today}.",
                severity=Severity.WARNING,
            )
        if pair and isinstance(fact, (Confirmed, Agreed)) and fact.by not in pair.everyone:
            yield document.problem(
                ("facts", index, "by"),
                Rule.NOT_IN_PAIR,
                f"{shown(fact.by)} is not in this pair ({', '.join(pair.everyone)}).",
            )

"""The agenda of a pair's next meeting in words, for the pair itself: kind about what did not happen."""

from collections.abc import Iterator
from datetime import date

from mentorgen.analysis.agendas import Agenda, Occasion, Point, Promise
from mentorgen.analysis.goals import GoalProgress, due_of
from mentorgen.analysis.wording import counted, day_text, listed
from mentorgen.model.fields import clock_text
from mentorgen.model.ids import Slug
from mentorgen.model.pairs import Stage
from mentorgen.model.program import Program
from mentorgen.model.words import Owner
from mentorgen.output.report import Block, Heading, Json, Paragraph, Report, Table

_TITLES = {
    Occasion.FIRST: "the first meeting",
    Occasion.LAST: "the last meeting",
    Occasion.ONLY: "the meeting",
}


def agenda_report(program: Program, agenda: Agenda, *, today: date) -> Report:
    """Write an agenda; `today` decides whether a day needs its year."""
    return Report(tuple(_blocks(program, agenda, today)), _data(agenda))


def _blocks(program: Program, agenda: Agenda, today: date) -> Iterator[Block]:
    name = agenda.pair.id.partition("/")[2]
    title = _TITLES.get(agenda.occasion, f"meeting {agenda.number}")
    yield Heading(f"Agenda of {name}: {title}")
    yield Paragraph(_when(agenda, today))
    if agenda.stage:
        yield Paragraph(" ".join(_stage(agenda, agenda.stage.stage)))
    if agenda.host:
        host = program.participants[agenda.host].name
        yield Paragraph(f"Host this time: {host}, who opens and keeps an eye on the clock.")
    if agenda.promises:
        promises = tuple(_promise(program, one, today) for one in agenda.promises)
        yield Table(("Promised", "Who", "By"), promises)
    yield from (Paragraph(_goal(goal, today)) for goal in agenda.goals)
    if agenda.last:
        topics = listed(f"“{topic}”" for topic in agenda.last.topics)
        yield Paragraph(f"Last topics ({day_text(agenda.last.on, today=today)}): {topics}.")
    points = tuple((str(one.minutes or ""), _point(agenda, one)) for one in agenda.points)
    yield Table(("Minutes", "To talk about"), points, frozenset({0}))
    yield Paragraph(_afterwards(program, agenda))


def _when(agenda: Agenda, today: date) -> str:
    length = f"about {counted(agenda.minutes, 'minute')}"
    if agenda.agreed is None:
        return f"No day is agreed on yet; {length}."
    at = f" at {clock_text(agenda.agreed.at)} UTC" if agenda.agreed.at is not None else ""
    return f"{day_text(agenda.agreed.on, today=today)}{at}, {length}."


def _promise(program: Program, promise: Promise, today: date) -> tuple[str, str, str]:
    action = promise.action
    person = program.participants.get(Slug(action.who or ""))
    by = day_text(action.by, today=today) if action.by else ""
    if promise.passed:
        by = f"{by} was the plan: is it done, or which day suits better?"
    return action.what, person.name if person else action.who or "", by


def _goal(progress: GoalProgress, today: date) -> str:
    words = f"Goal: {progress.goal.title}."
    if progress.total:
        words += f" {progress.reached} of {counted(progress.total, 'milestone')} reached."
    if progress.next:
        due = due_of(progress.goal, progress.next)
        by = f", by {day_text(due, today=today)}" if today <= due < date.max else ""
        words += f" Next: {progress.next.name}{by}."
    return words


def _stage(agenda: Agenda, stage: Stage) -> Iterator[str]:
    yield f"Stage: {stage.name}."
    if stage.aim:
        yield stage.aim
    side = _side(agenda, stage.owner)
    if side:
        yield f"{side.capitalize()} {'look' if side.endswith('s') else 'looks'} after it."


def _point(agenda: Agenda, point: Point) -> str:
    """Say of a point who prepares it, where it is not all of them."""
    side = _side(agenda, point.owner)
    return f"{point.text} (prepared by {side})" if side else point.text


def _side(agenda: Agenda, owner: Owner) -> str:
    """Name the side that has something to do; in a pair of peers there are none."""
    pair = agenda.pair
    people = {Owner.MENTOR: pair.mentors, Owner.MENTEE: pair.mentees}.get(owner, ())
    return f"the {owner.value}{'s' if len(people) > 1 else ''}" if people else ""


def _afterwards(program: Program, agenda: Agenda) -> str:
    match agenda.occasion:
        case Occasion.LAST:
            form = program.settings.private_form_url
            way = f"by the program's private form, {form}" if form else "through an organiser"
            return (
                "Afterwards, each of you writes down what you learnt and what stays, "
                f"for the pair alone: {way}."
            )
        case Occasion.ONLY:
            return "Afterwards, write down in a few words what stays."
        case _:
            return (
                "Afterwards, write it down in a few words, with what each of you will do "
                "and by when."
            )


def _data(agenda: Agenda) -> Json:
    return {
        "pair": agenda.pair.id,
        "occasion": agenda.occasion.value,
        "number": agenda.number,
        "on": agenda.agreed.on.isoformat() if agenda.agreed else None,
        "at": (
            clock_text(agenda.agreed.at) if agenda.agreed and agenda.agreed.at is not None else None
        ),
        "stage": agenda.stage.stage.name if agenda.stage else None,
        "stage_owner": agenda.stage.stage.owner.value if agenda.stage else None,
        "host": agenda.host,
        "minutes": agenda.minutes,
        "promises": [
            {
                "who": one.action.who,
                "what": one.action.what,
                "by": one.action.by.isoformat() if one.action.by else None,
                "passed": one.passed,
            }
            for one in agenda.promises
        ],
        "goals": [
            {
                "goal": one.goal.id,
                "reached": one.reached,
                "total": one.total,
                "next": one.next.name if one.next else None,
            }
            for one in agenda.goals
        ],
        "last_topics": list(agenda.last.topics) if agenda.last else [],
        "points": [
            {"text": one.text, "minutes": one.minutes, "owner": one.owner.value}
            for one in agenda.points
        ],
    }

"""Checks of pairs and of what hangs on them: goals and meetings."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from mentorgen.loading.checks.promises import check_promises
from mentorgen.loading.checks.repeats import repeats
from mentorgen.loading.checks.world import World
from mentorgen.loading.documents import Document
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import shown
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Goal, Milestone, Pair
from mentorgen.model.problems import Problem, Severity
from mentorgen.model.words import Form

_SHAPES = {
    Form.ONE_TO_ONE: "one mentor and one mentee",
    Form.GROUP: "at least one mentor and two mentees",
    Form.PEER: "at least two members, and no mentors or mentees",
    Form.FLASH: "one mentor and at least one mentee",
    Form.REVERSE: "one mentor and one mentee",
}


def check_pair(document: Document, pair: Pair, world: World) -> Iterator[Problem]:
    """Check the people of a pair, the days it lasts and what it is about."""
    yield from _same_person(document, pair)
    if not _has_its_form(pair):
        message = f"a pair of form '{pair.form}' needs {_SHAPES[pair.form]}."
        yield document.problem(("form",), Rule.FORM, message)
    yield from repeats(document, "skills", pair.skills)
    yield from _start(document, pair, world)
    yield from _roles(document, pair, world)


def _same_person(document: Document, pair: Pair) -> Iterator[Problem]:
    counts = Counter(pair.everyone)
    for field in ("mentors", "mentees", "members"):
        for index, slug in enumerate(getattr(pair, field)):
            if counts[slug] > 1:
                message = f"{shown(slug)} stands twice in this pair; name each person once."
                if slug in pair.mentors and slug in pair.mentees:
                    message = f"mentor and mentee are the same person, {shown(slug)}; change one."
                yield document.problem((field, index), Rule.SAME_PERSON, message)
                counts[slug] = 0


def _has_its_form(pair: Pair) -> bool:
    mentors, mentees, members = len(pair.mentors), len(pair.mentees), len(pair.members)
    if pair.form is Form.PEER:
        return members > 1 and not mentors and not mentees
    if members:
        return False
    if pair.form is Form.GROUP:
        return mentors > 0 and mentees > 1
    return mentors == 1 and (mentees == 1 or (pair.form is Form.FLASH and mentees > 1))


def _start(document: Document, pair: Pair, world: World) -> Iterator[Problem]:
    """Check the first day against the round: after its last it is wrong, before its first odd.

    What grew by itself may have begun before any round.
    """
    cohort = world.cohorts.get(pair.cohort)
    if cohort is None or cohort.rolling or not cohort.has_days_in_order:
        return
    if cohort.ends and pair.starts > cohort.ends:
        message = (
            f"this pair starts after its round has ended, {cohort.ends}; mend one of the dates."
        )
        yield document.problem(("starts",), Rule.OUTSIDE_ROUND, message)
    elif cohort.starts and pair.starts < cohort.starts and not pair.informal:
        message = f"this pair starts before its round, {cohort.starts}; mend one of the dates."
        yield document.problem(("starts",), Rule.OUTSIDE_ROUND, message, severity=Severity.WARNING)


def _roles(document: Document, pair: Pair, world: World) -> Iterator[Problem]:
    """Warn of who mentors or learns without that role; roles change, so pairs that are over may differ."""
    is_clear = len({*pair.everyone}) == len(pair.everyone) and pair.form is not Form.REVERSE
    if not is_clear or pair.id not in world.at_work:
        return
    for field, does in (("mentors", "mentors"), ("mentees", "learns")):
        for index, slug in enumerate(getattr(pair, field)):
            person = world.people.get(slug)
            if person and not getattr(person.role, does):
                message = (
                    f"{shown(slug)} is a {person.role} and nothing else, but {does} here; "
                    "make their role 'both', or change the pair."
                )
                yield document.problem(
                    (field, index), Rule.ROLE_IN_PAIR, message, severity=Severity.WARNING
                )


def check_places(documents: Mapping[Slug, Document], world: World) -> Iterator[Problem]:
    """Warn of who has more mentees or mentors at work than their own file allows.

    `documents` holds each participant's by slug.
    """
    mentees: dict[Slug, set[Slug]] = defaultdict(set)
    mentors: dict[Slug, set[PairId]] = defaultdict(set)
    for pair in world.at_work.values():
        if pair.informal or pair.form is Form.FLASH:
            continue
        for mentor in pair.mentors:
            mentees[mentor].update(pair.mentees)
        for mentee in pair.mentees:
            mentors[mentee].add(pair.id)
    for slug, person in world.people.items():
        has, learns_in = len(mentees[slug]), len(mentors[slug])
        if documents[slug].has(("capacity",)) and has > person.capacity:
            message = f"{shown(slug)} mentors {has} people at once, more than capacity, {person.capacity}."
            yield _too_many(documents[slug], "capacity", message)
        if learns_in > person.mentors_wanted:
            message = (
                f"{shown(slug)} learns in {learns_in} pairs at once, "
                f"more than mentors_wanted, {person.mentors_wanted}."
            )
            yield _too_many(documents[slug], "mentors_wanted", message)


def _too_many(document: Document, field: str, message: str) -> Problem:
    severity = Severity.WARNING
    return document.problem(
        (field,), Rule.CAPACITY, f"{message} Mend one of them.", severity=severity
    )


def check_goal(document: Document, goal: Goal, world: World) -> Iterator[Problem]:
    """Check that a goal's dates follow each other, and that its milestones can be told apart."""
    yield from world.ahead(document, ("set_on",), goal.set_on, "set_on")
    if goal.due and goal.due < goal.set_on:
        yield document.problem(("due",), Rule.DATE_ORDER, f"due lies before set_on, {goal.set_on}.")
    yield from repeats(document, "skills", goal.skills)
    yield from repeats(document, "milestones", [one.name for one in goal.milestones], "name")
    for index, milestone in enumerate(goal.milestones):
        path = ("milestones", index)
        yield from world.ahead(document, (*path, "reached"), milestone.reached, "reached")
        message = _milestone_day(milestone, goal)
        if message:
            yield document.problem(
                (*path, "due"), Rule.DATE_ORDER, message, severity=Severity.WARNING
            )
    ended = world.ended_on.get(goal.pair)
    if ended and ended < goal.set_on <= world.today:
        message = f"this goal was set after its pair had ended, {ended}; mend one of the two."
        yield document.problem(("set_on",), Rule.AFTER_THE_END, message, severity=Severity.WARNING)
    pair = world.pairs.get(goal.pair)
    if pair and goal.owner:
        yield from not_in_pair(document, ("owner",), goal.owner, pair, world)


def _milestone_day(milestone: Milestone, goal: Goal) -> str | None:
    if milestone.due and goal.due and milestone.due > goal.due >= goal.set_on:
        return f"this milestone is due after its goal, {goal.due}."
    if milestone.due and milestone.due < goal.set_on:
        return f"this milestone is due before its goal was set, {goal.set_on}."
    return None


def check_meeting(document: Document, meeting: Meeting, world: World) -> Iterator[Problem]:
    """Check when a meeting was, who was there, and that the next one is later."""
    pair = world.pairs.get(meeting.pair)
    if meeting.on > world.today:
        message = f"this meeting lies after today, {world.today}; write it down when it has been."
        yield document.problem((), Rule.MEETING_DAY, message, severity=Severity.WARNING)
    if meeting.next and meeting.next.on < meeting.on:
        message = "the next meeting lies before this one."
        yield document.problem(("next", "on"), Rule.DATE_ORDER, message)
    yield from repeats(document, "present", meeting.present)
    if pair is None:
        return
    if meeting.on < pair.starts:
        yield from _too_early(document, meeting, pair, world)
    ended = world.ended_on.get(pair.id)
    if ended is not None and ended < meeting.on <= world.today:
        message = f"this pair ended on {ended}, before this meeting; mend one of the two days."
        yield document.problem((), Rule.AFTER_THE_END, message, severity=Severity.WARNING)
    for index, slug in enumerate(meeting.present):
        yield from not_in_pair(document, ("present", index), slug, pair, world)
    yield from check_promises(document, meeting, pair, world)


def _too_early(document: Document, meeting: Meeting, pair: Pair, world: World) -> Iterator[Problem]:
    """Refuse a meeting before the pair's start; several at once are told once, for one start is wrong."""
    early = [one for one in world.meeting_days[pair.id] if one[0] < pair.starts]
    what, cure = "this meeting lies", "Mend the file's name or the start."
    if len(early) > 1:
        what, cure = f"{len(early)} meetings, from {early[0][0]} on, lie", "Mend the pair's start."
    if (meeting.on, meeting.number) == early[0]:
        message = f"{what} before the pair's start, {pair.starts}. {cure}"
        yield document.problem((), Rule.MEETING_DAY, message)


def not_in_pair(
    document: Document, path: tuple[str | int, ...], slug: str, pair: Pair, world: World
) -> Iterator[Problem]:
    """Yield a problem for who is no member, unless a name in the pair that is wrong is the cause."""
    has_twice = len({*pair.everyone}) < len(pair.everyone)
    blameless = has_twice or slug in pair.everyone or not world.known.is_person(slug)
    if not blameless and all(map(world.known.is_person, pair.everyone)):
        message = f"{shown(slug)} is not in this pair ({', '.join(pair.everyone)})."
        yield document.problem(path, Rule.NOT_IN_PAIR, message)

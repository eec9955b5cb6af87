"""What came of each round, for the dashboard and reports: totals only, small groups hidden.

A part is hidden too where what it leaves of its whole would give a small group away. Nothing here
says that the program was the cause of anything.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.figures import Figure, beside_a_total, figure, share
from mentorgen.analysis.goals import due_of, goal_progress
from mentorgen.analysis.progress import MeetingProgress, meeting_progress
from mentorgen.analysis.relationships import Relationship
from mentorgen.analysis.totals import Totals
from mentorgen.model.facts import Completed, Waived
from mentorgen.model.ids import CohortId, ModuleId, PairId, Slug
from mentorgen.model.pairs import Goal
from mentorgen.model.people import Participant
from mentorgen.model.program import Program
from mentorgen.model.words import Audience, Form, Outcome


@dataclass(frozen=True, slots=True)
class Part:
    """Some of a whole, with their share in percent; each is hidden where a few people could be told by it."""

    part: Figure
    whole: Figure
    percent: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundOutcome:
    """What came of the pairs of one round that began, up to the day.

    `matched` are of those who asked to join. `kept` are of the meetings that each pair's rhythm had room
    for: more than those count for none. `milestones` are of those due by the day. `trained` people
    finished every module that is meant for them. `finished` pairs are of those that ended, `otherwise`
    is how many ended another way, and `endings` tells those ways apart where they are large enough.
    The last three are what the files do not say.
    """

    people: Figure
    begun: Figure
    forms: Mapping[Form, Figure]
    matched: Part
    kept: Part
    goals: Part
    milestones: Part
    trained: Part
    finished: Part
    otherwise: Figure
    endings: Mapping[Outcome, Figure]
    without_length: Part
    without_goal: Part
    without_meeting: Part


def round_outcomes(
    program: Program,
    known: Mapping[PairId, Relationship],
    totals: Mapping[CohortId, Totals],
    *,
    today: date,
) -> Mapping[CohortId, RoundOutcome]:
    """Count what came of every round, in the order of their ids."""
    return {
        cohort: _outcome(
            program,
            cohort,
            [
                one
                for one in known.values()
                if one.pair.cohort == cohort and one.life.began is not None
            ],
            totals[cohort],
            today,
        )
        for cohort in program.cohorts
    }


def _outcome(
    program: Program,
    cohort: CohortId,
    begun: Collection[Relationship],
    totals: Totals,
    today: date,
) -> RoundOutcome:
    people = _people(begun)
    applied = {one.slug for one in program.applications[cohort] if one.applied <= today}
    ended = [one for one in begun if not one.goes_on]
    completed = [one for one in ended if one.standing.outcome is Outcome.COMPLETED]
    others = [one for one in ended if one.standing.outcome is not Outcome.COMPLETED]
    goals = [(one, goal) for one in begun for goal in _goals(program, one, today)]
    done = [one for one in goals if goal_progress(one[1], today=today).is_done]
    meant = {slug for slug in people if _meant(program, slug)}
    trained = {slug for slug in meant if _meant(program, slug) <= _passed(program, slug, today)}
    return RoundOutcome(
        people=figure(len(people), over=people),
        begun=_unless_hidden(
            figure(len(begun), over=people), figure(len(ended), over=_people(ended))
        ),
        forms=_forms(begun),
        matched=_of_people(applied & people, applied),
        kept=_kept(program, begun, totals),
        goals=_counted(len(done), len(goals), over=_people(one for one, _ in goals)),
        milestones=_milestones(goals, totals, today),
        trained=_of_people(trained, meant),
        finished=_of_pairs(completed, ended),
        otherwise=figure(len(others), over=_people(others)),
        endings=_endings(others),
        without_length=_without_length(begun, totals),
        without_goal=_of_pairs([one for one in begun if not _goals(program, one, today)], begun),
        without_meeting=_of_pairs([one for one in begun if not one.life.meetings], begun),
    )


def _people(pairs: Iterable[Relationship]) -> frozenset[Slug]:
    return frozenset(slug for one in pairs for slug in one.pair.everyone)


def _unless_hidden(own: Figure, *others: Figure) -> Figure:
    """Hide a figure from which a hidden one could be worked out."""
    hidden = next((one for one in others if one.value is None), None)
    return own if hidden is None else Figure(None, hidden.reason, own.people)


def _beside_hidden(told: Part, other: Figure) -> Part:
    """Hide a part and its whole where a figure that they would give away is hidden."""
    found = (_unless_hidden(one, other) for one in (told.part, told.whole, told.percent))
    return Part(*found)


def _counted(part: int, whole: int, *, over: Iterable[Slug]) -> Part:
    """Tell a part of what the same people did."""
    people = frozenset(over)
    return Part(
        figure(part, over=people), figure(whole, over=people), share(part, whole, over=people)
    )


def _of_people(some: Collection[Slug], whole: Collection[Slug]) -> Part:
    own, rest = frozenset(some), frozenset(whole) - frozenset(some)
    return _part((len(own), own), (len(rest), rest))


def _of_pairs(some: Collection[Relationship], whole: Iterable[Relationship]) -> Part:
    own = {one.pair.id for one in some}
    rest = [one for one in whole if one.pair.id not in own]
    return _part((len(some), _people(some)), (len(rest), _people(rest)))


def _part(some: tuple[int, frozenset[Slug]], rest: tuple[int, frozenset[Slug]]) -> Part:
    """Tell how many of a whole, unless they or those left over are so few that somebody is told by it."""
    (number, own), (others, left) = some, rest
    part = _unless_hidden(figure(number, over=own), figure(others, over=left))
    percent = _unless_hidden(share(number, number + others, over=own | left), part)
    return Part(part, figure(number + others, over=own | left), percent)


def _forms(begun: Collection[Relationship]) -> Mapping[Form, Figure]:
    by_form = {form: [one for one in begun if one.pair.form is form] for form in Form}
    return beside_a_total(
        {form: figure(len(own), over=_people(own)) for form, own in by_form.items() if own}
    )


def _kept(program: Program, begun: Collection[Relationship], totals: Totals) -> Part:
    """Count planned meetings that were held; an eager pair does not stand in for a silent one."""
    found = [meeting_progress(program, one.life) for one in begun]
    planned = sum(one.planned for one in found)
    told = _counted(sum(map(_held_as_planned, found)), planned, over=_people(begun))
    return replace(_beside_hidden(told, totals.meetings), whole=told.whole)


def _held_as_planned(meetings: MeetingProgress) -> int:
    return min(meetings.held, meetings.planned)


def _goals(program: Program, one: Relationship, today: date) -> list[Goal]:
    return [goal for goal in program.goals.get(one.pair.id, ()) if goal.set_on <= today]


def _milestones(goals: Collection[tuple[Relationship, Goal]], totals: Totals, today: date) -> Part:
    due = [
        milestone
        for _, goal in goals
        for milestone in goal.milestones
        if due_of(goal, milestone) <= today
    ]
    reached = sum(step.reached is not None and step.reached <= today for step in due)
    told = _counted(reached, len(due), over=_people(one for one, _ in goals))
    return _beside_hidden(told, totals.milestones_due)


def _meant(program: Program, slug: Slug) -> frozenset[ModuleId]:
    person = program.participants[slug]
    return frozenset(
        module.id for module in program.modules.values() if _is_for(person, module.audience)
    )


def _is_for(person: Participant, audience: Collection[Audience]) -> bool:
    teaches, learns = person.role.mentors, person.role.learns
    return (teaches and Audience.MENTOR in audience) or (learns and Audience.MENTEE in audience)


def _passed(program: Program, slug: Slug, today: date) -> frozenset[ModuleId]:
    facts = facts_until(program.person_facts[slug], today)
    return frozenset(fact.module for fact in facts if isinstance(fact, Completed | Waived))


def _endings(others: Collection[Relationship]) -> Mapping[Outcome, Figure]:
    by_outcome = {
        outcome: [one for one in others if one.standing.outcome is outcome]
        for outcome in (Outcome.CHANGED, Outcome.STOPPED)
    }
    told = {
        outcome: figure(len(own), over=_people(own)) for outcome, own in by_outcome.items() if own
    }
    return beside_a_total(told)


def _without_length(begun: Collection[Relationship], totals: Totals) -> Part:
    meetings = [(one, meeting) for one in begun for meeting in one.life.meetings]
    missing = [(one, meeting) for one, meeting in meetings if meeting.minutes is None]
    told = _counted(len(missing), len(meetings), over=_people(one for one, _ in meetings))
    return _beside_hidden(told, totals.meetings)


def outcomes_in_order(
    program: Program, found: Mapping[CohortId, RoundOutcome]
) -> Iterator[tuple[CohortId, RoundOutcome]]:
    """Give the rounds in which something began, the oldest first; those that never close come last."""
    began = [
        (cohort.starts or date.max, cohort.id)
        for cohort in program.cohorts.values()
        if found[cohort.id].people.people
    ]
    for _, cohort_id in sorted(began):
        yield cohort_id, found[cohort_id]

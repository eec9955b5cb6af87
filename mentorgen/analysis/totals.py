"""The figures of a program and of each of its rounds, for the home page, the dashboard and reports.

Nobody is named in them, and figures over fewer than five people are not shown. Who offers a skill is
counted in full, since that is what others come for; who wants it is counted from five people up.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from mentorgen.analysis.availability import Availability, Places, places_among
from mentorgen.analysis.consent import consents
from mentorgen.analysis.figures import Figure, beside_a_total, figure, share
from mentorgen.analysis.goals import due_of
from mentorgen.analysis.health import Health, PairHealth, health_of_life
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.months import Month, months
from mentorgen.analysis.relationships import Relationship, relationships
from mentorgen.analysis.waiting import applications_by_person
from mentorgen.model.ids import CohortId, SkillId, Slug
from mentorgen.model.pairs import Milestone
from mentorgen.model.program import Program

MINUTES_AN_HOUR = 60


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures of one round, or of the whole program.

    `pairs_at_work` have begun and not ended, `informal_at_work` are those of them that grew by
    themselves. `hours_together` is rounded down. `milestones_due` were due by the day, reached or not.
    `met_in_rhythm` is the share, in percent, of active pairs past their first weeks whose last contact
    is no longer ago than they planned. `months` are the last twelve, the oldest first.
    """

    pairs_at_work: Figure
    informal_at_work: Figure
    meetings: Figure
    hours_together: Figure
    milestones_reached: Figure
    milestones_due: Figure
    waiting: Figure
    longest_wait_days: Figure
    met_in_rhythm: Figure
    health: Mapping[Health, Figure]
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class SkillTotals:
    """How many people of the program offer a skill and want it, and how many places are open for it."""

    skill: SkillId
    offer: int
    want: Figure
    open_places: int

    @property
    def short(self) -> int:
        """How many more want it than offer it, as far as that is shown."""
        return max(0, (self.want.value or 0) - self.offer)


@dataclass(frozen=True, slots=True)
class AllTotals:
    """The figures of the program, of each of its rounds and of each skill, sorted by id."""

    program: Totals
    cohorts: Mapping[CohortId, Totals]
    skills: tuple[SkillTotals, ...]


def all_totals(program: Program, *, today: date) -> AllTotals:
    """Count everything once, from dated facts up to the day."""
    known = relationships(program, today=today)
    places = places_among(program, known, today=today)
    applied = applications_by_person(program)
    return AllTotals(
        program=_totals(program, known.values(), places, today),
        cohorts=_beside_the_total(
            {
                cohort: _totals(
                    program,
                    [one for one in known.values() if one.pair.cohort == cohort],
                    {
                        slug: own
                        for slug, own in places.items()
                        if any(one.cohort == cohort for one in applied.get(slug, ()))
                    },
                    today,
                )
                for cohort in program.cohorts
            }
        ),
        skills=skill_totals(program, places, today=today),
    )


def _beside_the_total(cohorts: Mapping[CohortId, Totals]) -> Mapping[CohortId, Totals]:
    """Hide what would tell of a small round by taking the others from the program's figure."""

    def beside(of: Callable[[Totals], Figure]) -> Mapping[CohortId, Figure]:
        return beside_a_total({cohort: of(own) for cohort, own in cohorts.items()})

    at_work = beside(lambda own: own.pairs_at_work)
    informal = beside(lambda own: own.informal_at_work)
    meetings = beside(lambda own: own.meetings)
    hours = beside(lambda own: own.hours_together)
    reached = beside(lambda own: own.milestones_reached)
    due = beside(lambda own: own.milestones_due)
    waiting = beside(lambda own: own.waiting)
    return {
        cohort: replace(
            own,
            pairs_at_work=at_work[cohort],
            informal_at_work=informal[cohort],
            meetings=meetings[cohort],
            hours_together=hours[cohort],
            milestones_reached=reached[cohort],
            milestones_due=due[cohort],
            waiting=waiting[cohort],
        )
        for cohort, own in cohorts.items()
    }


def skill_totals(
    program: Program, places: Mapping[Slug, Places], *, today: date
) -> tuple[SkillTotals, ...]:
    """Count supply and demand of each skill of the vocabulary among who consents and is not away."""
    offer: Counter[SkillId] = Counter()
    want: defaultdict[SkillId, set[Slug]] = defaultdict(set)
    free: Counter[SkillId] = Counter()
    for slug, own in places.items():
        person = program.participants[slug]
        if own.state is Availability.AWAY or not consents(person, program.settings, today=today):
            continue
        offered = {one.skill for one in person.offers}
        offer.update(offered)
        for one in person.wants:
            want[one.skill].add(slug)
        free.update(dict.fromkeys(offered, own.open))
    return tuple(
        SkillTotals(skill, offer[skill], figure(len(want[skill]), over=want[skill]), free[skill])
        for skill in program.skills
    )


def _totals(
    program: Program,
    pairs: Collection[Relationship],
    places: Mapping[Slug, Places],
    today: date,
) -> Totals:
    at_work = [one for one in pairs if one.goes_on and one.life.began is not None]
    informal = [one for one in at_work if one.pair.informal]
    met = [one for one in pairs if one.life.meetings]
    meetings = [meeting for one in met for meeting in one.life.meetings]
    minutes = sum(meeting.minutes or 0 for meeting in meetings)
    health = tuple(_health(program, pairs))
    reached, due, working = _milestones(program, pairs, today)
    waits = {slug: own.wait for slug, own in places.items() if own.wait is not None}
    since = [wait.since for wait in waits.values() if wait.since is not None]
    return Totals(
        pairs_at_work=figure(len(at_work), over=_people(at_work)),
        informal_at_work=figure(len(informal), over=_people(informal)),
        meetings=figure(len(meetings), over=_people(met)),
        hours_together=figure(minutes // MINUTES_AN_HOUR, over=_people(met)),
        milestones_reached=figure(reached, over=_people(working)),
        milestones_due=figure(due, over=_people(working)),
        waiting=figure(len(waits), over=waits),
        longest_wait_days=figure((today - min(since, default=today)).days, over=waits),
        met_in_rhythm=_in_rhythm(health),
        health=_health_counts(health),
        months=months(pairs, today=today),
    )


def _people(pairs: Iterable[Relationship]) -> set[Slug]:
    return {slug for one in pairs for slug in one.pair.everyone}


def _health(
    program: Program, pairs: Iterable[Relationship]
) -> Iterable[tuple[Relationship, PairHealth]]:
    for one in pairs:
        if one.standing.state is State.ACTIVE and one.life.began is not None:
            yield one, health_of_life(program, one.life, one.life.began)


def _health_counts(
    health: Collection[tuple[Relationship, PairHealth]],
) -> Mapping[Health, Figure]:
    counts = Counter(found.health for _, found in health)
    people = _people(one for one, _ in health)
    return {state: figure(counts[state], over=people) for state in Health}


def _in_rhythm(health: Iterable[tuple[Relationship, PairHealth]]) -> Figure:
    judged = [(one, found) for one, found in health if found.health is not Health.TOO_EARLY]
    kept = sum(
        found.last_contact is not None and found.days_silent <= found.rhythm_days
        for _, found in judged
    )
    return share(kept, len(judged), over=_people(one for one, _ in judged))


def _milestones(
    program: Program, pairs: Iterable[Relationship], today: date
) -> tuple[int, int, tuple[Relationship, ...]]:
    reached = due = 0
    working: list[Relationship] = []
    for one in pairs:
        steps = tuple(_steps(program, one, today))
        reached += sum(step.reached is not None and step.reached <= today for step, _ in steps)
        due += sum(day <= today for _, day in steps)
        working += [one] if steps else []
    return reached, due, tuple(working)


def _steps(program: Program, one: Relationship, today: date) -> Iterable[tuple[Milestone, date]]:
    for goal in program.goals.get(one.pair.id, ()):
        if goal.set_on <= today:
            for milestone in goal.milestones:
                yield milestone, due_of(goal, milestone)

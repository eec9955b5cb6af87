"""How the program is going: totals only, nobody by name."""

from collections.abc import Iterator

from mentorgen.analysis.figures import Figure, figure
from mentorgen.analysis.health import Health as PairHealth
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.totals import AllTotals, SkillTotals, Totals, all_totals
from mentorgen.analysis.wording import counted
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.rounds import round_path, running_cohort, week_of
from mentorgen.output.site.pages.skills import demand, is_named
from mentorgen.output.site.pages.words import number
from mentorgen.output.site.views import (
    CohortRow,
    DashboardView,
    FigureView,
    Health,
    HealthCount,
    LinkView,
    MonthCount,
)

MOST_SKILLS = 12

_HEALTH = (
    (PairHealth.ON_TRACK, Health.ON_TRACK, "on track"),
    (PairHealth.TOO_EARLY, Health.EARLY, "too early to say"),
    (PairHealth.NEEDS_CHECK_IN, Health.CHECK_IN, "needs a check-in"),
)


def dashboard_view(frame: Frame) -> DashboardView:
    """Show the program's figures, its rounds beside each other, and what is wanted and offered."""
    totals = all_totals(frame.program, today=frame.today)
    return DashboardView(
        title="How it is going",
        description=f"{frame.program.settings.name} in figures.",
        lead=_lead(frame),
        figures=tuple(_figures(totals.program)),
        health=tuple(_health(frame, totals.program)),
        months=tuple(
            MonthCount(
                month=month.first,
                meetings=month.meetings.value,
                year_before=month.year_before.value or None,
            )
            for month in totals.program.months
        ),
        skills=tuple(demand(frame, skill) for skill in _most_wanted(totals)),
        skills_note=_skills_note(frame, totals),
        skills_link=LinkView(text="All skills", target="skills/") if totals.skills else None,
        cohort_columns=("Pairs at work", "Meetings", "Hours together", "Milestones reached"),
        cohorts=tuple(_cohorts(frame, totals)),
    )


def _lead(frame: Frame) -> str:
    cohort = running_cohort(frame)
    place = f"{cohort.name}, {week_of(cohort, frame.today)}. " if cohort else ""
    return f"{place}Totals only: what a pair writes to each other is theirs."


def _figures(totals: Totals) -> Iterator[FigureView]:
    yield FigureView(
        label="Pairs at work",
        number=number(totals.pairs_at_work),
        context=_grown(totals.informal_at_work),
    )
    yield FigureView(
        label="Met when they said they would",
        number=number(totals.met_in_rhythm),
        unit="%" if totals.met_in_rhythm.value is not None else "",
        context="of the pairs past their first weeks",
    )
    yield FigureView(
        label="Milestones reached",
        number=number(totals.milestones_reached),
        context=f"{number(totals.milestones_due)} were due by today",
    )
    wait = totals.longest_wait_days
    yield FigureView(
        label="People waiting",
        number=number(totals.waiting),
        context=f"the longest for {counted(wait.value, 'day')}" if wait.value else "",
    )


def _grown(informal: Figure) -> str:
    return f"{informal.value} of them grew by themselves" if informal.value else ""


def _health(frame: Frame, totals: Totals) -> Iterator[HealthCount]:
    for state, health, label in _HEALTH:
        if totals.health[state].value:
            yield HealthCount(health=health, label=label, count=totals.health[state].value or 0)
    paused = _paused(frame)
    if paused.value:
        yield HealthCount(health=Health.PAUSED, label="paused", count=paused.value)


def _paused(frame: Frame) -> Figure:
    """Count the pairs that pause, hidden where they are few enough to be known by it."""
    pausing = [
        one.pair for one in frame.relationships.values() if one.standing.state is State.PAUSED
    ]
    return figure(len(pausing), over=(slug for pair in pausing for slug in pair.everyone))


def _most_wanted(totals: AllTotals) -> list[SkillTotals]:
    named = [skill for skill in totals.skills if is_named(skill)]
    named.sort(key=lambda skill: (-skill.short, -(skill.want.value or 0), skill.skill))
    return named[:MOST_SKILLS]


def _skills_note(frame: Frame, totals: AllTotals) -> str:
    short = next((skill for skill in _most_wanted(totals) if skill.short), None)
    if short is None:
        return ""
    label = frame.program.skills[short.skill].label
    people = "more person wants" if short.short == 1 else "more people want"
    return f"{short.short} {people} {label} than can teach it. Do you know somebody who could?"


def _cohorts(frame: Frame, totals: AllTotals) -> Iterator[CohortRow]:
    for cohort_id, own in totals.cohorts.items():
        shown = (own.pairs_at_work, own.meetings, own.hours_together, own.milestones_reached)
        yield CohortRow(
            name=frame.program.cohorts[cohort_id].name,
            cells=tuple(number(one) for one in shown),
            path=round_path(cohort_id),
        )

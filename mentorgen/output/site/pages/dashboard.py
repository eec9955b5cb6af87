"""How the program is going: totals only, nobody by name."""

from collections.abc import Iterator, Mapping

from mentorgen.analysis.figures import SMALLEST_GROUP, Figure, figure
from mentorgen.analysis.health import Health as PairHealth
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.outcomes import RoundOutcome, round_outcomes
from mentorgen.analysis.totals import AllTotals, SkillTotals, Totals, all_totals
from mentorgen.model.ids import CohortId
from mentorgen.model.said import Joint, Said, joined, said, said_n
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.rounds import round_path, running_cohort, week_of
from mentorgen.output.site.pages.skills import demand, is_named
from mentorgen.output.site.pages.trends import MEASURES, context_of, shares_of, trend_views
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
FEW = said(
    "A dash stands for fewer than %(number)s people: somebody could be told by the figure.",
    number=SMALLEST_GROUP,
)

_HEALTH = (
    (PairHealth.ON_TRACK, Health.ON_TRACK),
    (PairHealth.TOO_EARLY, Health.EARLY),
    (PairHealth.NEEDS_CHECK_IN, Health.CHECK_IN),
)


def dashboard_view(frame: Frame) -> DashboardView:
    """Show the program's figures, its rounds beside each other, and what is wanted and offered."""
    totals = all_totals(frame.program, today=frame.today)
    outcomes = round_outcomes(frame.program, frame.relationships, totals.cohorts, today=frame.today)
    trends = trend_views(frame.program, outcomes)
    return DashboardView(
        title=said("How it is going"),
        description=said("%(program)s in figures.", program=frame.program.settings.name),
        lead=_lead(frame),
        figures=tuple(_figures(totals.program)),
        health=tuple(_health(frame, totals.program)),
        few=FEW if _hides_any(totals.program) else "",
        months=tuple(_months(totals.program)),
        skills=tuple(demand(frame, skill) for skill in _most_wanted(totals)),
        skills_note=_skills_note(frame, totals),
        skills_link=LinkView(text=said("All skills"), target="skills/") if totals.skills else None,
        cohort_columns=(
            said("Pairs at work"),
            said("Meetings"),
            said("Hours together"),
            said("Milestones"),
            *(measure.title for measure in MEASURES),
        ),
        cohorts=tuple(_cohorts(frame, totals, outcomes)),
        trends=trends,
        context=context_of(trends),
        reports=LinkView(text=said("A report of each round"), target="reports/")
        if trends
        else None,
    )


def _lead(frame: Frame) -> Said:
    theirs = said("Totals only: what a pair writes to each other is theirs.")
    cohort = running_cohort(frame)
    if cohort is None:
        return theirs
    place = said("%(round)s, %(week)s.", round=cohort.name, week=week_of(cohort, frame.today))
    return joined((place, theirs), Joint.SPACE)


def _figures(totals: Totals) -> Iterator[FigureView]:
    yield FigureView(
        label=said("Pairs at work"),
        number=number(totals.pairs_at_work),
        context=_grown(totals.informal_at_work),
    )
    yield FigureView(
        label=said("Met when they said they would"),
        number=number(totals.met_in_rhythm),
        unit="%" if totals.met_in_rhythm.value is not None else "",
        context=said("of the pairs past their first weeks"),
    )
    yield FigureView(
        label=said("Milestones reached"),
        number=number(totals.milestones_reached),
        context=_due(totals.milestones_due),
    )
    yield FigureView(
        label=said("People waiting"),
        number=number(totals.waiting),
        context=_longest(totals.longest_wait_days),
    )


def _hides_any(totals: Totals) -> bool:
    shown = (totals.pairs_at_work, totals.milestones_reached, totals.waiting)
    return any(one.people and one.value is None for one in shown)


def _due(due: Figure) -> str:
    return said("%(number)s were due by today", number=number(due)) if due.value else ""


def _grown(informal: Figure) -> str:
    if not informal.value:
        return ""
    return said_n(
        "%(num)s of them grew by itself", "%(num)s of them grew by themselves", informal.value
    )


def _longest(wait: Figure) -> str:
    if not wait.value:
        return ""
    return said_n("the longest for %(num)s day", "the longest for %(num)s days", wait.value)


def _health(frame: Frame, totals: Totals) -> Iterator[HealthCount]:
    for state, health in _HEALTH:
        if count := totals.health[state].value:
            yield HealthCount(health=health, label=_label(health, count), count=count)
    if paused := _paused(frame).value:
        yield HealthCount(health=Health.PAUSED, label=_label(Health.PAUSED, paused), count=paused)


def _label(health: Health, count: int) -> Said:
    """Say of so many pairs how they are; the number stands before it."""
    return {
        Health.ON_TRACK: said("on track"),
        Health.EARLY: said("too early to say"),
        Health.CHECK_IN: said("needs a check-in") if count == 1 else said("need a check-in"),
        Health.PAUSED: said("paused"),
    }[health]


def _paused(frame: Frame) -> Figure:
    """Count the pairs that pause, hidden where they are few enough to be known by it."""
    pausing = [
        one.pair for one in frame.relationships.values() if one.standing.state is State.PAUSED
    ]
    return figure(len(pausing), over=(slug for pair in pausing for slug in pair.everyone))


def _months(totals: Totals) -> Iterator[MonthCount]:
    """Give the months; none where nothing can be shown of any of them."""
    if any(month.meetings.value or month.year_before.value for month in totals.months):
        for month in totals.months:
            yield MonthCount(
                month=month.first,
                meetings=month.meetings.value,
                year_before=month.year_before.value or None,
            )


def _most_wanted(totals: AllTotals) -> list[SkillTotals]:
    named = [skill for skill in totals.skills if is_named(skill)]
    named.sort(key=lambda skill: (-skill.short, -(skill.want.value or 0), skill.skill))
    return named[:MOST_SKILLS]


def _skills_note(frame: Frame, totals: AllTotals) -> str:
    short = next((skill for skill in _most_wanted(totals) if skill.short), None)
    if short is None:
        return ""
    return said_n(
        "%(num)s more person wants %(skill)s than can teach it. Do you know somebody who could?",
        "%(num)s more people want %(skill)s than can teach it. Do you know somebody who could?",
        short.short,
        skill=frame.program.skills[short.skill].label,
    )


def _cohorts(
    frame: Frame, totals: AllTotals, outcomes: Mapping[CohortId, RoundOutcome]
) -> Iterator[CohortRow]:
    for cohort_id, own in totals.cohorts.items():
        shown = (own.pairs_at_work, own.meetings, own.hours_together, own.milestones_reached)
        yield CohortRow(
            name=frame.program.cohorts[cohort_id].name,
            cells=(
                *(number(one) for one in shown),
                *(one.text for one in shares_of(MEASURES, outcomes[cohort_id])),
            ),
            path=round_path(cohort_id),
        )

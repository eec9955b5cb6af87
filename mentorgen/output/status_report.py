"""How a program, a round, a pair or a person is doing on a day, for organisers.

A named pair's health is for its coordinators: this report is theirs and is not published.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mentorgen.analysis.availability import Availability, places_of
from mentorgen.analysis.health import PairHealth, health_of
from mentorgen.analysis.lifecycle import Standing, State
from mentorgen.analysis.meeting_times import meeting_times
from mentorgen.analysis.progress import Progress, StageProgress, progress_of
from mentorgen.analysis.relationships import Relationship, relationships
from mentorgen.analysis.trends import health_weeks, pair_weeks
from mentorgen.analysis.wording import counted, day_text, listed
from mentorgen.model.ids import CohortId, PairId, Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program
from mentorgen.output.growth import growth_blocks, pair_growth_blocks
from mentorgen.output.looking_back import goals_blocks, pair_goals_blocks, reflection_blocks
from mentorgen.output.meeting_times import meeting_times_blocks
from mentorgen.output.report import Block, Heading, Json, Paragraph, Report, Table
from mentorgen.output.trends import health_trend, pair_trend, pair_trend_data, trend_data

_ORDER = tuple(State)


@dataclass(frozen=True, slots=True)
class PairStatus:
    """All that is computed of one pair on a day."""

    pair: Pair
    people: tuple[Slug, ...]
    standing: Standing
    health: PairHealth | None
    progress: Progress
    today: date

    @property
    def goes_on(self) -> bool:
        """The pair has not ended, so something comes next."""
        return self.standing.state is not State.ENDED


def program_status(program: Program, *, today: date) -> Report:
    """Report on every pair that has not ended, round by round."""
    found = [
        _status(program, one, today)
        for one in relationships(program, today=today).values()
        if one.goes_on
    ]
    blocks: list[Block] = [Paragraph(_totals(program, found, today))]
    for cohort in program.cohorts.values():
        own = [one for one in found if one.pair.cohort == cohort.id]
        if own:
            blocks += [Heading(cohort.name), _table(own)]
    weeks = health_weeks(program, tuple(program.pairs.values()), today=today)
    return Report(
        (
            *blocks,
            *health_trend(weeks),
            *growth_blocks(program, today=today),
            *goals_blocks(program, today=today),
        ),
        {**_data(found, today), "weeks": trend_data(weeks)},
    )


def cohort_status(program: Program, cohort_id: CohortId, *, today: date) -> Report:
    """Report on all pairs of a round, the ended ones too."""
    found = [
        _status(program, one, today)
        for one in relationships(program, today=today).values()
        if one.pair.cohort == cohort_id
    ]
    found.sort(key=lambda one: _ORDER.index(one.standing.state))
    heading = Heading(program.cohorts[cohort_id].name)
    words = Paragraph(_totals(program, found, today))
    weeks = health_weeks(program, [one.pair for one in found], today=today)
    return Report(
        (heading, words, *([_table(found)] if found else []), *health_trend(weeks)),
        {**_data(found, today), "weeks": trend_data(weeks)},
    )


def pair_status(program: Program, pair_id: PairId, *, today: date) -> Report:
    """Report on one pair with the evidence for its state and its health."""
    known = relationships(program, today=today)[pair_id]
    one = _status(program, known, today)
    weeks = pair_weeks(program, one.pair, today=today)
    blocks = [Heading(pair_id), *_details(program, one), *pair_trend(weeks)]
    if one.goes_on:
        times = meeting_times(program, one.pair, today=today)
        blocks += meeting_times_blocks(program, times, today=today)
    blocks += pair_growth_blocks(program, one.pair, today=today)
    blocks += pair_goals_blocks(program, known.life)
    blocks += reflection_blocks(program, known.life)
    return Report(tuple(blocks), {**_data([one], today), "weeks": pair_trend_data(weeks)})


def person_status(program: Program, slug: Slug, *, today: date) -> Report:
    """Report on one person: their places and their pairs."""
    person = program.participants[slug]
    places = places_of(program, slug, today=today)
    own = [
        _status(program, one, today)
        for one in relationships(program, today=today).values()
        if slug in one.pair.everyone
    ]
    words = [person.role.value, _at_a_glance(places.state)]
    if places.capacity:
        words.append(f"{places.open} of {counted(places.capacity, 'place')} open")
    if places.wait and places.wait.since:
        since = f"waiting since {day_text(places.wait.since, today=today)}"
        words[1:] = [since, *(word for word in words[1:] if word != "waiting")]
    blocks: tuple[Block, ...] = (Heading(person.name), Paragraph(", ".join(words) + "."))
    return Report((*blocks, *([_table(own)] if own else [])), _data(own, today))


def _at_a_glance(state: Availability) -> str:
    return "seeks nobody more" if state is Availability.WITH else state.value


def _status(program: Program, one: Relationship, today: date) -> PairStatus:
    return PairStatus(
        one.pair,
        one.named,
        one.standing,
        health_of(program, one.pair, today=today),
        progress_of(program, one.pair, today=today),
        today,
    )


def _totals(program: Program, found: Collection[PairStatus], today: date) -> str:
    counts = [(state.value, sum(one.standing.state is state for one in found)) for state in State]
    states = [f"{count} {state}" for state, count in counts if count]
    people = counted(len(program.participants), "participant")
    return f"{day_text(today, today=today)} {today.year}: {people}; pairs: {listed(states) if states else 'none yet'}{_grown(found)}."


def _grown(found: Iterable[PairStatus]) -> str:
    """Count apart, of the pairs that go on, those that grew by themselves."""
    number = sum(one.pair.informal and one.goes_on for one in found)
    return (
        f"; {number} of them grew by {'itself' if number == 1 else 'themselves'}" if number else ""
    )


def _table(found: Iterable[PairStatus]) -> Table:
    return Table(
        ("Pair", "State", "Health", "Last contact", "Meetings", "Milestones", "Next"),
        tuple(_row(one) for one in found),
        frozenset({4, 5}),
    )


def _row(one: PairStatus) -> tuple[str, ...]:
    meetings, goals = one.progress.meetings, one.progress.goals
    last, upcoming = meetings.last, one.progress.next_meeting if one.goes_on else None
    return (
        one.pair.id.partition("/")[2],
        one.standing.state.value,
        one.health.health.value.replace("-", " ") if one.health else "",
        day_text(last, today=one.today) if last else "",
        f"{meetings.held} of {meetings.planned}" if meetings.planned else str(meetings.held),
        f"{sum(goal.reached for goal in goals)} of {sum(goal.total for goal in goals)}",
        day_text(upcoming.on, today=one.today) if upcoming else "",
    )


def _details(program: Program, one: PairStatus) -> Iterator[Block]:
    people = listed(program.participants[slug].name for slug in one.people)
    yield Paragraph(f"{people}. {one.standing.state.value.capitalize()}.")
    for text in (*one.standing.evidence, *(one.health.evidence if one.health else ())):
        yield Paragraph(text)
    if one.health:
        yield Paragraph(f"Health: {one.health.health.value.replace('-', ' ')} ({one.health.rule}).")
    if one.progress.now and one.goes_on:
        yield Paragraph(_stage_text(one.progress.now, one.progress.next, one.today))
    if one.progress.goals:
        yield Table(
            ("Goal", "Milestones", "Pace"),
            tuple(
                (
                    goal.goal.title,
                    f"{goal.reached} of {goal.total}",
                    goal.pace.value.replace("-", " ") if goal.pace and one.goes_on else "",
                )
                for goal in one.progress.goals
            ),
        )
    if one.progress.open_actions:
        yield Table(
            ("To do", "Who", "By"),
            tuple(
                (action.what, action.who or "", action.by.isoformat() if action.by else "")
                for action in one.progress.open_actions
            ),
        )


def _stage_text(now: StageProgress, following: StageProgress | None, today: date) -> str:
    until = f"Stage: {now.stage.name}, until {day_text(now.last_day, today=today)}"
    return f"{until}; then {following.stage.name}." if following else f"{until}."


def _data(found: Iterable[PairStatus], today: date) -> Mapping[str, Json]:
    return {"today": today.isoformat(), "pairs": [_pair_data(one) for one in found]}


def _pair_data(one: PairStatus) -> Json:
    health, meetings, goals = one.health, one.progress.meetings, one.progress.goals
    return {
        "pair": one.pair.id,
        "form": one.pair.form.value,
        "people": list(one.people),
        "state": one.standing.state.value,
        "since": one.standing.since.isoformat() if one.standing.since else None,
        "outcome": one.standing.outcome.value if one.standing.outcome else None,
        "health": health.health.value if health else None,
        "rule": health.rule.value if health else None,
        "days_silent": health.days_silent if health else None,
        "evidence": [*one.standing.evidence, *(health.evidence if health else ())],
        "last_contact": meetings.last.isoformat() if meetings.last else None,
        "meetings": {"held": meetings.held, "planned": meetings.planned},
        "milestones": {
            "reached": sum(goal.reached for goal in goals),
            "total": sum(goal.total for goal in goals),
        },
    }

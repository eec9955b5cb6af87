"""Whether an active pair does well, and the facts that say so.

For a named pair this is for its coordinators; the public sees totals only. Contact of any kind counts,
and days inside a pause do not count as silence.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentorgen.analysis.goals import due_of, goal_progress
from mentorgen.analysis.life import Life, life_of
from mentorgen.analysis.lifecycle import State, standing_of
from mentorgen.analysis.planned import agreed_meeting, next_meeting
from mentorgen.analysis.plans import rhythm_of
from mentorgen.analysis.spans import day_after, days_outside
from mentorgen.analysis.wording import day_text
from mentorgen.model.ids import PairId
from mentorgen.model.pairs import Goal, Milestone, Pair
from mentorgen.model.program import Program
from mentorgen.model.said import Said, said, said_n


class Health(StrEnum):
    """How an active pair does."""

    TOO_EARLY = "too-early"
    ON_TRACK = "on-track"
    NEEDS_CHECK_IN = "needs-check-in"


class HealthRule(StrEnum):
    """The rule that gave a pair its health, from the first that is asked to the last."""

    TOO_EARLY = "too-early"
    NO_FIRST_MEETING = "no-first-meeting"
    OVERDUE = "overdue"
    STUCK = "stuck"
    IN_RHYTHM = "in-rhythm"


@dataclass(frozen=True, slots=True)
class PairHealth:
    """The health of one pair with what it rests on.

    `days_silent` counts the days since the last contact, or since the start, without pauses;
    `rhythm_days` is how often the pair planned to meet. `evidence` holds whole sentences without names.
    """

    pair: PairId
    health: Health
    rule: HealthRule
    days_silent: int
    rhythm_days: int
    last_contact: date | None
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """The time since a pair's last contact, or since its start.

    `since` is also the id of the cycle. `overdue` is the first day on which the pair needs a check-in:
    more than `overdue_after_rhythm` days after it planned, or agreed, to meet again; for a first
    meeting more than `first_meeting_within` days after the start. Pauses move it on.
    """

    since: date
    has_met: bool
    days: int
    overdue: date


@dataclass(frozen=True, slots=True)
class OverdueMilestone:
    """A milestone whose day passed more than `stuck_in_stage` days ago; `since` is the day after those."""

    goal: Goal
    milestone: Milestone
    due: date
    since: date

    def text(self, *, today: date) -> Said:
        """Say it in a sentence, with the name that the pair gave the step."""
        day = day_text(self.due, today=today)
        return said(
            'The step "%(step)s" was planned for %(day)s and is still open.',
            step=self.milestone.name,
            day=day,
        )


def health_of(program: Program, pair: Pair, *, today: date) -> PairHealth | None:
    """Judge how an active pair does at the end of the day; None for a pair that is not active."""
    life = life_of(program, pair, today=today)
    if standing_of(program, life).state is not State.ACTIVE or life.began is None:
        return None
    return health_of_life(program, life, life.began)


def health_of_life(program: Program, life: Life, began: date) -> PairHealth:
    """Judge a life at hand that is known to be active since `began`."""
    silence = silence_of(program, life, began)
    stuck = overdue_milestone(program, life)
    rule = _rule(program, life, began=began, silence=silence, stuck=stuck)
    return PairHealth(
        pair=life.pair.id,
        health=_HEALTH[rule],
        rule=rule,
        days_silent=silence.days,
        rhythm_days=rhythm_of(program, life.pair),
        last_contact=life.last_contact,
        evidence=evidence_of(program, life, rule=rule, silence=silence, stuck=stuck),
    )


def silence_of(program: Program, life: Life, began: date) -> Silence:
    """Measure the time since the last contact of a pair that began on the given day."""
    policy = program.settings.follow_up
    since = max(began, life.last_contact or began)
    has_met = life.last_contact is not None and life.last_contact >= began
    allowed = policy.first_meeting_within
    if has_met:
        allowed = rhythm_of(program, life.pair) + policy.overdue_after_rhythm
    overdue = day_after(since, allowed + 1, life.pauses)
    agreed = agreed_meeting(life)
    if agreed is not None:
        wait = policy.overdue_after_rhythm + 1
        overdue = max(overdue, day_after(agreed.on, wait, life.pauses))
    return Silence(
        since=since,
        has_met=has_met,
        days=days_outside(life.pauses, since, life.today),
        overdue=overdue,
    )


def overdue_milestone(program: Program, life: Life) -> OverdueMilestone | None:
    """Find the milestone that has been due longest without being reached, once that is too long."""
    wait = program.settings.follow_up.stuck_in_stage + 1
    found = [
        (due, goal.id, number, OverdueMilestone(goal, milestone, due, since))
        for goal in program.goals.get(life.pair.id, ())
        if goal.set_on <= life.today
        for number, milestone in enumerate(goal_progress(goal, today=life.today).overdue)
        for due in (due_of(goal, milestone),)
        for since in (day_after(due, wait, life.pauses),)
        if since <= life.today
    ]
    return min(found)[3] if found else None


def evidence_of(
    program: Program,
    life: Life,
    *,
    rule: HealthRule,
    silence: Silence,
    stuck: OverdueMilestone | None,
) -> tuple[str, ...]:
    """Say in whole sentences what the rule saw."""
    seen = [_contact(program, life, silence)]
    coming = next_meeting(life, today=life.today)
    if coming is not None:
        day = day_text(coming.on, today=life.today)
        seen.append(said("They mean to meet on %(day)s.", day=day))
    if rule is HealthRule.TOO_EARLY:
        days = program.settings.follow_up.too_early_under
        seen.append(
            said_n(
                "The first %(num)s day are too early to judge.",
                "The first %(num)s days are too early to judge.",
                days,
            )
        )
    if rule is HealthRule.STUCK and stuck is not None:
        seen.append(stuck.text(today=life.today))
    return tuple(seen)


_HEALTH = {
    HealthRule.TOO_EARLY: Health.TOO_EARLY,
    HealthRule.NO_FIRST_MEETING: Health.NEEDS_CHECK_IN,
    HealthRule.OVERDUE: Health.NEEDS_CHECK_IN,
    HealthRule.STUCK: Health.NEEDS_CHECK_IN,
    HealthRule.IN_RHYTHM: Health.ON_TRACK,
}


def _rule(
    program: Program,
    life: Life,
    *,
    began: date,
    silence: Silence,
    stuck: OverdueMilestone | None,
) -> HealthRule:
    together = days_outside(life.pauses, began, life.today)
    if together < program.settings.follow_up.too_early_under:
        return HealthRule.TOO_EARLY
    if silence.overdue <= life.today:
        return HealthRule.OVERDUE if silence.has_met else HealthRule.NO_FIRST_MEETING
    return HealthRule.IN_RHYTHM if stuck is None else HealthRule.STUCK


def _contact(program: Program, life: Life, silence: Silence) -> Said:
    day = day_text(silence.since, today=life.today)
    when = _ago(life, silence)
    rhythm = _every(rhythm_of(program, life.pair))
    if silence.has_met:
        return said(
            "They last met on %(day)s, %(when)s; they planned to meet %(rhythm)s.",
            day=day,
            when=when,
            rhythm=rhythm,
        )
    return said(
        "They began on %(day)s, %(when)s, and no meeting is noted yet; they planned to meet %(rhythm)s.",
        day=day,
        when=when,
        rhythm=rhythm,
    )


def _ago(life: Life, silence: Silence) -> Said:
    days = (life.today - silence.since).days
    ago = said_n("%(num)s day ago", "%(num)s days ago", days) if days else said("today")
    paused = days - silence.days
    if not paused:
        return ago
    return said_n(
        "%(ago)s, %(num)s day of them in a pause",
        "%(ago)s, %(num)s days of them in a pause",
        paused,
        ago=ago,
    )


def _every(days: int) -> Said:
    return said_n("every day", "every %(num)s days", days)

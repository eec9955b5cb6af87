"""When a pair is asked how it goes, and by what it is told that it goes well: the program's own days in words."""

from collections.abc import Iterator
from datetime import date

from mentorgen.analysis.reminders.due import FEWEST_PINGS, PERCENT_OF_PAIRS
from mentorgen.analysis.reminders.ladder import DAYS_BETWEEN
from mentorgen.analysis.wording import day_text
from mentorgen.model.fields import clock_text
from mentorgen.model.policies import FollowUpPolicy, QuietHours
from mentorgen.model.program import Program
from mentorgen.model.said import Said, joined, said, said_n
from mentorgen.model.settings import Settings
from mentorgen.model.surveys import Survey
from mentorgen.model.words import SurveyMoment
from mentorgen.output.site.views import RuleView, RungView

MOST_HOLIDAYS = 12


def ladder_view(policy: FollowUpPolicy) -> tuple[RungView, ...]:
    """Lay out what is done after so many days, from the first kind note to an ending."""
    return (
        RungView(
            days=policy.first_meeting_within,
            title=said("A first note"),
            text=said(
                "A new pair has not met yet: both are asked, and once more a week later. A third step is a line"
                " for the organisers, not a note to you."
            ),
        ),
        RungView(
            days=policy.overdue_after_rhythm,
            title=said("How is it going?"),
            text=said(
                "So long past the day on which they meant to meet again, a pair is asked in the same way, with"
                " three answers: we talked, we need time, we are finished."
            ),
        ),
        RungView(
            days=policy.propose_pause_after,
            title=said("A pause is proposed"),
            text=said(
                "Counted from the last contact. An organiser looks at it first; the pair can go on at any time."
            ),
        ),
        RungView(
            days=policy.propose_ending_after,
            title=said("An ending is announced"),
            text=said_n(
                "It is proposed to an organiser %(num)s day later, if nothing happens. Nothing is deleted, it is nobody's fault, and the place is free for somebody else.",
                "It is proposed to an organiser %(num)s days later, if nothing happens. Nothing is deleted, it is nobody's fault, and the place is free for somebody else.",
                policy.ending_notice,
            ),
        ),
    )


def limits(settings: Settings, today: date) -> Iterator[RuleView]:
    """Say how often anybody is written to at most, and when nobody is."""
    yield RuleView(
        label=said("At most"),
        text=said_n(
            "One note in %(num)s day to a person, and two between one contact and the next.",
            "One note in %(num)s days to a person, and two between one contact and the next.",
            DAYS_BETWEEN,
        ),
    )
    yield RuleView(
        label=said("In one run"),
        text=said(
            "%(fewest)s notes, or %(share)s %% of all pairs where that is more.",
            fewest=FEWEST_PINGS,
            share=PERCENT_OF_PAIRS,
        ),
    )
    yield RuleView(
        label=said("Never"),
        text=said("To who pauses, asked for time or wants no reminders, and never at a weekend."),
    )
    coming = sorted(day for day in settings.holidays if day >= today)[:MOST_HOLIDAYS]
    if coming:
        yield RuleView(
            label=said("Holidays"), text=joined(day_text(day, today=today) for day in coming)
        )
    if settings.follow_up.quiet_hours:
        yield RuleView(
            label=said("Quiet hours"), text=_quiet(settings.follow_up.quiet_hours, settings)
        )


def health_rules(policy: FollowUpPolicy) -> tuple[RuleView, ...]:
    """Say by what a pair counts as well; the first rule that fits holds."""
    return (
        RuleView(
            label=said("Too early to say"),
            text=said_n(
                "In the first %(num)s day after the start.",
                "In the first %(num)s days after the start.",
                policy.too_early_under,
            ),
        ),
        RuleView(
            label=said("Needs a check-in"),
            text=said_n(
                "When a meeting is overdue as said above, or a step is still open %(num)s day past the day that they planned for it.",
                "When a meeting is overdue as said above, or a step is still open %(num)s days past the day that they planned for it.",
                policy.stuck_in_stage,
            ),
        ),
        RuleView(
            label=said("On track"),
            text=said(
                "Everything else. Any contact counts, also letters; a pause stops the clock."
            ),
        ),
        RuleView(
            label=said("Who sees it"),
            text=said(
                "Only the organisers see it of a pair. Here are totals, and none over fewer than five people."
            ),
        ),
    )


def surveys(program: Program) -> Iterator[RuleView]:
    """Say which surveys there are and when they are due; what is answered is private."""
    for survey in program.surveys.values():
        yield RuleView(label=survey.title, text=_due(program.settings.follow_up, survey))


def _due(policy: FollowUpPolicy, survey: Survey) -> Said:
    if survey.due.follows_policy:
        return said(
            "%(first)s days after the start, then every %(every)s days.",
            first=policy.pulse_first,
            every=policy.pulse_every,
        )
    days, moment = survey.due.days, _MOMENTS[survey.due.after]
    if survey.due.every is not None:
        return said(
            "%(days)s days after %(moment)s, then every %(every)s days.",
            days=days,
            moment=moment,
            every=survey.due.every,
        )
    if not days:
        return said("At %(moment)s.", moment=moment)
    return said_n(
        "%(num)s day after %(moment)s.", "%(num)s days after %(moment)s.", days, moment=moment
    )


_MOMENTS = {
    SurveyMoment.START: said("the start"),
    SurveyMoment.FIRST_MEETING: said("the first meeting"),
    SurveyMoment.MIDDLE: said("the middle"),
    SurveyMoment.END: said("the end"),
}


def _quiet(hours: QuietHours, settings: Settings) -> Said:
    return said(
        "Nothing goes out from %(starts)s to %(ends)s, %(zone)s time.",
        starts=clock_text(hours.starts),
        ends=clock_text(hours.ends),
        zone=(hours.timezone or settings.timezone).replace("_", " "),
    )

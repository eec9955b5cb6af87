"""The front page, in the program's own words."""

from collections.abc import Iterator

from mentorgen.analysis.availability import Availability
from mentorgen.analysis.questions import shared_questions
from mentorgen.analysis.totals import Totals, all_totals
from mentorgen.analysis.wording import day_text
from mentorgen.model.cohorts import Cohort
from mentorgen.model.privacy import Shared
from mentorgen.model.said import Joint, joined, said, said_n
from mentorgen.output.site.pages.calendars import program_calendar_link
from mentorgen.output.site.pages.cards import card
from mentorgen.output.site.pages.coming import coming_dates
from mentorgen.output.site.pages.events import coming_events
from mentorgen.output.site.pages.frame import Frame, has_ticked
from mentorgen.output.site.pages.links import join_link
from mentorgen.output.site.pages.rounds import round_path, running_cohort, week_number
from mentorgen.output.site.pages.words import number
from mentorgen.output.site.prose import safe_html
from mentorgen.output.site.views import (
    FigureView,
    HomeView,
    LinkView,
    PersonCard,
    QuestionView,
    StepView,
    TodayView,
    WinView,
)

MOST_FEATURED = 3
MOST_EVENTS = 4
MOST_WINS = 2
MOST_QUESTIONS = 4
_STEPS = (
    StepView(
        title=said("Say what you want"),
        text=said("What you can offer or hope to learn, your languages, and when you are awake."),
    ),
    StepView(
        title=said("Get a match you can read"),
        text=said(
            "Every suggestion says why, in plain words. Both of you agree before anything begins, "
            "and saying no is easy."
        ),
    ),
    StepView(
        title=said("Meet, and make something"),
        text=said(
            "Your page holds the plan, the next agenda and how far you are. "
            "If it goes quiet, one kind note arrives. Only one."
        ),
    ),
)


def home_view(frame: Frame) -> HomeView:
    """Show what the program is, who has a place free and what comes next."""
    settings = frame.program.settings
    totals = all_totals(frame.program, today=frame.today).program
    people = len(frame.people)
    return HomeView(
        title=settings.name,
        description=settings.home.lead or settings.purpose,
        search_text=settings.purpose,
        headline=settings.home.headline,
        lead=settings.home.lead or settings.purpose,
        actions=tuple(_actions(frame)),
        note=_note(frame),
        figures=tuple(_figures(totals)),
        steps=_STEPS,
        featured=tuple(_featured(frame)),
        all_people=LinkView(
            text=said_n("Only one person", "All %(num)s people", people)
            if people > 1
            else said("Everybody"),
            target="people/",
        ),
        events=tuple(coming_dates(frame)[:MOST_EVENTS]),
        calendar=program_calendar_link(frame),
        chat=_chat(frame),
        questions=tuple(_questions(frame))[:MOST_QUESTIONS],
        wins=tuple(_wins(frame))[:MOST_WINS],
        today=_today(frame),
    )


def _actions(frame: Frame) -> Iterator[LinkView]:
    yield LinkView(text=said("Find a mentor"), target="people/?role=mentor&open=1")
    yield join_link(frame)


def _figures(totals: Totals) -> Iterator[FigureView]:
    shown = (
        (said("pairs at work"), totals.pairs_at_work),
        (said("hours together"), totals.hours_together),
        (said("milestones reached"), totals.milestones_reached),
        (said("people waiting"), totals.waiting),
    )
    if not any(figure.value for _, figure in shown):
        return
    for label, figure in shown:
        yield FigureView(label=label, number=number(figure))


def _featured(frame: Frame) -> Iterator[PersonCard]:
    """Pick who has a place open, first who says something of themselves; others each week."""
    people = frame.program.participants
    free = [slug for slug in frame.people if frame.places[slug].state is Availability.OPEN]
    week = frame.today.toordinal() // 7
    start = week * MOST_FEATURED % len(free) if free else 0
    turn = sorted(free[start:] + free[:start], key=lambda slug: not people[slug].line)
    for slug in turn[:MOST_FEATURED]:
        yield card(frame, slug)


def _chat(frame: Frame) -> LinkView | None:
    """Lead to where the people of the running round talk."""
    running = running_cohort(frame)
    if running is None or running.chat is None:
        return None
    return LinkView(text=said("The chat of %(round)s", round=running.name), target=running.chat)


def _questions(frame: Frame) -> Iterator[QuestionView]:
    """Show what pairs of the running round ask everybody; a pair without a page asks nothing here."""
    running = running_cohort(frame)
    meetings = (
        meeting
        for pair, one in frame.pairs.items()
        if running is not None and one.pair.cohort == running.id
        for meeting in frame.program.meetings[pair]
    )
    for one in shared_questions(meetings, today=frame.today):
        yield QuestionView(text=one.text, on=one.asked)


def _wins(frame: Frame) -> Iterator[WinView]:
    """Show what people agreed to tell, with their pair's pattern where it has a page."""
    for slug, person in frame.people.items():
        record = frame.program.participants[slug]
        if record.story and has_ticked(record, Shared.STORY):
            pairs = frame.pairs_of(slug)
            cloth = frame.cloth_of(pairs[-1].pair) if pairs else person.cloth
            yield WinView(id=slug, words=safe_html(record.story), by=person.name, cloth=cloth)


def _note(frame: Frame) -> str:
    running = running_cohort(frame)
    coming = sorted(
        (cohort.opens, cohort.name)
        for cohort in frame.program.cohorts.values()
        if cohort.opens and cohort.opens > frame.today
    )
    words = [said("%(round)s is running.", round=running.name)] if running else []
    if coming:
        opens, name = coming[0]
        day = day_text(opens, today=frame.today)
        words.append(said("%(round)s opens on %(day)s.", round=name, day=day))
    return joined(words, Joint.SPACE)


def _today(frame: Frame) -> TodayView | None:
    cohort = running_cohort(frame)
    if cohort is None or cohort.starts is None or cohort.ends is None:
        return None
    coming = [event for event in coming_events(frame) if not event.cancelled]
    return TodayView(
        today=frame.today,
        round_name=cohort.name,
        round_path=round_path(cohort.id),
        week=week_number(cohort, frame.today),
        weeks=_weeks(cohort),
        next_text=joined([coming[0].name, day_text(coming[0].on, today=frame.today)], Joint.COMMA)
        if coming
        else "",
        next_target=coming[0].link if coming else None,
    )


def _weeks(cohort: Cohort) -> int:
    starts, ends = cohort.starts, cohort.ends
    return (ends - starts).days // 7 + 1 if starts and ends else 0

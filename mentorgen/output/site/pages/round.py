"""The page of all rounds, and the page of each: when it is, what is planned and how it went."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from mentorgen.analysis.figures import Figure, figure
from mentorgen.analysis.relationships import Relationship
from mentorgen.analysis.rounds import takes_applications
from mentorgen.analysis.totals import Totals, all_totals
from mentorgen.analysis.wording import day_text, listed
from mentorgen.model.cohorts import Cohort
from mentorgen.model.ids import CohortId
from mentorgen.model.pairs import Plan
from mentorgen.model.said import Joint, joined, opening, said
from mentorgen.model.words import Outcome
from mentorgen.output.matching.words import FORMS
from mentorgen.output.site.pages.calendars import program_calendar_link
from mentorgen.output.site.pages.cards import pair_card
from mentorgen.output.site.pages.events import event_view
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.links import join_link
from mentorgen.output.site.pages.rounds import is_open, is_running, round_path, week_of
from mentorgen.output.site.pages.words import number
from mentorgen.output.site.prose import safe_html
from mentorgen.output.site.views import (
    FigureView,
    LinkView,
    MomentView,
    RoundCard,
    RoundStage,
    RoundsView,
    RoundView,
    Stretch,
)

MOST_PAIRS = 24


def rounds_view(frame: Frame) -> RoundsView:
    """Show every round, the newest first; one that never closes stands before them."""
    cohorts = sorted(
        frame.program.cohorts.values(), key=lambda one: (one.starts or date.max, one.id)
    )
    return RoundsView(
        title=said("Rounds"),
        description=said(
            "The rounds of %(program)s: when they are and how they went.",
            program=frame.program.settings.name,
        ),
        lead=said("When people begin together, what they have planned, and how it went."),
        rounds=tuple(_card(frame, one) for one in reversed(cohorts)),
        join=join_link(frame),
    )


def round_views(frame: Frame) -> Iterator[tuple[CohortId, RoundView]]:
    """Make the page of each round."""
    totals = all_totals(frame.program, today=frame.today).cohorts
    for cohort in frame.program.cohorts.values():
        yield cohort.id, _view(frame, cohort, totals[cohort.id])


def _card(frame: Frame, cohort: Cohort) -> RoundCard:
    return RoundCard(
        id=cohort.id,
        name=cohort.name,
        path=round_path(cohort.id),
        days=_span(cohort, frame.today),
        state=round_state(cohort, frame.today),
        forms=_forms(cohort),
    )


def _span(cohort: Cohort, today: date) -> str:
    starts = day_text(cohort.starts, today=today) if cohort.starts else ""
    if not cohort.ends:
        return starts
    return said("%(starts)s to %(ends)s", starts=starts, ends=day_text(cohort.ends, today=today))


def _view(frame: Frame, cohort: Cohort, totals: Totals) -> RoundView:
    pairs = [one for one in frame.pairs.values() if one.pair.cohort == cohort.id]
    cards = [pair_card(frame, one, one.pair.everyone) for one in pairs]
    plan = frame.program.plans[cohort.plan] if cohort.plan else None
    events = sorted(frame.program.events[cohort.id], key=lambda one: (one.on, one.at or 0, one.id))
    return RoundView(
        title=cohort.name,
        description=said(
            "%(round)s of %(program)s.", round=cohort.name, program=frame.program.settings.name
        ),
        search_text=cohort.name,
        id=cohort.id,
        state=round_state(cohort, frame.today),
        forms=_forms(cohort),
        about=safe_html(cohort.about or ""),
        actions=tuple(_actions(frame, cohort)),
        figures=tuple(_figures(frame, cohort, totals)),
        days=tuple(round_days(cohort, frame.today)),
        plan=plan.name if plan else "",
        stages=tuple(round_stages(plan, cohort, frame.today)) if plan else (),
        events=tuple(event_view(event) for event in events),
        calendar=program_calendar_link(frame) if events else None,
        pairs=tuple(cards[:MOST_PAIRS]),
        more_pairs=tuple(
            LinkView(text=one.names, target=one.path or "") for one in cards[MOST_PAIRS:]
        ),
    )


def _forms(cohort: Cohort) -> str:
    return opening(listed(FORMS[form] for form in cohort.forms))


def round_state(cohort: Cohort, today: date) -> str:
    """Say where in a round the day lies, and until when one can join."""
    if not is_open(cohort, today):
        return said("Ended")
    if is_running(cohort, today):
        words = [
            opening(week_of(cohort, today)) if cohort.starts or cohort.rolling else said("Running")
        ]
    else:
        words = [said("Not begun yet")]
    if cohort.opens and cohort.opens > today:
        words.append(said("opens on %(day)s", day=day_text(cohort.opens, today=today)))
    elif cohort.closes and cohort.closes >= today:
        words.append(said("join until %(day)s", day=day_text(cohort.closes, today=today)))
    return joined(words, Joint.COMMA)


def _actions(frame: Frame, cohort: Cohort) -> Iterator[LinkView]:
    if takes_applications(cohort, frame.today):
        yield join_link(frame)
    if cohort.chat:
        yield LinkView(text=said("Where the round talks"), target=cohort.chat)


def _figures(frame: Frame, cohort: Cohort, totals: Totals) -> Iterator[FigureView]:
    """Count who takes part, and what came of it: nothing where they are too few to be counted."""
    own = [one for one in frame.relationships.values() if one.pair.cohort == cohort.id]
    begun = [one for one in own if one.life.began is not None]
    people = _people(begun)
    if people.value is None:
        return
    yield FigureView(label=said("people take part"), number=number(people))
    if is_open(cohort, frame.today):
        yield FigureView(label=said("pairs at work"), number=number(totals.pairs_at_work))
    else:
        yield FigureView(
            label=said("pairs finished what they planned"), number=number(finished(begun))
        )
    yield FigureView(label=said("meetings"), number=number(totals.meetings))
    yield FigureView(label=said("milestones reached"), number=number(totals.milestones_reached))


def _people(pairs: Iterable[Relationship]) -> Figure:
    people = {slug for one in pairs for slug in one.pair.everyone}
    return figure(len(people), over=people)


def finished(begun: Iterable[Relationship]) -> Figure:
    """Count the pairs that completed, of those that began, unless a few people could be told by it who did not."""
    done = [one for one in begun if one.standing.outcome is Outcome.COMPLETED]
    rest = [one for one in begun if one.standing.outcome is not Outcome.COMPLETED]
    others = _count(rest)
    return _count(done) if others.value is not None else others


def _count(pairs: list[Relationship]) -> Figure:
    return figure(len(pairs), over={slug for one in pairs for slug in one.pair.everyone})


def round_days(cohort: Cohort, today: date) -> Iterator[MomentView]:
    """List the days that a round names, in their order."""
    named = (
        (said("Sign-up opens"), cohort.opens),
        (said("Sign-up closes"), cohort.closes),
        (said("The round begins"), cohort.starts),
        (said("The round ends"), cohort.ends),
    )
    days = sorted((on, title) for title, on in named if on)
    ahead = [on for on, _ in days if on >= today]
    for on, title in days:
        stretch = Stretch.PAST if on < today else Stretch.NOW if on == ahead[0] else Stretch.AHEAD
        yield MomentView(on=on, title=title, text="", stretch=stretch)


def round_stages(plan: Plan, cohort: Cohort, today: date) -> Iterator[RoundStage]:
    """Lay the plan's stages from the round's first day; without one they have no dates."""
    starts = cohort.starts
    for stage in plan.stages:
        ends = starts + timedelta(weeks=stage.weeks) if starts else None
        yield RoundStage(
            title=stage.name,
            weeks=stage.weeks,
            stretch=_stretch(starts, ends, today),
            starts=starts,
        )
        starts = ends


def _stretch(starts: date | None, ends: date | None, today: date) -> Stretch:
    if starts is None or ends is None or today < starts:
        return Stretch.AHEAD
    return Stretch.NOW if today < ends else Stretch.PAST

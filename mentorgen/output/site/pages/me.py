"""The page on which people look at their own mentoring: what is the same for all of them.

The rest comes from pages that are there anyway: the browser takes the marked parts (`data-mine`) of
somebody's page and of their pairs' pages. So nothing can stand on it that is not public already.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import accumulate, pairwise

from mentorgen.model.cohorts import Cohort
from mentorgen.model.pairs import AgendaItem, Stage
from mentorgen.model.said import said
from mentorgen.model.training import Module
from mentorgen.model.words import Audience, Owner
from mentorgen.output.site.inert_json import json_text
from mentorgen.output.site.page import SiteFile
from mentorgen.output.site.pages.calendars import program_calendar_link
from mentorgen.output.site.pages.events import coming_events, event_view
from mentorgen.output.site.pages.forms import concern_link, homes_link, own_forms
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.round import round_days, round_state
from mentorgen.output.site.pages.rounds import is_open, round_path
from mentorgen.output.site.views import (
    AgendaPoint,
    MyMentoringView,
    MyModuleView,
    MyNameView,
    MyRoundView,
)

PATH = "me/"
NAMES = f"{PATH}names.json"
"""Whom somebody can pick: a file of its own, which the browser fetches when it is needed."""
MOST_ROUNDS = 3
MOST_EVENTS = 3
_OWNERS = {Owner.MENTOR: said("the mentor"), Owner.MENTEE: said("the mentee"), Owner.BOTH: ""}


def my_mentoring_view(frame: Frame) -> MyMentoringView:
    """Show where the rounds are, what there is to learn, and the forms that people need."""
    settings = frame.program.settings
    rounds = [_round(frame, one) for one in _rounds(frame)]
    return MyMentoringView(
        title=said("My mentoring"),
        description=said(
            "Your pairs, your next meeting and what you said you would do, in %(program)s.",
            program=settings.name,
        ),
        lead=said("Your next meeting, what you said you would do, and how far you are."),
        names=NAMES,
        rounds=tuple(rounds[:MOST_ROUNDS]),
        modules=tuple(sorted(map(_module, frame.program.modules.values()), key=_turn)),
        forms=tuple(own_forms(frame)),
        events=tuple(event_view(event) for event in coming_events(frame)[:MOST_EVENTS]),
        calendar=program_calendar_link(frame),
        homes=homes_link(frame),
        concern=concern_link(frame),
        contact=settings.contact or "",
    )


def names_file(frame: Frame) -> SiteFile:
    """List who has a page, by name: short, since it may be five thousand."""
    people = frame.program.participants
    names = [
        MyNameView(name=person.name, slug=slug, role=people[slug].role)
        for slug, person in frame.people.items()
    ]
    names.sort(key=lambda one: (one.name.casefold(), one.slug))
    return SiteFile(NAMES, json_text([[one.name, one.slug, one.role] for one in names]))


def _rounds(frame: Frame) -> list[Cohort]:
    """Give the rounds that people can be in now, the one that began last first."""
    running = [one for one in frame.program.cohorts.values() if is_open(one, frame.today)]
    return sorted(running, key=lambda one: (one.starts or frame.today, one.id), reverse=True)


def _round(frame: Frame, cohort: Cohort) -> MyRoundView:
    stage = _stage(frame, cohort)
    return MyRoundView(
        name=cohort.name,
        path=round_path(cohort.id),
        state=round_state(cohort, frame.today),
        stage=stage.name if stage else "",
        aim=(stage and stage.aim) or "",
        agenda=tuple(map(_point, stage.agenda)) if stage else (),
        check_point=(stage and stage.check_point) or "",
        days=tuple(round_days(cohort, frame.today)),
    )


def _stage(frame: Frame, cohort: Cohort) -> Stage | None:
    """Find the stage of the day, as a pair has it that began with the round; the first before it begins."""
    plan = frame.program.plans[cohort.plan] if cohort.plan else None
    if plan is None:
        return None
    starts = cohort.starts or frame.today
    weeks = accumulate((stage.weeks for stage in plan.stages), initial=0)
    ends = [starts + timedelta(weeks=past) for _, past in pairwise(weeks)]
    known = zip(plan.stages, ends, strict=True)
    return next((stage for stage, end in known if frame.today < end), plan.stages[-1])


def _point(item: AgendaItem) -> AgendaPoint:
    return AgendaPoint(text=item.item, minutes=item.minutes or 0, by=_OWNERS[item.owner])


def _module(module: Module) -> MyModuleView:
    return MyModuleView(
        title=module.title,
        path=f"training/{module.id}/",
        minutes=module.minutes,
        roles=tuple(_roles(module)),
    )


def _turn(module: MyModuleView) -> tuple[bool, str]:
    """Put what only coordinators take behind what most people do."""
    return not module.roles, module.path


def _roles(module: Module) -> Iterator[str]:
    for audience in (Audience.MENTOR, Audience.MENTEE):
        if audience in module.audience:
            yield audience.value

"""The data files of the site: what its pages say, for programs that read it."""

from collections.abc import Iterator, Mapping

from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.planned import next_meeting
from mentorgen.analysis.relationships import Relationship
from mentorgen.analysis.totals import skill_totals
from mentorgen.model.cohorts import Cohort, Event
from mentorgen.model.fields import clock_text
from mentorgen.model.ids import Slug
from mentorgen.model.pairs import Goal
from mentorgen.model.people import Skilled
from mentorgen.output.addresses import pair_path
from mentorgen.output.reference.api import schema_text
from mentorgen.output.site.inert_json import json_text
from mentorgen.output.site.page import SiteFile
from mentorgen.output.site.pages.cards import openness
from mentorgen.output.site.pages.events import all_events
from mentorgen.output.site.pages.frame import Frame, skill_path, zone_of
from mentorgen.output.site.pages.rounds import round_path
from mentorgen.output.site.views.api import (
    ApiEvent,
    ApiEvents,
    ApiFile,
    ApiGoal,
    ApiModule,
    ApiPair,
    ApiPairs,
    ApiPeople,
    ApiPerson,
    ApiProgram,
    ApiRound,
    ApiRounds,
    ApiSkill,
    ApiSkilled,
    ApiSkills,
    ApiStage,
    ApiTraining,
)

FOLDER = "api"
FILES: Mapping[str, type[ApiFile]] = {
    "program": ApiProgram,
    "people": ApiPeople,
    "pairs": ApiPairs,
    "rounds": ApiRounds,
    "skills": ApiSkills,
    "events": ApiEvents,
    "training": ApiTraining,
}
"""What each file holds, by its name without the ending."""


def api_files(frame: Frame) -> Iterator[SiteFile]:
    """Write every data file, and the schema of each."""
    for name, content in zip(FILES, _contents(frame), strict=True):
        yield SiteFile(_place(name), json_text(content))
    for name, view in FILES.items():
        yield SiteFile(f"{FOLDER}/schema/{name}.json", schema_text(view))


def _contents(frame: Frame) -> Iterator[ApiFile]:
    program, settings = frame.program, frame.program.settings
    yield ApiProgram(
        name=settings.name,
        purpose=settings.purpose,
        language=settings.language,
        timezone=settings.timezone,
        repository=settings.repository,
        contact=settings.contact,
        files=tuple(_place(name) for name in FILES if name != "program"),
    )
    yield ApiPeople(people=tuple(_person(frame, slug) for slug in frame.people))
    yield ApiPairs(pairs=tuple(_pair(frame, one) for one in frame.pairs.values()))
    yield ApiRounds(rounds=tuple(_round(frame, one) for one in program.cohorts.values()))
    yield ApiSkills(skills=tuple(_skills(frame)))
    yield ApiEvents(events=tuple(_event(event) for event in all_events(frame)))
    yield ApiTraining(modules=tuple(_modules(frame)))


def _place(name: str) -> str:
    return f"{FOLDER}/{name}.json"


def _person(frame: Frame, slug: Slug) -> ApiPerson:
    person = frame.program.participants[slug]
    return ApiPerson(
        slug=slug,
        name=person.name,
        role=person.role,
        line=person.line,
        languages=person.languages,
        offers=tuple(map(_skilled, person.offers)),
        wants=tuple(map(_skilled, person.wants)),
        timezone=zone_of(person),
        places=openness(frame.places[slug]),
        page=frame.people[slug].path or "",
    )


def _skilled(one: Skilled) -> ApiSkilled:
    return ApiSkilled(skill=one.skill, level=one.level)


def _pair(frame: Frame, one: Relationship) -> ApiPair:
    pair, goes_on = one.pair, one.standing.state is not State.ENDED
    planned = next_meeting(one.life, today=frame.today) if goes_on else None
    goals = (goal for goal in frame.program.goals[pair.id] if goal.set_on <= frame.today)
    return ApiPair(
        id=pair.id,
        round=pair.cohort,
        form=pair.form,
        mentors=pair.mentors,
        mentees=pair.mentees,
        members=pair.members,
        skills=pair.skills,
        aim=pair.aim,
        starts=pair.starts,
        goes_on=goes_on,
        meetings=len(one.life.meetings),
        next_meeting=planned.on if planned else None,
        goals=tuple(_goal(frame, goal) for goal in goals),
        page=pair_path(pair.id),
    )


def _goal(frame: Frame, goal: Goal) -> ApiGoal:
    reached = [step for step in goal.milestones if step.reached and step.reached <= frame.today]
    return ApiGoal(
        id=goal.id, title=goal.title, milestones=len(goal.milestones), reached=len(reached)
    )


def _round(frame: Frame, cohort: Cohort) -> ApiRound:
    plan = frame.program.plans[cohort.plan] if cohort.plan else None
    return ApiRound(
        id=cohort.id,
        name=cohort.name,
        rolling=cohort.rolling,
        opens=cohort.opens,
        closes=cohort.closes,
        starts=cohort.starts,
        ends=cohort.ends,
        forms=cohort.forms,
        stages=tuple(
            ApiStage(name=stage.name, weeks=stage.weeks) for stage in (plan.stages if plan else ())
        ),
        page=round_path(cohort.id),
    )


def _skills(frame: Frame) -> Iterator[ApiSkill]:
    for totals in skill_totals(frame.program, frame.places, today=frame.today):
        skill = frame.program.skills[totals.skill]
        yield ApiSkill(
            id=skill.id,
            label=skill.label,
            aliases=skill.aliases,
            parent=skill.parent,
            can_teach=totals.offer,
            want=totals.want.value,
            page=skill_path(skill.id),
        )


def _event(event: Event) -> ApiEvent:
    return ApiEvent(
        round=event.cohort,
        id=event.id,
        name=event.name,
        kind=event.kind,
        on=event.on,
        at=clock_text(event.at) if event.at is not None else None,
        minutes=event.minutes,
        link=event.link,
        changed=event.changed,
        cancelled=event.cancelled is not None,
    )


def _modules(frame: Frame) -> Iterator[ApiModule]:
    for module in frame.program.modules.values():
        yield ApiModule(
            id=module.id,
            title=module.title,
            minutes=module.minutes,
            audience=module.audience,
            objectives=module.objectives,
            page=f"training/{module.id}/",
        )

"""The page of all skills: what is offered, what is wanted and where mentors are missing."""

from collections.abc import Iterable, Iterator

from mentorgen.analysis.totals import SkillTotals, skill_totals
from mentorgen.model.said import said
from mentorgen.output.site.pages.frame import Frame, skill_ref
from mentorgen.output.site.pages.links import join_link
from mentorgen.output.site.views import MissingView, SkillDemand, SkillsView

MOST_MISSING = 6


def skills_view(frame: Frame) -> SkillsView:
    """Show every skill that somebody offers or wants, by its name, and where mentors are missing."""
    totals = skill_totals(frame.program, frame.places, today=frame.today)
    skills = sorted(totals, key=lambda one: frame.program.skills[one.skill].label.casefold())
    return SkillsView(
        title=said("Skills"),
        description=said(
            "What people of %(program)s can teach and want to learn.",
            program=frame.program.settings.name,
        ),
        lead=said(
            "What people here can teach, what they would like to learn, and where a mentor is missing."
        ),
        missing=tuple(_missing(frame, skills))[:MOST_MISSING],
        skills=tuple(demand(frame, one) for one in skills if is_named(one)),
        unnamed=tuple(skill_ref(frame, one.skill) for one in skills if not is_named(one)),
        join=join_link(frame),
    )


def demand(frame: Frame, skill: SkillTotals) -> SkillDemand:
    """Hold supply and demand of a skill side by side."""
    return SkillDemand(
        skill=skill_ref(frame, skill.skill), can_teach=skill.offer, want=skill.want.value
    )


def is_named(skill: SkillTotals) -> bool:
    """Tell whether anybody offers a skill or wants it."""
    return bool(skill.offer) or skill.want.value != 0


def _missing(frame: Frame, skills: Iterable[SkillTotals]) -> Iterator[MissingView]:
    """Name what most are short of first, then what somebody wants and nobody offers."""
    short = [one for one in skills if one.short or (is_named(one) and not one.offer)]
    for one in sorted(short, key=lambda skill: -skill.short):
        words = (
            said("%(count)s short", count=one.short) if one.short else said("nobody offers it yet")
        )
        yield MissingView(skill=skill_ref(frame, one.skill), text=words)

"""The page of one skill."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mentorgen.analysis.availability import Availability
from mentorgen.analysis.totals import SkillTotals, skill_totals
from mentorgen.model.ids import SkillId, Slug
from mentorgen.model.said import amount, said
from mentorgen.model.training import Module
from mentorgen.output.site.pages.cards import cards_of
from mentorgen.output.site.pages.frame import Frame, skill_ref
from mentorgen.output.site.pages.links import join_link
from mentorgen.output.site.pages.words import number
from mentorgen.output.site.views import FigureView, LinkView, SkillRef, SkillView

MOST_PEOPLE = 12


@dataclass(frozen=True, slots=True)
class _Around:
    """What leads from a skill to others and to people, gathered once for all pages."""

    narrower: Mapping[SkillId, Sequence[SkillId]]
    offered_by: Mapping[SkillId, Sequence[Slug]]
    modules: Mapping[SkillId, Sequence[Module]]


def skill_views(frame: Frame) -> Iterator[tuple[SkillId, SkillView]]:
    """Make the page of each skill of the vocabulary."""
    around = _around(frame)
    for totals in skill_totals(frame.program, frame.places, today=frame.today):
        yield totals.skill, _view(frame, totals, around)


def _view(frame: Frame, totals: SkillTotals, around: _Around) -> SkillView:
    skill = frame.program.skills[totals.skill]
    near = around.narrower[skill.parent] if skill.parent else ()
    return SkillView(
        title=skill.label,
        description=said(
            "Who can teach %(skill)s in %(program)s.",
            skill=skill.label,
            program=frame.program.settings.name,
        ),
        search_text=", ".join(skill.aliases),
        wider=skill_ref(frame, skill.parent) if skill.parent else None,
        lead=said("For somebody who would like to %(aim)s.", aim=skill.aim) if skill.aim else "",
        also_called=", ".join(skill.aliases),
        figures=tuple(_figures(totals)),
        offered_by=cards_of(frame, around.offered_by.get(skill.id, ()), most=MOST_PEOPLE),
        narrower=_refs(frame, around.narrower.get(skill.id, ())),
        related=_refs(frame, (one for one in near if one != skill.id)),
        training=tuple(
            LinkView(text=module.title, target=f"training/{module.id}/")
            for module in around.modules.get(skill.id, ())
        ),
        all_people=LinkView(
            text=said("All who offer it"), target=f"people/?skill={skill.id}&role=mentor"
        )
        if totals.offer
        else None,
        join=join_link(frame),
    )


def _around(frame: Frame) -> _Around:
    narrower: dict[SkillId, list[SkillId]] = defaultdict(list)
    for skill in frame.program.skills.values():
        if skill.parent:
            narrower[skill.parent].append(skill.id)
    offered_by: dict[SkillId, list[Slug]] = defaultdict(list)
    for slug, places in frame.places.items():
        offers = {one.skill for one in frame.program.participants[slug].offers}
        for offered in offers if places.state is not Availability.AWAY else ():
            offered_by[offered].append(slug)
    modules: dict[SkillId, list[Module]] = defaultdict(list)
    for module in frame.program.modules.values():
        for about in module.skills:
            modules[about].append(module)
    return _Around(narrower, offered_by, modules)


def _figures(totals: SkillTotals) -> Iterator[FigureView]:
    yield FigureView(label=said("can teach it"), number=amount(totals.offer))
    yield FigureView(label=said("places open"), number=amount(totals.open_places))
    few = said("fewer than five") if totals.want.value is None else ""
    yield FigureView(label=said("would like to learn it"), number=number(totals.want), context=few)


def _refs(frame: Frame, skills: Iterable[SkillId]) -> tuple[SkillRef, ...]:
    found = (skill_ref(frame, skill) for skill in skills)
    return tuple(sorted(found, key=lambda one: one.label.casefold()))

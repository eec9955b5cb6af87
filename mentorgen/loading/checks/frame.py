"""Checks of what frames the pairs: settings, rounds, vocabulary, surveys, training."""

from collections.abc import Iterator, Mapping

from mentorgen.loading.checks.world import World, unknown_zone
from mentorgen.loading.documents import Document
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import shown
from mentorgen.model.cohorts import Cohort
from mentorgen.model.ids import SkillId
from mentorgen.model.problems import Problem, Severity
from mentorgen.model.settings import Settings
from mentorgen.model.skills import Skill, Vocabulary
from mentorgen.model.surveys import Survey
from mentorgen.model.training import Module
from mentorgen.model.words import QuestionKind


def check_settings(document: Document, settings: Settings) -> Iterator[Problem]:
    """Check the program's own file."""
    yield from unknown_zone(document, ("timezone",), settings.timezone)


def check_cohort(document: Document, cohort: Cohort) -> Iterator[Problem]:
    """Check that a round's dates follow each other, and that it has those it needs."""
    for earlier, later in (("opens", "closes"), ("starts", "ends")):
        first, second = getattr(cohort, earlier), getattr(cohort, later)
        if first and second and second < first:
            yield document.problem(
                (later,), Rule.DATE_ORDER, f"{later} lies before {earlier}, {first}."
            )
    if not cohort.rolling and (cohort.starts is None or cohort.ends is None):
        yield document.problem(
            (),
            Rule.ROUND_DATES,
            "a round needs 'starts' and 'ends'; one that never closes says 'rolling: true'.",
        )


def check_vocabulary(document: Document, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Check that each skill has one id, that names lead to one skill, and that parents are no circle."""
    seen: dict[str, str] = {}
    for index, skill in enumerate(vocabulary.skills):
        for name in (skill.id, skill.label, *skill.aliases):
            other = seen.setdefault(name.lower(), skill.id)
            if other != skill.id or (name == skill.id and _earlier(vocabulary, index)):
                yield document.problem(
                    ("skills", index, "id"),
                    Rule.SAME_SKILL,
                    f"{shown(name)} already names the skill {shown(other)}; a name is one skill.",
                )
                break
    parents = {skill.id: skill for skill in vocabulary.skills}
    for index, skill in enumerate(vocabulary.skills):
        if _is_its_own_ancestor(skill, parents):
            yield document.problem(
                ("skills", index, "parent"),
                Rule.SKILL_CIRCLE,
                f"the parents of {shown(skill.id)} lead back to itself; a skill has one way up.",
            )


def _earlier(vocabulary: Vocabulary, index: int) -> bool:
    skills = vocabulary.skills
    return any(skill.id == skills[index].id for skill in skills[:index])


def _is_its_own_ancestor(skill: Skill, skills: Mapping[SkillId, Skill]) -> bool:
    seen = set()
    parent = skill.parent
    while parent is not None and parent not in seen:
        if parent == skill.id:
            return True
        seen.add(parent)
        parent = skills[parent].parent if parent in skills else None
    return False


def check_survey(document: Document, survey: Survey) -> Iterator[Problem]:
    """Check that a question with choices has some."""
    for index, question in enumerate(survey.questions):
        if question.kind is QuestionKind.CHOICE and len(question.choices) < 2:  # noqa: PLR2004
            yield document.problem(
                ("questions", index), Rule.CHOICES, "a question with choices needs at least two."
            )


def check_module(document: Document, module: Module, world: World) -> Iterator[Problem]:
    """Check that each quiz question has its right answer, and that the text is not of the future."""
    for index, question in enumerate(module.quiz):
        if question.right > len(question.answers):
            yield document.problem(
                ("quiz", index, "right"),
                Rule.QUIZ,
                f"right is {question.right}, but there are {len(question.answers)} answers.",
            )
    if world.is_ahead(module.reviewed):
        yield document.problem(
            ("reviewed",),
            Rule.DATE,
            f"reviewed lies after today, {world.today}.",
            severity=Severity.WARNING,
        )

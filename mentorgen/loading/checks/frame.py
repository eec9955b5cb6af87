"""Checks of what frames the pairs: settings, vocabulary, plans, surveys, training."""

from collections.abc import Iterator

from mentorgen.loading.checks.circles import circles
from mentorgen.loading.checks.policies import check_follow_up, check_matching
from mentorgen.loading.checks.repeats import repeats
from mentorgen.loading.checks.world import World
from mentorgen.loading.checks.zones import check_zone
from mentorgen.loading.documents import Document
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import shown
from mentorgen.model.ids import SkillId
from mentorgen.model.people import Participant
from mentorgen.model.problems import Problem, Severity
from mentorgen.model.settings import Settings
from mentorgen.model.skills import Vocabulary
from mentorgen.model.surveys import Survey
from mentorgen.model.training import Module
from mentorgen.model.words import QuestionKind

_FIRST_FEW = 5


def check_settings(document: Document, settings: Settings, world: World) -> Iterator[Problem]:
    """Check the program's own file."""
    yield from check_zone(document, ("timezone",), settings.timezone)
    yield from repeats(document, "coordinators", settings.coordinators)
    yield from check_matching(document, settings.matching)
    yield from check_follow_up(document, settings.follow_up)
    behind = sorted(
        person.slug
        for person in world.all(Participant)
        if person.consent
        and person.consent.withdrawn is None
        and person.consent.version < settings.consent_version
    )
    if behind:
        more = f" and {len(behind) - _FIRST_FEW} more" if len(behind) > _FIRST_FEW else ""
        message = (
            f"who agreed only to older words than version {settings.consent_version} is not shown or"
            f" reminded: {', '.join(behind[:_FIRST_FEW])}{more}. Ask them to agree to the new ones."
        )
        yield document.problem(
            ("consent_version",), Rule.NO_CONSENT, message, severity=Severity.WARNING
        )


def check_vocabulary(document: Document, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Check that each skill has one id, that names lead to one skill, and that parents are no circle."""
    seen: dict[str, int] = {}
    for index, skill in enumerate(vocabulary.skills):
        names = dict.fromkeys(name.lower() for name in (skill.id, skill.label, *skill.aliases))
        taken = next((name for name in names if seen.setdefault(name, index) != index), None)
        if taken is not None:
            other = vocabulary.skills[seen[taken]]
            yield document.problem(
                ("skills", index, "id"),
                Rule.SAME_SKILL,
                f"{shown(taken)} already names the skill {shown(other.id)}; a name is one skill.",
            )
    parents = {str(skill.id): skill.parent for skill in reversed(vocabulary.skills)}
    places = {skill.id: index for index, skill in reversed([*enumerate(vocabulary.skills)])}
    for circle in circles(parents):
        way = ", ".join(map(shown, circle))
        yield document.problem(
            ("skills", places[SkillId(circle[0])], "parent"),
            Rule.SKILL_CIRCLE,
            f"these parents lead back to where they began: {way}; take one of them out.",
        )


def check_survey(document: Document, survey: Survey) -> Iterator[Problem]:
    """Check that questions can be told apart, and that those with choices have some."""
    ids: set[str] = set()
    about_goals = 0
    for index, question in enumerate(survey.questions):
        if question.kind is QuestionKind.CHOICE and len(set(question.choices)) < 2:  # noqa: PLR2004
            yield document.problem(
                ("questions", index), Rule.CHOICES, "a question with choices needs at least two."
            )
        if question.id in ids:
            message = f"{shown(question.id)} is the id of another question too; rename one of them."
            yield document.problem(("questions", index, "id"), Rule.SAME_QUESTION, message)
        ids.add(question.id)
        about_goals += question.kind is QuestionKind.GOALS
        if question.kind is QuestionKind.GOALS and about_goals > 1:
            message = "another question asks about the goals too; take one of them out."
            yield document.problem(("questions", index, "kind"), Rule.SAME_QUESTION, message)


def check_module(document: Document, module: Module, world: World) -> Iterator[Problem]:
    """Check that each quiz question has one right answer, and that the text is not of the future."""
    for index, question in enumerate(module.quiz):
        if question.right > len(question.answers):
            yield document.problem(
                ("quiz", index, "right"),
                Rule.QUIZ,
                f"right is {question.right}, but there are {len(question.answers)} answers.",
            )
        elif len(set(question.answers)) < len(question.answers):
            message = "one answer stands here twice; then nobody can tell which is right."
            yield document.problem(("quiz", index, "answers"), Rule.QUIZ, message)
    yield from world.ahead(document, ("reviewed",), module.reviewed, "reviewed")

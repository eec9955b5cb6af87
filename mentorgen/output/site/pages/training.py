"""The page of all training, and the text of each module."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from mentorgen.analysis.facts import facts_until
from mentorgen.model.facts import Completed, Waived
from mentorgen.model.ids import ModuleId, Slug
from mentorgen.model.said import said, said_n
from mentorgen.model.training import Module, QuizQuestion
from mentorgen.model.words import Audience, Role
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.views import ModuleView, PathView, TrainingView
from mentorgen.output.site.words import Words

_ROLES = {
    Audience.MENTOR: Role.MENTOR,
    Audience.MENTEE: Role.MENTEE,
    Audience.COORDINATOR: Role.BOTH,
}
_INTROS = {
    Audience.MENTOR: said("For everybody who gives an hour."),
    Audience.MENTEE: said("For everybody who wants to make something of it."),
    Audience.COORDINATOR: said("For the few who keep the round going."),
}


_TRAINING = said("Training")
_AIMS = said("Afterwards you can:")
_QUESTIONS = said("Questions to end with")
_ANSWER = said("The answer")
_TITLES = {
    "mentors": said("For mentors"),
    "mentees": said("For mentees"),
    "coordinators": said("For coordinators"),
}


def training_view(frame: Frame) -> TrainingView:
    """Show every path with its modules."""
    modules = sorted(frame.program.modules.values(), key=lambda module: module.id)
    by_path = groupby(modules, key=lambda module: module.id.partition("/")[0])
    paths = sorted(((name, tuple(found)) for name, found in by_path), key=_place_of_path)
    return TrainingView(
        title=_TRAINING,
        description=said("Short modules for mentors, mentees and coordinators."),
        lead=said("Short, and made to be used on the same day. Each ends with something to do."),
        paths=tuple(_path(frame, name, found) for name, found in paths),
    )


def _place_of_path(path: tuple[str, tuple[Module, ...]]) -> int:
    """Put mentors first, as everywhere."""
    _, modules = path
    return tuple(Audience).index(modules[0].audience[0])


def _path(frame: Frame, name: str, modules: tuple[Module, ...]) -> PathView:
    audience = modules[0].audience[0]
    return PathView(
        id=name,
        title=_TITLES.get(name) or said("For %(who)s", who=name.replace("-", " ")),
        role=_ROLES[audience],
        intro=_INTROS[audience],
        modules=tuple(_module(frame, module) for module in modules),
    )


def _module(frame: Frame, module: Module) -> ModuleView:
    people = [frame.program.participants[slug] for slug in frame.people]
    meant = {
        person.slug
        for person in people
        if (Audience.MENTOR in module.audience and person.role.mentors)
        or (Audience.MENTEE in module.audience and person.role.learns)
    }
    done = {slug for slug in meant if module.id in _completed(frame, slug)}
    return ModuleView(
        title=module.title,
        path=f"training/{module.id}/",
        minutes=module.minutes,
        objectives=module.objectives,
        done_by=len(done),
        meant_for=len(meant),
        has_quiz=bool(module.quiz),
    )


def _completed(frame: Frame, slug: Slug) -> set[ModuleId]:
    facts = facts_until(frame.program.person_facts[slug], frame.today)
    return {fact.module for fact in facts if isinstance(fact, Completed | Waived)}


def module_markdown(module: Module, words: Words) -> str:
    """Write a module as a Markdown page: the organisers' own text, then its questions."""
    return "\n".join([*_head(module, words), module.text, "", *_quiz(module.quiz, words)])


def _head(module: Module, words: Words) -> Iterator[str]:
    length = words.of(said_n("%(num)s minute", "%(num)s minutes", module.minutes))
    yield f"# {module.title}"
    yield ""
    yield f'<p class="kicker"><a href="../../">{words.of(_TRAINING)}</a> / {length}</p>'
    yield ""
    yield f"**{words.of(_AIMS)}**"
    yield ""
    yield from (f"- {objective}" for objective in module.objectives)
    yield ""


def _quiz(questions: Iterable[QuizQuestion], words: Words) -> Iterator[str]:
    for number, question in enumerate(questions, start=1):
        if number == 1:
            yield f"## {words.of(_QUESTIONS)}"
            yield ""
        yield f"**{number}. {question.question}**"
        yield ""
        yield from (f"- {answer}" for answer in question.answers)
        right = question.answers[question.right - 1]
        yield ""
        yield (
            f"<details><summary>{words.of(_ANSWER)}</summary><p><strong>{escape(right)}</strong> "
            f"{escape(question.why)}</p></details>"
        )
        yield ""

"""What a form comes to, checked as a whole: files that a check would take, or answers to mend."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from mentorgen.adapters.github.intake.asked import AnswerError, Asked, Wanted
from mentorgen.adapters.github.intake.asking import ask_by_name, book
from mentorgen.adapters.github.intake.pairs import goal, informal_pair, meeting
from mentorgen.adapters.github.intake.people import NOTHING, change, join, leave, pause
from mentorgen.adapters.github.intake.skills import VOCABULARY
from mentorgen.analysis.ownership import refusals
from mentorgen.errors import CannotEditError
from mentorgen.loading.changes import change_of
from mentorgen.loading.checks.zones import complaint_of_zone
from mentorgen.loading.draft import errors_in_all
from mentorgen.loading.form_templates import FormTemplate
from mentorgen.loading.forms import Complaint
from mentorgen.loading.languages import NAMES
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import did_you_mean
from mentorgen.model.problems import Problem
from mentorgen.model.requests import RequestKind
from mentorgen.model.words import Reviewed

Complaints: TypeAlias = tuple[Complaint, ...]

_ASKED: Mapping[RequestKind, Callable[[Asked], Wanted]] = {
    RequestKind.JOIN_AS_MENTOR: join,
    RequestKind.JOIN_AS_MENTEE: join,
    RequestKind.EDIT: change,
    RequestKind.PAUSE: pause,
    RequestKind.LEAVE: leave,
    RequestKind.MEETING: meeting,
    RequestKind.GOAL: goal,
    RequestKind.ASK: ask_by_name,
    RequestKind.BOOK: book,
    RequestKind.INFORMAL_PAIR: informal_pair,
}
_DAYS = frozenset({"day", "until", "due", "starts", "next"})
_NUMBERS = frozenset({"minutes"})
_ZONE = "timezone"
_KEY = re.compile(r"( *)(-? *)([a-z_]+):")
"""A line's indent, its dash if it is an entry of a list, and its field."""


def wanted_by(asked: Asked, *, newest_day: date) -> Wanted | Complaints:
    """Give what a form comes to, or everything about it that has to be mended first."""
    complaints = asked.filled.complaints
    if complaints:
        return complaints
    complaints = tuple(_unreadable(asked))
    try:
        wanted = _ASKED[asked.filled.template.kind](asked)
    except AnswerError as error:
        return tuple(dict.fromkeys((*complaints, _complaint(asked, error))))
    except CannotEditError as error:
        return (*complaints, Complaint("", f"{error} The organisers can help."))
    texts = {place: text or "" for place, text in wanted.texts.items()}
    problems = [*errors_in_all(wanted.texts, root=asked.root, today=newest_day)]
    found = (*complaints, *_complaints(asked.filled.template, problems, texts))
    return tuple(dict.fromkeys(found)) or wanted


def waits_for_review(asked: Asked, wanted: Wanted) -> bool:
    """Tell whether an organiser looks at it first: the program says so, or it is not all the author's own.

    A time that is booked stands in the mentor's file; nothing but the name of who booked it differs.
    """
    if wanted.review in asked.program.settings.review or wanted.new_skills:
        return True
    if wanted.review is Reviewed.BOOKINGS:
        return False
    changes = (
        change_of(
            place,
            asked.content(place) if (asked.root / place).exists() else None,
            text.encode() if text is not None else None,
        )
        for place, text in wanted.texts.items()
    )
    return any(refusals(asked.program, asked.author.id, changes))


def _unreadable(asked: Asked) -> Iterator[Complaint]:
    """Complain of all days, numbers and time zones at once, whatever else is asked for."""
    for question in asked.filled.template.questions:
        try:
            if question.id in _DAYS:
                asked.day(question.id)
            if question.id in _NUMBERS:
                asked.number_in(question.id)
        except AnswerError as error:
            yield _complaint(asked, error)
        zone = asked.filled.text(question.id) if question.id == _ZONE else ""
        wrong = complaint_of_zone(zone) if zone not in ("", NOTHING) else None
        if wrong is not None:
            yield Complaint(question.label, wrong)


def _complaint(asked: Asked, error: AnswerError) -> Complaint:
    return Complaint(_label(asked.filled.template, error.question), str(error))


def _complaints(
    form: FormTemplate, problems: Iterable[Problem], texts: Mapping[str, str]
) -> Complaints:
    found = (
        Complaint(_label(form, _question(form, problem, texts)), _said(problem))
        for problem in problems
    )
    return tuple(dict.fromkeys(found))


def _said(problem: Problem) -> str:
    """Say what is wrong to somebody who never saw a file."""
    if problem.rule is Rule.CONTACT_DETAILS:
        return f"{problem.message.partition(';')[0]}; leave it out, since everybody can read this."
    if problem.rule is Rule.LANGUAGE:
        *_, word, _ = problem.message.split("'")
        return (
            f"'{word}' is not known by name here.{did_you_mean(word.title(), NAMES)} The code of a language, such as"
            " sv or pt-BR, is understood, too."
        )
    return problem.message


def _question(form: FormTemplate, problem: Problem, texts: Mapping[str, str]) -> str:
    """Find the question whose answer stands at a problem's place: ids of questions are fields."""
    lines = texts.get(problem.path, "").split("\n")[: problem.line]
    keys = ("offers-other", "wants-other") if problem.path == VOCABULARY else _keys_upwards(lines)
    ids = [question.id for question in form.questions]
    for key in keys:
        for id_ in ids:
            if id_ == key or id_.startswith(f"{key}-"):
                return id_
    if problem.path.endswith(".md"):
        return "day" if problem.rule is Rule.MEETING_DAY else "notes"
    return ""


def _keys_upwards(lines: list[str]) -> Iterator[str]:
    """Yield the field that stands in the last line, then those inside which it stands."""
    depth = 10_000
    for line in reversed(lines):
        found = _KEY.match(line)
        if found and 2 * len(found[1]) + bool(found[2]) < depth:
            depth = 2 * len(found[1]) + bool(found[2])
            yield found[3]


def _label(form: FormTemplate, id_: str) -> str:
    return next((question.label for question in form.questions if question.id == id_), "")

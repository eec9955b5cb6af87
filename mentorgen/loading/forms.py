"""What people answered in a form.

What comes back from a forge is one text: each question as a
heading, the answer below it. Anybody can change that text by hand, so every answer may be missing,
twice, or something else than what was offered; then there is a sentence about it instead of a guess.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from mentorgen.loading.form_templates import AnswerKind, FormTemplate, Question
from mentorgen.loading.spelling import did_you_mean, shown
from mentorgen.loading.text import BOM, hidden_character

_TICK = re.compile(r"[-*+][ \t]+\[([ xX]?)\][ \t]*(.*)")
_TARGET = re.compile(r"\[([^\[\]\n]+)\]\((?:mailto:)?([^()\s]+)\)")
_NO_WIDTH = "\N{ZERO WIDTH SPACE}"
"""Stands in what a bot quotes, so that it does nothing, and comes back where somebody copies that."""
_ANGLES = re.compile(r"<(https?://[^<>\s]+)>")
_NOTHING = frozenset({"", "_no response_", "*no response*", "no response", "none"})
"""How a forge writes that somebody answered nothing, in whatever case."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """Why an answer cannot be taken, for whoever gave it; `question` is the label, if it is about one."""

    question: str
    message: str


Answer: TypeAlias = tuple[str, ...] | Complaint
"""What somebody wrote or chose, or why it cannot be taken."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A form with its answers by the ids of the questions; what cannot be taken is a complaint."""

    template: FormTemplate
    answers: Mapping[str, tuple[str, ...]]
    complaints: tuple[Complaint, ...]

    def text(self, question: str) -> str:
        """Give an answer in words; nothing where there is none."""
        return "\n".join(self.answers.get(question, ()))

    def lines(self, question: str) -> tuple[str, ...]:
        """Give the lines or the choices of an answer, each once, without the marks of a list."""
        lines = (
            re.sub(r"^[-*+][ \t]+", "", line).strip()
            for answer in self.answers.get(question, ())
            for line in answer.split("\n")
        )
        return tuple(dict.fromkeys(line for line in lines if line))


def filled_form(title: str, body: str, forms: Sequence[FormTemplate]) -> Filled | None:
    """Recognise a form by how the title begins and by its headings; None where it is none of them.

    A form of which some headings are gone is still that form, with complaints, and so is one that has
    them all below another title. Labels prove nothing: a forge drops them where their author may not
    set any.
    """
    text, begins = _cleaned(body), title.strip().casefold()
    named = [form for form in forms if begins.startswith(form.title.strip().casefold())]
    form = max(named, key=lambda one: len(one.title), default=None) or _whole(text, forms)
    if form is None:
        return None
    sections = _sections(text, form.questions)
    if not sections:
        return None
    answers: dict[str, tuple[str, ...]] = {}
    complaints = [] if named else [_title_complaint(form)]
    for question in form.questions:
        answer = _answer(question, sections.get(question.label, ()))
        if isinstance(answer, Complaint):
            complaints.append(answer)
        else:
            answers[question.id] = answer
    return Filled(form, answers, tuple(complaints))


def choice(words: str) -> str:
    """Make the files' word of an offered one: 'can help' is 'can-help', 'story: how …' is 'story'."""
    return words.partition(":")[0].strip().lower().replace(" ", "-")


def _whole(text: str, forms: Sequence[FormTemplate]) -> FormTemplate | None:
    """Find the form whose headings are all there: people like to give a title of their own."""
    found = [form for form in forms if len(_sections(text, form.questions)) == len(form.questions)]
    return max(found, key=lambda form: len(form.questions), default=None)


def _title_complaint(form: FormTemplate) -> Complaint:
    return Complaint(
        "", f"begin the title with '{form.title.strip()}', which says what you ask for."
    )


def _cleaned(body: str) -> str:
    """Take out what nobody sees: a byte order mark, other line ends, comments."""
    text = body.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")
    kept, end = [], 0
    while (start := text.find("<!--", end)) >= 0 and (close := text.find("-->", start)) >= 0:
        kept.append(text[end:start])
        end = close + 3
    return "".join((*kept, text[end:]))


def _sections(text: str, questions: Sequence[Question]) -> Mapping[str, tuple[str, ...]]:
    """Give what stands below each label; a label that is there twice has two texts."""
    labels = {question.label.casefold(): question.label for question in questions}
    found: dict[str, list[list[str]]] = {}
    lines: list[str] = []
    for line in text.split("\n"):
        bare = line.replace(_NO_WIDTH, "").strip()
        words = " ".join(bare.strip("#").split()).casefold() if bare.startswith("#") else ""
        label = labels.get(words)
        if label is None:
            lines.append(line)
        else:
            lines = []
            found.setdefault(label, []).append(lines)
    return {label: tuple("\n".join(one).strip() for one in all_) for label, all_ in found.items()}


def _answer(question: Question, texts: tuple[str, ...]) -> Answer:
    """Understand what stands below a question."""
    if not texts:
        return Complaint(
            question.label,
            "this question is gone from the text. Put it back on a line of its own that begins with"
            " three number signs and a space, or fill in the form again.",
        )
    if len(texts) > 1:
        return Complaint(question.label, "this heading is there twice; keep one of them.")
    if hidden := hidden_character(texts[0]):
        return Complaint(question.label, f"there is a {hidden[1]}")
    text = "" if texts[0].casefold() in _NOTHING else texts[0]
    return _READERS[question.kind](question, text)


def _line(question: Question, text: str) -> Answer:
    return _written(question, " ".join(text.split()))


def _written(question: Question, text: str) -> Answer:
    plain = _ANGLES.sub(r"\1", _TARGET.sub(_unwrapped, text))
    if question.is_required and not plain:
        return Complaint(question.label, "this needs an answer.")
    return (plain,) if plain else ()


def _unwrapped(found: re.Match[str]) -> str:
    """Write an address alone where a forge or a browser made a link of it."""
    return found[1] if found[1] == found[2] else found[0]


def _chosen(question: Question, text: str) -> Answer:
    if "\n" in text:
        return Complaint(
            question.label,
            "more stands here than one answer; is the heading of the next question gone?",
        )
    parts = text.split(",") if question.is_multiple else [text]
    words = [part.strip() for part in parts if part.strip()]
    offered = {option.casefold(): option for option in question.options}
    strange = next((word for word in words if word.casefold() not in offered), None)
    if strange is not None:
        return Complaint(question.label, _not_offered(strange, question))
    if question.is_required and not words:
        return Complaint(question.label, "this needs an answer.")
    return tuple(dict.fromkeys(offered[word.casefold()] for word in words))


def _not_offered(word: str, question: Question) -> str:
    near = did_you_mean(word, question.options)
    return f"{shown(word)} is not one of the choices.{near or _some(question.options)}"


def _some(options: Sequence[str]) -> str:
    shown = ", ".join(options[:8])
    return f" They are: {shown}{', …' if len(options) > 8 else ''}."  # noqa: PLR2004


def _ticked(question: Question, text: str) -> Answer:
    offered = {option.casefold(): option for option in question.options}
    ticks = [found for line in text.split("\n") if (found := _TICK.fullmatch(line.strip()))]
    words = [found[2].strip() for found in ticks if found[1].strip()]
    strange = next((word for word in words if word.casefold() not in offered), None)
    if strange is not None:
        return Complaint(question.label, _not_offered(strange, question))
    chosen = tuple(dict.fromkeys(offered[word.casefold()] for word in words))
    if not set(question.must_tick) <= set(chosen):
        return Complaint(
            question.label, "this needs your tick: click on its box, or write - [x] in front of it."
        )
    return chosen


_READERS: Mapping[AnswerKind, Callable[[Question, str], Answer]] = {
    AnswerKind.INPUT: _line,
    AnswerKind.TEXTAREA: _written,
    AnswerKind.DROPDOWN: _chosen,
    AnswerKind.CHECKBOXES: _ticked,
}

"""The forms that a repository has: the questions by which a forge asks people."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from mentorgen.errors import MentorgenError
from mentorgen.loading.faults import UnreadableError
from mentorgen.loading.text import decode
from mentorgen.loading.yaml_events import Value
from mentorgen.loading.yaml_source import parse_yaml
from mentorgen.model.requests import RequestKind

FOLDER = ".github/ISSUE_TEMPLATE"
"""Where a repository on GitHub keeps its forms."""


class AnswerKind(StrEnum):
    """How a form asks, by the forge's own names."""

    INPUT = "input"
    TEXTAREA = "textarea"
    DROPDOWN = "dropdown"
    CHECKBOXES = "checkboxes"


class BrokenFormError(MentorgenError):
    """A form's own file is no form; the organisers mend it."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a form; `id` says what it asks for, whatever language its label is in."""

    id: str
    label: str
    kind: AnswerKind
    is_required: bool
    is_multiple: bool = False
    options: tuple[str, ...] = ()
    must_tick: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormTemplate:
    """A form as its file describes it; the titles of what is filled in begin with `title`."""

    kind: RequestKind
    title: str
    questions: tuple[Question, ...]


def read_forms(root: Path) -> tuple[FormTemplate, ...]:
    """Read the forms that a repository has, in the order of their kinds.

    Raises:
        BrokenFormError: one of them is no form.
    """
    return tuple(_read_forms(root / FOLDER))


def _read_forms(folder: Path) -> Iterator[FormTemplate]:
    for kind in RequestKind:
        file = folder / f"{kind.value}.yml"
        if not file.is_file() or file.is_symlink():
            continue
        try:
            fields = parse_yaml(decode(file.read_bytes())).fields
        except UnreadableError as error:
            raise _broken(file, error.fault.message) from None
        yield _template(file, kind, fields)


def _template(file: Path, kind: RequestKind, fields: Mapping[str, Value]) -> FormTemplate:
    title, body = fields.get("title"), fields.get("body")
    if not isinstance(title, str) or not title.strip() or not isinstance(body, list):
        raise _broken(file, "it needs a title, by which its issues are recognised, and a body.")
    questions = tuple(_questions(body))
    labels = {question.label.casefold() for question in questions} - {""}
    ids = {question.id for question in questions} - {""}
    if not questions or len(labels) < len(questions) or len(ids) < len(questions):
        raise _broken(file, "each of its questions needs a label and an id of its own.")
    return FormTemplate(kind, title, questions)


def _broken(file: Path, why: str) -> BrokenFormError:
    return BrokenFormError(
        f"{FOLDER}/{file.name} is no form: {why} 'mentorgen github forms' writes it again."
    )


def _questions(body: Sequence[Value]) -> Iterator[Question]:
    kinds = {kind.value: kind for kind in AnswerKind}
    for item in body:
        if not isinstance(item, dict) or item.get("type") not in kinds:
            continue
        attributes, rules = _map(item.get("attributes")), _map(item.get("validations"))
        offered = attributes.get("options")
        options = tuple(offered) if isinstance(offered, list) else ()
        yield Question(
            str(item.get("id") or ""),
            " ".join(str(attributes.get("label") or "").split()),
            kinds[str(item["type"])],
            is_required=rules.get("required") is True,
            is_multiple=attributes.get("multiple") is True,
            options=tuple(_label(option) for option in options),
            must_tick=tuple(
                _label(option) for option in options if _map(option).get("required") is True
            ),
        )


def _map(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, dict) else {}


def _label(option: Value) -> str:
    return str(_map(option).get("label") if isinstance(option, dict) else option)

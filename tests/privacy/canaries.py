"""A program of any size in which every value is a word of its own, made from the models themselves.

Each text is a token that occurs nowhere else, so wherever it turns up one knows whose it was, which
field it came from and who was meant to see it. A field that is new in a model is filled without a
word here; one that cannot be filled stops the tests.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from typing import Annotated, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from mentorgen.loading.layout import SHELVES, Shelf
from mentorgen.loading.shapes import Shape, shapes_of
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import Kind
from mentorgen.model.logs import FACTS
from mentorgen.model.privacy import Level, Shared
from mentorgen.model.record import Part

TODAY = date(2026, 5, 6)
TOKEN = re.compile("zq[0-9a-z]{5}x")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwy"


class Circle(StrEnum):
    """Who may come across a token."""

    SHOWN = "everybody, on the site too"
    IN_FILES = "everybody who reads the repository, not the site: it was not ticked, or has no page"
    MEMBERS = "members"
    PAIR = "the pair and the coordinators"
    COORDINATORS = "the coordinators"
    HIDDEN = "the coordinators: of a public kind, but it stands in the private folder"
    NOBODY = "nobody: its person did not consent"


_OF_LEVEL = {
    Level.MEMBERS: Circle.MEMBERS,
    Level.PAIR: Circle.PAIR,
    Level.COORDINATORS: Circle.COORDINATORS,
}
_PRIVATE = frozenset({Circle.PAIR, Circle.HIDDEN})
"""Records of these circles lie in the private folder with everything in them."""
PUBLIC = frozenset({Circle.SHOWN, Circle.IN_FILES})
BY_LEVEL = frozenset(_OF_LEVEL.values())


@dataclass(frozen=True, slots=True)
class Planted:
    """Where a token stands: the field, written `Model.field`, and who may see it."""

    where: str
    circle: Circle


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose record it is: who may see its public fields, and what the person ticked."""

    circle: Circle = Circle.SHOWN
    ticked: bool = True


OPEN = Owner()
OMIT = object()
Written = tuple[Level, dict[str, object]]


@dataclass
class Canaries:
    """The files of a program, those of its private folder, and every token in them."""

    files: dict[str, str] = field(default_factory=dict)
    private: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, Planted] = field(default_factory=dict)
    fields: set[tuple[type[Part], str]] = field(default_factory=set)
    survey: str = ""
    question: str = ""
    goals: dict[str, str] = field(default_factory=dict)

    def token(self, where: str, circle: Circle) -> str:
        """Make a word that occurs nowhere else."""
        number, digits = len(self.tokens), ""
        for _ in range(5):
            number, digit = divmod(number, len(_DIGITS))
            digits = _DIGITS[digit] + digits
        word = f"zq{digits}x"
        self.tokens[word] = Planted(where, circle)
        return word

    def of(self, *circles: Circle) -> dict[str, str]:
        """Give the tokens of some circles, each with where it stands."""
        return {
            token: planted.where
            for token, planted in self.tokens.items()
            if planted.circle in circles
        }

    def add(
        self,
        kind: Kind,
        words: Mapping[str, str],
        owner: Owner,
        /,
        *,
        body: str = "",
        hide: Collection[str] = (),
        **over: object,
    ) -> None:
        """Write a record: what is public into the program, the rest beside it in the private folder.

        Fields in `hide` are of a public kind and go to the private folder all the same.
        """
        shelf = _shelf(kind)
        place = _place(kind, words)
        public: dict[str, object] = {"schema": 1}
        hidden: dict[str, object] = {"schema": 1}
        for shape in shapes_of(shelf.model):
            self.fields.add((shelf.model, shape.name))
            value = over.get(shape.written, ...)
            if shape.source or shape.written == "schema" or value is OMIT:
                continue
            is_hidden = shape.written in hide
            target = public if shape.level is Level.PUBLIC and not is_hidden else hidden
            whose = Owner(Circle.HIDDEN) if is_hidden else owner
            target[shape.written] = self.value(shelf.model, shape, whose) if value is ... else value
        if owner.circle in _PRIVATE:
            self._write(self.private, place, {**public, **hidden}, body)
            return
        self._write(self.files, place, public, body)
        if len(hidden) > 1:
            self._write(self.private, place, hidden, "")

    def log(
        self, kind: Kind, words: Mapping[str, str], owner: Owner, facts: Iterable[Written]
    ) -> None:
        """Write the facts of a log, each into the folder of its level."""
        own = tuple(facts)
        open_file = owner.circle not in _PRIVATE
        for files, is_open in ((self.files, True), (self.private, False)):
            here = [fact for level, fact in own if (open_file and level is Level.PUBLIC) is is_open]
            if here:
                self._write(files, _place(kind, words), {"schema": 1, "facts": here}, "")

    def fact(self, kind: FactKind, owner: Owner, /, **over: object) -> Written:
        """Write a fact of a kind, with its level."""
        model = FACTS[kind]
        return model.level, self.part(model, owner, **{"replaces": None, "on": "2026-03-05"} | over)

    def part(self, model: type[Part], owner: Owner, /, **over: object) -> dict[str, object]:
        """Write a value inside a record."""
        self.fields |= {(model, shape.name) for shape in shapes_of(model)}
        return {
            shape.written: over.get(shape.written, ...)
            if shape.written in over
            else self.value(model, shape, owner)
            for shape in shapes_of(model)
        }

    def value(self, model: type[Part], shape: Shape, owner: Owner) -> object:
        """Fill a field with something that its model takes, a token wherever it is a text."""
        circle = _circle(model, shape, owner)
        whole, annotation = _adapter(model, shape.name), model.model_fields[shape.name].annotation
        if shape.parts:
            inner = self.part(shape.parts[0], Owner(circle, ticked=owner.ticked))
            return _first_valid(whole, [inner, [inner]])
        kinds = [leaf for leaf in _leaves(annotation) if isinstance(leaf, type)]
        choices = [member.value for kind in kinds if issubclass(kind, Enum) for member in kind]
        literals = [get_args(annotation)[0].value] if get_origin(annotation) is Literal else []
        if str in kinds and not choices and not shape.refers:
            token = self.token(f"{model.__name__}.{shape.name}", circle)
            found = _first_valid(
                whole,
                [
                    token,
                    [token],
                    f"https://{token}.example.net/",
                    [f"https://{token}.example.net/"],
                ],
            )
            if found is not None:
                return found
            del self.tokens[token]
        plain = [*literals, *choices, 3, "2026-03-04", "10:30", True, "en", "UTC"]
        found = _first_valid(whole, [*plain, *([one] for one in plain)])
        assert found is not None, f"say how {model.__name__}.{shape.name} is filled"
        return found

    def _write(self, files: dict[str, str], place: str, fields: object, body: str) -> None:
        text = json.dumps(fields, ensure_ascii=False)
        is_private = files is self.private
        path = place.removeprefix("program/") if is_private else place
        files[path] = f"---\n{text}\n---\n{body}\n" if place.endswith(".md") else f"{text}\n"


def _shelf(kind: Kind) -> Shelf:
    (shelf,) = (one for one in SHELVES if one.kind is kind)
    return shelf


def _place(kind: Kind, words: Mapping[str, str]) -> str:
    return re.sub("<([a-z]+)>", lambda found: words.get(found[1], ""), _shelf(kind).place)


def _circle(model: type[Part], shape: Shape, owner: Owner) -> Circle:
    """A field is never shown to more people than its record, its level and its person's ticks allow."""
    if owner.circle is not Circle.SHOWN:
        return owner.circle
    if shape.level is not Level.PUBLIC:
        return _OF_LEVEL[shape.level]
    marks = [mark for mark in model.model_fields[shape.name].metadata if isinstance(mark, Shared)]
    return Circle.IN_FILES if marks and not owner.ticked else Circle.SHOWN


@cache
def _adapter(model: type[Part], name: str) -> TypeAdapter[object]:
    info = model.model_fields[name]
    return TypeAdapter(Annotated[(info.annotation, *info.metadata)])  # type: ignore[arg-type]


def _first_valid(whole: TypeAdapter[object], values: Iterable[object]) -> object:
    for value in values:
        try:
            whole.validate_json(json.dumps(value))
        except ValidationError:
            continue
        return value
    return None


def _leaves(annotation: object) -> Iterator[object]:
    inner = get_args(annotation)
    if not inner or get_origin(annotation) is Literal:
        yield annotation
    for argument in inner:
        yield from _leaves(argument)

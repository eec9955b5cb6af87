"""The edits that take a person out of somebody else's record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mentorgen.loading.edits import Edit, RemoveEntry, RemoveField, SetField
from mentorgen.loading.erasing_words import Words
from mentorgen.loading.layout import Spot
from mentorgen.loading.shapes import Shape, shapes_of
from mentorgen.loading.yaml_events import Path, Value
from mentorgen.model.erasure import Fate, Gone, Identity, Stays
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import Kind, PairId
from mentorgen.model.logs import FACTS
from mentorgen.model.record import Part

_OWN_WORDS = frozenset(
    {
        FactKind.CONFIRMED,
        FactKind.AGREED,
        FactKind.ASKED,
        FactKind.DECLINED,
        FactKind.LEFT,
        FactKind.SNOOZED,
        FactKind.OPTED_OUT,
        FactKind.OPTED_IN,
        FactKind.THANKED,
        FactKind.REFLECTED,
        FactKind.CONCERN,
    }
)
"""What somebody says for themselves about a pair: without them it would be said by nobody or by all.

In a person's log everything is about that person, whoever wrote it down.
"""


@dataclass(frozen=True, slots=True)
class Gap:
    """A person to be taken out: who they are, the words for them, and what becomes of their pairs."""

    who: Identity
    words: Words
    fates: Mapping[PairId, Fate]

    def is_named(self, refers: Kind, value: Value) -> bool:
        """Tell whether an id is theirs, or that of a pair that does not stay as it is."""
        if refers is Kind.PARTICIPANT:
            return value == self.who.slug
        return refers is Kind.PAIR and value in self.fates


def pair_of(spot: Spot) -> PairId:
    """Tell to which relationship a record belongs; an id that is none where it belongs to none."""
    own = spot.ids["id"] if spot.shelf.kind is Kind.PAIR else spot.ids.get("pair", "")
    return PairId(str(own))


def edits_without(gap: Gap, spot: Spot, fields: Mapping[str, Value]) -> list[Edit]:
    """List the edits of one record, so that each leaves the places of the next as they are."""
    found: dict[Path, Edit] = {}
    for path, refers, value in _names(spot.shelf.model, fields, ()):
        if gap.is_named(refers, value) and (
            edit := _edit(gap, spot.shelf.kind, fields, path, value)
        ):
            found[place_of(edit)] = edit
    if spot.shelf.kind is not Kind.PROGRAM:
        for path in _addresses(gap, dict(fields), ()):
            edit = _out(path)
            found[place_of(edit)] = edit
    fate = gap.fates.get(pair_of(spot)) if spot.shelf.kind is Kind.PAIR else None
    if isinstance(fate, Stays) and fields.get("form") not in {None, fate.form.value}:
        found["form",] = SetField(("form",), fate.form.value)
    outer = [
        path for path in found if not any(path[:length] in found for length in range(len(path)))
    ]
    return [found[path] for path in sorted(outer, key=_order, reverse=True)]


def _names(
    model: type[Part], fields: Mapping[str, Value], path: Path
) -> Iterator[tuple[Path, Kind, Value]]:
    """Yield every id that a record names, with its place, from the models and not from a list."""
    for shape in shapes_of(model):
        value = fields.get(shape.written)
        here = (*path, shape.written)
        places = (
            [((*here, index), item) for index, item in enumerate(value)]
            if isinstance(value, list)
            else [(here, value)]
        )
        for place, item in places:
            if shape.refers:
                yield place, shape.refers, item
            elif shape.parts and isinstance(item, dict):
                yield from _names(_part(shape, item), item, place)


def _part(shape: Shape, item: Mapping[str, Value]) -> type[Part]:
    return FACTS[str(item["kind"])] if shape.written == "facts" else shape.parts[0]


def _addresses(gap: Gap, value: Value, path: Path) -> Iterator[Path]:
    """Yield the place of every web address in which the person is named."""
    if isinstance(value, str):
        if value.startswith("https://") and gap.words.certain.search(value):
            yield path
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _addresses(gap, item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _addresses(gap, item, (*path, index))


def _edit(
    gap: Gap, kind: Kind, fields: Mapping[str, Value], path: Path, value: Value
) -> Edit | None:
    match path:
        case ("facts", int(index), "by"):
            return _fact_by(kind, fields, index)
        case ("facts", int(index), "who"):
            return RemoveEntry(("facts",), index)
        case ("facts", int(), "replaces", "by"):
            return _replaced_by(kind, fields, path)
        case ("facts", int(index), "pair"):
            return _fact_about(gap.fates[PairId(str(value))], value, index)
        case _:
            return _out(path)


def _fact_by(kind: Kind, fields: Mapping[str, Value], index: int) -> Edit:
    """Take out what a person said for themselves; of what they wrote about others only their id."""
    if _is_own_word(kind, fields, ("facts", index)):
        return RemoveEntry(("facts",), index)
    return RemoveField(("facts", index, "by"))


def _replaced_by(kind: Kind, fields: Mapping[str, Value], path: Path) -> Edit:
    """A correction of a fact that goes corrects nothing any more."""
    above = path[:-1]
    return RemoveField(above if _is_own_word(kind, fields, above) else path)


def _is_own_word(kind: Kind, fields: Mapping[str, Value], fact: Path) -> bool:
    return kind is Kind.PAIR_LOG and _at(fields, (*fact, "kind")) in _OWN_WORDS


def _fact_about(fate: Fate, value: Value, index: int) -> Edit | None:
    if isinstance(fate, Gone):
        return RemoveEntry(("facts",), index)
    return SetField(("facts", index, "pair"), fate.id) if fate.id != value else None


def _out(path: Path) -> Edit:
    *way, last = path
    return RemoveEntry(tuple(way), last) if isinstance(last, int) else RemoveField(path)


def place_of(edit: Edit) -> Path:
    """Give the path of what an edit changes or takes out."""
    return (*edit.path, edit.index) if isinstance(edit, RemoveEntry) else edit.path


def _at(fields: Mapping[str, Value], path: Path) -> Value:
    value: Value = dict(fields)
    for step in path:
        value = value[step]  # type: ignore[index]
    return value


def _order(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)

"""What differs between two versions of a record, with places in the newer one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from operator import eq

from mentorgen.loading.documents import Document, document_of
from mentorgen.loading.layout import Spot, spot_of
from mentorgen.loading.records import read_record
from mentorgen.loading.spelling import shown_path
from mentorgen.model.changes import Change, Doing, Mark
from mentorgen.model.facts import Fact
from mentorgen.model.ids import Kind, PairId, Slug
from mentorgen.model.logs import PairLog, PersonLog

_LOGS = frozenset({Kind.PAIR_LOG, Kind.PERSON_LOG})


def change_of(path: str, before: bytes | None, after: bytes | None) -> Change:
    """Compare two versions of the file at a path from the root; None is a version that is not there.

    What cannot be read has no fields; what is wrong with it is said by whoever reads the program.
    """
    name = safe_path(path)
    doing = _doing(before, after)
    spot = spot_of(path)
    if spot is None:
        return Change(path=name, doing=doing)
    old, new = _document(before, name, spot), _document(after, name, spot)
    change = Change(
        path=name,
        doing=doing,
        kind=spot.shelf.kind,
        slug=Slug(str(spot.ids["slug"])) if "slug" in spot.ids else None,
        pair=PairId(str(spot.ids["pair"])) if "pair" in spot.ids else None,
        fields=tuple(_fields(old, new)),
        github_id=_github_id(new),
    )
    return _with_facts(change, old, new) if spot.shelf.kind in _LOGS else change


def safe_path(path: str) -> str:
    """Write a path so that no line of a log begins with what its author chose freely."""
    shown = shown_path(path)
    return shown if shown[:1].isalnum() or shown[:1] in {".", "_"} else f"./{shown}"


def _doing(before: bytes | None, after: bytes | None) -> Doing:
    if before is None:
        return Doing.ADDED
    return Doing.DELETED if after is None else Doing.CHANGED


def _document(content: bytes | None, name: str, spot: Spot) -> Document | None:
    return None if content is None else document_of(content, name, spot)[0]


def _fields(old: Document | None, new: Document | None) -> Iterator[tuple[str, Mark]]:
    before, after = old.fields if old else {}, new.fields if new else {}
    for field in sorted(before.keys() | after.keys()):
        if new and (field not in before or field not in after or before[field] != after[field]):
            yield field, _mark(new, (field,))


def _with_facts(change: Change, old: Document | None, new: Document | None) -> Change:
    """Say of a log which facts are new, and which of the old ones is not where it was."""
    if change.doing is Doing.DELETED:
        return change
    before = () if change.doing is Doing.ADDED else _facts_of(old)
    after = _facts_of(new)
    if before is None or after is None or new is None:
        return replace(change, is_readable=False)
    same = [*map(eq, before, after), False].index(False)
    lost = _mark(new, ("facts", same)) if same < len(before) else None
    old_facts = Counter(before[same:])
    added = []
    for index, fact in enumerate(after[same:], start=same):
        if old_facts[fact] == 0:
            added.append((fact, _mark(new, ("facts", index))))
        old_facts[fact] -= 1
    return replace(change, new_facts=tuple(added), old_facts=before, lost_fact=lost)


def _facts_of(document: Document | None) -> tuple[Fact, ...] | None:
    record = read_record(document)[0] if document else None
    return record.facts if isinstance(record, (PairLog, PersonLog)) else None


def _github_id(document: Document | None) -> int | None:
    value = document.fields.get("github_id") if document else None
    return value if type(value) is int else None


def _mark(document: Document, path: tuple[str | int, ...]) -> Mark:
    place = document.place(path)
    return Mark(place.line, place.column)

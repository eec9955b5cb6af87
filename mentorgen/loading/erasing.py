"""Taking a person out of all files of a program: what each file says afterwards, in a safe order.

The order is such that the program makes sense after every step: what refers to something goes
before it, and the person's own record goes last. So a run that was killed is finished by another.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mentorgen.errors import CannotEditError
from mentorgen.loading.documents import Document, document_of
from mentorgen.loading.edits import edited
from mentorgen.loading.erasing_references import Gap, edits_without, pair_of
from mentorgen.loading.erasing_said import edits_in_words
from mentorgen.loading.erasing_text import is_no_text, text_in
from mentorgen.loading.layout import Spot
from mentorgen.loading.records import read_record
from mentorgen.model.erasure import USUAL_WORDS, Gone, Hit, Stays, Step
from mentorgen.model.ids import Kind, PairId

_PROPOSALS = "proposals/"
_LAST_KINDS = (Kind.PERSON_LOG, Kind.PAIR_LOG, Kind.MEETING, Kind.GOAL)
_OWN_RECORD = 100


@dataclass(frozen=True, slots=True)
class Held:
    """A file as it is: a record where it has a spot, otherwise a text that may name somebody."""

    file: Path
    name: str
    content: bytes
    spot: Spot | None = None
    private: bool = False
    obstacle: str = ""
    """Why nobody can say whether it names them."""


@dataclass(frozen=True, slots=True)
class FileStep:
    """What happens to a file; no content means that it is deleted."""

    file: Path
    content: bytes | None
    step: Step
    rank: int = 0


def erasing_steps(
    files: Iterable[Held], gap: Gap, *, replacement: str | None = None
) -> tuple[tuple[FileStep, ...], tuple[Hit, ...]]:
    """Plan what happens to each file, and list where the person is named after that.

    With a `replacement` those words take the place of theirs in records that stay in order; in
    any other file somebody has to read what the change would mean.

    Raises:
        CannotEditError: a record cannot be changed by a program without a doubt.
    """
    steps: list[FileStep] = []
    hits: set[Hit] = set()
    for held in files:
        step = _with_other_words(held, _step(held, gap), gap, replacement)
        content = step.content if step else held.content
        name = _name_after(held, gap)
        if content is not None and name != held.name:
            steps.extend(_moved(held, gap, step or _changed(held, gap, content, ()), name))
        elif step is not None:
            steps.append(step)
        if content is not None:
            found = tuple(_hits(held, gap, content, replacement))
            unsure = (replace(hit, certain=False) for hit in found)
            hits.update(unsure if is_no_text(content) else found)
    steps.sort(key=lambda step: (step.rank, step.step.path))
    return tuple(steps), tuple(sorted(hits))


def _hits(held: Held, gap: Gap, content: bytes, replacement: str | None) -> Iterator[Hit]:
    """Find where a file names them, and tell where other words could be put."""
    by_hand = replacement is not None or not _reworded(held, content, gap, USUAL_WORDS)[1]
    for hit in gap.words.hits(_name_after(held, gap), text_in(content)):
        yield replace(hit, by_hand=by_hand) if hit.certain else hit


def _with_other_words(
    held: Held, step: FileStep | None, gap: Gap, replacement: str | None
) -> FileStep | None:
    content = step.content if step else held.content
    if content is None or replacement is None:
        return step
    after, places = _reworded(held, content, gap, replacement)
    if not places:
        return step
    what = (*(step.step.what if step else ()), "reworded, see below")
    return _changed(held, gap, after, what, places)


def _step(held: Held, gap: Gap) -> FileStep | None:
    if held.spot is None:
        return _proposal(held, gap)
    reason = _reason_to_go(held.spot, gap)
    if reason:
        return _gone(held, gap, reason)
    document, _ = document_of(held.content, held.name, held.spot, private=held.private)
    if document is None:
        return None
    edits = edits_without(gap, held.spot, document.fields)
    if not edits:
        return None
    try:
        content = edited(held.content, edits, kind=held.spot.shelf.kind)
    except CannotEditError as error:
        raise CannotEditError(f"{held.name}: {error} Nothing was changed.") from None
    emptied = _emptied(held, document, content)
    return (
        _gone(held, gap, emptied)
        if emptied
        else _changed(held, gap, content, edits_in_words(edits, document))
    )


def _proposal(held: Held, gap: Gap) -> FileStep | None:
    """Take out the certificate of a proposal that they were part of: it would be false without them."""
    if _PROPOSALS in held.name and gap.words.certain.search(text_in(held.content)):
        return _gone(held, gap, "it is about them too and cannot be true without them")
    return None


def _reason_to_go(spot: Spot, gap: Gap) -> str | None:
    if spot.ids.get("slug") == gap.who.slug:
        return "theirs"
    fate = gap.fates.get(pair_of(spot))
    return "nobody is left to make it a relationship" if isinstance(fate, Gone) else None


def _emptied(held: Held, before: Document, content: bytes) -> str | None:
    """Say why a record means nothing any more: a meeting of nobody, a log without facts."""
    after, _ = document_of(content, held.name, before.spot)
    fields: Mapping[str, object] = after.fields if after else {}
    if fields.get("present", ...) == [] and before.fields["present"]:
        return "nobody else was there"
    if fields.get("facts", ...) == [] and fields.keys() == {"schema", "facts"}:
        return "no fact is left in it"
    return None


def _gone(held: Held, gap: Gap, why: str) -> FileStep:
    return FileStep(held.file, None, Step(held.name, goes=True, what=(why,)), _rank(held, gap))


def _changed(
    held: Held, gap: Gap, content: bytes, what: tuple[str, ...], reworded: tuple[Hit, ...] = ()
) -> FileStep:
    step = Step(held.name, goes=False, what=what, reworded=reworded)
    return FileStep(held.file, content, step, _rank(held, gap))


def _rank(held: Held, gap: Gap) -> int:
    """Order steps so that no file names what is gone already."""
    kind = held.spot.shelf.kind if held.spot else None
    if kind is Kind.PARTICIPANT and held.spot and held.spot.ids["slug"] == gap.who.slug:
        return _OWN_RECORD + (not held.private)
    if kind in _LAST_KINDS:
        return _LAST_KINDS.index(kind)
    return len(_LAST_KINDS) + (kind is Kind.PAIR)


def _reworded(
    held: Held, content: bytes, gap: Gap, replacement: str
) -> tuple[bytes, tuple[Hit, ...]]:
    """Put other words in, unless the record would then say something else besides, or be wrong."""
    text = _text(content)
    after, places = gap.words.reworded(_name_after(held, gap), text, replacement)
    changed = content[: len(content) - len(text.encode())] + after.encode()
    is_safe = bool(places) and _reads_alike(held, (content, changed), gap, replacement)
    return (changed, places) if is_safe else (content, ())


def _reads_alike(held: Held, contents: tuple[bytes, bytes], gap: Gap, replacement: str) -> bool:
    """Tell whether only the words differ, and no rule is broken that was kept before."""
    spot = held.spot
    before, after = (
        document_of(content, held.name, spot)[0] if spot else None for content in contents
    )
    if before is None or after is None:
        return False
    wanted = gap.words.replaced(dict(before.fields), replacement)
    return wanted == after.fields and len(read_record(after)[1]) <= len(read_record(before)[1])


def _moved(held: Held, gap: Gap, step: FileStep, to: str) -> Iterator[FileStep]:
    """Put a file under another name: the new one first, so that nothing is ever missing."""
    folder = held.file.as_posix().removesuffix(held.name.partition("/")[2])
    file = Path(folder + to.partition("/")[2])
    is_pair = held.spot is not None and held.spot.shelf.kind is Kind.PAIR
    came = replace(step.step, path=to, what=(f"was {held.name}", *step.step.what))
    yield FileStep(file, step.content, came, rank=-2 if is_pair else -1)
    yield _gone(held, gap, f"is {to} now")


def _name_after(held: Held, gap: Gap) -> str:
    """Give the name that a file has when its relationship has its other id."""
    pair = pair_of(held.spot) if held.spot else PairId("")
    fate = gap.fates.get(pair)
    return (
        re.sub(f"/{pair}(?=[/.])", f"/{fate.id}", held.name)
        if isinstance(fate, Stays)
        else held.name
    )


def _text(content: bytes) -> str:
    """Read a file as text in which words can be changed; what is not UTF-8 has none."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""

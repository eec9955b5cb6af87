"""A proposal as the text of a pull request, with a hidden note from which the next run goes on."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from mentorgen.analysis.figures import figure
from mentorgen.analysis.matching.terms import Pairing
from mentorgen.analysis.matching.values import Proposal, Suggestion
from mentorgen.analysis.wording import listed
from mentorgen.model.ids import CohortId, PairId, Slug
from mentorgen.model.program import Program
from mentorgen.output.github.marks import hidden, hidden_in
from mentorgen.output.matching.shared import MOST_BYTES, shared_match_report
from mentorgen.output.matching.words import people_text
from mentorgen.output.neutral import neutral
from mentorgen.output.report import as_markdown

KIND = "proposal"
"""The kind of the hidden line."""
_NOTE_ROOM = 16_000
"""Bytes that the note may take; of a larger proposal it keeps no list of people."""
_TEXT_ROOM = 4_000
_MOST_NAMED = 30
"""So many pairs that came or went are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a proposal said when it was written: `content` stands for all pairs with their details.

    `people` are those of each pair, where there is room; `forced` and `forbidden` what reviewers asked.
    """

    content: str
    people: tuple[tuple[Slug, ...], ...] = ()
    forced: tuple[Pairing, ...] = ()
    forbidden: tuple[Pairing, ...] = ()


def note_of(
    suggestions: Iterable[Suggestion],
    *,
    forced: tuple[Pairing, ...] = (),
    forbidden: tuple[Pairing, ...] = (),
) -> Note:
    """Note what is suggested; the same pairs with the same points give the same note on any day."""
    new = [one for one in suggestions if one.standing is None]
    content = json.dumps([_content(one) for one in new], separators=(",", ":"))
    return Note(
        content=sha256(content.encode()).hexdigest()[:16],
        people=tuple(one.everyone for one in new),
        forced=forced,
        forbidden=forbidden,
    )


def _content(suggestion: Suggestion) -> list[object]:
    flash = suggestion.flash
    return [
        suggestion.form,
        suggestion.mentors,
        suggestion.mentees,
        suggestion.members,
        [flash.on.isoformat(), flash.at.isoformat()] if flash else None,
        suggestion.points,
    ]


def written(note: Note) -> str:
    """Write a note as a hidden line."""
    said = {"content": note.content, "force": note.forced, "forbid": note.forbidden}
    whole = _compact({**said, "people": note.people})
    return hidden(KIND, whole if len(whole) <= _NOTE_ROOM else _compact(said))


def read_note(body: str) -> Note | None:
    """Read the note of a text that mentorgen wrote; None where there is none."""
    value = hidden_in(body, KIND)
    if value is None:
        return None
    try:
        said = json.loads(value)
        return Note(
            content=str(said["content"]),
            people=tuple(tuple(map(Slug, one)) for one in said.get("people", ())),
            forced=_pairings(said["force"]),
            forbidden=_pairings(said["forbid"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def _pairings(said: Iterable[Sequence[str]]) -> tuple[Pairing, ...]:
    return tuple((Slug(mentor), Slug(mentee)) for mentor, mentee in said)


def _compact(said: object) -> str:
    return json.dumps(said, separators=(",", ":"))


def proposal_title(program: Program, cohort: CohortId) -> str:
    """Name a proposal's pull request."""
    return f"Suggested pairs: {program.cohorts[cohort].name}"


def proposal_body(
    program: Program, proposal: Proposal, note: Note, *, before: Note | None, today: date
) -> str:
    """Write what reviewers read, out of `program`, which is what they all can read.

    `before` is the note of the last version.
    """
    room = MOST_BYTES - _NOTE_ROOM - _TEXT_ROOM
    report = shared_match_report(program, [proposal], today=today, room=room)
    parts = (
        _INTRODUCTION,
        *_wishes(program, note),
        *_changed(program, proposal, before),
        as_markdown(report).rstrip("\n"),
        *_left_over(proposal),
        _HOW_TO.format(content=note.content),
        written(note),
    )
    return "\n\n".join(parts) + "\n"


_INTRODUCTION = """\
These people are suggested to each other. The files were checked together with the whole program before they were put \
here, and nothing holds yet: once this is merged, everybody in a pair is asked for a yes, and each of them can say no."""
_HOW_TO = """\
#### To change something

* Edit or delete files here; from then on nobody but you changes this proposal.
* Or write a comment: `/why-not mentor mentee`, `/force mentor mentee` or `/forbid mentor mentee`, with the names of their files.

This is version `{content}`. An approval is for that version; when the pairs change, the number does too, and this page says what moved."""


ENDINGS_TITLE = "Pairs that may have come to their end"


def endings_note(pairs: Iterable[PairId]) -> Note:
    """Note whose endings are proposed; the same pairs give the same note on any day."""
    return Note(content=sha256(_compact(sorted(pairs)).encode()).hexdigest()[:16])


def endings_body(program: Program, pairs: Iterable[PairId]) -> str:
    """Write what reviewers read of pairs that nobody has heard of for long."""
    note = endings_note(pairs)
    lines = (
        f"* {listed(_names(program, program.pairs[pair].everyone))} (`{pair}`)"
        for pair in sorted(pairs)
    )
    return "\n\n".join((_ENDINGS, "\n".join(lines), _HOW_TO_END, written(note))) + "\n"


_ENDINGS = """\
Nothing has been written down of these pairs for long, they were asked, and an ending was announced to them. An ending \
is nobody's fault, and whoever wants another mentor goes first in the next round."""
_HOW_TO_END = """\
Once this is merged, they are over. Whoever still meets says so in a comment on the pair's own page with `/met`, and \
the pair goes from this list by itself. To keep a pair, delete its change here."""


def _wishes(program: Program, note: Note) -> Iterator[str]:
    for pairings, how in ((note.forced, "together"), (note.forbidden, "not together")):
        if pairings:
            names = listed(" and ".join(_names(program, pairing)) for pairing in pairings)
            yield f"As reviewers asked, {how}: {names}."


def _changed(program: Program, proposal: Proposal, before: Note | None) -> Iterator[str]:
    """Say what moved since the last version, as far as it is known."""
    if before is None or not before.people:
        return
    new = {one.everyone: one for one in proposal.suggestions if one.standing is None}
    came = [
        people_text(program, one) for everyone, one in new.items() if everyone not in before.people
    ]
    went = [" and ".join(_names(program, one)) for one in before.people if one not in new]
    for names, what in (([*map(neutral, came)], "New"), (went, "No longer suggested")):
        if names:
            more = [f"{len(names) - _MOST_NAMED} more"] if len(names) > _MOST_NAMED else []
            yield f"**{what} since the last version:** {'; '.join([*names[:_MOST_NAMED], *more])}."


def _names(program: Program, slugs: Iterable[Slug]) -> Iterator[str]:
    """Name people as everybody knows them; whoever left is a name of a file."""
    for slug in slugs:
        person = program.participants.get(slug)
        yield neutral(person.name) if person else f"`{slug}`"


def _left_over(proposal: Proposal) -> Iterator[str]:
    left = figure(len(proposal.waiting), over=(one.slug for one in proposal.waiting))
    if left.value:
        yield (
            f"{left.value} people find nobody this time and go first in the next round. "
            "Organisers see who and why with `mentorgen match` on their own machine."
        )

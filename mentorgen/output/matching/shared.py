"""A proposal for everybody to read, such as in a pull request: chosen people and public reasons alone.

Who waits, who comes next and points that private wishes or hours had a part in are for organisers.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate

from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.fits import Fit
from mentorgen.analysis.matching.rounds import Round, round_of
from mentorgen.analysis.matching.values import Match, Proposal, Suggestion
from mentorgen.model.program import Program
from mentorgen.output.matching.claims import claims
from mentorgen.output.matching.report import NO_ROUND
from mentorgen.output.matching.standing import standing_suggestions
from mentorgen.output.matching.suggestions import reasons_table, strongest
from mentorgen.output.matching.words import made_text, name_of, people_text
from mentorgen.output.report import Block, Folded, Heading, Paragraph, Report, Table, as_markdown

MOST_BYTES = 59_000
"""GitHub takes 65,536 characters in a comment; a workflow puts a few lines of its own around these."""

_SHARE_OF_TABLE = 60
"""Percent of the room that the table of all pairs may take; the rest is for details."""

CONTRADICTION = (
    "Pairs that are locked together contradict each other, or a rule of their round. "
    "An organiser sees which and why with 'mentorgen match', without '--format github'."
)
"""What stands against a lock can be what somebody said in confidence: so readers are told no more."""

NOBODY = "There is nobody to suggest to each other at the moment."
"""Said where the reason is not for everybody: something said in confidence, or people who are not shown."""


def shared_match_report(
    program: Program,
    proposals: Sequence[Proposal],
    *,
    today: date,
    rematch: bool = False,
    room: int = MOST_BYTES,
) -> Report:
    """Report on what is proposed, out of `program`, which is what everybody can read.

    With it stands what was suggested before, unless that may move in a `rematch`. Where all of it takes more than `room` bytes, the last pairs are counted and not shown.
    """
    shown = [one for one in proposals if one.cohort in program.cohorts]
    each = room // max(len(shown), 1)
    blocks = [
        block
        for one in shown
        for block in _blocks(
            round_of(program, one.cohort, today=today), one, room=each, rematch=rematch
        )
    ]
    return Report(tuple(blocks or [Paragraph(NO_ROUND)]), None)


def _blocks(matching: Round, proposal: Proposal, *, room: int, rematch: bool) -> Iterator[Block]:
    everybody = matching.program.participants.keys()
    all_shown = [one for one in proposal.suggestions if everybody >= {*one.everyone}]
    yield Heading(matching.cohort.name)
    if all_shown:
        text = f"{made_text(all_shown)} to look at."
        yield Paragraph(" ".join((text, *claims(proposal, shown=all_shown)[:1])))
    else:
        yield Paragraph(proposal.note or NOBODY)
    before = () if rematch else standing_suggestions(matching)
    if before:
        yield Paragraph(f"Suggested already, and waiting for a yes: {made_text(before)}.")
    yield from _in_room(matching, all_shown, before, room - 1_000)


def _in_room(
    matching: Round, new: Sequence[Suggestion], before: Sequence[Suggestion], room: int
) -> Iterator[Block]:
    """Show all at a glance and then in detail as long as there is room, and count those that are left."""
    judged = [item for some in (new, before) for item in _strongest_first(matching, some)]
    if not judged:
        return
    rows = [_row(matching.program, *one) for one in judged]
    shown = _that_fit([_size(Table((), (row,))) for row in rows], room * _SHARE_OF_TABLE // 100)
    yield Table(("Suggested", "Points", "Why above all"), tuple(rows[:shown]), frozenset({1}))
    if shown < len(judged):
        rest = made_text([one for one, _ in judged[shown:]], more="more ")
        yield Paragraph(f"And {rest}, in the files of this pull request.")
    details = [_details(matching.program, *one) for one in judged[:shown]]
    left = room - sum(_size(Table((), (row,))) for row in rows[:shown])
    yield from details[: _that_fit([*map(_size, details)], left)]


def _that_fit(sizes: Sequence[int], room: int) -> int:
    """Tell how many of the first fit into so many bytes together."""
    return sum(total <= room for total in accumulate(sizes))


def _size(block: Block) -> int:
    return len(as_markdown(Report((block,), None)).encode()) + 2


def _strongest_first(
    matching: Round, suggestions: Iterable[Suggestion]
) -> list[tuple[Suggestion, tuple[Fit, ...]]]:
    judged = [(one, _fits(matching, one)) for one in suggestions]
    return sorted(judged, key=lambda item: (-_score(item[1]), item[0].everyone))


def _fits(matching: Round, suggestion: Suggestion) -> tuple[Fit, ...]:
    """Judge a suggestion by what the public files say, whatever else the choice rests on."""
    return tuple(_fit(matching, match) for match in suggestion.matches)


def _fit(matching: Round, match: Match) -> Fit:
    return fit(matching, matching.candidate(match.mentor), matching.candidate(match.mentee))


def _score(fits: Sequence[Fit]) -> int:
    """Give the points of the average match, as far as everybody may know them."""
    points = sum(reason.points for one in fits for reason in one.public_reasons)
    return (2 * points + len(fits)) // (2 * len(fits))


def _row(program: Program, suggestion: Suggestion, fits: Sequence[Fit]) -> tuple[str, str, str]:
    """Write a suggestion on one line; of several mentees the reasons of the first stand for all."""
    reasons = "; ".join(strongest(fits[0].public_reasons)) or "Little is known of them yet."
    return people_text(program, suggestion), str(_score(fits)), reasons


def _details(program: Program, suggestion: Suggestion, fits: Sequence[Fit]) -> Folded:
    title = people_text(program, suggestion)
    if len(fits) == 1:
        return Folded(title, (reasons_table(fits[0].public_reasons),))
    rows = tuple(
        (name_of(program, match.mentee), "; ".join(strongest(one.public_reasons)))
        for match, one in zip(suggestion.matches, fits, strict=True)
    )
    return Folded(title, (Table(("With", "Why above all"), rows),))

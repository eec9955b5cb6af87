"""One suggestion for organisers: who, why, how each stands in the other's list, and what else there was."""

from collections.abc import Iterable, Iterator, Sequence

from mentorgen.analysis.matching.fits import Reason
from mentorgen.analysis.matching.values import Match, Suggestion
from mentorgen.analysis.wording import listed
from mentorgen.model.program import Program
from mentorgen.output.matching.words import loss_text, name_of, people_text, rank_text
from mentorgen.output.report import Block, Heading, Paragraph, Table

STRONGEST = 2
"""How many reasons stand on the line of one of several mentees."""


def strongest_first(suggestion: Suggestion) -> tuple[float, tuple[str, ...]]:
    """Sort suggestions by the points of their average match, then by people."""
    return -suggestion.points / max(len(suggestion.matches), 1), suggestion.everyone


def overview(program: Program, suggestions: Iterable[Suggestion]) -> Table:
    """List all suggestions, so that the weak ones are found before their reasons are read."""
    rows = tuple((people_text(program, one), _points(one)) for one in suggestions)
    return Table(("At a glance", "Points"), rows, frozenset({1}))


def suggestion_blocks(program: Program, suggestion: Suggestion) -> Iterator[Block]:
    """Write one suggestion."""
    yield Heading(f"{people_text(program, suggestion)}: {_points(suggestion)}", depth=1)
    if suggestion.locked:
        yield Paragraph("The organisers have settled this one; it was not up for choice.")
    elif suggestion.standing:
        yield Paragraph(f"Stands already: {suggestion.standing}.")
    if len(suggestion.matches) == 1:
        yield reasons_table(suggestion.matches[0].fit.reasons)
        yield Paragraph(_ranks(program, suggestion.matches[0]))
    else:
        yield _lines(program, suggestion)
    yield from _alternatives(program, suggestion)


def reasons_table(reasons: Iterable[Reason]) -> Table:
    """Show what each criterion gives and why; those of which nothing is known share the last row."""
    found = tuple(reasons)
    rows = [(str(one.points), str(one.most), one.text) for one in found if one.known]
    unknown = [one for one in found if not one.known]
    if unknown:
        rows.append(_folded(unknown))
    return Table(("Points", "Of", "Why"), tuple(rows), frozenset({0, 1}))


def _folded(unknown: Sequence[Reason]) -> tuple[str, str, str]:
    """Add up what is given where nothing is known, so that the sum of all rows is right."""
    points, most = sum(one.points for one in unknown), sum(one.most for one in unknown)
    names = listed(one.criterion for one in unknown)
    return str(points), str(most), f"Not known or not asked: {names}"


def strongest(reasons: Iterable[Reason]) -> list[str]:
    """Give the texts of the few reasons with the most points, those that rest on something known."""
    known = [one for one in reasons if one.known and one.points]
    return [one.text for one in sorted(known, key=lambda one: -one.points)[:STRONGEST]]


def _points(suggestion: Suggestion) -> str:
    """Say how well two people fit; of several mentees the average, so that groups stand beside pairs."""
    number = len(suggestion.matches)
    most = sum(match.fit.most for match in suggestion.matches)
    points = f"{_average(suggestion.points, number)} of {_average(most, number)}"
    return points if number == 1 else f"{points} on average"


def _average(points: int, number: int) -> int:
    return (2 * points + number) // (2 * number)


def _ranks(program: Program, match: Match) -> str:
    mentor, mentee = name_of(program, match.mentor), name_of(program, match.mentee)
    return (
        f"For {mentee}, {mentor} is the {rank_text(match.rank_for_mentee)} there is; "
        f"for {mentor}, {mentee} is the {rank_text(match.rank_for_mentor)}."
    )


def _lines(program: Program, suggestion: Suggestion) -> Table:
    rows = tuple(
        (
            name_of(program, match.mentee),
            str(match.fit.points),
            str(match.fit.most),
            rank_text(match.rank_for_mentee),
            rank_text(match.rank_for_mentor),
            "; ".join(strongest(match.fit.reasons)),
        )
        for match in suggestion.matches
    )
    columns = ("With", "Points", "Of", "For them", "For the mentor", "Why above all")
    return Table(columns, rows, frozenset({1, 2}))


def _alternatives(program: Program, suggestion: Suggestion) -> Iterator[Block]:
    """Show the next best choices, with what each would cost; without a cost on one line."""
    others = [(match, one) for match in suggestion.matches for one in match.alternatives]
    if not others:
        return
    if any(one.loss for _, one in others):
        rows = tuple(
            (
                f"{name_of(program, match.mentee)} with {name_of(program, one.slug)}",
                str(one.points),
                loss_text(one.loss) if one.loss else "",
            )
            for match, one in others
        )
        yield Table(("Or else", "Points", "What that would cost"), rows, frozenset({1}))
    else:
        yield from _next_best(program, suggestion)


def _next_best(program: Program, suggestion: Suggestion) -> Iterator[Block]:
    for match in suggestion.matches:
        if match.alternatives:
            names = listed(
                f"{name_of(program, one.slug)} ({one.points})" for one in match.alternatives
            )
            yield Paragraph(f"Next for {name_of(program, match.mentee)}: {names}.")

"""Two matchings of the same people side by side: what changes, for whom and at what cost; for organisers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mentorgen.analysis.matching.differences import Difference
from mentorgen.analysis.matching.values import Move, Proposal
from mentorgen.analysis.wording import counted
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program
from mentorgen.output.matching.data import loss_data, proposal_data
from mentorgen.output.matching.words import loss_text, name_of, names_of
from mentorgen.output.report import Block, Heading, Json, Paragraph, Report, Table


@dataclass(frozen=True, slots=True)
class Side:
    """One of two matchings, under its name."""

    name: str
    proposal: Proposal


def comparison_report(program: Program, sides: tuple[Side, Side], found: Difference) -> Report:
    """Put two matchings side by side; the names of people come from `program`."""
    before, after = sides
    blocks = (
        Heading(f"{program.cohorts[before.proposal.cohort].name}: {before.name} and {after.name}"),
        Table(("", before.name, after.name), tuple(_rows(sides))),
        *difference_blocks(program, found, names=(before.name, after.name)),
    )
    return Report(blocks, comparison_data(sides, found))


def comparison_data(sides: Sequence[Side], found: Difference) -> Mapping[str, Json]:
    """Write both matchings and what lies between them."""
    return {
        "sides": [{"name": one.name, "proposal": proposal_data(one.proposal)} for one in sides],
        "difference": difference_data(found),
    }


def difference_blocks(
    program: Program, found: Difference, *, names: tuple[str, str] = ("Now", "Then")
) -> Iterator[Block]:
    """Show who would have somebody else, who gains or loses a place, and what it costs."""
    if not found.moves:
        yield Paragraph("Nobody would have anybody else.")
        return
    rows = tuple(_move(program, move) for move in found.moves)
    yield Table(("Who", *names), rows)
    for slugs, text in (
        (found.gains, "Finds somebody only then"),
        (found.loses, "Finds nobody then"),
    ):
        if slugs:
            yield Paragraph(f"{text}: {names_of(program, slugs)}.")
    yield Paragraph(f"{counted(len(found.moves), 'change')}: {loss_text(found.loss)}.")


def difference_data(found: Difference) -> Mapping[str, Json]:
    """Write what lies between two matchings."""
    return {
        "moves": [
            {"who": move.mentee, "before": move.before, "after": move.after} for move in found.moves
        ],
        "gains": list(found.gains),
        "loses": list(found.loses),
        "loss": loss_data(found.loss),
    }


def _move(program: Program, move: Move) -> tuple[str, ...]:
    people: tuple[Slug | None, ...] = (move.mentee, move.before, move.after)
    return tuple(name_of(program, slug) for slug in people)


def _rows(sides: tuple[Side, Side]) -> Iterator[tuple[str, ...]]:
    found = [dict(_figures(side.proposal)) for side in sides]
    for name in dict.fromkeys(name for one in found for name in one):
        yield (name, *(one.get(name, "") for one in found))


def _figures(proposal: Proposal) -> Iterator[tuple[str, str]]:
    policy, figures = proposal.policy, proposal.figures
    yield "What comes first", policy.objective.value
    if figures is not None:
        yield "People matched", f"{figures.matched} of {figures.reachable}"
    yield "Still waiting", str(len(proposal.waiting))
    yield "Points together", f"{proposal.total:,}"
    if figures is not None:
        yield "Weakest pair", "" if figures.weakest is None else str(figures.weakest)
        for low, high, pairs in figures.bands:
            yield f"Pairs of {low} to {high} points", str(pairs)
        yield "Given up in points for weak pairs", str(figures.fairness)

"""The figures of a run as a table, for organisers."""

from collections import Counter
from collections.abc import Iterator

from mentorgen.analysis.matching.values import Figures, Proposal
from mentorgen.analysis.wording import counted, listed
from mentorgen.output.matching.claims import LATER
from mentorgen.output.matching.words import rank_text
from mentorgen.output.report import Block, Heading, Table


def figures_blocks(proposal: Proposal) -> Iterator[Block]:
    """Show what a run reached, and how self-described groups fared where they are told."""
    figures = proposal.figures
    if figures is None:
        return
    yield Heading("Figures of this run", depth=1)
    yield Table(("Figure", "Value"), tuple(_rows(figures, proposal)))
    if figures.parity:
        rows = tuple(
            (f"{one.dimension}: {one.value}", str(one.people), str(one.matched))
            for one in figures.parity
        )
        columns = ("What people say of themselves", "People", "Found somebody")
        yield Table(columns, rows, frozenset({1, 2}))


def _rows(figures: Figures, proposal: Proposal) -> Iterator[tuple[str, str]]:
    found = (
        f"{figures.matched} of {figures.reachable} who could be; {figures.seeking} seek somebody"
    )
    yield "People matched", found
    yield "Points together", _points(proposal)
    if figures.weakest is not None:
        yield "Weakest pair", counted(figures.weakest, "point")
    every = ", in all forms" if any(one.form in LATER for one in proposal.suggestions) else ""
    for low, high, pairs in figures.bands:
        yield f"Pairs of {low} to {high} points{every}", str(pairs)
    yield "Given up in points for the sake of weak pairs", str(figures.fairness)
    yield (
        "Couples of whom one asked for the other, and who would rather have each other",
        str(figures.blocking),
    )
    if figures.wishes:
        yield "Wishes granted", listed(_wishes(figures))
    if figures.load:
        yield "Mentors by mentees", listed(_load(figures))
    if figures.stood:
        yield "Pairs that stood and stay", f"{figures.kept} of {figures.stood}"


def _points(proposal: Proposal) -> str:
    """Add up all points, and say what they are made of: only those of free choice are the stages' own."""
    parts = Counter[str]()
    for one in proposal.suggestions:
        parts[LATER.get(one.form, "mentors with mentees")] += one.points
    if any(one.locked for one in proposal.suggestions):
        together = parts["mentors with mentees"]
        parts["mentors with mentees"] = dict(proposal.values)["total"]
        parts["pairs that are settled"] = together - parts["mentors with mentees"]
    told = [f"{points:,} of {name}" for name, points in parts.items() if points]
    return f"{proposal.total:,}" + (f": {listed(told)}" if len(told) > 1 else "")


def _wishes(figures: Figures) -> Iterator[str]:
    for rank, number in enumerate(figures.wishes, start=1):
        yield f"{number} {'first' if rank == 1 else rank_text(rank).removesuffix(' best')}"


def _load(figures: Figures) -> Iterator[str]:
    for mentees, mentors in figures.load:
        yield f"{counted(mentors, 'mentor')} with {mentees}"

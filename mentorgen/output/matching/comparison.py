"""Matchings of the same people side by side: what changes, for whom and at what cost; for organisers."""

from collections.abc import Iterator, Mapping, Sequence

from mentorgen.analysis.matching.differences import Difference
from mentorgen.analysis.matching.scenarios import Comparison, PersonAcross, Scenario
from mentorgen.analysis.matching.values import Move, Proposal
from mentorgen.analysis.wording import counted, listed
from mentorgen.model.program import Program
from mentorgen.output.matching.data import loss_data, proposal_data
from mentorgen.output.matching.words import loss_text, name_of, names_of
from mentorgen.output.report import Block, Heading, Json, Paragraph, Report, Table


def comparison_report(program: Program, comparison: Comparison) -> Report:
    """Put matchings side by side; the first is the measure of the others."""
    first, *others = comparison.scenarios
    names = [one.name for one in comparison.scenarios]
    blocks: list[Block] = [
        Heading(f"{program.cohorts[first.proposal.cohort].name}: {listed(names)}"),
        Table(("", *names), tuple(_rows([one.proposal for one in comparison.scenarios]))),
    ]
    if comparison.people:
        rows = tuple(_across(program, one) for one in comparison.people)
        blocks.append(Table(("Who", *names), rows))
    blocks += [Paragraph(_against(first, one)) for one in others]
    return Report(tuple(blocks), comparison_data(comparison))


def comparison_data(comparison: Comparison) -> Mapping[str, Json]:
    """Write the matchings and what lies between the first and each other."""
    return {
        "scenarios": [
            {
                "name": one.name,
                "proposal": proposal_data(one.proposal),
                "difference": difference_data(one.difference),
                "own_loss": loss_data(one.own_loss),
            }
            for one in comparison.scenarios
        ],
        "people": [
            {
                "slug": one.slug,
                "shares": [
                    {
                        "partners": list(share.partners),
                        "points": share.points,
                        "first_points": share.first_points,
                    }
                    for share in one.shares
                ],
            }
            for one in comparison.people
        ],
    }


def _across(program: Program, person: PersonAcross) -> tuple[str, ...]:
    shares = (
        f"{names_of(program, share.partners)} ({share.points})" if share.partners else "nobody"
        for share in person.shares
    )
    return name_of(program, person.slug), *shares


def _against(first: Scenario, other: Scenario) -> str:
    found = other.difference
    if not found.moves:
        return f"By {other.name} everybody has the same people as by {first.name}."
    start = f"Against {first.name}, {other.name} has {counted(len(found.moves), 'change')}"
    one, own = loss_text(found.loss), loss_text(other.own_loss)
    if one == own:
        return f"{start}: {one}."
    return f"{start}: {one}, by the points of {first.name}; {own}, by its own."


def difference_blocks(
    program: Program, found: Difference, *, names: tuple[str, str] = ("Now", "Then")
) -> Iterator[Block]:
    """Show who would have somebody else, and who gains or loses a place."""
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
    return tuple(name_of(program, slug) for slug in (move.mentee, move.before, move.after))


def _rows(proposals: Sequence[Proposal]) -> Iterator[tuple[str, ...]]:
    found = [dict(_figures(one)) for one in proposals]
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

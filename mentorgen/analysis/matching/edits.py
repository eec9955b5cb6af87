"""What it costs to have other pairs than the best: for somebody who changed a proposal by hand."""

from collections.abc import Iterator

from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.assignment.stages import Count
from mentorgen.analysis.assignment.stages import Stage as Stages
from mentorgen.analysis.matching.checker import Claim, Stage
from mentorgen.analysis.wording import listed

_NAMES = {
    Count.PEOPLE: ("person with a place", "people with a place"),
    Count.WAITED: ("round of waiting made up for", "rounds of waiting made up for"),
    Count.FURTHER: ("second or third mentor", "second or third mentors"),
    Count.KEPT: ("pair that stays", "pairs that stay"),
    Count.TOTAL: ("point", "points"),
}
DRAWS = frozenset({Count.TIE, Count.OTHER})
"""Stages that tell equals apart: their numbers mean nothing to anybody."""


def counted_as(stage: Stage, value: int) -> str:
    """Say what a stage reaches, such as `699 points`; a band counts the pairs in it."""
    if stage.high:
        pairs = "pair" if value == -1 else "pairs"
        return f"{-value} {pairs} of {stage.low} to {stage.high - 1} points"
    singular, plural = _NAMES[Count(stage.name)]
    return f"{value} {singular if value == 1 else plural}"


def cost_of_edit(claim: Claim) -> str:
    """Find the best pairs anew and say what they have before the claimed ones."""
    best = _best(claim)
    if set(best.couples) == set(claim.couples):
        return (
            "These pairs are the best, but the prices in the file do not prove it: write it anew."
        )
    differences = tuple(_differences(best, claim))
    if not differences:
        return "Another choice is as good, and the draw between equals is for that one."
    if len(differences) == 1:
        text, direction = differences[0]
        return f"Another choice has {text} {direction}: this edit costs {text}."
    changes = listed(f"{text} {direction}" for text, direction in differences)
    return f"Another choice is better, with {changes}: that is what this edit costs."


def _best(claim: Claim) -> Claim:
    stages = tuple(
        Stages(Count.BAND, one.low, one.high) if one.high else Stages(Count(one.name))
        for one in claim.stages
        if one.name != Count.OTHER
    )
    solution = solve(claim.seats, stages)
    couples = zip(solution.rows.tolist(), solution.columns.tolist(), strict=True)
    return Claim(claim.seats, claim.stages, tuple(couples))


def _differences(best: Claim, claim: Claim) -> Iterator[tuple[str, str]]:
    """Say stage by stage how much more or less the best pairs have, up to the draw between equals."""
    for stage, most, reached in zip(best.stages, best.values, claim.values, strict=True):
        if most != reached and stage.name not in DRAWS:
            is_band = bool(stage.high)
            gain = reached - most if is_band else most - reached
            amount = abs(gain)
            yield counted_as(stage, -amount if is_band else amount), "more" if gain > 0 else "less"

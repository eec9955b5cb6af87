"""What a run would do with the pairs' homes, before it does: for organisers by name, for everybody as numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from mentorgen.analysis.figures import figure
from mentorgen.analysis.wording import counted, listed
from mentorgen.model.ids import PairId
from mentorgen.model.program import Program
from mentorgen.output.github.homes import HomeText
from mentorgen.output.report import Block, Heading, Letter, Paragraph, Report, Table

NOTHING_TO_DO = "Every home is as it should be."


@dataclass(frozen=True, slots=True)
class HomesSummary:
    """A plan in the words of its report; `updated` and `closed` are numbers of issues.

    `waiting` are pairs whose home is opened on another day, `without` those that have none.
    """

    opened: tuple[tuple[PairId, HomeText], ...]
    updated: tuple[int, ...]
    closed: tuple[int, ...]
    waiting: tuple[PairId, ...]
    without: tuple[PairId, ...]
    stops: tuple[str, ...]


def homes_report(plan: HomesSummary, *, texts: bool) -> Report:
    """Report a plan by name; with `texts` every text as people get it."""
    blocks: list[Block] = [Paragraph(_sentence(plan, counted(len(plan.opened), "home")))]
    if plan.opened:
        blocks.append(Table(("Pair", "As"), tuple((pair, one.title) for pair, one in plan.opened)))
    if texts:
        for _, one in plan.opened:
            blocks += (Heading(one.title), Letter(one.body.partition("<!--")[0].strip()))
    if plan.waiting:
        blocks.append(
            Paragraph(
                f"On another day: {listed(plan.waiting)}; they rest, or were asked something lately."
            )
        )
    return Report(
        (*blocks, *_without(len(plan.without)), *_cautions(plan)),
        {
            "open": [pair for pair, _ in plan.opened],
            "update": list(plan.updated),
            "close": list(plan.closed),
            "wait": list(plan.waiting),
            "without": len(plan.without),
            "stops": list(plan.stops),
        },
    )


def homes_totals(program: Program, plan: HomesSummary) -> Report:
    """Report a plan for everybody to read: nobody is named, small numbers are not told."""
    opened = _few(program, [pair for pair, _ in plan.opened])
    without = _few(program, plan.without)
    many = "A few homes" if opened is None else counted(opened, "home")
    blocks = (
        Paragraph(_sentence(plan, many)),
        *_without(without),
        *_cautions(plan),
    )
    return Report(blocks, {"open": opened, "without": without, "stops": len(plan.stops)})


def _few(program: Program, pairs: list[PairId] | tuple[PairId, ...]) -> int | None:
    people = {slug for pair in pairs for slug in program.pairs[pair].everyone}
    return figure(len(pairs), over=people).value


def _sentence(plan: HomesSummary, many: str) -> str:
    parts = [
        *([f"{many} to be opened"] if plan.opened else []),
        *([f"{len(plan.updated)} to be brought up to date"] if plan.updated else []),
        *([f"{len(plan.closed)} to be closed with thanks"] if plan.closed else []),
    ]
    return f"{', '.join(parts)}." if parts else NOTHING_TO_DO


def _without(many: int | None) -> Iterator[Block]:
    if many != 0:
        pairs = "A few pairs" if many is None else counted(many, "pair")
        yield Paragraph(
            f"{pairs} without a home: no public contact, no account, or no consent. The organisers write to them."
        )


def _cautions(plan: HomesSummary) -> Iterator[Block]:
    yield from map(Paragraph, plan.stops)
    if plan.stops:
        yield Paragraph(
            "So nothing is written without a second word. Look at it: --confirm --confirm-large does it."
        )

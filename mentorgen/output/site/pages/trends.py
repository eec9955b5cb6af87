"""How the rounds of a program compare: a strip a round for each measure, and what others publish."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mentorgen.analysis.outcomes import Part, RoundOutcome, outcomes_in_order
from mentorgen.model.ids import CohortId
from mentorgen.model.program import Program
from mentorgen.model.said import Said, amount, said
from mentorgen.output.site.dyes import Dye
from mentorgen.output.site.views import ContextView, LinkView, ShareView, TrendView

MOST_ROUNDS = 8
"""A glance takes in no more; the table below has them all."""
ELSEWHERE = 82
"""The share of projects that finished in the rounds of Open Life Science: 194 of 238, 81.5 %."""
SOURCE = "https://github.com/open-life-science/open-life-science.github.io"


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that is counted in every round; `label` says in one what `title` and `note` say in two lines."""

    id: str
    title: Said
    note: Said
    label: Said
    dye: Dye
    of: Callable[[RoundOutcome], Part]


MEASURES = (
    Measure(
        "kept",
        said("Meetings held"),
        said("of those that each pair's rhythm had room for"),
        said("Meetings held of those that each pair's rhythm had room for"),
        Dye.WOAD,
        lambda one: one.kept,
    ),
    Measure(
        "milestones",
        said("Milestones reached"),
        said("of those due by now"),
        said("Milestones reached of those due by now"),
        Dye.LINCOLN,
        lambda one: one.milestones,
    ),
    Measure(
        "goals",
        said("Goals reached"),
        said("of all that were set"),
        said("Goals reached of all that were set"),
        Dye.LINCOLN,
        lambda one: one.goals,
    ),
    Measure(
        "finished",
        said("Pairs that finished"),
        said("of those that ended"),
        said("Pairs that finished what they planned, of those that ended"),
        Dye.PLUM,
        lambda one: one.finished,
    ),
)


def trend_views(program: Program, found: Mapping[CohortId, RoundOutcome]) -> tuple[TrendView, ...]:
    """Show each measure over the newest rounds; one of which nothing can be shown is left out."""
    rounds = tuple(outcomes_in_order(program, found))[-MOST_ROUNDS:]
    views = (_trend(program, measure, rounds) for measure in MEASURES)
    return tuple(view for view in views if any(one.percent is not None for one in view.shares))


def context_of(trends: Iterable[TrendView]) -> ContextView | None:
    """Say what another program publishes, where there is a figure to hold it against."""
    if all(one.elsewhere is None for one in trends):
        return None
    return ContextView(
        text=said(
            "The line is another program's: in the first eight rounds of Open Life Science, %(part)s of "
            "%(whole)s projects finished. There, stopping early and saying what was learnt counts as finishing, too.",
            part=194,
            whole=238,
        ),
        caution=said(
            "Other people under other rules: it stands here for context and says nothing about how good "
            "either program is."
        ),
        source=LinkView(text=said("Where that comes from"), target=SOURCE),
    )


def shares_of(measures: Iterable[Measure], outcome: RoundOutcome) -> Iterator[ShareView]:
    """Show the measures of one round, each under its own name."""
    for measure in measures:
        yield share_view(measure.label, measure.of(outcome))


def share_view(label: str, part: Part) -> ShareView:
    """Show a part of a whole."""
    return ShareView(label=label, percent=part.percent.value, text=_of_how_many(part))


def _trend(
    program: Program, measure: Measure, rounds: Iterable[tuple[CohortId, RoundOutcome]]
) -> TrendView:
    shares = tuple(
        share_view(program.cohorts[cohort].name, measure.of(outcome)) for cohort, outcome in rounds
    )
    return TrendView(
        id=measure.id,
        title=measure.title,
        note=measure.note,
        dye=measure.dye,
        shares=shares,
        elsewhere=ELSEWHERE if measure.id == "finished" else None,
    )


def _of_how_many(part: Part) -> Said:
    if part.part.value is not None and part.whole.value:
        return said(
            "%(part)s of %(whole)s",
            part=amount(part.part.value),
            whole=amount(part.whole.value),
        )
    if part.whole.value == 0:
        return said("nothing to count yet")
    return said("too few to show")

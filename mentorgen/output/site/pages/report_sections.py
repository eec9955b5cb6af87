"""The parts of a round's report. Each is a function of what was counted; a report is the row of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from mentorgen.analysis.figures import Figure
from mentorgen.analysis.outcomes import Part, RoundOutcome
from mentorgen.analysis.totals import Totals
from mentorgen.model.said import Said, opening, said
from mentorgen.model.words import Outcome
from mentorgen.output.matching.words import FORMS
from mentorgen.output.site.dyes import Dye
from mentorgen.output.site.pages.trends import MEASURES, share_view, shares_of
from mentorgen.output.site.pages.words import number
from mentorgen.output.site.views import FigureView, ReportSection, ShareView, TableView

K = TypeVar("K")
_ENDINGS = {Outcome.CHANGED: said("Changed to another pair"), Outcome.STOPPED: said("Stopped")}
_PRIVATE = said(
    "What people answered in surveys is private. Added up over five people or more, it stands in "
    "the report that organisers make on their own machine."
)


def too_few() -> ReportSection:
    """Say why there is nothing to tell."""
    return ReportSection(
        id="people",
        title=said("Who took part"),
        dye=Dye.WOAD,
        empty=said(
            "Fewer than five people take part in this round: somebody could be told by each figure, so "
            "that none is shown."
        ),
    )


def people(outcome: RoundOutcome, _: Totals) -> ReportSection:
    """Tell who took part, in which forms, and how many of those who asked found somebody."""
    asked = outcome.matched.whole.value != 0
    return ReportSection(
        id="people",
        title=said("Who took part"),
        dye=Dye.WOAD,
        figures=(
            FigureView(label=said("people took part"), number=number(outcome.people)),
            FigureView(label=said("pairs began"), number=number(outcome.begun)),
        ),
        shares=tuple(_shares((said("Found somebody, of those who asked"), outcome.matched))),
        table=_table(said("Form"), said("Pairs"), outcome.forms, FORMS),
        note=""
        if asked
        else said(
            "The files keep no requests to join this round, so nobody can be said to have been left out."
        ),
    )


def meetings(outcome: RoundOutcome, totals: Totals) -> ReportSection:
    """Tell how often pairs met, against what their rhythm had room for."""
    return ReportSection(
        id="meetings",
        title=said("Meetings"),
        dye=Dye.WOAD,
        figures=(
            FigureView(label=said("meetings held"), number=number(totals.meetings)),
            FigureView(label=said("hours together"), number=number(totals.hours_together)),
        ),
        shares=tuple(_measures("kept", outcome)),
        note=said(
            "Each pair is held against its own rhythm, from its first day until it ended. Meetings beyond "
            "that are not counted here, so that an eager pair does not stand in for a silent one."
        ),
    )


def goals(outcome: RoundOutcome, totals: Totals) -> ReportSection:
    """Tell what was reached of what pairs set out to do."""
    return ReportSection(
        id="goals",
        title=said("Goals and milestones"),
        dye=Dye.LINCOLN,
        figures=(
            FigureView(label=said("milestones reached"), number=number(totals.milestones_reached)),
            FigureView(label=said("goals reached"), number=number(outcome.goals.part)),
        ),
        shares=tuple(_measures("milestones goals", outcome)),
        note=said("A pair writes its goals itself, and says itself when one is reached."),
    )


def training(outcome: RoundOutcome, _: Totals) -> ReportSection:
    """Tell how many finished all the training that is meant for them."""
    shares = tuple(_shares((said("Finished all modules for their role"), outcome.trained)))
    return ReportSection(
        id="training",
        title=said("Training"),
        dye=Dye.WELD,
        shares=shares,
        empty="" if shares else said("No training is meant for the people of this round."),
    )


def endings(outcome: RoundOutcome, _: Totals) -> ReportSection:
    """Tell how pairs ended; the reasons are private."""
    shares = tuple(_measures("finished", outcome))
    return ReportSection(
        id="endings",
        title=said("How pairs ended"),
        dye=Dye.PLUM,
        figures=(
            FigureView(
                label=said("finished what they planned"), number=number(outcome.finished.part)
            ),
            FigureView(label=said("ended otherwise"), number=number(outcome.otherwise)),
        )
        if shares
        else (),
        shares=shares,
        table=_table(said("Ended otherwise"), said("Pairs"), outcome.endings, _ENDINGS),
        note=said("No ending is anybody's fault; the reasons are private.") if shares else "",
        empty="" if shares else said("No pair has ended yet."),
    )


def voices(_: RoundOutcome, __: Totals) -> ReportSection:
    """Say where the answers to surveys are told, since none of them is public."""
    return ReportSection(id="voices", title=said("What people say"), dye=Dye.MADDER, empty=_PRIVATE)


def unknown(outcome: RoundOutcome, _: Totals) -> ReportSection:
    """Tell how much the files leave out."""
    return ReportSection(
        id="unknown",
        title=said("What is missing"),
        dye=Dye.TAWNY,
        shares=tuple(
            _shares(
                (said("Meetings that do not say how long they were"), outcome.without_length),
                (said("Pairs without a goal"), outcome.without_goal),
                (said("Pairs without a meeting"), outcome.without_meeting),
            )
        ),
        note=said(
            "Only what was written down is counted. Who did not agree to be counted is left out, and a "
            "figure over fewer than five people is not shown."
        ),
    )


SECTIONS: tuple[Callable[[RoundOutcome, Totals], ReportSection], ...] = (
    people,
    meetings,
    goals,
    training,
    endings,
    voices,
    unknown,
)


def _measures(ids: str, outcome: RoundOutcome) -> Iterator[ShareView]:
    """Show some of the measures by which rounds are compared, where there is anything to count."""
    chosen = [measure for measure in MEASURES if measure.id in ids.split()]
    for measure, one in zip(chosen, shares_of(chosen, outcome), strict=True):
        if measure.of(outcome).whole.value != 0:
            yield one


def _shares(*named: tuple[Said, Part]) -> Iterator[ShareView]:
    for label, part in named:
        if part.whole.value != 0:
            yield share_view(label, part)


def _table(
    first: Said, second: Said, figures: Mapping[K, Figure], names: Mapping[K, Said]
) -> TableView | None:
    """Lay out counts by kind; nothing where none can be shown."""
    if all(one.value is None for one in figures.values()):
        return None
    return TableView(columns=(first, second), rows=tuple(_rows(figures, names)))


def _rows(figures: Mapping[K, Figure], names: Mapping[K, Said]) -> Iterable[tuple[str, ...]]:
    for kind, one in figures.items():
        yield opening(names[kind]), number(one)

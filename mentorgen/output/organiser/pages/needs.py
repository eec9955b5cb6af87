"""What needs an organiser today."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from mentorgen.analysis.needs import Need, NeedKind
from mentorgen.analysis.wording import day_text
from mentorgen.model.ids import CohortId, PairId
from mentorgen.model.said import said, said_n
from mentorgen.output.needs_report import TITLES, commands_for
from mentorgen.output.organiser.desk import ROOT, Desk, matching_path
from mentorgen.output.organiser.views import NeedGroup, NeedsPage, NeedView
from mentorgen.output.site.views import LinkView


def needs_page(desk: Desk) -> NeedsPage:
    """Show every need under its kind, the most urgent first."""
    found = desk.needs
    return NeedsPage(
        title=said("Needs you today"),
        lead=_lead(len(found)),
        beside=desk.beside,
        groups=tuple(_groups(desk, found)),
    )


def _lead(number: int) -> str:
    if not number:
        return said("Nothing needs you today.")
    return said_n(
        "%(num)s thing, the most urgent first.", "%(num)s things, the most urgent first.", number
    )


def _groups(desk: Desk, found: Iterable[Need]) -> Iterator[NeedGroup]:
    for kind, own in groupby(found, key=lambda need: need.kind):
        needs = tuple(_need(desk, one) for one in own)
        yield NeedGroup(id=kind.value, title=TITLES[kind], needs=needs)


def _need(desk: Desk, need: Need) -> NeedView:
    return NeedView(
        who=_who(desk, need),
        since=said("since %(day)s", day=day_text(need.since, today=desk.today)),
        evidence=need.evidence,
        actions=tuple(_actions(desk, need)),
        commands=tuple(commands_for(need)),
    )


def _who(desk: Desk, need: Need) -> str:
    if need.kind is NeedKind.WAITING:
        return desk.program.cohorts[CohortId(need.about)].name
    return desk.names(need.people)


def _actions(desk: Desk, need: Need) -> Iterator[LinkView]:
    if need.kind is NeedKind.WAITING:
        yield LinkView(text=said("Match them"), target=matching_path(CohortId(need.about)))
        yield LinkView(text=said("Who waits"), target=f"{ROOT}waiting/")
        return
    yield from desk.mail_link(need.people)
    yield from desk.person_links(need.people)
    if need.about in desk.program.pairs:
        yield from desk.pair_link(PairId(need.about))

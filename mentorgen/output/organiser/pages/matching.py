"""The matching of a round as organisers weigh it: weakest pairs first, who waits and why, and other ways to match."""

from collections.abc import Iterator

from mentorgen.analysis.matching.fits import Reason
from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.scenarios import compare
from mentorgen.analysis.matching.values import Match, Proposal, Suggestion
from mentorgen.errors import MentorgenError
from mentorgen.model.cohorts import Cohort
from mentorgen.model.said import Said, said
from mentorgen.output.matching.comparison import comparison_report
from mentorgen.output.matching.waiting import recruiting_blocks, waiting_blocks
from mentorgen.output.matching.words import loss_text, name_of, people_text
from mentorgen.output.organiser.desk import Desk
from mentorgen.output.organiser.views import MatchingPage, MatchLine
from mentorgen.output.report import Block
from mentorgen.output.site.filters import CRITERIA

MOST = 200
"""A page shows no more suggestions, and no more lines of who waits; the command shows all."""
USUAL = "usual"
"""What the round itself says, beside the scenarios of the program."""


def matching_page(desk: Desk, cohort: Cohort) -> MatchingPage:
    """Match a round and its scenarios; what cannot be matched says why."""
    try:
        proposal = propose(desk.program, cohort.id, today=desk.today)
        scenarios = tuple(_scenarios(desk, cohort))
    except MentorgenError as error:
        return _page(desk, cohort, note=str(error))
    return _page(desk, cohort, proposal, scenarios)


def _page(
    desk: Desk,
    cohort: Cohort,
    proposal: Proposal | None = None,
    scenarios: tuple[Block, ...] = (),
    *,
    note: str = "",
) -> MatchingPage:
    found = proposal or Proposal(cohort=cohort.id, policy=desk.program.settings.matching)
    return MatchingPage(
        title=said("Matching: %(round)s", round=cohort.name),
        lead=said(
            "What the matcher would suggest today. Weakest pairs come first: they are where a second look pays."
        ),
        beside=desk.beside,
        matches=tuple(_matches(desk, found)),
        waiting=tuple(waiting_blocks(desk.program, found))[:MOST],
        recruiting=tuple(recruiting_blocks(desk.program, found)),
        scenarios=scenarios,
        note=note or found.note or "",
    )


def _scenarios(desk: Desk, cohort: Cohort) -> Iterator[Block]:
    if desk.program.scenarios:
        named = [(one.id, one.matching) for one in desk.program.scenarios.values()]
        found = compare(desk.program, cohort.id, [(USUAL, None), *named], today=desk.today)
        yield from comparison_report(desk.program, found).blocks[1:]


def _matches(desk: Desk, proposal: Proposal) -> Iterator[MatchLine]:
    for suggestion in sorted(proposal.suggestions, key=_percent)[:MOST]:
        yield MatchLine(
            names=people_text(desk.program, suggestion),
            points=_points(suggestion),
            percent=_percent(suggestion),
            weakest=_weakest(suggestion),
            next_best=tuple(_next_best(desk, suggestion)),
        )


def _percent(suggestion: Suggestion) -> int:
    most = sum(match.fit.most for match in suggestion.matches)
    return round(100 * suggestion.points / max(most, 1))


def _points(suggestion: Suggestion) -> Said:
    most = sum(match.fit.most for match in suggestion.matches)
    return said("%(points)s of %(most)s points", points=suggestion.points, most=most)


def _weakest(suggestion: Suggestion) -> str:
    """Tell which criterion costs most points, of those of which something is known."""
    known = [one for match in suggestion.matches for one in match.fit.reasons if one.known]
    lost = [one for one in known if one.points < one.most]
    if not lost:
        return ""
    weakest = max(lost, key=_lost)
    return said(
        "%(criterion)s, %(points)s of %(most)s points: %(text)s",
        criterion=CRITERIA[weakest.criterion],
        points=weakest.points,
        most=weakest.most,
        text=weakest.text,
    )


def _lost(reason: Reason) -> int:
    return reason.most - reason.points


def _next_best(desk: Desk, suggestion: Suggestion) -> Iterator[Said]:
    for match in suggestion.matches:
        yield from next_best(desk, match)


def next_best(desk: Desk, match: Match) -> Iterator[Said]:
    """Name the mentors who would be next, with what each would cost where that was worked out."""
    mentee = name_of(desk.program, match.mentee)
    for other in match.alternatives:
        name = name_of(desk.program, other.slug)
        if other.loss is None:
            yield said(
                "%(mentee)s with %(name)s, %(points)s points",
                mentee=mentee,
                name=name,
                points=other.points,
            )
        else:
            yield said(
                "%(mentee)s with %(name)s, %(points)s points; it would cost: %(loss)s",
                mentee=mentee,
                name=name,
                points=other.points,
                loss=loss_text(other.loss),
            )

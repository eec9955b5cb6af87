"""A proposal for organisers: who with whom and why, who waits, what it reached and whom to look for."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from mentorgen.analysis.matching.values import Proposal
from mentorgen.model.program import Program
from mentorgen.output.matching.claims import summary
from mentorgen.output.matching.data import proposal_data
from mentorgen.output.matching.figures import figures_blocks
from mentorgen.output.matching.standing import standing_blocks
from mentorgen.output.matching.suggestions import overview, strongest_first, suggestion_blocks
from mentorgen.output.matching.waiting import recruiting_blocks, waiting_blocks
from mentorgen.output.report import Block, Heading, Paragraph, Report

NO_ROUND = "No round is open: add one to program/cohorts to match people."

FEW = 2
"""So few suggestions are seen at a glance without a list of them."""


def match_report(
    program: Program, proposals: Sequence[Proposal], *, today: date, rematch: bool = False
) -> Report:
    """Report on the proposals of several rounds; in a `rematch` what was suggested before is among them."""
    blocks: list[Block] = []
    for one in proposals:
        before = () if rematch else tuple(standing_blocks(program, one.cohort, today=today))
        blocks += _blocks(program, one, before)
    return Report(tuple(blocks or [Paragraph(NO_ROUND)]), [proposal_data(one) for one in proposals])


def _blocks(program: Program, proposal: Proposal, before: Iterable[Block]) -> Iterator[Block]:
    yield Heading(program.cohorts[proposal.cohort].name)
    if proposal.note:
        yield Paragraph(proposal.note)
    if proposal.suggestions:
        yield from map(Paragraph, summary(proposal))
    ordered = sorted(proposal.suggestions, key=strongest_first)
    if len(ordered) > FEW:
        yield overview(program, ordered)
    for suggestion in ordered:
        yield from suggestion_blocks(program, suggestion)
    yield from before
    yield from waiting_blocks(program, proposal)
    yield from recruiting_blocks(program, proposal)
    if proposal.suggestions:
        yield from figures_blocks(proposal)

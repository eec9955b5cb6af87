"""Who is left over and why, what would help, and whom to look for; for organisers only."""

from collections.abc import Iterator

from mentorgen.analysis.matching.values import Proposal, Recruit, SeatPrice, Waiting
from mentorgen.analysis.wording import counted, listed
from mentorgen.model.program import Program
from mentorgen.output.matching.words import FORMS, name_of
from mentorgen.output.report import Block, Heading, Paragraph, Table

MOST_PRICES = 10
"""Nobody asks more mentors than these for one more place."""


def waiting_blocks(program: Program, proposal: Proposal) -> Iterator[Block]:
    """Say of each who waits why that is, step by step, and what could be done."""
    if not proposal.waiting:
        return
    yield Heading(f"Waiting: {_people(len(proposal.waiting))}")
    for one in proposal.waiting:
        yield Paragraph(" ".join(_sentences(program, one)))


def _sentences(program: Program, one: Waiting) -> Iterator[str]:
    yield _closed(
        one.text
        if name_of(program, one.slug) in one.text
        else f"{name_of(program, one.slug)}: {one.text}"
    )
    if one.waited:
        yield f"Has waited for {counted(one.waited, 'round')} before this one."
    steps = [*_steps(one)]
    if steps:
        yield f"Mentors left, step by step: {'; '.join(steps)}."
    if one.change:
        yield _closed(f"What would help: {one.change}")
    if one.offers:
        yield f"You can offer: {listed(FORMS[form] for form in one.offers)}."


def _steps(one: Waiting) -> Iterator[str]:
    """Name the steps that leave fewer than the one before; nothing follows nobody."""
    before = 0
    for number, step in enumerate(one.steps):
        if step.left != before:
            yield f"{step.text}: {step.left}"
        elif number == 0:
            return
        before = step.left


def _closed(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def recruiting_blocks(program: Program, proposal: Proposal) -> Iterator[Block]:
    """Say where one more place would help most, and whom to look for."""
    if proposal.recruits:
        yield Heading("Whom to look for")
        for recruit in proposal.recruits:
            yield Paragraph(_wanted(program, recruit))
    if _dearest(proposal):
        rows = tuple(
            (name_of(program, one.slug), f"{one.people:+}", f"{one.points:+}")
            for one in _dearest(proposal)
        )
        yield Table(("One more place with", "People placed", "Points"), rows, frozenset({1, 2}))
    if proposal.mentors_with_places:
        places = listed(
            f"{name_of(program, one.slug)} ({one.places})" for one in proposal.mentors_with_places
        )
        yield Paragraph(f"Places left: {places}.")


def _dearest(proposal: Proposal) -> list[SeatPrice]:
    """Give the few whose next place brings people or points, those that bring most first.

    A place that only lifts weak pairs can lower the points, which reads like a loss: it is left out.
    """
    gains = [one for one in proposal.seat_prices if one.people > 0 or one.points > 0]
    return sorted(gains, key=lambda one: (-one.people, -one.points))[:MOST_PRICES]


def _wanted(program: Program, recruit: Recruit) -> str:
    more = counted(recruit.mentors, "more mentor")
    skill = program.skills[recruit.skill].label
    return f"{more} for {skill} would place {_people(recruit.people)} more."


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"

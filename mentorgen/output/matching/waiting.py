"""Who is left over and why, what would help, and whom to look for; for organisers only."""

from collections.abc import Collection, Iterator, Sequence

from mentorgen.analysis.matching.values import Proposal, Recruit, SeatPrice, Waiting
from mentorgen.analysis.wording import counted, listed
from mentorgen.model.facts import Accepted
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program
from mentorgen.model.words import Form
from mentorgen.output.matching.words import name_of, names_of
from mentorgen.output.report import Block, Heading, Paragraph, Table, Verbatim

MOST_PRICES = 10
"""Nobody asks more mentors than these for one more place."""
_OFFERS = {
    Form.ONE_TO_ONE: "a mentor of their own",
    Form.GROUP: "a group",
    Form.PEER: "a peer",
    Form.FLASH: "a single meeting",
    Form.REVERSE: "somebody who learns from them",
}
"""What another form of the round would give somebody."""


def waiting_blocks(program: Program, proposal: Proposal) -> Iterator[Block]:
    """Say of each who waits why that is, step by step, and what could be done."""
    if not proposal.waiting:
        return
    yield Heading(f"Waiting: {_people(len(proposal.waiting))}", depth=1)
    for one in proposal.waiting:
        yield Paragraph(" ".join(_sentences(program, one)))
    yield from map(Paragraph, _offers(program, proposal.waiting))
    yield from _to_go_first(program, proposal)


def _to_go_first(program: Program, proposal: Proposal) -> Iterator[Block]:
    """Show the line by which organisers say that somebody was in the round, where nobody did so yet."""
    unsaid = [
        one.slug
        for one in proposal.waiting
        if not any(
            isinstance(fact, Accepted) and fact.cohort == proposal.cohort
            for fact in program.person_facts.get(one.slug, ())
        )
    ]
    if unsaid:
        yield Paragraph(
            f"For {_whom(program, unsaid, proposal.waiting)} to go first next time, a line in their log, "
            "in program/log/people, says that they were in this round:"
        )
        yield Verbatim([f"- {{on: YYYY-MM-DD, kind: accepted, cohort: {proposal.cohort}}}"])


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


def _offers(program: Program, waiting: Sequence[Waiting]) -> Iterator[str]:
    """Say once what else of the round can be offered, and to whom."""
    for offers in dict.fromkeys(one.offers for one in waiting if one.offers):
        whom = _whom(program, [one.slug for one in waiting if one.offers == offers], waiting)
        yield f"You can offer {whom} {' or '.join(_OFFERS[form] for form in offers)}."


def _whom(program: Program, some: Collection[Slug], waiting: Collection[Waiting]) -> str:
    return "everybody who waits" if len(some) == len(waiting) > 1 else names_of(program, some)


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
        yield Heading("Whom to look for", depth=1)
        columns = ("More mentors for", "How many", "People whom they would place")
        rows = tuple(_wanted(program, recruit) for recruit in proposal.recruits)
        yield Table(columns, rows, frozenset({1, 2}))
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


def _wanted(program: Program, recruit: Recruit) -> tuple[str, str, str]:
    skill = program.skills[recruit.skill].label
    return skill, str(recruit.mentors), str(recruit.people)


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"

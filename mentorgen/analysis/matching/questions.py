"""Whom a question about two people means: mentor and mentee in their order, or two peers.

Somebody who asks may name the mentee first. Two who seek a peer are neither; to put them together,
nobody else is left to either of them.
"""

from collections.abc import Collection, Iterable, Iterator

from mentorgen.analysis.matching.constraints import why_not
from mentorgen.analysis.matching.flash import could_meet
from mentorgen.analysis.matching.forced import meets_only
from mentorgen.analysis.matching.forms import WITH_MENTORS
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.matching.rules import Barrier, Rule
from mentorgen.analysis.matching.taking_part import barriers_to_part
from mentorgen.analysis.matching.terms import Pairing
from mentorgen.analysis.wording import listed
from mentorgen.model.words import Audience, Form

_OF_TWO = frozenset(
    {
        Rule.SAME_PERSON,
        Rule.SAME_ROUND,
        Rule.TOGETHER_BEFORE,
        Rule.VETOED,
        Rule.SAME_TEAM,
        Rule.REPORTS_TO,
        Rule.NO_LANGUAGE,
        Rule.NO_SKILL,
        Rule.TOO_FEW_HOURS,
        Rule.BACKGROUND,
        Rule.BELOW_FLOOR,
    }
)
"""What can stand between two peers; the other rules are about mentors and mentees."""


def in_order(matching: Round, pairing: Pairing) -> Pairing:
    """Put the mentor first, where only the one of the two can be it whom the question names last."""
    one, other = pairing
    turned = other, one
    for suits in (_fits, could_meet):
        if suits(matching, pairing):
            return pairing
        if suits(matching, turned):
            return turned
    return pairing


def are_peers(matching: Round, pairing: Pairing) -> bool:
    """Tell whether two people can only come together as peers."""
    both_seek = all(Form.PEER in matching.candidates[slug].forms for slug in pairing)
    one, other = pairing
    return both_seek and not (_fits(matching, pairing) or _fits(matching, (other, one)))


def barriers_between(matching: Round, pairing: Pairing) -> tuple[Barrier, ...]:
    """List what stands between two people in the form in which they would come together."""
    one, other = pairing
    if one == other:
        name = matching.candidates[one].name
        return (Barrier(Rule.SAME_PERSON, f"{name} cannot be matched with themselves"),)
    if not are_peers(matching, pairing):
        return () if meets_only(matching, pairing) else why_not(matching, one, other)
    alone = [barrier for slug in pairing for barrier in _alone(matching, matching.candidates[slug])]
    ways = ((one, other), (other, one))
    between = [[item for item in why_not(matching, *way) if item.rule in _OF_TWO] for way in ways]
    return (*alone, *(min(between, key=len) if all(between) else ()))


def nobody_else_for(matching: Round, pairing: Pairing) -> Iterator[Pairing]:
    """Give all pairs in which one of two people is with somebody else."""
    for slug in pairing:
        for other in matching.candidates:
            if other not in pairing:
                yield slug, other
                yield other, slug


def refusal(matching: Round, pairing: Pairing, barriers: Iterable[Barrier], *, how: str) -> str:
    """Say that two cannot come together, and why; `how` is such as "matched"."""
    if pairing[0] == pairing[1]:
        return "".join(f"{one.text}." for one in barriers)
    names = [matching.candidates[slug].name for slug in pairing]
    return f"{listed(names)} cannot be {how}: {'; '.join(_joined(barriers, names))}."


def _fits(matching: Round, pairing: Pairing) -> bool:
    mentor, mentee = (matching.candidates[slug] for slug in pairing)
    return mentor.role.mentors and mentee.role.learns and _has_mentor_form(mentor, mentee)


def _has_mentor_form(*people: Candidate) -> bool:
    return all(one.forms & WITH_MENTORS for one in people)


def _alone(matching: Round, one: Candidate) -> Iterator[Barrier]:
    part = Audience.MENTEE if one.role.learns else Audience.MENTOR
    yield from barriers_to_part(matching, one, part)
    if one.slug in matching.placed:
        yield Barrier(Rule.HAS_MENTOR, f"{one.name} is in a pair of this round already")


def _joined(barriers: Iterable[Barrier], names: Collection[str]) -> Iterator[str]:
    """Join sentences about the same person, so that each name is said once."""
    texts = [barrier.text for barrier in barriers]
    for name in names:
        own = [text.removeprefix(f"{name} ") for text in texts if text.startswith(f"{name} ")]
        if own:
            yield f"{name} {listed(dict.fromkeys(own))}"
    yield from (text for text in texts if not any(text.startswith(f"{name} ") for name in names))

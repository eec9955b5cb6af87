"""Checks of policies: how a round is matched, wherever it is said, and when nobody is written to."""

from collections.abc import Iterator
from itertools import pairwise

from mentorgen.loading.checks.zones import check_zone
from mentorgen.loading.documents import Document
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import shown
from mentorgen.model.fields import clock_text
from mentorgen.model.policies import FollowUpPolicy, MatchingPolicy
from mentorgen.model.problems import Problem, Severity


def check_matching(document: Document, policy: MatchingPolicy) -> Iterator[Problem]:
    """Check that numbers go up, and that each locked pair is two people and stands there once."""
    for index, (edge, higher) in enumerate(pairwise(policy.bands), start=1):
        if higher <= edge:
            message = (
                f"{higher} comes after {edge} in bands; write them from low to high, each once."
            )
            yield document.problem(("matching", "bands", index), Rule.NUMBER_ORDER, message)
    sizes = policy.groups
    if sizes.largest < sizes.smallest:
        message = f"largest is {sizes.largest}, but smallest is {sizes.smallest}; swap the two."
        yield document.problem(("matching", "groups"), Rule.NUMBER_ORDER, message)
    yield from _locked(document, policy)


def check_follow_up(document: Document, policy: FollowUpPolicy) -> Iterator[Problem]:
    """Check that quiet hours are some, and that their clock is known."""
    quiet = policy.quiet_hours
    if quiet is None:
        return
    place = ("follow_up", "quiet_hours")
    yield from check_zone(document, (*place, "timezone"), quiet.timezone)
    if quiet.starts == quiet.ends:
        message = (
            f"quiet_hours start and end at {clock_text(quiet.starts)}, so it is never quiet; "
            "write two times, such as 21:00 and 08:00."
        )
        yield document.problem(place, Rule.TIME_OF_DAY, message)


def _locked(document: Document, policy: MatchingPolicy) -> Iterator[Problem]:
    seen = set()
    for index, couple in enumerate(policy.locked):
        place = ("matching", "locked", index)
        if couple.mentor == couple.mentee:
            message = f"mentor and mentee are the same person, {shown(couple.mentor)}; change one."
            yield document.problem(place, Rule.SAME_PERSON, message)
        if couple in seen:
            message = "this mentor and this mentee stand twice in locked; delete one."
            yield document.problem(place, Rule.TWICE, message, severity=Severity.WARNING)
        seen.add(couple)

"""Who takes part in a round as mentor and as mentee on a day, and what keeps others from it."""

from collections.abc import Iterator

from mentorgen.analysis.availability import is_away
from mentorgen.analysis.consent import consents
from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.matching.forms import WITH_MENTORS, holds_circle
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.matching.rules import Barrier, Rule
from mentorgen.analysis.wording import counted
from mentorgen.model.cohorts import Application
from mentorgen.model.facts import (
    Accepted,
    Applied,
    Completed,
    Declined,
    FactKind,
    Waived,
    Withdrawn,
)
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.words import Audience

CLOSED = {FactKind.DECLINED, FactKind.WITHDRAWN}
"""What ends somebody's request to join a round."""


def mentors_of(matching: Round) -> tuple[Candidate, ...]:
    """List everybody who takes part as a mentor and has a place open, sorted by slug."""
    everyone = sorted(matching.candidates.values(), key=lambda one: one.slug)
    return tuple(one for one in everyone if next(mentor_barriers(matching, one), None) is None)


def mentees_of(matching: Round) -> tuple[Candidate, ...]:
    """List everybody who takes part as a mentee and seeks a mentor, sorted by slug."""
    everyone = sorted(matching.candidates.values(), key=lambda one: one.slug)
    return tuple(one for one in everyone if next(mentee_barriers(matching, one), None) is None)


def open_places(matching: Round, mentor: Candidate) -> int:
    """Count the mentees for whom a mentor still has room, over all cohorts.

    A circle takes no more than the round's policy says, and opens only with room for the fewest.
    """
    room = max(mentor.person.capacity - matching.places[mentor.slug].taken, 0)
    if not holds_circle(mentor):
        return room
    sizes = matching.policy.groups
    return min(room, sizes.largest) if room >= sizes.smallest else 0


def mentors_sought(matching: Round, mentee: Candidate) -> int:
    """Count the mentors whom a mentee still wants in this round."""
    return max(mentee.mentors_wanted - matching.mentors_found.get(mentee.slug, 0), 0)


def mentor_barriers(matching: Round, candidate: Candidate) -> Iterator[Barrier]:
    """Say what keeps somebody from being a mentor in the round."""
    if not candidate.role.mentors:
        yield Barrier(Rule.OTHER_ROLE, f"{candidate.name} does not take part as a mentor")
    yield from barriers_to_part(matching, candidate, Audience.MENTOR)
    yield from _without_mentor_form(candidate)
    if not open_places(matching, candidate):
        places = counted(candidate.person.capacity, "place")
        few = f"too few places open for a circle of {matching.policy.groups.smallest}"
        what = few if holds_circle(candidate) else "no place open"
        yield Barrier(Rule.FULL, f"{candidate.name} has {what}, out of {places}")


def mentee_barriers(matching: Round, candidate: Candidate) -> Iterator[Barrier]:
    """Say what keeps somebody from being a mentee in the round."""
    if not candidate.role.learns:
        yield Barrier(Rule.OTHER_ROLE, f"{candidate.name} does not take part as a mentee")
    yield from barriers_to_part(matching, candidate, Audience.MENTEE)
    yield from _without_mentor_form(candidate)
    if not mentors_sought(matching, candidate):
        mentors = counted(candidate.mentors_wanted, "mentor")
        yield Barrier(Rule.HAS_MENTOR, f"{candidate.name} has {mentors} in this round, as wished")


def last_word(
    matching: Round, slug: Slug, application: Application | None, cohort: CohortId
) -> FactKind | None:
    """Find what was last said about somebody's request; on one day a no outweighs a yes."""
    facts = facts_until(matching.program.person_facts.get(slug, ()), matching.today)
    said = [
        (fact.on, fact.kind in CLOSED, fact.kind is FactKind.ACCEPTED, fact.kind)
        for fact in facts
        if isinstance(fact, Applied | Accepted | Declined | Withdrawn) and fact.cohort == cohort
    ]
    if application is not None:
        said.append((application.applied, False, False, FactKind.APPLIED))
    return max(said)[-1] if said else None


def barriers_to_part(matching: Round, candidate: Candidate, part: Audience) -> Iterator[Barrier]:
    """Say what keeps somebody from taking part in the round at all, in whatever form."""
    outside = _outside(matching, candidate)
    if outside is not None:
        yield Barrier(Rule.NOT_IN_ROUND, outside)
    if not consents(candidate.person, matching.program.settings, today=matching.today):
        text = f"{candidate.name} has not agreed to take part, or took it back"
        yield Barrier(Rule.NO_CONSENT, text)
    if is_away(matching.program, candidate.slug, today=matching.today):
        yield Barrier(Rule.AWAY, f"{candidate.name} pauses or has left")
    if matching.policy.hard.training_done and not _is_trained(matching, candidate, part):
        yield Barrier(Rule.UNTRAINED, f"{candidate.name} has training left to do")


def _without_mentor_form(candidate: Candidate) -> Iterator[Barrier]:
    if not candidate.forms & WITH_MENTORS:
        text = f"{candidate.name} asked for other forms than having or being a mentor"
        yield Barrier(Rule.OTHER_FORM, text)


def _outside(matching: Round, candidate: Candidate) -> str | None:
    """Say why somebody is not in the round; without any application everybody is in it."""
    name, cohort = candidate.name, matching.cohort.name
    if matching.program.applications[matching.cohort.id] and candidate.application is None:
        return f"{name} has not asked to join {cohort}"
    said = last_word(matching, candidate.slug, candidate.application, matching.cohort.id)
    if said in CLOSED:
        return f"{name} is not in {cohort}: their request was {said}"
    reviewed = matching.program.settings.reviews_applications and candidate.application is not None
    if reviewed and said is not FactKind.ACCEPTED:
        return f"{name} waits for an answer to their request to join {cohort}"
    return None


def _is_trained(matching: Round, candidate: Candidate, part: Audience) -> bool:
    facts = facts_until(matching.program.person_facts.get(candidate.slug, ()), matching.today)
    done = {fact.module for fact in facts if isinstance(fact, Completed | Waived)}
    needed = (one for one in matching.program.modules.values() if part in one.audience)
    return all(module.id in done for module in needed)

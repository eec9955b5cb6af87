"""Who takes part in a round as mentor and as mentee on a day, and what keeps others from it."""

from collections.abc import Iterator

from mentorgen.analysis.availability import is_away
from mentorgen.analysis.consent import consents
from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.matching.rules import Barrier, Rule
from mentorgen.analysis.wording import counted
from mentorgen.model.facts import (
    Accepted,
    Applied,
    Completed,
    Declined,
    FactKind,
    Waived,
    Withdrawn,
)
from mentorgen.model.words import Audience

_CLOSED = {FactKind.DECLINED, FactKind.WITHDRAWN}


def mentors_of(matching: Round) -> tuple[Candidate, ...]:
    """List everybody who takes part as a mentor and has a place open, sorted by slug."""
    everyone = sorted(matching.candidates.values(), key=lambda one: one.slug)
    return tuple(one for one in everyone if next(mentor_barriers(matching, one), None) is None)


def mentees_of(matching: Round) -> tuple[Candidate, ...]:
    """List everybody who takes part as a mentee and seeks a mentor, sorted by slug."""
    everyone = sorted(matching.candidates.values(), key=lambda one: one.slug)
    return tuple(one for one in everyone if next(mentee_barriers(matching, one), None) is None)


def open_places(matching: Round, mentor: Candidate) -> int:
    """Count the mentees for whom a mentor still has room, over all cohorts."""
    return max(mentor.person.capacity - matching.places[mentor.slug].taken, 0)


def mentors_sought(matching: Round, mentee: Candidate) -> int:
    """Count the mentors whom a mentee still wants in this round."""
    return max(mentee.mentors_wanted - matching.mentors_found.get(mentee.slug, 0), 0)


def mentor_barriers(matching: Round, candidate: Candidate) -> Iterator[Barrier]:
    """Say what keeps somebody from being a mentor in the round."""
    if not candidate.role.mentors:
        yield Barrier(Rule.OTHER_ROLE, f"{candidate.name} does not take part as a mentor")
    yield from _barriers(matching, candidate, Audience.MENTOR)
    if not open_places(matching, candidate):
        places = counted(candidate.person.capacity, "place")
        yield Barrier(Rule.FULL, f"{candidate.name} has no place open, out of {places}")


def mentee_barriers(matching: Round, candidate: Candidate) -> Iterator[Barrier]:
    """Say what keeps somebody from being a mentee in the round."""
    if not candidate.role.learns:
        yield Barrier(Rule.OTHER_ROLE, f"{candidate.name} does not take part as a mentee")
    yield from _barriers(matching, candidate, Audience.MENTEE)
    if not mentors_sought(matching, candidate):
        mentors = counted(candidate.mentors_wanted, "mentor")
        yield Barrier(Rule.HAS_MENTOR, f"{candidate.name} has {mentors} in this round, as wished")


def _barriers(matching: Round, candidate: Candidate, part: Audience) -> Iterator[Barrier]:
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


def _outside(matching: Round, candidate: Candidate) -> str | None:
    """Say why somebody is not in the round; without any application everybody is in it."""
    name, cohort = candidate.name, matching.cohort.name
    if matching.program.applications[matching.cohort.id] and candidate.application is None:
        return f"{name} has not asked to join {cohort}"
    said = _last_word(matching, candidate)
    if said in _CLOSED:
        return f"{name} is not in {cohort}: their request was {said}"
    reviewed = matching.program.settings.reviews_applications and candidate.application is not None
    if reviewed and said is not FactKind.ACCEPTED:
        return f"{name} waits for an answer to their request to join {cohort}"
    return None


def _last_word(matching: Round, candidate: Candidate) -> FactKind | None:
    """Find what was last said about somebody's request; on one day a no outweighs a yes."""
    cohort = matching.cohort.id
    facts = facts_until(matching.program.person_facts.get(candidate.slug, ()), matching.today)
    said = [
        (fact.on, fact.kind in _CLOSED, fact.kind is FactKind.ACCEPTED, fact.kind)
        for fact in facts
        if isinstance(fact, Applied | Accepted | Declined | Withdrawn) and fact.cohort == cohort
    ]
    if candidate.application is not None:
        said.append((candidate.application.applied, False, False, FactKind.APPLIED))
    return max(said)[-1] if said else None


def _is_trained(matching: Round, candidate: Candidate, part: Audience) -> bool:
    facts = facts_until(matching.program.person_facts.get(candidate.slug, ()), matching.today)
    done = {fact.module for fact in facts if isinstance(fact, Completed | Waived)}
    needed = (one for one in matching.program.modules.values() if part in one.audience)
    return all(module.id in done for module in needed)

"""What one person could change about themselves to have more mentors to choose from; for organisers only."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mentorgen.analysis.hours import PARTS, knows_hours
from mentorgen.analysis.languages import language_name, spoken
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.matching.speech import label_of
from mentorgen.model.people import Hours, Skilled
from mentorgen.model.words import PartOfDay, Weekday

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LENGTHS = ((1, "one hour"), (2, "two hours"))


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that could be otherwise about a person, in words, and the person as they would be."""

    text: str
    candidate: Candidate


def own_changes(
    matching: Round, candidate: Candidate, mentors: Iterable[Candidate]
) -> Iterator[Change]:
    """List changes that a rule of the round makes worth a thought, the cheapest first."""
    policy, everyone = matching.policy, tuple(mentors)
    if policy.minimum_hours and knows_hours(candidate.person):
        yield from _more_hours(candidate) if candidate.person.hours else _more_parts(candidate)
    if policy.hard.shared_language and candidate.person.languages:
        yield from _more_languages(candidate, everyone)
    if policy.hard.shared_skill and candidate.wants:
        yield from _more_skills(matching, candidate, everyone)


def _more_hours(candidate: Candidate) -> Iterator[Change]:
    """Try one hour more a week on each day at each hour, then two."""
    for length, words in _LENGTHS:
        for day, name in zip(Weekday, _DAYS, strict=True):
            for part, (first, last) in PARTS.items():
                text = f"{words} more a week on {name} {part}"
                for start in range(first, last - length + 1):
                    more = {"day": day, "from": f"{start}:00", "to": f"{start + length}:00"}
                    hours = (*candidate.person.hours, Hours.model_validate(more))
                    yield Change(text, _with(candidate, hours=hours))


def _more_parts(candidate: Candidate) -> Iterator[Change]:
    for part in PartOfDay:
        if part not in candidate.person.parts_of_day:
            parts = (*candidate.person.parts_of_day, part)
            text = f"time on {part.replace('-', ' ')}s as well"
            yield Change(text, _with(candidate, parts_of_day=parts))


def _more_languages(candidate: Candidate, mentors: Iterable[Candidate]) -> Iterator[Change]:
    own = candidate.person.languages
    others = {tag for one in mentors for tag in spoken(one.person.languages)}
    for tag in sorted(others.difference(spoken(own))):
        text = f"one more language: {language_name(tag)}"
        yield Change(text, _with(candidate, languages=(*own, tag)))


def _more_skills(
    matching: Round, candidate: Candidate, mentors: Iterable[Candidate]
) -> Iterator[Change]:
    offered = {offer.skill for one in mentors for offer in one.person.offers}
    for skill in sorted(offered.difference(want.skill for want in candidate.wants)):
        wants = (*candidate.wants, Skilled(skill=skill))
        text = f"a wish to learn {label_of(matching.program.skills, skill)} as well"
        yield Change(text, replace(candidate, wants=wants))


def _with(candidate: Candidate, **over: object) -> Candidate:
    return replace(candidate, person=candidate.person.model_copy(update=over))

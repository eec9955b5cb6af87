"""Ways in which the people of a pair are alike: something to begin a first talk with.

Only what everybody may read counts, and the time of day only where all of them chose to show it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mentorgen.analysis.languages import language_name, spoken
from mentorgen.analysis.matching.texts import words
from mentorgen.analysis.styles import WAYS, answered
from mentorgen.model.ids import SkillId
from mentorgen.model.people import Participant
from mentorgen.model.privacy import Shared
from mentorgen.model.program import Program
from mentorgen.model.said import Said, joined, said
from mentorgen.model.words import PartOfDay

MOST_THINGS = 3
SHORTEST_WORD = 4
"""A shared word of three letters says nothing of two people."""
_SENTENCES = {
    "speak": said("speak %(things)s"),
    "know": said("know %(things)s"),
    "want to learn": said("want to learn %(things)s"),
    "care about": said("care about %(things)s"),
    "like": said("like %(things)s"),
    "keep free": said("keep free %(things)s"),
    "write of": said("write of %(things)s"),
}
"""Each stands below a heading such as "You both"."""
_PARTS_OF_DAY = {
    PartOfDay.WEEKDAY_MORNING: said("weekday mornings"),
    PartOfDay.WEEKDAY_MIDDAY: said("weekday middays"),
    PartOfDay.WEEKDAY_AFTERNOON: said("weekday afternoons"),
    PartOfDay.WEEKDAY_EVENING: said("weekday evenings"),
    PartOfDay.WEEKEND_MORNING: said("weekend mornings"),
    PartOfDay.WEEKEND_MIDDAY: said("weekend middays"),
    PartOfDay.WEEKEND_AFTERNOON: said("weekend afternoons"),
    PartOfDay.WEEKEND_EVENING: said("weekend evenings"),
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """What all of them do, as words after "you": a verb and at most three things, in order."""

    verb: str
    things: tuple[str, ...]

    @property
    def text(self) -> Said:
        """The whole of it in words."""
        return said(_SENTENCES[self.verb], things=joined(self.things))


def likenesses(program: Program, people: Sequence[Participant]) -> tuple[Likeness, ...]:
    """List what all of some people have in common; of fewer than two there is nothing to say."""
    if len(people) < 2:  # noqa: PLR2004 # one person is not alike to anybody
        return ()
    found = (
        ("speak", _names(people, lambda one: spoken(one.languages), language_name)),
        *_skills(program, people),
        ("like", _shared(people, lambda one: [WAYS[way] for way in answered(one.style) if way])),
        ("keep free", _shared(people, _parts_of_day)),
        ("write of", _shared(people, _words)),
    )
    return tuple(Likeness(verb, tuple(things[:MOST_THINGS])) for verb, things in found if things)


def _skills(program: Program, people: Sequence[Participant]) -> Iterator[tuple[str, Sequence[str]]]:
    """Tell what all know and what all want to learn from what some know and others want."""
    know = _shared(people, lambda one: [item.skill for item in one.offers])
    want = _shared(people, lambda one: [item.skill for item in one.wants])
    both = _shared(people, lambda one: [item.skill for item in (*one.offers, *one.wants)])
    apart = [skill for skill in both if skill not in {*know, *want}]
    for verb, skills in (("know", know), ("want to learn", want), ("care about", apart)):
        yield verb, sorted(program.skills[SkillId(skill)].label for skill in skills)


Of = Callable[[Participant], Sequence[str]]


def _names(people: Sequence[Participant], of: Of, name: Callable[[str], str]) -> Sequence[str]:
    return sorted(name(thing) for thing in _shared(people, of))


def _shared(people: Sequence[Participant], of: Of) -> Sequence[str]:
    return sorted(set.intersection(*({*of(person)} for person in people)))


def _parts_of_day(person: Participant) -> Sequence[str]:
    """Give the parts of somebody's week on their own clock, if they show them."""
    if person.consent is None or Shared.PARTS_OF_DAY not in person.consent.shows:
        return ()
    return [_PARTS_OF_DAY[part] for part in person.parts_of_day]


def _words(person: Participant) -> Sequence[str]:
    """Give the words of somebody's own line that can stand alone."""
    return [word for word in words(person.line or "") if _tells(word)]


def _tells(word: str) -> bool:
    return len(word) >= SHORTEST_WORD and word.isalpha()

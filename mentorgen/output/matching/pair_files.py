"""The files of suggested relationships: what each is called and what stands in it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from mentorgen.analysis.matching.rounds import Round, round_of
from mentorgen.analysis.matching.values import Proposal, Suggestion
from mentorgen.model.cohorts import Cohort
from mentorgen.model.ids import SkillId, Slug
from mentorgen.model.people import Participant
from mentorgen.model.program import Program
from mentorgen.model.words import Form
from mentorgen.output.new_records import NewPair, id_from, pair_text

MOST_SKILLS = 5
_PRIVATE = "-private"
"""The end of names in the private folder."""


@dataclass(frozen=True, slots=True)
class PairFile:
    """One file to write: the pair's name in its round, its text, and whether everybody may know its people."""

    name: str
    text: str
    public: bool


@dataclass(frozen=True, slots=True)
class NamesInUse:
    """Names of pairs that have a file in the round, in the open and in the private folder."""

    public: Collection[str] = ()
    private: Collection[str] = ()


def pair_files(
    program: Program, public: Program, proposal: Proposal, *, taken: NamesInUse, today: date
) -> Iterator[PairFile]:
    """Write a file for every suggestion that has none, in the order of their people.

    `public` is the program as everybody may read it: nothing else is put into a file, and no name of
    one depends on anything else. So names in the private folder end as no other does.
    """
    cohort = program.cohorts[proposal.cohort]
    seen = round_of(public, cohort.id, today=today) if cohort.id in public.cohorts else None
    known = public.participants.keys() if seen else frozenset[Slug]()
    new = [one for one in proposal.suggestions if one.standing is None]
    shown = [one for one in new if known >= {*one.everyone}]
    hidden = [one for one in new if not known >= {*one.everyone}]
    open_names = [*_names(public, shown, taken.public)]
    others = {*taken.public, *taken.private, *open_names}
    names = {True: iter(open_names), False: _names(program, hidden, others, ending=_PRIVATE)}
    for suggestion in new:
        is_public = known >= {*suggestion.everyone}
        skills = tuple(_skills(seen, suggestion)) if seen and is_public else ()
        record = _record(suggestion, cohort, skills, today)
        yield PairFile(next(names[is_public]), pair_text(record), is_public)


def _names(
    program: Program, suggestions: Iterable[Suggestion], taken: Collection[str], *, ending: str = ""
) -> Iterator[str]:
    """Name pairs after their people as they are called, a group after its mentor; number the next ones."""
    people, used = program.participants, {*taken}
    for one in suggestions:
        called = [_called(people[slug]) for slug in one.everyone]
        name = "-".join([called[0], "group"] if one.form is Form.GROUP else called) + ending
        numbered = (f"{name}-{number}" if number > 1 else name for number in count(1))
        free = next(other for other in numbered if other not in used)
        used.add(free)
        yield free


def _called(person: Participant) -> str:
    return id_from(person.called or person.name.split()[0], otherwise=person.slug)[:30].strip("-")


def _record(
    suggestion: Suggestion, cohort: Cohort, skills: tuple[SkillId, ...], today: date
) -> NewPair:
    is_flash = suggestion.flash is not None
    return NewPair(
        form=suggestion.form,
        mentors=suggestion.mentors,
        mentees=suggestion.mentees,
        members=suggestion.members,
        skills=skills,
        plan=None if is_flash else cohort.plan,
        starts=suggestion.flash.on if suggestion.flash else max(today, cohort.starts or today),
    )


def _skills(matching: Round, suggestion: Suggestion) -> Iterator[SkillId]:
    """Give what mentees want and a mentor offers, or all peers want, in the order in which it is wanted."""
    learners = suggestion.mentees or suggestion.members
    wanted = [_wanted(matching, slug) for slug in learners]
    if suggestion.members:
        shared = [skill for skill in wanted[0] if all(skill in others for others in wanted[1:])]
    else:
        offered = {
            one.skill
            for slug in suggestion.mentors
            for one in matching.program.participants[slug].offers
        }
        named = dict.fromkeys(skill for skills in wanted for skill in skills)
        shared = [skill for skill in named if skill in offered]
    yield from shared[:MOST_SKILLS]


def _wanted(matching: Round, slug: Slug) -> tuple[SkillId, ...]:
    return tuple(one.skill for one in matching.candidate(slug).wants)

"""Whether a person agreed to be in the program's public record and to be written to.

Who did not is left out of the program before anything is computed: what is not there cannot be shown.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from mentorgen.analysis.members import members_in_file
from mentorgen.model.facts import Fact
from mentorgen.model.ids import Slug
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Pair
from mentorgen.model.people import Participant
from mentorgen.model.program import Program
from mentorgen.model.settings import Settings


def consents(person: Participant, settings: Settings, *, today: date) -> bool:
    """Tell whether consent to the wording in force was given by the day and not withdrawn since.

    Consent to an older wording is none: nobody agreed to what they never read.
    """
    consent = person.consent
    return (
        consent is not None
        and consent.given <= today
        and consent.version >= settings.consent_version
        and (consent.withdrawn is None or consent.withdrawn > today)
    )


def agreed(program: Program, *, today: date) -> Program:
    """Leave out everybody who does not consent on the day, with all that is theirs.

    A group goes on without them if enough people stay; its notes, which may speak of them, do not. Any
    other pair is left out whole: its goals and meetings are about both.
    """
    absent = frozenset(
        slug
        for slug, person in program.participants.items()
        if not consents(person, program.settings, today=today)
    )
    if not absent:
        return program
    pairs = {pair.id: pair for pair in _pairs(program.pairs.values(), absent)}
    coordinators = _present(program.settings.coordinators, absent)
    return replace(
        program,
        settings=program.settings.model_copy(update={"coordinators": coordinators}),
        participants={
            slug: person for slug, person in program.participants.items() if slug not in absent
        },
        pairs=pairs,
        applications={
            cohort: tuple(one for one in own if one.slug not in absent)
            for cohort, own in program.applications.items()
        },
        goals={pair: program.goals[pair] for pair in pairs},
        meetings={
            pair: tuple(_meetings(program.meetings[pair], program.pairs[pair], absent))
            for pair in pairs
        },
        pair_facts={pair: _facts(program.pair_facts[pair], absent) for pair in pairs},
        person_facts={
            slug: facts for slug, facts in program.person_facts.items() if slug not in absent
        },
        slots=tuple(slot for slot in program.slots if slot.slug not in absent),
    )


def _pairs(pairs: Iterable[Pair], absent: frozenset[Slug]) -> Iterator[Pair]:
    for pair in pairs:
        if absent.isdisjoint(pair.everyone):
            yield pair
            continue
        left = members_in_file(pair).without(absent)
        if left.suffice:
            yield pair.model_copy(
                update={"mentors": left.mentors, "mentees": left.mentees, "members": left.peers}
            )


def _meetings(
    meetings: Iterable[Meeting], pair: Pair, absent: frozenset[Slug]
) -> Iterator[Meeting]:
    for meeting in meetings:
        if absent.isdisjoint(pair.everyone):
            yield meeting
            continue
        present = _present(meeting.present, absent)
        yield meeting.model_copy(update={"present": present, "notes": "", "topics": ()})


def _facts(facts: Iterable[Fact], absent: frozenset[Slug]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.by not in absent)


def _present(slugs: Iterable[Slug], absent: frozenset[Slug]) -> tuple[Slug, ...]:
    return tuple(slug for slug in slugs if slug not in absent)

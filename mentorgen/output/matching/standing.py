"""Suggestions that are files already and wait for a yes: they keep their places, so none of them comes anew."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations, product

from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.rounds import Round
from mentorgen.analysis.matching.values import Match, Suggestion
from mentorgen.analysis.relationships import Relationship, relationships
from mentorgen.analysis.wording import counted, day_text
from mentorgen.model.ids import CohortId
from mentorgen.model.program import Program
from mentorgen.output.matching.words import names_of, people_text
from mentorgen.output.report import Block, Heading, Paragraph, Table

NEXT_STEP = (
    "A suggestion becomes a pair when everybody in it has said yes, each with a line 'confirmed' in "
    "the pair's log. Those that are not confirmed may move with --rematch."
)


def standing_blocks(program: Program, cohort: CohortId, *, today: date) -> Iterator[Block]:
    """List for organisers what was suggested before, who has not answered yet, and the next step."""
    found = [*_suggested(program, cohort, today)]
    if not found:
        return
    yield Heading(f"{counted(len(found), 'suggestion')} made before", depth=1)
    rows = tuple(
        (
            people_text(program, _without_reasons(one)),
            _still_to_answer(program, one),
            day_text(one.life.answers.lapses, today=today),
        )
        for one in found
    )
    yield Table(("Who", "Waits for a yes of", "Until"), rows)
    yield Paragraph(NEXT_STEP)


def standing_suggestions(matching: Round) -> tuple[Suggestion, ...]:
    """Give what was suggested in a round before, judged by what is known today."""
    found = _suggested(matching.program, matching.cohort.id, matching.today)
    return tuple(_judged(matching, _without_reasons(one)) for one in found)


def _suggested(program: Program, cohort: CohortId, today: date) -> Iterator[Relationship]:
    for one in relationships(program, today=today).values():
        if one.pair.cohort == cohort and one.standing.state is State.SUGGESTED:
            yield one


def _still_to_answer(program: Program, one: Relationship) -> str:
    missing = one.life.answers.unanswered
    return "everybody in it" if {*missing} >= {*one.pair.everyone} else names_of(program, missing)


def _without_reasons(one: Relationship) -> Suggestion:
    pair = one.pair
    return Suggestion(
        form=pair.form,
        mentors=pair.mentors,
        mentees=pair.mentees,
        members=pair.members,
        matches=(),
        standing=pair.id,
    )


def _judged(matching: Round, suggestion: Suggestion) -> Suggestion:
    couples = (
        *product(suggestion.mentors, suggestion.mentees),
        *combinations(suggestion.members, 2),
    )
    matches = tuple(
        Match(
            mentor=mentor,
            mentee=mentee,
            fit=fit(matching, matching.candidate(mentor), matching.candidate(mentee)),
            rank_for_mentor=1,
            rank_for_mentee=1,
        )
        for mentor, mentee in couples
    )
    return replace(suggestion, matches=matches)

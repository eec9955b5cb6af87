"""What rules a pair out: for very many pairs as a mask, and for one pair with a sentence for each rule.

What is not known rules nobody out: a program of three people who said little gets its matches. The
sentences follow the names of the two, begin small and are for organisers only; some of them rest on
what people said in confidence.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.hours import hours_in_common
from mentorgen.analysis.languages import spoken
from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.criteria.background import keeps_apart, kept_apart
from mentorgen.analysis.matching.forms import WITH_MENTORS, form_of, forms_agree
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.matching.rules import Barrier, Rule
from mentorgen.analysis.matching.scores import Block, Tables
from mentorgen.analysis.matching.skills import answers
from mentorgen.analysis.matching.taking_part import mentee_barriers, mentor_barriers
from mentorgen.analysis.wording import counted
from mentorgen.model.ids import CohortId, Slug

Mask = NDArray[np.bool_]
"""Some mentees (rows) with all mentors: True where a pair is possible."""

_OF_HUNDRED = 100


def why_not(matching: Round, mentor: Slug, mentee: Slug) -> tuple[Barrier, ...]:
    """List every rule that stands between two people; none if they may be matched."""
    teacher, learner = matching.candidates[mentor], matching.candidates[mentee]
    judged = ((rule, judge(matching, teacher, learner)) for rule, judge in (*_CLOSE, *_OPEN))
    return (
        *mentor_barriers(matching, teacher),
        *mentee_barriers(matching, learner),
        *(Barrier(rule, text) for rule, text in judged if text is not None),
    )


def allowed(tables: Tables, block: Block, rows: slice) -> Mask:
    """Tell which pairs of these mentees with all mentors no rule on pairs forbids.

    Whether each of them takes part at all is settled before the tables are made.
    """
    return all_of((mask for _, mask in masks(tables, block, rows)), block.points.shape)


def masks(tables: Tables, block: Block, rows: slice) -> Iterator[tuple[Rule, Mask]]:
    """Tell rule by rule which pairs of these mentees with all mentors it lets pass.

    Rules that let everybody pass are left out.
    """
    matching, policy = tables.matching, tables.matching.policy
    mentees = tables.mentees[rows]
    yield Rule.OTHER_FORM, forms_agree(mentees, tables.mentors)
    if policy.hard.shared_language:
        yield Rule.NO_LANGUAGE, block.languages != 0
    if policy.minimum_hours:
        enough = block.minutes >= policy.minimum_hours * 60
        yield Rule.TOO_FEW_HOURS, enough | (block.minutes < 0)
    if policy.hard.shared_skill:
        yield Rule.NO_SKILL, block.worth != 0
    apart = kept_apart(mentees, tables.mentors)
    if apart is not None:
        yield Rule.BACKGROUND, ~apart
    yield from _close_masks(tables, mentees, block.points.shape)
    if policy.floor:
        least = policy.floor * matching.most_points
        yield Rule.BELOW_FLOOR, block.points.astype(np.int32) * _OF_HUNDRED >= least


def all_of(found: Iterable[Mask], shape: tuple[int, ...]) -> Mask:
    """Tell which pairs every one of some rules lets pass; all where there is no rule."""
    passed = np.ones(shape, dtype=np.bool_)
    for mask in found:
        passed &= mask
    return passed


def _close_masks(
    tables: Tables, mentees: Sequence[Candidate], shape: tuple[int, ...]
) -> Iterator[tuple[Rule, Mask]]:
    close = tuple(_close_pairs(tables, mentees))
    for rule, judge in _CLOSE:
        apart = [
            (row, column)
            for row, column in close
            if judge(tables.matching, tables.mentors[column], mentees[row]) is not None
        ]
        if apart:
            mask = np.ones(shape, dtype=np.bool_)
            mask[tuple(zip(*apart, strict=True))] = False
            yield rule, mask


def _close_pairs(tables: Tables, mentees: Iterable[Candidate]) -> Iterator[tuple[int, int]]:
    """Find pairs of people who have to do with each other: so few that each can be looked at."""
    acquainted, column_of = tables.matching.acquainted, tables.column_of
    for row, mentee in enumerate(mentees):
        mates = tables.teams.get(mentee.team, ())
        for slug in {mentee.slug, *acquainted.get(mentee.slug, ()), *mates}:
            if slug in column_of:
                yield row, column_of[slug]


def _same_person(_: Round, mentor: Candidate, mentee: Candidate) -> str | None:
    return f"{mentor.name} cannot mentor themselves" if mentor.slug == mentee.slug else None


def _same_round(matching: Round, mentor: Candidate, mentee: Candidate) -> str | None:
    if matching.cohort.id not in _rounds_together(matching, mentor, mentee):
        return None
    return "they are in a pair of this round, or were suggested for one"


def _together_before(matching: Round, mentor: Candidate, mentee: Candidate) -> str | None:
    wished = mentee.slug in mentor.named or mentor.slug in mentee.named
    if wished or not matching.policy.hard.new_people_only:
        return None
    before = _rounds_together(matching, mentor, mentee) - {matching.cohort.id}
    return "they have been in a pair before" if before else None


def _rounds_together(matching: Round, mentor: Candidate, mentee: Candidate) -> set[CohortId]:
    pairs = matching.together.get((mentor.slug, mentee.slug), ())
    return {matching.program.pairs[pair].cohort for pair in pairs}


def _vetoed(matching: Round, mentor: Candidate, mentee: Candidate) -> str | None:
    either = {(mentor.slug, mentee.slug), (mentee.slug, mentor.slug)}
    if not either & matching.vetoes:
        return None
    return "one of the two does not want to be matched with the other"


def _same_team(matching: Round, mentor: Candidate, mentee: Candidate) -> str | None:
    same = bool(mentor.team) and mentor.team == mentee.team
    if not (same and matching.policy.hard.different_team):
        return None
    return "they are in the same team"


def _reports_to(_: Round, mentor: Candidate, mentee: Candidate) -> str | None:
    for one, other in ((mentor, mentee), (mentee, mentor)):
        if one.person.reports_to == other.slug:
            return f"{one.name} reports to {other.name}"
    return None


def _other_form(_: Round, mentor: Candidate, mentee: Candidate) -> str | None:
    """Say so of two who both take part; who takes no form with a mentor at all is told so alone."""
    takes_part = mentor.forms & WITH_MENTORS and mentee.forms & WITH_MENTORS
    if not takes_part or form_of(mentor, mentee) is not None:
        return None
    return "they asked for different forms of mentoring"


def _background(_: Round, mentor: Candidate, mentee: Candidate) -> str | None:
    if not keeps_apart(mentor, mentee):
        return None
    return "what one of the two firmly asks of the other's background is not met"


def _no_language(matching: Round, mentor: Candidate, mentee: Candidate) -> str | None:
    one, other = spoken(mentor.person.languages), spoken(mentee.person.languages)
    apart = bool(one and other) and not set(one) & set(other)
    if not (apart and matching.policy.hard.shared_language):
        return None
    return "they named no language that both speak"


def _no_skill(matching: Round, mentor: Candidate, mentee: Candidate) -> str | None:
    if not (matching.policy.hard.shared_skill and mentor.person.offers and mentee.wants):
        return None
    found = answers(matching.vocabulary, mentor.person.offers, mentee.wants)
    return None if found else f"{mentor.name} offers nothing that {mentee.name} asks for"


def _too_few_hours(matching: Round, mentor: Candidate, mentee: Candidate) -> str | None:
    least = matching.policy.minimum_hours
    minutes = hours_in_common(mentor.person, mentee.person, matching.weeks)
    if minutes is None or minutes >= least * 60:
        return None
    return f"they have less than {counted(least, 'hour')} a week in common in some week"


def _below_floor(matching: Round, mentor: Candidate, mentee: Candidate) -> str | None:
    points, floor = fit(matching, mentor, mentee).points, matching.policy.floor
    if points * _OF_HUNDRED >= floor * matching.most_points:
        return None
    return f"they fit by {points} points, below the floor of {floor} %"


_Judge = Callable[[Round, Candidate, Candidate], str | None]

_CLOSE: tuple[tuple[Rule, _Judge], ...] = (
    (Rule.SAME_PERSON, _same_person),
    (Rule.SAME_ROUND, _same_round),
    (Rule.TOGETHER_BEFORE, _together_before),
    (Rule.VETOED, _vetoed),
    (Rule.SAME_TEAM, _same_team),
    (Rule.REPORTS_TO, _reports_to),
)
"""Rules for people who have to do with each other."""

_OPEN: tuple[tuple[Rule, _Judge], ...] = (
    (Rule.OTHER_FORM, _other_form),
    (Rule.NO_LANGUAGE, _no_language),
    (Rule.NO_SKILL, _no_skill),
    (Rule.TOO_FEW_HOURS, _too_few_hours),
    (Rule.BACKGROUND, _background),
    (Rule.BELOW_FLOOR, _below_floor),
)
"""Rules that compare any two people; `masks` has them again as one comparison of arrays each."""

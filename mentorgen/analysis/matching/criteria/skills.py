"""Skills: how well what the mentor offers answers what the mentee wants to learn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.matching.criteria.finding import Finding, half_of, in_words
from mentorgen.analysis.matching.criteria.kinds import Points
from mentorgen.analysis.matching.criteria.typical import Many, Question, typical
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.matching.skills import (
    SHARES,
    Answer,
    SkillTable,
    answers,
    share_of,
    skill_count,
    skill_table,
)
from mentorgen.analysis.matching.speech import label_of
from mentorgen.analysis.wording import listed
from mentorgen.model.ids import SkillId
from mentorgen.model.said import Joint, Said, joined, said, said_n

NOT_KNOWN = -1
"""Stands for the worth of skills where somebody named none."""


@dataclass(frozen=True, slots=True)
class Skills:
    """Wants against offers, and the points for each unit of worth by how many were wanted and offered."""

    table: SkillTable
    shares: NDArray[np.float32]
    row_share: NDArray[np.intp]
    column_share: NDArray[np.intp]
    unknown: int

    def worth_of(self, rows: slice, room: NDArray[np.float32]) -> NDArray[np.float32]:
        """Sum up the worth of skills of some mentees with all mentors; `room` takes the sums."""
        np.matmul(self.table.wants[rows], self.table.offers.T, out=room)
        room[self.table.wanted[rows] == 0] = NOT_KNOWN
        room[:, self.table.offered == 0] = NOT_KNOWN
        return room

    def points_of(self, rows: slice, worth: NDArray[np.float32]) -> Points:
        """Weigh worths as one pair's are weighed, in place: whole numbers below 2**24 throughout."""
        silent = worth == NOT_KNOWN
        worth *= self.shares[self.row_share[rows]].take(self.column_share, axis=1)
        worth += SHARES // 2
        worth *= 1 / SHARES
        points = worth.astype(np.int16)
        points[silent] = self.unknown
        return points


def judge(matching: Round, mentor: Candidate, mentee: Candidate) -> Finding:
    """Count the best answer to each skill that is wanted."""
    most = matching.policy.weights.skills
    wants, offers = mentee.wants, mentor.person.offers
    if not (wants and offers):
        text = (
            said("%(name)s has not said yet what to offer", name=mentor.name)
            if wants
            else said("%(name)s has not said yet what to learn", name=mentee.name)
        )
        return Finding(_typical(matching), text, known=False)
    found = answers(matching.vocabulary, offers, wants)
    share = share_of(most, skill_count(wants), skill_count(offers))
    points = (sum(answer.worth for answer in found) * share + SHARES // 2) // SHARES
    return Finding(points, _text(matching, mentor, mentee, found))


def skills(matching: Round, mentees: Sequence[Candidate], mentors: Sequence[Candidate]) -> Skills:
    """Lay out what is wanted and what is offered."""
    most = matching.policy.weights.skills
    table = skill_table(
        matching.vocabulary,
        [one.wants for one in mentees],
        [one.person.offers for one in mentors],
    )
    wanted, row = np.unique(table.wanted, return_inverse=True)
    offered, column = np.unique(table.offered, return_inverse=True)
    shares = [[share_of(most, int(a), int(b)) for b in offered] for a in wanted]
    all_said = table.wanted.all() and table.offered.all()
    return Skills(
        table,
        np.array(shares, dtype=np.float32).reshape(wanted.size, offered.size),
        row,
        column,
        0 if all_said else _typical(matching),
    )


def _typical(matching: Round) -> int:
    def judged(mentees: Many, mentors: Many) -> Points:
        found = skills(matching, mentees, mentors)
        room = np.empty((len(mentees), len(mentors)), dtype=np.float32)
        return found.points_of(slice(None), found.worth_of(slice(None), room))

    return typical(
        matching,
        Question(
            name="skills",
            says_mentee=lambda one: bool(one.wants),
            says_mentor=lambda one: bool(one.person.offers),
            judge=judged,
            otherwise=half_of(matching.policy.weights.skills),
        ),
    )


def _text(matching: Round, mentor: Candidate, mentee: Candidate, found: tuple[Answer, ...]) -> Said:
    wanted = skill_count(mentee.wants)
    names = {"mentor": mentor.name, "mentee": mentee.name}
    if not found:
        return said("%(mentor)s offers other skills than %(mentee)s asks for", **names)
    same = [_label(matching, answer.offered) for answer in found if answer.offered == answer.wanted]
    near = [answer for answer in found if answer.offered != answer.wanted]
    if near:
        skills = _near_text(matching, same, near)
        return said("%(mentor)s offers %(skills)s", mentor=mentor.name, skills=skills)
    skills = listed(dict.fromkeys(same))
    if len(found) < wanted:
        return said_n(
            "%(mentor)s offers %(skills)s: %(found)s of %(wanted)s skill that %(mentee)s asks for",
            "%(mentor)s offers %(skills)s: %(found)s of %(wanted)s skills that %(mentee)s asks for",
            wanted,
            **names,
            skills=skills,
            found=in_words(len(found)),
            wanted=in_words(wanted),
        )
    if wanted == 1:
        return said(
            "%(mentor)s offers %(skills)s: just what %(mentee)s asks for", **names, skills=skills
        )
    return said(
        "%(mentor)s offers %(skills)s: all that %(mentee)s asks for", **names, skills=skills
    )


def _near_text(matching: Round, same: Sequence[str], near: Iterable[Answer]) -> Said:
    """Name what is offered as it was wanted, then what comes near: Releases; Releases is near to Packaging."""
    labels = [(_label(matching, one.offered), _label(matching, one.wanted)) for one in near]
    if not same:
        return listed(
            said("%(skill)s, which is near to %(other)s", skill=own, other=other)
            for own, other in labels
        )
    beside = (
        said("%(skill)s is near to %(other)s", skill=own, other=other) for own, other in labels
    )
    return joined([listed(dict.fromkeys(same)), *beside], Joint.SEMICOLON)


def _label(matching: Round, skill: SkillId) -> str:
    return label_of(matching.program.skills, skill)

"""Hours: the time that both have free, in the worst week of the round."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from mentorgen.analysis.hours import (
    SharedHours,
    hours_in_common,
    knows_hours,
    shared_hours,
)
from mentorgen.analysis.matching.criteria.finding import (
    Finding,
    half_of,
    in_words,
    names_of,
    part_of,
)
from mentorgen.analysis.matching.criteria.kinds import Points
from mentorgen.analysis.matching.criteria.typical import Many, Question, typical
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.meeting_times import CommonTime, LocalTime, common_times
from mentorgen.analysis.wording import listed
from mentorgen.model.people import Participant
from mentorgen.model.privacy import Shared
from mentorgen.model.said import DayShape, Said, dated, opening, said, said_n
from mentorgen.model.words import Weekday

ENOUGH_MINUTES = 240
"""Four hours a week in common bring half of the points: they will do."""
MOST_MINUTES = 4200
"""All parts of all weekdays bring all points: the nearer two clocks are, the more hours to choose from."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Everybody's hours, and the points for each minute in common; the last entry is for what is not known."""

    shared: SharedHours
    points: Points

    def points_of(self, rows: slice) -> Points:
        """Give the points of some mentees with all mentors."""
        minutes = self.shared.minutes_by_pattern(rows)
        points = self.points.take(np.minimum(minutes, MOST_MINUTES))
        return points.take(self.shared.theirs, axis=1)


def judge(matching: Round, mentor: Candidate, mentee: Candidate) -> Finding:
    """Count hours in common and name up to three times that suit both in every week."""
    most = matching.policy.weights.hours
    minutes = hours_in_common(mentor.person, mentee.person, matching.weeks)
    public = _are_public(mentor.person) and _are_public(mentee.person)
    if minutes is None:
        names = names_of(one for one in (mentor, mentee) if not knows_hours(one.person))
        text = said("It is not known yet which hours would suit %(names)s", names=names)
        return Finding(_typical(matching), text, known=False, public=public)
    times = common_times((mentor.person, mentee.person), matching.weeks) if minutes else ()
    text = _with_times(_text(minutes), mentor, mentee, times)
    return Finding(_points(most, minutes), text, public=public)


def hours(matching: Round, mentees: Sequence[Candidate], mentors: Sequence[Candidate]) -> Hours:
    """Lay out everybody's hours."""
    most = matching.policy.weights.hours
    by_minutes = [_points(most, minutes) for minutes in range(MOST_MINUTES + 1)]
    all_said = all(knows_hours(one.person) for one in (*mentees, *mentors))
    return Hours(
        shared_hours(
            [one.person for one in mentees], [one.person for one in mentors], matching.weeks
        ),
        np.array([*by_minutes, 0 if all_said else _typical(matching)], dtype=np.int16),
    )


def _typical(matching: Round) -> int:
    def says(one: Candidate) -> bool:
        return knows_hours(one.person)

    def judged(mentees: Many, mentors: Many) -> Points:
        return hours(matching, mentees, mentors).points_of(slice(None))

    otherwise = half_of(matching.policy.weights.hours)
    return typical(matching, Question("hours", says, says, judged, otherwise))


def _points(most: int, minutes: int) -> int:
    """Rise to half of the points at ENOUGH_MINUTES and on to all of them at MOST_MINUTES."""
    further = min(max(minutes, ENOUGH_MINUTES), MOST_MINUTES) - ENOUGH_MINUTES
    span = MOST_MINUTES - ENOUGH_MINUTES
    parts = min(minutes, ENOUGH_MINUTES) * span + further * ENOUGH_MINUTES
    return part_of(most, parts, 2 * ENOUGH_MINUTES * span)


def _are_public(person: Participant) -> bool:
    """Exact hours are for members; the time zone and parts of the day are shown by the person's choice."""
    shows = person.consent.shows if person.consent is not None else ()
    shown = Shared.TIME_ZONE in shows and Shared.PARTS_OF_DAY in shows
    told = person.timezone is not None or bool(person.parts_of_day)
    return not person.hours and (shown or not told)


def _text(minutes: int) -> Said:
    if not minutes:
        return said("No hours in common in some week: writing may suit them better than calls")
    hours = minutes // 60
    if hours:
        return said_n(
            "%(hours)s hour a week in common in every week of the round",
            "%(hours)s hours a week in common in every week of the round",
            hours,
            hours=opening(in_words(hours)),
        )
    return said_n(
        "%(num)s minute a week in common in every week of the round",
        "%(num)s minutes a week in common in every week of the round",
        minutes,
    )


def _with_times(
    text: Said, mentor: Candidate, mentee: Candidate, times: Sequence[CommonTime]
) -> Said:
    """Name times by both clocks, where they differ: Tuesday 20:00 for Ana (Wednesday 1:30 for Ben)."""
    named = []
    for one in times:
        mine, theirs = (one.clocks[side.slug][0] for side in (mentor.person, mentee.person))
        if (mine.day, mine.at) == (theirs.day, theirs.at):
            named.append(_clock(mine))
            continue
        there = _clock(theirs) if mine.day is not theirs.day else _time(theirs.at)
        named.append(
            said(
                "%(time)s for %(name)s (%(there)s for %(other)s)",
                time=_clock(mine),
                name=mentor.name,
                there=there,
                other=mentee.name,
            )
        )
    return said("%(hours)s, such as %(times)s", hours=text, times=listed(named)) if named else text


def _clock(time: LocalTime) -> Said:
    day = time.since + timedelta(days=tuple(Weekday).index(time.day))
    weekday = dated(day, DayShape.WEEKDAY)
    return said("%(weekday)s %(time)s", weekday=weekday, time=_time(time.at))


def _time(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"

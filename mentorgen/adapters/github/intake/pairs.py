"""Forms about a relationship: a meeting, a goal, and one that grew by itself."""

from itertools import count

from mentorgen.adapters.github.intake.asked import AnswerError, Asked, Wanted, is_seen
from mentorgen.adapters.github.intake.rounds import round_running
from mentorgen.adapters.new_places import (
    form_of,
    goal_place,
    is_noted,
    meeting_place,
    meeting_place_of,
    plan_of,
)
from mentorgen.analysis.actions import open_actions
from mentorgen.analysis.consent import agreed
from mentorgen.analysis.life import life_of
from mentorgen.analysis.relationships import relationship_of
from mentorgen.loading.forms import choice
from mentorgen.loading.layout import place_for, spot_of
from mentorgen.loading.spelling import did_you_mean, shown
from mentorgen.model.fields import is_link
from mentorgen.model.ids import Kind, PairId, Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.people import Participant
from mentorgen.model.words import Layout, MeetingKind, Reviewed
from mentorgen.output.new_records import (
    NewGoal,
    NewMeeting,
    NewPair,
    goal_text,
    meeting_text,
    pair_text,
)

_PARTS = {
    "mentor": ("mentors", "mentees"),
    "mentee": ("mentees", "mentors"),
    "peer": ("members",) * 2,
}
"""What somebody is in a relationship, and what the others are."""


def pair_asked(asked: Asked, me: Participant) -> Pair:
    """Find the pair that somebody names, or the only one that they are in.

    Raises:
        AnswerError: there is none, or there are several; nobody else's pairs are told of.
    """
    own = [
        pair
        for pair in asked.program.pairs.values()
        if me.slug in pair.everyone
        and me.slug in life_of(asked.program, pair, today=asked.asked_on).members.everyone
    ]
    named = asked.filled.text("pair").strip("/ ")
    found = [pair for pair in own if named in (pair.id, pair.id.partition("/")[2])]
    if not named:
        found = [pair for pair in own if _goes_on(asked, pair)]
    if len(found) == 1:
        return _may_be_written_of(asked, found[0])
    yours = ", ".join(pair.id for pair in (found or own) if pair.public_contact)
    which = f" You are in {yours}." if yours else ""
    if named:
        raise AnswerError("pair", f"you are in no pair {shown(named)}.{which}")
    raise AnswerError(
        "pair", f"say which pair you mean.{which}" if found else "you are in no pair now."
    )


def meeting(asked: Asked) -> Wanted:
    """Write down that a pair was in contact."""
    pair = pair_asked(asked, asked.me())
    on = asked.day("day") or asked.asked_on
    life = life_of(asked.program, pair, today=on)
    before = _written(asked, Kind.MEETING)
    meetings = tuple(
        one for one in asked.program.meetings[pair.id] if meeting_place_of(one) != before
    )
    minutes = asked.number_in("minutes")
    if is_noted(meetings, on, minutes):
        raise AnswerError(
            "day",
            "a meeting of that day is written down already, maybe by somebody else of you. If you met"
            " twice, say for how many minutes.",
        )
    link = asked.filled.text("link")
    if link and not is_link(link):
        raise AnswerError(
            "link", f"{shown(link)} is no whole address such as https://example.org/page."
        )
    new = NewMeeting(
        kind=MeetingKind(choice(asked.filled.text("kind")) or MeetingKind.CALL),
        minutes=minutes,
        present=life.members.everyone,
        topics=asked.filled.lines("topics"),
        link=link or None,
        next_on=asked.day("next"),
        actions=open_actions(one for one in meetings if one.on <= on),
        notes=asked.filled.text("notes"),
    )
    is_there = before is not None and f"/{on.isoformat()}" in before
    place = before if before and is_there else meeting_place(meetings, pair, on)
    return Wanted(
        f"{pair.id} met on {on}",
        {place: meeting_text(new).encode()},
        Reviewed.MEETINGS,
        gone=(before,) if before and not is_there else (),
    )


def goal(asked: Asked) -> Wanted:
    """Set a goal of a pair."""
    pair, title = pair_asked(asked, asked.me()), asked.filled.text("title")
    new = NewGoal(
        title=title,
        set_on=asked.asked_on,
        due=asked.day("due"),
        milestones=asked.filled.lines("milestones"),
        why=asked.filled.text("why") or None,
        measure=asked.filled.text("measure") or None,
    )
    place = _written(asked, Kind.GOAL) or goal_place(asked.program, pair, title)
    if place not in asked.written and (asked.root / place).exists():
        raise AnswerError("title", "your pair has a goal of this name; give it another one.")
    return Wanted(f"{pair.id} sets a goal", {place: goal_text(new).encode()}, Reviewed.GOALS)


def informal_pair(asked: Asked) -> Wanted:
    """Register a relationship that grew by itself; an organiser asks the others before it counts."""
    me = asked.me()
    cohort = round_running(asked.program, asked.asked_on)
    if cohort is None:
        raise AnswerError("", "no round is running to which it could belong; ask the organisers.")
    mine, theirs = _PARTS[choice(asked.filled.text("part"))]
    others = tuple(Slug(name) for name in asked.filled.lines("with") if name != me.slug)
    for other in others:
        if not is_seen(asked, other):
            seen = [slug for slug in asked.program.participants if is_seen(asked, slug)]
            raise AnswerError(
                "with",
                f"there is no page of {shown(other)}.{did_you_mean(other, seen)} Whoever has none joins first.",
            )
    people: dict[str, tuple[Slug, ...]] = {"mentors": (), "mentees": (), "members": ()}
    people[mine] += (me.slug,)
    people[theirs] += others
    new = NewPair(
        form=form_of(people),
        mentors=people["mentors"],
        mentees=people["mentees"],
        members=people["members"],
        plan=plan_of(asked.program, None, informal=True),
        starts=asked.day("starts") or asked.asked_on,
        informal=True,
    )
    place = _written(asked, Kind.PAIR) or _pair_place(asked, cohort.id, people)
    return Wanted(
        f"{me.slug} registers a pair that grew by itself",
        {place: pair_text(new).encode()},
        Reviewed.MATCHES,
        remarks=("Ask the others whether it is so before you merge.",),
    )


def _pair_place(asked: Asked, cohort: str, people: dict[str, tuple[Slug, ...]]) -> str:
    base = "-".join(slug for group in people.values() for slug in group)[:60].strip("-")
    names = (base if number == 1 else f"{base}-{number}" for number in count(1))
    name = next(one for one in names if PairId(f"{cohort}/{one}") not in asked.program.pairs)
    return place_for(Kind.PAIR, cohort=cohort, pair=name)


def _written(asked: Asked, kind: Kind) -> str | None:
    """Give the record that came of the same form before."""
    spots = ((place, spot_of(place)) for place in asked.written)
    return next((place for place, spot in spots if spot and spot.shelf.kind is kind), None)


def _goes_on(asked: Asked, pair: Pair) -> bool:
    return relationship_of(asked.program, pair, today=asked.asked_on).goes_on


def _may_be_written_of(asked: Asked, pair: Pair) -> Pair:
    """Give the pair back if everybody in it agreed to be read of where it is written down."""
    is_private = asked.program.settings.layout is Layout.PRIVATE
    agree = pair.id in agreed(asked.program, today=asked.asked_on).pairs
    if agree and (pair.public_contact or is_private):
        return pair
    raise AnswerError(
        "pair", "this pair is not written of in public; tell an organiser in private instead."
    )

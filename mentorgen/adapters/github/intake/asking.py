"""Forms by which somebody asks for another: for a mentor by name, for a short talk."""

from collections.abc import Iterator

from mentorgen.adapters.github.intake.asked import NEW_RECORD, AnswerError, Asked, Wanted, is_seen
from mentorgen.adapters.github.intake.rounds import round_asked
from mentorgen.loading.edits import Edit, RemoveField, SetField
from mentorgen.loading.layout import place_for
from mentorgen.loading.spelling import did_you_mean, shown
from mentorgen.model.cohorts import Slot
from mentorgen.model.fields import clock_text
from mentorgen.model.ids import Kind, Slug
from mentorgen.model.people import Participant
from mentorgen.model.privacy import Shared
from mentorgen.model.words import Reviewed


def ask_by_name(asked: Asked) -> Wanted:
    """Add people to those whom somebody asks for in the round that takes applications."""
    me = asked.me()
    cohort = round_asked(asked.program, asked.asked_on)
    if cohort is None:
        raise AnswerError(
            "", "no round takes applications now; the program's site says when one does."
        )
    place = place_for(Kind.APPLICATION, cohort=cohort.id, slug=me.slug)
    own = [one for one in asked.program.applications[cohort.id] if one.slug == me.slug]
    before = own[0].asks_for if own else ()
    names = [*dict.fromkeys([*before, *_people_asked_for(asked)])]
    edits: list[Edit] = [] if own else [SetField(("applied",), asked.asked_on.isoformat())]
    if asked.filled.text("aim"):
        edits.append(SetField(("aim",), asked.filled.text("aim")))
    edits.append(SetField(("asks_for",), [*map(str, names)]))
    record = asked.edited(Kind.APPLICATION, place, *edits, content=None if own else NEW_RECORD)
    return Wanted(f"{me.slug} asks for somebody by name", {place: record}, Reviewed.RECORDS)


def book(asked: Asked) -> Wanted:
    """Take a free time of a mentor who offers flash mentoring."""
    me, day = asked.me(), asked.day("day")
    mentor = asked.filled.text("mentor")
    slots = [one for one in asked.program.slots if one.slug == mentor and one.on == day]
    if not slots or not is_seen(asked, Slug(mentor)):
        offered = sorted({one.slug for one in asked.program.slots if is_seen(asked, one.slug)})
        near = did_you_mean(mentor, offered)
        raise AnswerError("mentor", f"{shown(mentor)} offers no time on that day.{near}")
    if day and day < asked.asked_on:
        raise AnswerError("day", f"that day, {day}, is over.")
    index = _time(asked, slots[0], me)
    place = place_for(Kind.SLOT, slug=mentor, day=str(day))
    edits: dict[str, list[Edit]] = {place: []}
    for before, free in _booked_before(asked, me):
        if (before, free) != (place, index):
            edits.setdefault(before, []).append(RemoveField(("times", free, "booked_by")))
    edits[place].append(SetField(("times", index, "booked_by"), me.slug))
    return Wanted(
        f"{me.slug} books a time of {mentor}",
        {one: asked.edited(Kind.SLOT, one, *changes) for one, changes in edits.items()},
        Reviewed.BOOKINGS,
    )


def _booked_before(asked: Asked, me: Participant) -> Iterator[tuple[str, int]]:
    """Yield the times that the same form booked before it was edited: where they stand, and which."""
    for slot in asked.program.slots:
        place = place_for(Kind.SLOT, slug=slot.slug, day=str(slot.on))
        if place in asked.written:
            for index, one in enumerate(slot.times):
                if one.booked_by == me.slug:
                    yield place, index


def _people_asked_for(asked: Asked) -> tuple[Slug, ...]:
    willing = [
        person.slug
        for person in asked.program.participants.values()
        if is_seen(asked, person.slug)
        and person.consent
        and Shared.ASK_BY_NAME in person.consent.shows
    ]
    for name in asked.filled.lines("asks_for"):
        if name not in willing:
            near = did_you_mean(name, willing)
            raise AnswerError(
                "asks_for", f"nobody by the name of {shown(name)} can be asked for.{near}"
            )
    return tuple(map(Slug, asked.filled.lines("asks_for")))


def _time(asked: Asked, slot: Slot, me: Participant) -> int:
    wanted = asked.filled.text("at").upper().removesuffix("UTC").strip()
    free = [one for one in slot.times if one.booked_by in (None, me.slug)]
    for index, one in enumerate(slot.times):
        if clock_text(one.at) == wanted.rjust(5, "0") and one in free:
            return index
    times = ", ".join(clock_text(one.at) for one in free) or "none"
    raise AnswerError("at", f"{shown(wanted)} is no free time on that day. Free, in UTC: {times}.")

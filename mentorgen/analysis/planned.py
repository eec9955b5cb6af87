"""When a pair meets next: the last word of its meetings and its log."""

from datetime import date

from mentorgen.analysis.life import Life
from mentorgen.model.facts import Cancelled, Planned
from mentorgen.model.meetings import NextMeeting


def agreed_meeting(life: Life) -> NextMeeting | None:
    """Read what the pair agreed on last, even where its day has passed.

    The newest meeting may name the next one; a fact of the log that was written on its day or later
    outweighs it, and an older one stands as long as its day lies behind that meeting.
    """
    last = life.meetings[-1] if life.meetings else None
    known = last.on if last else date.min
    facts = [
        fact
        for fact in life.facts
        if isinstance(fact, Cancelled) or (isinstance(fact, Planned) and fact.day > known)
    ]
    newest = max(reversed(facts), key=lambda fact: fact.on, default=None)
    if last is not None and last.next is not None and (newest is None or newest.on < last.on):
        return last.next
    return NextMeeting(on=newest.day, at=newest.at) if isinstance(newest, Planned) else None


def next_meeting(life: Life, *, today: date) -> NextMeeting | None:
    """Read when the pair meets next; nothing once the day that was agreed on has passed."""
    agreed = agreed_meeting(life)
    return agreed if agreed is not None and agreed.on >= today else None

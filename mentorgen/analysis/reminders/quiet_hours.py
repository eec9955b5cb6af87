"""The hours of the day in which nobody is written to."""

from datetime import datetime
from zoneinfo import ZoneInfo

from mentorgen.model.settings import Settings


def is_quiet(settings: Settings, now: datetime | None) -> bool:
    """Tell whether a moment lies in the program's quiet hours; without a moment nothing is quiet.

    The hours are read from the clock on the wall of their zone, so a change of clocks moves none of them.
    `now` knows its own zone.
    """
    quiet = settings.follow_up.quiet_hours
    if quiet is None or now is None:
        return False
    there = now.astimezone(ZoneInfo(quiet.timezone or settings.timezone))
    minutes = 60 * there.hour + there.minute
    if quiet.starts < quiet.ends:
        return quiet.starts <= minutes < quiet.ends
    return minutes >= quiet.starts or minutes < quiet.ends

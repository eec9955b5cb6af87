"""Days, counts and names in plain English, the same whatever the machine's locale."""

from collections.abc import Iterable
from datetime import date

from mentorgen.model.said import DayShape, Said, dated, joined, said


def day_text(day: date, *, today: date) -> Said:
    """Write a day as `3 October`, with the year where it is not this year's."""
    return dated(day, DayShape.DAY if day.year == today.year else DayShape.FULL)


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: `1 day`, `48 days`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(names: Iterable[str]) -> Said:
    """Join names as one says them: `Ana`, `Ana and Ben`, `Ana, Ben and Cleo`."""
    return joined(tuple(names) or (said("nobody"),))

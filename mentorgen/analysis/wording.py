"""Days, counts and names in plain English, the same whatever the machine's locale."""

from collections.abc import Iterable
from datetime import date

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_text(day: date, *, today: date) -> str:
    """Write a day as `3 October`, with the year where it is not this year's."""
    text = f"{day.day} {_MONTHS[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: `1 day`, `48 days`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(names: Iterable[str]) -> str:
    """Join names as one says them: `Ana`, `Ana and Ben`, `Ana, Ben and Cleo`."""
    *most, last = tuple(names) or ("nobody",)
    return f"{', '.join(most)} and {last}" if most else last

"""Working days of a program: no reminder goes out at a weekend or on one of its holidays."""

from collections.abc import Collection
from datetime import date, timedelta

_SATURDAY = 5


def is_working_day(day: date, holidays: Collection[date]) -> bool:
    """Tell whether the day is neither a Saturday or Sunday nor a holiday."""
    return day.weekday() < _SATURDAY and day not in holidays


def next_working_day(day: date, holidays: Collection[date]) -> date:
    """Find the day itself or the first working day after it; holidays are at most a hundred."""
    while not is_working_day(day, holidays):
        day += timedelta(days=1)
    return day

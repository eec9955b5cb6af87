"""The only place that asks what day and what time it is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def today(zone: str = "UTC") -> date:
    """Give the day it is now in a time zone."""
    return datetime.now(ZoneInfo(zone)).date()


def now() -> datetime:
    """Give this moment, in UTC."""
    return datetime.now(UTC)


def newest_day() -> date:
    """Give the day where it begins first: until then nobody anywhere can have written of it."""
    return today("Pacific/Kiritimati")

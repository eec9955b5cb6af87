"""The only place that asks what day it is."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def today(zone: str = "UTC") -> date:
    """Give the day it is now in a time zone."""
    return datetime.now(ZoneInfo(zone)).date()


def newest_day() -> date:
    """Give the day where it begins first: until then nobody anywhere can have written of it."""
    return today("Pacific/Kiritimati")

"""The only place that asks what day it is."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def today(zone: str = "UTC") -> date:
    """Give the day it is now in a time zone."""
    return datetime.now(ZoneInfo(zone)).date()

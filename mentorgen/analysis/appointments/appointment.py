"""One entry of a calendar, as a plain value."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

MIDNIGHT = -1
"""Sorts what takes a whole day before what has a time."""


class Certainty(StrEnum):
    """Whether something takes place; what was told once is taken back, not left out."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """Something on a day; `at` counts minutes since midnight in UTC, None stands for the whole day.

    `key` is made of ids and stays the same when everything else changes. `revision` never falls as
    facts are added, and `revised` is the day of the newest of them: both follow from the files alone.
    """

    key: str
    title: str
    on: date
    at: int | None = None
    minutes: int = 60
    text: str = ""
    link: str | None = None
    certainty: Certainty = Certainty.CONFIRMED
    revision: int = 0
    revised: date
    is_private: bool = False

    def until(self, over: date | None) -> "Appointment":
        """Take it back if it lies after the day on which what it belongs to was over."""
        if over is None or self.on <= over:
            return self
        return replace(
            self,
            certainty=Certainty.CANCELLED,
            revision=self.revision + 1,
            revised=max(self.revised, over),
        )


def in_order(appointments: Iterable[Appointment]) -> tuple[Appointment, ...]:
    """Sort by day and time; the order is the same whatever the order of the files."""
    return tuple(
        sorted(
            appointments,
            key=lambda one: (one.on, MIDNIGHT if one.at is None else one.at, one.key),
        )
    )

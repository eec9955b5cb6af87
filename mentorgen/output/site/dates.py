"""Dates in words, in the language of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from gettext import NullTranslations


def _(message: str) -> str:
    """Mark a word for the catalogue; it is translated where it is used."""
    return message


MONTHS = (
    _("January"), _("February"), _("March"), _("April"), _("May"), _("June"),
    _("July"), _("August"), _("September"), _("October"), _("November"), _("December"),
)  # fmt: skip
SHORT_MONTHS = (
    _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
    _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
)  # fmt: skip
WEEKDAYS = (
    _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"),
    _("Friday"), _("Saturday"), _("Sunday"),
)  # fmt: skip


def short_day(day: date, words: NullTranslations) -> str:
    """A day within the round: 8 Sep."""
    return words.gettext("%(day)d %(month)s") % {
        "day": day.day,
        "month": words.gettext(SHORT_MONTHS[day.month - 1]),
    }


def long_day(day: date, words: NullTranslations) -> str:
    """A day to keep free: Thursday 26 November."""
    return words.gettext("%(weekday)s %(day)d %(month)s") % {
        "weekday": weekday(day, words),
        "day": day.day,
        "month": month(day, words),
    }


def weekday(day: date, words: NullTranslations) -> str:
    """The name of the day of the week."""
    return words.gettext(WEEKDAYS[day.weekday()])


def month(day: date, words: NullTranslations) -> str:
    """The name of the month."""
    return words.gettext(MONTHS[day.month - 1])


def short_month(day: date, words: NullTranslations) -> str:
    """The name of the month where there is little room."""
    return words.gettext(SHORT_MONTHS[day.month - 1])

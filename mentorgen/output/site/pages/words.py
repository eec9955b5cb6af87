"""Small words that several pages share."""

from datetime import date

from mentorgen.analysis.figures import Figure
from mentorgen.model.said import DayShape, Said, amount, dated

HIDDEN = "\N{EN DASH}"
"""Stands for a figure that is not shown."""


def number(figure: Figure) -> str:
    """Write a figure, or a dash where it is not shown."""
    return HIDDEN if figure.value is None else amount(figure.value)


def month_name(day: date, today: date) -> Said:
    """Name the month of a day, with the year where it is another one."""
    return dated(day, DayShape.MONTH if day.year == today.year else DayShape.MONTH_YEAR)

"""Small words that several pages share."""

from datetime import date

from mentorgen.analysis.figures import Figure
from mentorgen.model.words import Form
from mentorgen.output.site.dates import MONTHS

HIDDEN = "\N{EN DASH}"
"""Stands for a figure that is not shown."""
FORMS = {
    Form.ONE_TO_ONE: "one to one",
    Form.GROUP: "group",
    Form.PEER: "peers",
    Form.FLASH: "flash",
    Form.REVERSE: "reverse",
}


def number(figure: Figure) -> str:
    """Write a figure, or a dash where it is not shown."""
    return HIDDEN if figure.value is None else f"{figure.value:,}"


def month_name(day: date, today: date) -> str:
    """Name the month of a day, with the year where it is another one."""
    name = MONTHS[day.month - 1]
    return name if day.year == today.year else f"{name} {day.year}"


def sentence(text: str) -> str:
    """Begin with a capital."""
    return text[:1].upper() + text[1:]

"""Dates in words."""

from datetime import date
from gettext import NullTranslations

from mentorgen.output.site import dates

THURSDAY = date(2026, 11, 26)
WORDS = NullTranslations()


class Spanish(NullTranslations):
    def gettext(self, message: str) -> str:
        spoken = {
            "November": "noviembre",
            "Thursday": "jueves",
            "%(weekday)s %(day)d %(month)s": "%(weekday)s %(day)d de %(month)s",
        }
        return spoken.get(message, message)


def test_days_within_a_round_need_no_year() -> None:
    assert dates.short_day(THURSDAY, WORDS) == "26 Nov"
    assert dates.long_day(THURSDAY, WORDS) == "Thursday 26 November"
    assert dates.short_month(THURSDAY, WORDS) == "Nov"


def test_words_and_their_order_follow_the_language() -> None:
    assert dates.long_day(THURSDAY, Spanish()) == "jueves 26 de noviembre"

"""Words and small values that templates make of what a view holds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias, assert_never
from unicodedata import combining, normalize

from markupsafe import Markup

from mentorgen.analysis.matching.fits import Criterion
from mentorgen.model.said import DayShape, Joint, Said, amount, dated, joined, opening, said
from mentorgen.model.words import Role
from mentorgen.output.site.charts import Column
from mentorgen.output.site.curves import number
from mentorgen.output.site.dyes import Dye
from mentorgen.output.site.views import ChoiceView

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from mentorgen.output.site.views import MonthCount, PersonRef, SkillDemand
    from mentorgen.output.site.words import Words

Filter: TypeAlias = "Callable[..., object]"

HOURS = 24
CRITERIA: Mapping[str, Said] = {
    Criterion.SKILLS: said("Skills"),
    Criterion.GOALS: said("Goals"),
    Criterion.STYLE: said("Style"),
    Criterion.HOURS: said("Hours"),
    Criterion.EXPERIENCE: said("Experience"),
    Criterion.LANGUAGES: said("Languages"),
    Criterion.WISHES: said("Wishes"),
    Criterion.BACKGROUND: said("Background"),
}
"""What a pair is judged by, as it is called beside a colour."""


def filters(words: Words) -> dict[str, Filter]:
    """All filters by name."""
    return {
        "amount": amount,
        "columns_words": partial(columns_words, words=words),
        "criterion_words": criterion_words,
        "demand_columns": demand_columns,
        "dye_in": dye_in,
        "hour_bits": hour_bits,
        "hour_path": hour_path,
        "hour_spans": hour_spans,
        "in_a_row": partial(joined, joint=Joint.COMMA),
        "in_order": partial(in_order, words=words),
        "initials": initials,
        "long_day": partial(dated, shape=DayShape.LONG),
        "minutes_words": minutes_words,
        "month": partial(dated, shape=DayShape.MONTH),
        "month_columns": partial(month_columns, words=words),
        "month_year": partial(dated, shape=DayShape.MONTH_YEAR),
        "opening": opening,
        "px": px,
        "role_words": role_words,
        "short_day": partial(dated, shape=DayShape.SHORT),
        "short_weekday": partial(dated, shape=DayShape.SHORT_WEEKDAY),
        "short_name": short_name,
        "spoken": words.of,
        "weekday": partial(dated, shape=DayShape.WEEKDAY),
        "with_bold": words.with_bold,
    }


def in_order(choices: Iterable[ChoiceView], words: Words) -> tuple[ChoiceView, ...]:
    """Choices by their words as the page says them; an accent does not move a letter."""

    def letters(choice: ChoiceView) -> str:
        apart = normalize("NFD", words.of(choice.label).casefold())
        return "".join(letter for letter in apart if not combining(letter))

    return tuple(sorted(choices, key=letters))


def role_words(role: Role) -> Said:
    """What a role is called beside its mark."""
    match role:
        case Role.MENTOR:
            return said("Mentor")
        case Role.MENTEE:
            return said("Mentee")
        case Role.BOTH:
            return said("Mentor and mentee")
        case _:
            assert_never(role)


def role_choices() -> tuple[ChoiceView, ...]:
    """The roles to filter by: who is both counts for either."""
    return (
        ChoiceView(value=Role.MENTOR, label=said("Mentors")),
        ChoiceView(value=Role.MENTEE, label=said("Mentees")),
    )


def minutes_words(minutes: int) -> Said:
    """A length of time: 40 min, 1 h, 1 h 20 min."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return said("%(minutes)s min", minutes=rest)
    if not rest:
        return said("%(hours)s h", hours=hours)
    return said("%(hours)s h %(minutes)s min", hours=hours, minutes=rest)


def month_columns(months: Iterable[MonthCount], words: Words) -> tuple[Column, ...]:
    """The columns of the meetings chart."""
    return tuple(
        Column(
            words.of(dated(month.month, DayShape.SHORT_MONTH)), month.meetings, month.year_before
        )
        for month in months
    )


def demand_columns(skills: Iterable[SkillDemand]) -> tuple[Column, ...]:
    """Supply and demand as columns, for the question how many people one thread stands for."""
    return tuple(Column(row.skill.label, row.can_teach, row.want) for row in skills)


def columns_words(columns: Iterable[Column], words: Words) -> str:
    """The figures of a chart in a line, for who does not see it."""
    line = joined((f"{column.label} {column.number}" for column in columns), Joint.COMMA)
    return words.of(line)


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name."""
    words = name.replace("-", " ").split()
    return "".join(word[0].upper() for word in (*words[:1], *words[1:][-1:]))


def short_name(person: PersonRef) -> Markup:
    """A name whose given part stays where there is little room; the rest is only hidden from sight."""
    before, given, after = person.name.partition(person.given_name)
    if not given:
        return Markup().join([person.name])
    rest = Markup('<span class="fam">{}</span>')
    return Markup().join(
        [rest.format(before) if before else "", given, rest.format(after) if after else ""]
    )


def dye_in(criterion: str, criteria: Sequence[str]) -> str:
    """The colour of a criterion: dyes in their order, then undyed for the seventh and later ones."""
    dyes = tuple(Dye)
    at = criteria.index(criterion) if criterion in criteria else len(dyes)
    return dyes[at] if at < len(dyes) else "edge"


def criterion_words(criterion: str) -> str:
    """What a criterion is called; an unknown one is called what it is."""
    known: dict[str, str] = {**CRITERIA}
    return known.get(criterion, criterion)


def hour_bits(hours: Iterable[int]) -> str:
    """Hours of a day as six hexadecimal digits: the lowest bit is midnight."""
    return f"{sum(1 << hour for hour in set(hours)):06x}"


def hour_path(hours: Collection[int]) -> str:
    """Hours of a day as strokes along a line of 24 units; those over midnight are two strokes."""
    free = {hour % HOURS for hour in hours}
    starts = sorted(hour for hour in free if hour == 0 or hour - 1 not in free)
    return "".join(
        f"M{start} 0h{next(end for end in range(start, HOURS + 1) if end not in free) - start}"
        for start in starts
    )


def hour_spans(hours: Collection[int]) -> str:
    """Hours of a day in words, joined where they touch, also over midnight: 06:00-14:00."""
    free = {hour % HOURS for hour in hours}
    if len(free) == HOURS:
        return "00:00-24:00"
    starts = sorted(hour for hour in free if (hour - 1) % HOURS not in free)
    return ", ".join(f"{start:02}:00-{_end(start, free):02}:00" for start in starts)


def px(length: float) -> str:
    """A length in CSS pixels."""
    return f"{number(length)}px"


def _end(start: int, free: Collection[int]) -> int:
    end = start
    while end % HOURS in free:
        end += 1
    return end % HOURS or HOURS

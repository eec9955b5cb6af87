"""How a program is doing in figures that everybody may read: nobody is named, small groups are hidden."""

from datetime import date

from mentorgen.analysis.figures import Figure
from mentorgen.analysis.totals import Totals, all_totals
from mentorgen.analysis.wording import day_text
from mentorgen.model.program import Program
from mentorgen.output.report import Heading, Json, Paragraph, Report, Table

_COLUMNS = ("Round", "Pairs at work", "Meetings", "Hours together", "Milestones reached")


def totals_report(program: Program, cohort: str | None = None, *, today: date) -> Report:
    """Report on one round, or on all of them, as the dashboard does."""
    totals = all_totals(program, today=today).cohorts
    shown = {name: own for name, own in totals.items() if cohort in {None, name}}
    rows = tuple(
        (program.cohorts[name].name, *map(_number, _figures(own))) for name, own in shown.items()
    )
    day = f"{day_text(today, today=today)} {today.year}"
    return Report(
        (
            Heading(program.settings.name),
            Paragraph(f"{day}, totals only. A dash stands for fewer than five people."),
            Table(_COLUMNS, rows, frozenset(range(1, len(_COLUMNS)))),
        ),
        {name: _data(own) for name, own in shown.items()},
    )


def _figures(totals: Totals) -> tuple[Figure, ...]:
    return (
        totals.pairs_at_work,
        totals.meetings,
        totals.hours_together,
        totals.milestones_reached,
    )


def _number(figure: Figure) -> str:
    return "\N{EN DASH}" if figure.value is None else f"{figure.value:,}"


def _data(totals: Totals) -> Json:
    return [figure.value for figure in _figures(totals)]

"""Every possible pair with its points by criterion, as a table for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator

from mentorgen.analysis.matching.fits import Criterion, Fit
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program

_STARTS = ("=", "+", "-", "@")
"""What makes a spreadsheet take a cell for a formula."""


def scores_text(program: Program, fits: Iterable[tuple[Slug, Slug, Fit]]) -> str:
    """Write one row for each mentor and mentee; a criterion without weight is an empty column."""
    stream = io.StringIO()
    rows = csv.writer(stream, lineterminator="\n")
    criteria = [*Criterion]
    rows.writerow(
        ["mentor", "mentor_name", "mentee", "mentee_name", "points", "most", *map(str, criteria)]
    )
    for mentor, mentee, found in fits:
        points = {reason.criterion: reason.points for reason in found.reasons}
        names = _people(program, mentor, mentee)
        rows.writerow(
            [*names, found.points, found.most, *(points.get(one, "") for one in criteria)]
        )
    return stream.getvalue()


def _people(program: Program, *slugs: Slug) -> Iterator[str]:
    for slug in slugs:
        yield slug
        yield plain_cell(program.participants[slug].name)


def plain_cell(text: str) -> str:
    """Keep a spreadsheet from taking people's words for a formula: a quote in front makes them a text."""
    return f"'{text}" if text.lstrip().startswith(_STARTS) else text

"""Charts that count threads: one thread is one meeting, one person or one pair."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from markupsafe import Markup

from mentorgen.output.site.views import Health

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PICK = 8
"""Pixels from one thread of a column to the next."""
TALLEST = 38
"""Threads of the tallest column: above it one thread stands for several meetings."""
MOST_LETTERS = 60
"""More letters below the columns do not fit side by side: in some languages a month has no short name."""
HEADROOM = 36
FOOTROOM = 30
TICK = 8


@dataclass(frozen=True, slots=True)
class _Shape:
    woad: str
    madder: str
    case: str = ""
    weld: str = ""


_SHAPES = {
    Health.ON_TRACK: _Shape(
        woad="M7 0C7 16 19 16 19 32S7 48 7 64",
        madder="M19 0C19 16 7 16 7 32S19 48 19 64",
        case="M10 20L16 12M16 52L10 44",
    ),
    Health.EARLY: _Shape(woad="M7 0C7 10 9 16 10 24", madder="M19 0C19 10 17 16 16 24"),
    Health.CHECK_IN: _Shape(
        woad="M7 0C7 14 19 14 19 26C19 40 23 44 23 64",
        madder="M19 0C19 14 7 14 7 26C7 40 3 44 3 64",
        case="M10 18L16 9",
    ),
    Health.PAUSED: _Shape(
        woad="M7 0C7 16 19 16 19 34",
        madder="M19 0C19 16 7 16 7 34",
        case="M10 18L16 9",
        weld="M4 36H22",
    ),
}


def glyph(health: Health) -> Markup:
    """A pair as two threads: crossing, only begun, apart or tied off. Shape first, colour second."""
    shape = _SHAPES[health]
    drawn = (
        ("t-woad", shape.woad),
        ("t-case", shape.case),
        ("t-madder", shape.madder),
        ("t-weld", shape.weld),
    )
    paths = (Markup('<path class="{}" d="{}"/>').format(*path) for path in drawn if path[1])
    return Markup('<svg class="pg" viewBox="0 0 26 64" aria-hidden="true">{}</svg>').format(
        Markup().join(paths)
    )


def ticks(count: int, dye: str, *, worth: int = 1) -> Markup:
    """A row of thread ends, one for each person, or for each `worth` people begun."""
    count = ceil(count / worth)
    path = "".join(f"M{TICK // 2 + end * TICK} 0v22" for end in range(count))
    return Markup(
        '<svg class="tks" style="--n:{n}" viewBox="0 0 {width} 22" preserveAspectRatio="none" '
        'aria-hidden="true"><path class="tk tk-{dye}" d="{path}"/></svg>'
    ).format(n=count, width=count * TICK, dye=dye, path=path)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its words, its count (None where it is not shown) and the count to compare it with."""

    label: str
    count: int | None
    before: int | None = None

    @property
    def tallest(self) -> int:
        """The larger of the two counts."""
        return max(self.count or 0, self.before or 0)

    @property
    def number(self) -> str:
        """The count as it is printed: a dash where it is not shown."""
        return "\N{EN DASH}" if self.count is None else str(self.count)


def thread_worth(columns: Iterable[Column]) -> int:
    """How many meetings, or people, one thread of the chart stands for."""
    most = max((column.tallest for column in columns), default=0)
    return max(1, ceil(most / TALLEST))


def picks(columns: Sequence[Column], *, label: str, pattern_id: str) -> Markup:
    """Columns of threads with a line for the year before; widths in per cent, so words keep their size."""
    worth = thread_worth(columns)
    tallest = max((column.tallest for column in columns), default=0) / worth * PICK
    base = HEADROOM + ceil(tallest)
    drawn = [_column(at, columns, base=base, fill=pattern_id) for at in range(len(columns))]
    return Markup(
        '<svg class="picks" width="100%" style="height:{height}px" role="img" aria-label="{label}">'
        '<defs><pattern id="{id}" width="100" height="8" y="{phase}" patternUnits="userSpaceOnUse">'
        '<path class="k-pick" d="M0 4h100"/></pattern></defs>{columns}{line}'
        '<line class="base" x1="0" x2="100%" y1="{base}.5" y2="{base}.5"/></svg>'
    ).format(
        height=base + FOOTROOM,
        label=label,
        id=pattern_id,
        phase=base % PICK,
        columns=Markup().join(drawn),
        line=_line(columns, base=base, worth=worth),
        base=base,
    )


def _column(at: int, columns: Sequence[Column], *, base: int, fill: str) -> Markup:
    column = columns[at]
    share = 100 / len(columns)
    height = round((column.count or 0) / thread_worth(columns) * PICK)
    return Markup(
        '<rect x="{x:.2f}%" y="{y}" width="{width:.2f}%" height="{height}" fill="url(#{fill})"/>'
        '<text x="{middle:.2f}%" y="{above}">{count}</text>'
        '<text class="ax" x="{middle:.2f}%" y="{below}">{label}</text>'
    ).format(
        x=share * (at + 0.1),
        y=base - height,
        width=share * 0.8,
        height=height,
        fill=fill,
        middle=share * (at + 0.5),
        above=base - height - 9,
        below=base + 22,
        count=column.number,
        label=column.label if _has_room(at, columns) else "",
    )


def _has_room(at: int, columns: Sequence[Column]) -> bool:
    """Tell whether words stand below a column: where they are long only every other, the last among them."""
    longest = max(len(column.label) for column in columns)
    return longest * len(columns) <= MOST_LETTERS or (len(columns) - 1 - at) % 2 == 0


def _line(columns: Sequence[Column], *, base: int, worth: int) -> Markup:
    share = 100 / max(len(columns), 1)
    points = [
        (share * (at + 0.5), base - round(column.before / worth * PICK))
        for at, column in enumerate(columns)
        if column.before is not None
    ]
    stretch = Markup('<line class="{}" x1="{:.2f}%" y1="{}" x2="{:.2f}%" y2="{}"/>')
    dot = Markup('<circle cx="{:.2f}%" cy="{}" r="3.5"/>')
    return Markup().join(
        [
            *(
                stretch.format(kind, *start, *end)
                for kind in ("case", "last")
                for start, end in pairwise(points)
            ),
            *(dot.format(*point) for point in points),
        ]
    )

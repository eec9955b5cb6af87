"""The picture of a matching: ribbons of threads from mentors to mentees.

The names stand beside it as HTML; the drawing between them is stretched sideways while its
strokes keep their width. One strand is ten points; a dashed end is somebody who waits.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate
from statistics import fmean
from typing import TYPE_CHECKING

from markupsafe import Markup

from mentorgen.output.site.curves import Curve, cut, flowing, number, path_data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentorgen.output.site.views import LoomView, PersonRef, RibbonView

WIDTH = 1000
STRAND = 4.4
"""Pixels from one strand of a ribbon to the next."""
POINTS_A_STRAND = 10
FEWEST_STRANDS = 3
CASING = 6
APART = 7
"""Pixels between two ribbons of one person."""
ROW = 56
DOVETAIL = (0.415, 0.585)
"""Where strands change colour, in turn: the two colours grip each other."""
BRAID = (1, 3, 0, 2)
"""How four neighbours are shuffled, so that some ribbons cross, none of them steeply."""

_SVG = Markup(
    '<svg viewBox="0 0 {width} {height}" preserveAspectRatio="none" style="height:{height}px" '
    'role="img" aria-label="{label}">{paths}</svg>'
)
_RIBBON = Markup(
    '<g class="ribbon"><title>{title}</title>'
    '<path class="l-case" style="stroke-width:{casing}px" d="{middle}"/>'
    '<path class="l-a" d="{before}"/><path class="{kind}" d="{after}"/></g>'
)
_LOOSE = Markup('<path class="l-loose l-loose--{side}" d="{path}"/>')


@dataclass(frozen=True, slots=True)
class Row:
    """A person at one side of the loom and the height of their place in pixels."""

    person: PersonRef
    height: float


@dataclass(frozen=True, slots=True)
class Loom:
    """A loom ready to print: the two sides and the drawing between them."""

    left: tuple[Row, ...]
    right: tuple[Row, ...]
    height: float
    drawing: Markup


def loom(view: LoomView, *, label: str, title: str) -> Loom:
    """Lay out and draw a matching; `title` is a format with `mentor`, `mentee` and `score`."""
    mentees = braided(view)
    left = _room(view.mentors, [(ribbon.mentor, ribbon.score) for ribbon in view.ribbons])
    right = _room(mentees, [(ribbon.mentee, ribbon.score) for ribbon in view.ribbons])
    height = max(sum(left.values()), sum(right.values()))
    left, right = _stretched(left, height), _stretched(right, height)
    here, there = _middles(left), _middles(right)
    starts = _slots([(r, r.mentor, there[r.mentee]) for r in view.ribbons], here)
    ends = _slots([(r, r.mentee, here[r.mentor]) for r in view.ribbons], there)
    names = {person.slug: person.name for person in (*view.mentors, *view.mentees)}
    ribbons = [
        _ribbon(
            (starts[ribbon], ends[ribbon], strands(ribbon.score)),
            title=title.format(
                mentor=names[ribbon.mentor], mentee=names[ribbon.mentee], score=ribbon.score
            ),
            is_peers=view.is_peers,
        )
        for ribbon in (*view.ribbons[::2], *view.ribbons[1::2])
    ]
    waiting = {ribbon.mentor for ribbon in view.ribbons}, {ribbon.mentee for ribbon in view.ribbons}
    loose = [
        *(_LOOSE.format(side="a", path=_end(0, y)) for s, y in here.items() if s not in waiting[0]),
        *(
            _LOOSE.format(side="b", path=_end(1, y))
            for s, y in there.items()
            if s not in waiting[1]
        ),
    ]
    drawing = _SVG.format(
        width=WIDTH, height=number(height), label=label, paths=Markup().join([*ribbons, *loose])
    )
    return Loom(_rows(view.mentors, left), _rows(mentees, right), height, drawing)


def braided(view: LoomView) -> tuple[PersonRef, ...]:
    """The mentees beside their mentors, shuffled a little; who waits stands last."""
    place = {person.slug: number for number, person in enumerate(view.mentors)}
    partners: defaultdict[str, list[int]] = defaultdict(list)
    for ribbon in view.ribbons:
        partners[ribbon.mentee].append(place[ribbon.mentor])
    matched = [person for person in view.mentees if person.slug in partners]
    waiting = [person for person in view.mentees if person.slug not in partners]
    matched.sort(key=lambda person: (fmean(partners[person.slug]), person.slug))
    blocks = [matched[start : start + len(BRAID)] for start in range(0, len(matched), len(BRAID))]
    shuffled = [block[at] for block in blocks for at in BRAID if at < len(block)]
    return (*shuffled, *waiting)


def strands(score: int) -> int:
    """How many threads a ribbon has: one for ten points, at least three."""
    return max(FEWEST_STRANDS, round(score / POINTS_A_STRAND))


def _width(score: int) -> float:
    return strands(score) * STRAND + APART


def _room(people: Sequence[PersonRef], ends: Sequence[tuple[str, int]]) -> dict[str, float]:
    """The height each person needs for their ribbons."""
    widths: defaultdict[str, float] = defaultdict(float)
    for slug, score in ends:
        widths[slug] += _width(score)
    return {person.slug: max(ROW, widths[person.slug] + APART) for person in people}


def _stretched(heights: dict[str, float], height: float) -> dict[str, float]:
    """The same heights with what is missing to the full height shared out evenly."""
    more = (height - sum(heights.values())) / max(len(heights), 1)
    return {slug: own + more for slug, own in heights.items()}


def _middles(heights: dict[str, float]) -> dict[str, float]:
    bottoms = accumulate(heights.values())
    return {
        slug: bottom - own / 2 for (slug, own), bottom in zip(heights.items(), bottoms, strict=True)
    }


def _slots(
    ends: Sequence[tuple[RibbonView, str, float]], middles: dict[str, float]
) -> dict[RibbonView, float]:
    """Where each ribbon leaves its person: side by side, in the order of where they go."""
    of_person: defaultdict[str, list[tuple[float, RibbonView]]] = defaultdict(list)
    for ribbon, slug, goal in ends:
        of_person[slug].append((goal, ribbon))
    slots = {}
    for slug, ribbons in of_person.items():
        top = middles[slug] - sum(_width(ribbon.score) for _, ribbon in ribbons) / 2
        for _, ribbon in sorted(ribbons, key=lambda end: (end[0], end[1].mentor, end[1].mentee)):
            slots[ribbon] = top + _width(ribbon.score) / 2
            top += _width(ribbon.score)
    return slots


def _ribbon(course: tuple[float, float, int], *, title: str, is_peers: bool) -> Markup:
    start, end, count = course
    before, after = [], []
    for strand in range(count):
        aside = (strand - (count - 1) / 2) * STRAND
        first, second = cut(_course(start + aside, end + aside), DOVETAIL[strand % 2])
        before.append(path_data(first))
        after.append(path_data(second))
    return _RIBBON.format(
        title=title,
        casing=number(count * STRAND + CASING),
        middle=path_data(_course(start, end)),
        before="".join(before),
        after="".join(after),
        kind="l-a" if is_peers else "l-b",
    )


def _course(start: float, end: float) -> Curve:
    return flowing((0, start), (WIDTH, end))


def _end(side: int, y: float) -> str:
    """A thread that leaves somebody and goes nowhere yet."""
    x = side * WIDTH
    way = 1 - 2 * side
    return path_data(((x, y), (x + way * 100, y), (x + way * 120, y + 14), (x + way * 200, y + 6)))


def _rows(people: Sequence[PersonRef], heights: dict[str, float]) -> tuple[Row, ...]:
    return tuple(Row(person, heights[person.slug]) for person in people)

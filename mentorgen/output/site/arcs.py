"""The matching once more, seen from above: people stand from west to east, an arc joins each two.

An arc is as wide as the fit is good and has the colour of its strongest reason. Names are HTML beside
the drawing, which is stretched to their room while its strokes keep their width: it lies on wide
screens and stands upright on narrow ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from mentorgen.output.site.curves import number, path_data
from mentorgen.output.site.filters import dye_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentorgen.output.site.views import LoomView, RibbonView, StandView

LENGTH = 1000
"""Units along the row of people, whatever its length on the screen."""
DEPTH = 300
"""Units away from it, and the most that the picture that lies is high, in pixels."""
LOWEST = 60
ROW = 44
"""Pixels for each person in the picture that stands."""
MOST_ROOMY = 44
"""More people stand so close that only their names have room."""
NARROWEST, WIDEST = 2, 9
CASING = 5
REACH = 4 / 3
"""How far beyond its highest point the handles of an arc lie."""
SHORTEST = 0.16
"""How deep an arc between neighbours is, of the deepest."""

_SVG = Markup(
    '<svg class="{kind}" viewBox="{box}" preserveAspectRatio="none" style="height:{height}px" '
    'role="img" aria-label="{label}">{arcs}</svg>'
)
_ARC = Markup(
    '<g class="arc"><title>{title}</title>'
    '<path class="l-case" style="stroke-width:{casing}px" d="{path}"/>'
    '<path style="stroke-width:{width}px;stroke:var(--{dye})" d="{path}"/></g>'
)


@dataclass(frozen=True, slots=True)
class Place:
    """People of one distance from UTC, in the order in which they stand."""

    label: str
    people: tuple[StandView, ...]


@dataclass(frozen=True, slots=True)
class Arcs:
    """The two drawings and the people between them, who may stand close."""

    places: tuple[Place, ...]
    is_close: bool
    standing: Markup
    lying: Markup


def arcs(view: LoomView, *, label: str, title: str, criteria: Sequence[str]) -> Arcs:
    """Draw a matching; `criteria` give arcs their colours in order, `title` is as for the loom."""
    count = len(view.stands)
    at = {stand.person.slug: place for place, stand in enumerate(view.stands)}
    names = {stand.person.slug: stand.person.name for stand in view.stands}
    drawn = sorted(view.ribbons, key=lambda one: (-_apart(one, at), one.mentor, one.mentee))

    def picture(kind: str, *, upright: bool) -> Markup:
        paths = [
            _ARC.format(
                title=title.format(
                    mentor=names[one.mentor], mentee=names[one.mentee], score=one.score
                ),
                path=_path(one, at, upright=upright),
                width=number(width(one.score)),
                casing=number(width(one.score) + CASING),
                dye=dye_in(one.strongest, criteria),
            )
            for one in drawn
        ]
        return _SVG.format(
            kind=kind,
            box=f"0 0 {DEPTH} {LENGTH}" if upright else f"0 0 {LENGTH} {DEPTH}",
            height=number(count * ROW if upright else min(DEPTH, LOWEST + count * ROW / 3)),
            label=label,
            arcs=Markup().join(paths),
        )

    return Arcs(
        places=tuple(
            Place(place, tuple(people))
            for place, people in groupby(view.stands, key=lambda stand: stand.place)
        ),
        is_close=count > MOST_ROOMY,
        standing=picture("arcs__up", upright=True),
        lying=picture("arcs__flat", upright=False),
    )


def width(score: int) -> float:
    """How many pixels wide an arc is: nothing of a hundred is a thread, all of it a band."""
    return NARROWEST + (WIDEST - NARROWEST) * score / 100


def _apart(ribbon: RibbonView, at: dict[str, int]) -> int:
    return abs(at[ribbon.mentor] - at[ribbon.mentee])


def _path(ribbon: RibbonView, at: dict[str, int], *, upright: bool) -> str:
    """An arc from one to the other; the further they stand apart, the further it reaches."""
    first, last = sorted((at[ribbon.mentor], at[ribbon.mentee]))
    start, end = ((place + 0.5) * LENGTH / len(at) for place in (first, last))
    share = _apart(ribbon, at) / max(len(at) - 1, 1)
    deep = DEPTH * REACH * 0.97 * (SHORTEST + (1 - SHORTEST) * share**0.7)
    if upright:
        return path_data(((0, start), (deep, start), (deep, end), (0, end)))
    top = DEPTH - deep
    return path_data(((start, DEPTH), (start, top), (end, top), (end, DEPTH)))

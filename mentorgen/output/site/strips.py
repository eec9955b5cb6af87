"""A share as a strip of threads: dyed as far as it goes, pale for the rest."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

ENDS = 50
"""Threads of a strip where there is little room: each stands for two in a hundred."""
HEIGHT = 20
MOST_GLYPHS = 56
"""So many pairs are drawn one by one; where there are more, a shape stands for several."""

_STRIP = Markup(
    '<svg class="strip" style="--ends:{ends}" width="100%" viewBox="0 0 100 {height}" preserveAspectRatio="none" '
    'role="img" aria-label="{label}"><path class="st" d="{pale}"/><path class="st st-{dye}" d="{dyed}"/>{mark}</svg>'
)
_MARK = Markup('<path class="st-case" d="M{at} -4v28"/><path class="st-mark" d="M{at} -4v28"/>')


def strip(
    percent: int | None, dye: str, *, label: str, mark: int | None = None, ends: int = ENDS
) -> Markup:
    """Draw a share; one that is not shown is pale all along. `mark` is a share to look across to."""
    dyed = round(min(percent or 0, 100) * ends / 100)
    return _STRIP.format(
        height=HEIGHT,
        ends=ends,
        label=label,
        dye=dye,
        dyed=_threads(range(dyed), ends),
        pale=_threads(range(dyed, ends), ends),
        mark="" if mark is None else _MARK.format(at=mark),
    )


def glyph_worth(counts: Iterable[int]) -> int:
    """How many pairs one shape stands for."""
    return max(1, ceil(sum(counts) / MOST_GLYPHS))


def _threads(own: Iterable[int], ends: int) -> str:
    room = 100 // ends
    return "".join(f"M{room * end + room / 2:g} 0v{HEIGHT}" for end in own)

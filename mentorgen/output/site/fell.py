"""The picture of the front page: two sets of loose threads become one cloth.

Threads that lie across are mentors, those that hang down are mentees; one of each runs off under
the words to the edge of the page. A twill turned about the middle makes the diamond.
"""

from __future__ import annotations

import math
from itertools import groupby

from markupsafe import Markup

from mentorgen.output.site.curves import Curve, cut, number

THREADS = 17
PITCH = 22
LEFT, TOP = 250, 26
SIZE = THREADS * PITCH
BOTTOM = TOP + SIZE
MIDDLE = (THREADS - 1) / 2
TWILL = (True, True, False, False)
YELLOW = (3, 13)
"""The one thread of now that lies across, and the one that hangs down."""

_SVG = Markup('<svg class="fell" viewBox="0 0 660 660" aria-hidden="true">{}</svg>')
_CASED = Markup('<path class="t-case" d="{0}"/><path class="t-{1}" d="{0}"/>')
_OVER = Markup('<path class="t-{} t-over" d="{}"/>')


def fell() -> Markup:
    """The whole picture; it never changes, so pages can share it."""
    down = [_CASED.format(_hanging(thread), _dye_down(thread)) for thread in range(THREADS)]
    across = [_CASED.format(_lying(thread), _dye_across(thread)) for thread in range(THREADS)]
    return _SVG.format(Markup().join([*down, *across, *_crossings()]))


def _dye_across(thread: int) -> str:
    return "weld" if thread == YELLOW[0] else "woad"


def _dye_down(thread: int) -> str:
    return "weld" if thread == YELLOW[1] else "madder"


def _wobble(thread: int, phase: float) -> float:
    """An even unevenness from -1 to 1, the same on every machine."""
    return (math.sin(thread * 2.3 + phase) + math.sin(thread * 5.1 + phase * 2)) / 2


def _hanging(thread: int) -> str:
    x = LEFT + (thread + 0.5) * PITCH
    start = f"M{number(x)} {TOP - 6 - thread * 7 % 4 * 4}V{BOTTOM}"
    if thread == 0:
        return (
            f"{start}C{number(x)} {BOTTOM + 190} {number(x - 230)} 604 {number(x - 520)} 628"
            "S-700 646 -1400 642"
        )
    fan = max(thread - MIDDLE, 0) * 6 + min(thread - MIDDLE, 0) * 1.5
    tip = x + fan + _wobble(thread, 1) * 4
    loose = ((x, BOTTOM), (x, BOTTOM + 70), (tip, BOTTOM + 70), (tip, BOTTOM + 186))
    return start + _shortened(loose, 0.82 + _wobble(thread, 4) * 0.13 + thread % 2 * 0.05)


def _lying(thread: int) -> str:
    y = TOP + (thread + 0.5) * PITCH
    start = f"M{LEFT + SIZE + 6 + thread * 5 % 4 * 4} {number(y)}H{LEFT}"
    if thread == THREADS - 1:
        return (
            f"{start}C{LEFT - 170} {number(y)} {LEFT - 130} 596 {LEFT - 420} 600S-760 612 -1400 604"
        )
    tip = y + (thread - MIDDLE) * 3.4 + _wobble(thread, 2) * 4
    loose = ((LEFT, y), (LEFT - 90, y), (LEFT - 100, tip), (16, tip))
    return start + _shortened(loose, 0.8 - _wobble(thread, 7) * 0.16 + thread % 2 * 0.04)


def _shortened(curve: Curve, length: float) -> str:
    """The first part of a curve, to go on from its start: neighbours of any length keep apart."""
    (_, *points), _rest = cut(curve, length)
    return "C" + " ".join(f"{number(x)} {number(y)}" for x, y in points)


def _warp_is_up(across: int, down: int) -> bool:
    return TWILL[int(abs(across - MIDDLE) + abs(down - MIDDLE)) % len(TWILL)]


def _runs(line: list[bool], *, wanted: bool) -> list[tuple[int, int]]:
    """Start and end of each stretch of a wanted value."""
    runs, at = [], 0
    for value, run in groupby(line):
        end = at + len(tuple(run))
        if value == wanted:
            runs.append((at, end))
        at = end
    return runs


def _crossings() -> list[Markup]:
    """Every stretch that lies on top, drawn again over a casing of ground."""
    over: dict[str, list[str]] = {"woad": [], "madder": [], "weld": []}
    order = range(THREADS)
    for thread in order:
        middle = (thread + 0.5) * PITCH
        row = [_warp_is_up(thread, down) for down in order]
        for start, end in _runs(row, wanted=False):
            over[_dye_across(thread)].append(
                f"M{LEFT + start * PITCH} {number(TOP + middle)}h{(end - start) * PITCH}"
            )
        column = [_warp_is_up(across, thread) for across in order]
        for start, end in _runs(column, wanted=True):
            over[_dye_down(thread)].append(
                f"M{number(LEFT + middle)} {TOP + start * PITCH}v{(end - start) * PITCH}"
            )
    casing = "".join(stroke for strokes in over.values() for stroke in strokes)
    return [
        Markup('<path class="t-case" d="{}"/>').format(casing),
        *(_OVER.format(dye, "".join(strokes)) for dye, strokes in over.items()),
    ]

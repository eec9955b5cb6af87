"""Pictures of cloth as SVG: swatches, sewn labels, the bolt of a pair, the progress of a goal.

One unit is one CSS pixel and widths are per cent, so a thread never blurs and never distorts.
An SVG pattern needs an id that is unique within its page: every function takes one.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from mentorgen.output.site.drafts import columns_of

if TYPE_CHECKING:
    from mentorgen.output.site.drafts import Grid
    from mentorgen.output.site.wardrobe import Cloth

BOLT_HEIGHT = 144
BOLT_CELL = 8
PROGRESS_HEIGHT = 20

_PATTERN = Markup(
    '<pattern id="{id}" width="{width}" height="{height}" patternUnits="userSpaceOnUse">'
    '<g transform="scale({cell})"><path class="k-gap" d="M0 0h{columns}v{rows}H0z"/>'
    '<path class="k-weft" d="{weft}"/><path class="k-warp" d="{warp}"/></g></pattern>'
)
_SWATCH = Markup(
    '<svg class="cloth" width="100%" aria-hidden="true" style="{height}'
    '--warp:var(--{warp});--weft:var(--{weft})"><defs>{pattern}</defs>'
    '<rect width="100%" height="100%" fill="url(#{id})"/></svg>'
)
_BOLT = Markup(
    '<svg class="bolt" width="100%" role="img" aria-label="{label}" '
    'style="height:{height}px;--warp:var(--{warp});--weft:var(--{weft})"><defs>{pattern}'
    '<pattern id="{id}-bare" width="24" height="8" patternUnits="userSpaceOnUse">'
    '<path class="k-bare-warp" d="M0 4h24"/></pattern></defs>'
    '<rect width="100%" height="{height}" fill="url(#{id}-bare)"/>{bands}</svg>'
)
_BAND = Markup(
    '<rect x="{start:.3f}%" width="{width:.3f}%" height="{height}" fill="url(#{id})"/>'
    '<rect class="k-cut" x="{end:.3f}%" width="4" height="{height}" transform="translate(-2 0)"/>'
)
_PROGRESS = Markup(
    '<svg class="prog" width="100%" role="img" aria-label="{label}" '
    'style="height:{height}px;--warp:var(--{warp});--weft:var(--{weft})"><defs>'
    '<pattern id="{id}" width="8" height="8" patternUnits="userSpaceOnUse">'
    '<path class="k-gap" d="M0 0h8v8H0z"/><path class="k-warp" d="M0 2h8M0 6h8"/>'
    '<path class="k-weft" d="M2 0v4M6 4v4"/></pattern>'
    '<pattern id="{id}-bare" width="8" height="4" patternUnits="userSpaceOnUse">'
    '<path class="k-bare" d="M0 2h8"/></pattern></defs>'
    '<rect width="100%" height="{height}" fill="url(#{id}-bare)"/>'
    '<rect width="{done:.1f}%" height="{height}" fill="url(#{id})"/></svg>'
)


def swatch(cloth: Cloth, pattern_id: str, *, cell: int, height: int | None = None) -> Markup:
    """Cloth that fills its box, or is `height` pixels high; decorative, so hidden from screen readers."""
    return _SWATCH.format(
        id=pattern_id,
        height="" if height is None else f"height:{height}px;",
        warp=cloth.threads.warp,
        weft=cloth.threads.weft,
        pattern=_pattern(cloth.draft.grid, pattern_id, cell),
    )


def bolt(cloth: Cloth, pattern_id: str, *, held: int, planned: int, label: str) -> Markup:
    """A band of cloth for each meeting held, then the bare threads of those to come.

    More meetings than were planned only make the bands narrower.
    """
    bands = max(held, planned, 1)
    width = 100 / bands
    return _BOLT.format(
        id=pattern_id,
        label=label,
        height=BOLT_HEIGHT,
        warp=cloth.threads.warp,
        weft=cloth.threads.weft,
        pattern=_pattern(cloth.draft.grid, pattern_id, BOLT_CELL),
        bands=Markup().join(
            _BAND.format(
                start=band * width,
                end=(band + 1) * width,
                width=width,
                height=BOLT_HEIGHT,
                id=pattern_id,
            )
            for band in range(held)
        ),
    )


def progress(cloth: Cloth, pattern_id: str, *, done: int, of: int, label: str) -> Markup:
    """Woven for what is done, bare for what is not; nothing to do counts as nothing done."""
    return _PROGRESS.format(
        id=pattern_id,
        label=label,
        height=PROGRESS_HEIGHT,
        warp=cloth.threads.warp,
        weft=cloth.threads.weft,
        done=100 * done / max(of, 1),
    )


def pattern_id(kind: str, name: str) -> str:
    """An id for a picture of somebody: stable between builds, different for different names.

    Characters that do not belong into an id are spelt by their number between underscores.
    """
    spelt = (c if c.isascii() and (c.isalnum() or c == "-") else f"_{ord(c):x}_" for c in name)
    return f"{kind}-{''.join(spelt)}"


@cache
def _strokes(lines: Grid, on_top: str, *, across: bool) -> str:
    """A path with one stroke for each stretch in which a thread lies on top."""
    strokes = []
    for number, line in enumerate(lines):
        at = 0
        middle = f"{number or ''}.5"
        for mark, run in groupby(line):
            length = len(tuple(run))
            if mark == on_top:
                strokes.append(f"M{at} {middle}h{length}" if across else f"M{middle} {at}v{length}")
            at += length
    return "".join(strokes)


def _pattern(grid: Grid, pattern_id: str, cell: int) -> Markup:
    columns, rows = len(grid[0]), len(grid)
    return _PATTERN.format(
        id=pattern_id,
        cell=cell,
        columns=columns,
        rows=rows,
        width=columns * cell,
        height=rows * cell,
        weft=_strokes(grid, ".", across=True),
        warp=_strokes(columns_of(grid), "#", across=False),
    )

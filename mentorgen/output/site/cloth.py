"""Pictures of cloth as SVG: swatches, sewn labels, the bolt of a pair, the progress of a goal.

One unit is one CSS pixel and widths are per cent, so a thread never blurs and never distorts.
An SVG pattern needs an id that is unique within its page: every function takes one.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import blake2s
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from mentorgen.output.site.drafts import columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentorgen.output.site.drafts import Grid
    from mentorgen.output.site.wardrobe import Cloth

BOLT_HEIGHT = 144
BOLT_CELL = 8
PROGRESS_HEIGHT = 20

_PATTERN = (
    '<pattern id="{id}" width="{width}" height="{height}" patternUnits="userSpaceOnUse">'
    "{weave}</pattern>"
)
_WEAVE = (
    '<g {attribute}="{value}"><path class="k-gap" d="M0 0h{columns}v{rows}H0z"/>'
    '<path class="k-weft" d="{weft}"/><path class="k-warp" d="{warp}"/></g>'
)
_USE = '<use xlink:href="#{id}" transform="scale({cell})"/>'
"""The older attribute: Material's instant navigation sets `href` wherever there is one, and fails on this element."""
_NOT_IN_AN_ID = re.compile(r"[^A-Za-z0-9-]")
_WEAVES = Markup(
    '<svg class="weaves" width="0" height="0" aria-hidden="true"><defs>{}</defs></svg>'
)
_SWATCH = (
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


def swatch(
    cloth: Cloth, pattern_id: str, *, cell: int, height: int | None = None, shares: bool = False
) -> Markup:
    """Cloth that fills its box, or is `height` pixels high; decorative, so hidden from screen readers.

    One that shares takes what is woven from the page's `weaves`.
    """
    grid = cloth.draft.grid
    return _filled(
        _SWATCH,
        id=pattern_id,
        height="" if height is None else f"height:{height}px;",
        warp=cloth.threads.warp,
        weft=cloth.threads.weft,
        pattern=_shared_pattern(grid, pattern_id, cell)
        if shares
        else _pattern(grid, pattern_id, cell),
    )


def weaves(cloths: Iterable[Cloth]) -> Markup:
    """Each weave of many cloths once, for the swatches of a page that share them."""
    grids = dict.fromkeys(cloth.draft.grid for cloth in cloths)
    return _WEAVES.format(Markup().join(_weave(grid, "id", _weave_id(grid)) for grid in grids))


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
    return _NOT_IN_AN_ID.sub(lambda sign: f"_{ord(sign[0]):x}_", f"{kind}-{name}")


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
    return _framed(grid, pattern_id, cell, _weave(grid, "transform", f"scale({cell})"))


def _shared_pattern(grid: Grid, pattern_id: str, cell: int) -> Markup:
    return _framed(grid, pattern_id, cell, _filled(_USE, id=_weave_id(grid), cell=cell))


def _framed(grid: Grid, pattern_id: str, cell: int, weave: Markup) -> Markup:
    return _filled(
        _PATTERN,
        id=pattern_id,
        width=len(grid[0]) * cell,
        height=len(grid) * cell,
        weave=weave,
    )


@cache
def _weave_id(grid: Grid) -> str:
    return (
        f"weave-{blake2s(''.join(grid).encode() + bytes([len(grid)]), digest_size=5).hexdigest()}"
    )


@cache
def _weave(grid: Grid, attribute: str, value: str) -> Markup:
    return _filled(
        _WEAVE,
        attribute=attribute,
        value=value,
        columns=len(grid[0]),
        rows=len(grid),
        weft=_strokes(grid, ".", across=True),
        warp=_strokes(columns_of(grid), "#", across=False),
    )


def _filled(picture: str, **values: str | int) -> Markup:
    """Fill in what is ours: numbers, dyes and ids; much quicker than escaping each of them again."""
    return Markup(picture.format(**values))  # noqa: S704 # nothing of people's is in it

"""Weaving drafts: how a slug becomes a pattern that would hold as cloth.

A draft says on which shaft each warp thread hangs (threading), which row of the tie-up each weft
follows (treadling) and which shafts that row lifts (tie-up). Woven, it gives a grid of crossings.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Grid: TypeAlias = tuple[str, ...]
"""Rows of crossings: `#` where the warp (down) lies on top, `.` where the weft (across) does."""

SHAFTS = (8, 6, 8, 4)
TWILLS: dict[int, tuple[str, ...]] = {
    4: ("##..", "###.", "#..."),
    6: ("###...", "##.#..", "###.#.", "##.##."),
    8: ("###..#..", "####.#..", "##.#.##.", "###.#...", "#..###..", "####...."),
}
"""First rows of tie-ups for a number of shafts; each further row is the last one shifted by one."""

LONGEST_WALK = 11
LONGEST_FLOAT = 5
LEAST_SHARE = 0.36
LEAST_MEAN_FLOAT = 1.85


@dataclass(frozen=True, slots=True)
class Draft:
    """What a loom needs to know, and one repeat of what it weaves."""

    threading: tuple[int, ...]
    treadling: tuple[int, ...]
    tie_up: Grid
    grid: Grid


def drafts_of(slug: str) -> Iterator[Draft]:
    """All sound drafts of a slug, turn after turn, without end: about a third of the throws is sound."""
    throws = count()
    while True:
        draft = _thrown(sha256(f"woven:{slug}:{next(throws)}".encode()).digest())
        if is_sound(draft.grid):
            yield draft


def crossed(mentor: Draft, mentee: Draft) -> Draft:
    """The draft of a pair: the mentor's threading and tie-up under the mentee's treadling."""
    rows = len(mentor.tie_up)
    return _woven(mentor.threading, tuple(row % rows for row in mentee.treadling), mentor.tie_up)


@cache
def is_sound(grid: Grid) -> bool:
    """Whether a grid holds as cloth, shows both threads and does not flicker."""
    crossings = len(grid) * len(grid[0])
    columns = columns_of(grid)
    share = sum(row.count("#") for row in grid) / crossings
    floats = sum(f"#{row}".count("#.") for row in grid) + sum(f".{x}".count(".#") for x in columns)
    too_long_across, too_long_down = "." * (LONGEST_FLOAT + 1), "#" * (LONGEST_FLOAT + 1)
    return (
        LEAST_SHARE <= share <= 1 - LEAST_SHARE
        and crossings / floats >= LEAST_MEAN_FLOAT
        and not any(too_long_across in row * 2 for row in grid)
        and not any(too_long_down in column * 2 for column in columns)
    )


def columns_of(grid: Grid) -> Grid:
    """The grid turned: one string for each warp thread, from top to bottom."""
    return tuple(map("".join, zip(*grid, strict=True)))


def _thrown(dice: bytes) -> Draft:
    shafts = SHAFTS[dice[0] % len(SHAFTS)]
    twills = TWILLS[shafts]
    straight = tuple(range(shafts))
    kind = dice[2] % 5
    return _woven(
        straight if kind == 0 else _walk(dice[3:8], shafts),
        straight if kind in {1, 2} else _walk(dice[8:13], shafts),
        _tie_up(twills[dice[1] % len(twills)]),
    )


def _walk(dice: bytes, shafts: int) -> tuple[int, ...]:
    """Up and down the shafts in two or three legs, then the same way back, so that it closes."""
    steps = [0]
    way = 1
    for leg in range(2 + dice[0] % 2):
        last, length = steps[-1], 2 + dice[1 + leg] % (shafts - 2)
        steps += [(last + way * step) % shafts for step in range(1, length + 1)]
        way = -way
    there = steps[:LONGEST_WALK]
    return (*there, *there[-2:0:-1])


@cache
def _tie_up(twill: str) -> Grid:
    return tuple(twill[-step:] + twill[:-step] for step in range(len(twill)))


@cache
def _woven(threading: tuple[int, ...], treadling: tuple[int, ...], tie_up: Grid) -> Draft:
    rows = ["".join(lifted[shaft] for shaft in threading) for lifted in tie_up]
    return Draft(threading, treadling, tie_up, tuple(rows[row] for row in treadling))

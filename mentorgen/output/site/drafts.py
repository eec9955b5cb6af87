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
_TOO_LONG_ACROSS = "." * (LONGEST_FLOAT + 1)
_TOO_LONG_DOWN = "#" * (LONGEST_FLOAT + 1)


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
        if draft:
            yield draft


def crossed(mentor: Draft, mentee: Draft) -> Draft:
    """The draft of a pair: the mentor's threading and tie-up under the mentee's treadling."""
    rows = len(mentor.tie_up)
    return _woven(mentor.threading, tuple(row % rows for row in mentee.treadling), mentor.tie_up)


def is_sound(grid: Grid) -> bool:
    """Whether a grid holds as cloth, shows both threads and does not flicker."""
    crossings = len(grid) * len(grid[0])
    if not LEAST_SHARE <= "".join(grid).count("#") / crossings <= 1 - LEAST_SHARE:
        return False
    columns = columns_of(grid)
    across, down = "\n#".join(("", *grid)), "\n.".join(("", *columns))
    floats = across.count("#.") + down.count(".#")
    return (
        crossings / floats >= LEAST_MEAN_FLOAT
        and _TOO_LONG_ACROSS not in "\n".join(row * 2 for row in grid)
        and _TOO_LONG_DOWN not in "\n".join(column * 2 for column in columns)
    )


def columns_of(grid: Grid) -> Grid:
    """The grid turned: one string for each warp thread, from top to bottom."""
    return tuple(map("".join, zip(*grid, strict=True)))


def _thrown(dice: bytes) -> Draft | None:
    shafts = SHAFTS[dice[0] % len(SHAFTS)]
    kind = dice[2] % 5
    return _sound_draft(
        TWILLS[shafts][dice[1] % len(TWILLS[shafts])],
        () if kind == 0 else _legs(dice[3:7], shafts),
        () if kind in {1, 2} else _legs(dice[8:12], shafts),
    )


def _legs(dice: bytes, shafts: int) -> tuple[int, ...]:
    """The lengths of the legs of a walk: two or three."""
    legs, first, second, third = dice
    lengths = shafts - 2
    two = (2 + first % lengths, 2 + second % lengths)
    return (*two, 2 + third % lengths) if legs % 2 else two


@cache
def _sound_draft(
    twill: str, threading: tuple[int, ...], treadling: tuple[int, ...]
) -> Draft | None:
    shafts = len(twill)
    draft = _woven(_walk(threading, shafts), _walk(treadling, shafts), _tie_up(twill))
    return draft if is_sound(draft.grid) else None


@cache
def _walk(legs: tuple[int, ...], shafts: int) -> tuple[int, ...]:
    """Up and down the shafts in legs, then the same way back, so that it closes; without legs straight up."""
    if not legs:
        return tuple(range(shafts))
    steps = [0]
    way = 1
    for length in legs:
        last = steps[-1]
        steps += [(last + way * step) % shafts for step in range(1, length + 1)]
        way = -way
    there = steps[:LONGEST_WALK]
    return (*there, *there[-2:0:-1])


@cache
def _tie_up(twill: str) -> Grid:
    return tuple(twill[-step:] + twill[:-step] for step in range(len(twill)))


def _woven(threading: tuple[int, ...], treadling: tuple[int, ...], tie_up: Grid) -> Draft:
    rows = ["".join(lifted[shaft] for shaft in threading) for lifted in tie_up]
    return Draft(threading, treadling, tie_up, tuple(rows[row] for row in treadling))

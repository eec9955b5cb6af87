"""Bézier curves for threads: points, halves and SVG path data."""

from __future__ import annotations

from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Curve: TypeAlias = tuple[Point, Point, Point, Point]
"""A cubic: start, two handles, end."""


def flowing(start: Point, end: Point) -> Curve:
    """A curve that leaves and arrives level."""
    (x0, y0), (x1, y1) = start, end
    width = x1 - x0
    return (start, (x0 + 0.37 * width, y0), (x0 + 0.63 * width, y1), end)


def cut(curve: Curve, at: float) -> tuple[Curve, Curve]:
    """The two pieces of a curve cut at a parameter from 0 to 1 (de Casteljau)."""
    start, first, second, end = curve
    a, b, c = _between(start, first, at), _between(first, second, at), _between(second, end, at)
    d, e = _between(a, b, at), _between(b, c, at)
    middle = _between(d, e, at)
    return (start, a, d, middle), (middle, e, c, end)


def path_data(curve: Curve) -> str:
    """The curve as the `d` of an SVG path, to a tenth of a unit."""
    (x, y), *rest = curve
    return f"M{number(x)} {number(y)}C" + " ".join(f"{number(x)} {number(y)}" for x, y in rest)


def number(value: float) -> str:
    """A coordinate to a tenth, without needless zeros and never a negative zero."""
    return f"{round(value, 1) + 0:.1f}".removesuffix(".0")


def _between(start: Point, end: Point, at: float) -> Point:
    return (start[0] + (end[0] - start[0]) * at, start[1] + (end[1] - start[1]) * at)

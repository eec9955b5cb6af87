"""Colours as numbers: their contrast as WCAG 2 defines it, and lighter or darker ones of the same hue.

Lightness is moved in Oklab (Björn Ottosson, 2020), where equal steps look equal and a hue stays one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Triple: TypeAlias = tuple[float, float, float]

_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_FROM_CONES = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_BEND, _BEND_OF_LIGHT = 0.04045, 0.0031308
"""Below these the curve of a screen is a line (IEC 61966-2-1)."""
_LUMINANCE = (0.2126, 0.7152, 0.0722)
STEPS = 200
"""How many lightnesses are tried between black and white."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of the screen: red, green and blue from 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"


def colour_of(text: str) -> Colour:
    """Read `#2b4c9b`."""
    return Colour(*(int(text[at : at + 2], 16) for at in (1, 3, 5)))


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, from 1 (the same) to 21 (black on white)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """So much of one colour, the rest of the other, in Oklab."""
    pairs = zip(_lab(one), _lab(other), strict=True)
    lightness, a, b = (share * first + (1 - share) * second for first, second in pairs)
    return _colour((lightness, a, b))


def nearest(colour: Colour, grounds: tuple[Colour, ...], least: float) -> Colour:
    """The colour of the same hue, as near in lightness as can be, with enough contrast to all grounds."""
    lightness, a, b = _lab(colour)
    tried = sorted(
        (step / STEPS for step in range(STEPS + 1)), key=lambda one: abs(one - lightness)
    )
    for other in (colour, *(_colour((one, a, b)) for one in tried)):
        if all(contrast(other, ground) >= least for ground in grounds):
            return other
    return max((Colour(0, 0, 0), Colour(255, 255, 255)), key=lambda one: contrast(one, grounds[0]))


def _luminance(colour: Colour) -> float:
    return sum(part * one for part, one in zip(_LUMINANCE, _linear(colour), strict=True))


def _linear(colour: Colour) -> Triple:
    parts = (colour.red / 255, colour.green / 255, colour.blue / 255)
    red, green, blue = (
        part / 12.92 if part <= _BEND else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return red, green, blue


def _lab(colour: Colour) -> Triple:
    cones = _times(_TO_CONES, _linear(colour))
    return _times(_TO_LAB, (cones[0] ** (1 / 3), cones[1] ** (1 / 3), cones[2] ** (1 / 3)))


def _colour(lab: Triple) -> Colour:
    cones = _times(_FROM_LAB, lab)
    linear = _times(_FROM_CONES, (cones[0] ** 3, cones[1] ** 3, cones[2] ** 3))
    return Colour(*(round(255 * _screen(part)) for part in linear))


def _screen(part: float) -> float:
    """What the screen is told for an amount of light; what it cannot show is cut off."""
    part = min(max(part, 0.0), 1.0)
    return part * 12.92 if part <= _BEND_OF_LIGHT else 1.055 * part ** (1 / 2.4) - 0.055


def _times(matrix: tuple[Triple, Triple, Triple], values: Triple) -> Triple:
    first, second, third = (
        sum(factor * value for factor, value in zip(row, values, strict=True)) for row in matrix
    )
    return first, second, third

"""The colours of a community: what it may choose, whether they can be read, and the stylesheet of them.

A community names a few colours; what lies between them (cards, lines, secondary words) is mixed.
Each colour stands for one scheme or for both: the other one is the nearest that can be read there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from mentorgen.errors import MentorgenError
from mentorgen.output.site.oklab import Colour, colour_of, contrast, mixed, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WORDS, GRAPHICS = 4.5, 3.0
"""The least contrast that WCAG 2.2 asks of words and of pictures."""
SCHEMES = ("light", "dark")
BLACK, WHITE = Colour(0, 0, 0), Colour(255, 255, 255)
_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour that can be chosen: its variable, what it is in our own look, and its least contrast."""

    variable: str
    light: str
    dark: str
    least: float


PAPER = Ink("ground", "#f1ebdd", "#15172a", 1)
INKS = {
    "ink": Ink("ink", "#1b2040", "#f1eadb", WORDS),
    "blue": Ink("woad", "#2b4c9b", "#7c9cf0", WORDS),
    "red": Ink("madder", "#b02a4c", "#ee6c8a", WORDS),
    "yellow": Ink("weld", "#a87800", "#e3b53a", GRAPHICS),
    "green": Ink("lincoln", "#3a6b4b", "#74b98c", WORDS),
    "purple": Ink("plum", "#6d3b78", "#bd8ccd", WORDS),
    "orange": Ink("tawny", "#b3541a", "#e5925a", GRAPHICS),
}
_ALL = {"paper": PAPER, **INKS}


class UnreadableError(MentorgenError):
    """Colours that are none, or that cannot be read."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a community chose for one scheme, by name; what it left out is absent."""

    scheme: str
    colours: Mapping[str, Colour]

    def own(self, name: str) -> Colour:
        """The colour by a name: the chosen one, else ours."""
        ours = _ALL[name]
        return self.colours.get(name) or colour_of(
            ours.light if self.scheme == "light" else ours.dark
        )

    @property
    def grounds(self) -> tuple[Colour, Colour]:
        """What words stand on: the paper and the sheets that lie on it."""
        paper = self.own("paper")
        if "paper" not in self.colours:
            return paper, colour_of("#fbf8f0" if self.scheme == "light" else "#1e2138")
        sheet = mixed(WHITE, paper, 0.65 if self.scheme == "light" else 0.06)
        return paper, mixed(self.own("ink"), paper, 0.04) if paper == WHITE else sheet


def stylesheet(asked: Mapping[str, object]) -> str:
    """The variables that differ from ours, for light and dark.

    Raises:
        UnreadableError: a colour is none of the site's, no colour, or too pale to be read.
    """
    problems = list(_misspelt(asked))
    if problems:
        raise UnreadableError(_told(problems))
    light, dark = _both(asked)
    problems = [*_unreadable(light), *_unreadable(dark)]
    if problems:
        raise UnreadableError(_told(problems))
    here, there = dict(_variables(light)), dict(_variables(dark))
    told = here if asked.keys() & {"paper", "ink"} else {_ALL[name].variable for name in asked}
    told = {*told, "weld-ink"} if "yellow" in asked else told
    lines = (
        f"  --{name}: light-dark({here[name]}, {there[name]});" for name in here if name in told
    )
    return "\n".join((":root, [data-md-color-scheme] {", *lines, "}", ""))


def painted(picture: str, asked: Mapping[str, object]) -> str:
    """A picture that names our colours, in those of the community."""
    for chosen in _both(asked):
        for name in INKS:
            ours = Chosen(chosen.scheme, {}).own(name)
            picture = picture.replace(str(ours), str(chosen.own(name)))
    return picture


def _both(asked: Mapping[str, object]) -> tuple[Chosen, Chosen]:
    light, dark = (Chosen(scheme, _chosen(asked, scheme)) for scheme in SCHEMES)
    dark = _with_counterparts(dark, light)
    return _with_counterparts(light, dark), dark


def _told(problems: list[str]) -> str:
    return "\n".join(("The colours of the site cannot be used:", *problems))


def _misspelt(asked: Mapping[str, object]) -> Iterator[str]:
    for name, value in asked.items():
        if name not in _ALL:
            close = get_close_matches(str(name), _ALL, 1)
            hint = f" Did you mean '{close[0]}'?" if close else ""
            yield f"colours: there is no '{name}'; there are {', '.join(_ALL)}.{hint}"
        elif not _is_colour(value):
            yield (
                f"colours: {name} must be a colour such as '#2b4c9b', or one for 'light' and one for"
                f" 'dark', not {value!r}. Put it between quotes: YAML takes # for a comment."
            )


def _is_colour(value: object) -> bool:
    if isinstance(value, dict):
        return bool(value) and value.keys() <= set(SCHEMES) and all(map(_is_hex, value.values()))
    return _is_hex(value)


def _is_hex(value: object) -> bool:
    return isinstance(value, str) and bool(_HEX.fullmatch(value))


def _chosen(asked: Mapping[str, object], scheme: str) -> dict[str, Colour]:
    """What was asked for a scheme; a colour without a scheme is that of the light one."""
    found = {}
    for name, value in asked.items():
        one = value.get(scheme) if isinstance(value, dict) else value if scheme == "light" else None
        if isinstance(one, str):
            found[name] = colour_of(one.lower())
    return found


def _with_counterparts(chosen: Chosen, other: Chosen) -> Chosen:
    """Add to a scheme what was chosen for the other one only: the same hue, where it can be read."""
    found = dict(chosen.colours)
    for name, colour in other.colours.items():
        if name in INKS and name not in found and name != "ink":
            found[name] = nearest(colour, chosen.grounds, WORDS + 0.5)
    return Chosen(chosen.scheme, found)


def _unreadable(chosen: Chosen) -> Iterator[str]:
    for name, ours in INKS.items():
        colour = chosen.own(name)
        worst = min(chosen.grounds, key=lambda ground: contrast(colour, ground))
        found = contrast(colour, worst)
        if found < ours.least:
            yield (
                f"colours: {name} {colour} has a contrast of {found:.2f} to {worst} in the"
                f" {chosen.scheme} scheme, and {_use(ours)} need {ours.least:g}."
                f" The nearest that works is {nearest(colour, chosen.grounds, ours.least)}."
            )


def _use(ours: Ink) -> str:
    return "words" if ours.least == WORDS else "pictures"


def _variables(chosen: Chosen) -> Iterator[tuple[str, Colour]]:
    """The variables of a scheme: the colours themselves and what is mixed of them."""
    paper, sheet = chosen.grounds
    ink = chosen.own("ink")
    yield PAPER.variable, paper
    for name, ours in INKS.items():
        yield ours.variable, chosen.own(name)
    yield "weld-ink", nearest(chosen.own("yellow"), chosen.grounds, WORDS)
    yield "sheet", sheet
    yield "on-ink", sheet if chosen.scheme == "light" else paper
    yield "sunk", mixed(ink, paper, 0.07) if chosen.scheme == "light" else mixed(BLACK, paper, 0.3)
    yield "ink-2", nearest(mixed(ink, paper, 0.78), chosen.grounds, WORDS)
    yield "line", mixed(ink, paper, 0.17)
    yield "edge", nearest(mixed(ink, paper, 0.5), chosen.grounds, GRAPHICS)
    yield "natural", mixed(ink, paper, 0.24)
    yield "gap", mixed(WHITE, paper, 0.45) if chosen.scheme == "light" else mixed(BLACK, paper, 0.3)

"""What the tests of pages share: a program on a day, as far as the public may see it."""

from collections.abc import Iterable
from datetime import date
from typing import Unpack

from mentorgen.model.facts import Fact, FactKind
from mentorgen.output.site.pages.frame import Frame, frame_of
from tests.builders import TODAY, Contents, a_fact, a_pair, a_program

SAID_YES = date(2026, 2, 27)
HOW = "handbook/participants/"


def a_frame(
    today: date = TODAY, how_to_join: str | None = HOW, **contents: Unpack[Contents]
) -> Frame:
    """Frame a program made of what is given."""
    return frame_of(a_program(**contents), today=today, how_to_join=how_to_join)


def with_ana_and_ben(today: date = TODAY, **contents: Unpack[Contents]) -> Frame:
    """Frame a program in which Ana and Ben are a pair that began in March."""
    given: Contents = {"pairs": (a_pair(),), "pair_facts": yes("2026-spring/ana-ben", "ana", "ben")}
    return a_frame(today, **(given | contents))


def yes(pair: str, *people: str) -> dict[str, Iterable[Fact]]:
    """Let people confirm a pair before it starts."""
    return {pair: [a_fact(FactKind.CONFIRMED, SAID_YES, by=slug) for slug in people]}

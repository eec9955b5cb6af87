"""What stands in a certificate, and what does not fit together in one whatever the program's files say."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from mentorgen.analysis.matching.checker import MOST_PRICE
from mentorgen.model.fields import EARLIEST_DAY, LATEST_DAY

SCHEMA: Final = 1
"""The version of the format."""

_MOST_PEOPLE = 200_000
_MOST_STAGES = 100
_MOST_STEPS = 100_000

_Name = Annotated[str, Field(max_length=300, pattern="^[!-~]+( [!-~]+)*$")]
_Number = Annotated[int, Field(gt=-(1 << 63), lt=1 << 63)]
_Price = Annotated[int, Field(gt=-MOST_PRICE, lt=MOST_PRICE)]
_People = Annotated[tuple[_Name, ...], Field(max_length=_MOST_PEOPLE)]
_Pairs = Annotated[tuple[tuple[_Name, _Name], ...], Field(max_length=_MOST_PEOPLE)]
_Values = Annotated[tuple[tuple[_Name, _Number], ...], Field(max_length=_MOST_STAGES)]
_Vector = Annotated[tuple[_Price, ...], Field(max_length=_MOST_STAGES)]
_Weight = Annotated[int, Field(ge=0, lt=1 << 128)]
_Position = Annotated[int, Field(ge=0, lt=_MOST_STEPS)]
_Vectors = Annotated[tuple[_Vector, ...], Field(max_length=_MOST_PEOPLE)]


class _Sheet(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class PriceLists(_Sheet):
    """What proves pairs the best: a row for each person, in the order of the names, a number each stage."""

    mentees: _Vectors
    mentors: _Vectors


class CircleWays(_Sheet):
    """What bounds the pairs of all ways to open and close circles.

    `steps` lead through them: a mentor's name parts the ways, told first to all ends where the circle
    opens and then to those where it stays closed. A number ends a way: prices of this number bound it, 0
    being those of the chosen pairs and the others counted from 1 here. `gap` is what another choice
    could reach more at most, stage after stage: all 0 where there is none.
    """

    gap: _Vector
    steps: Annotated[tuple[_Name | _Position, ...], Field(max_length=_MOST_STEPS)]
    prices: Annotated[tuple[PriceLists, ...], Field(max_length=_MOST_STEPS)]


class ProvenPairs(_Sheet):
    """Pairs of two sides with their proof.

    `values` has what the pairs reach, by the names of the stages, first things first. Pairs name the
    mentee first and are sorted; `locked` ones stay whatever is best and are not among `pairs`. `circles`
    is there where the prices prove too little without it.
    """

    values: _Values
    mentees: _People
    mentors: _People
    pairs: _Pairs
    locked: _Pairs
    prices: PriceLists
    circles: CircleWays | None = None

    @property
    def stages(self) -> tuple[str, ...]:
        """The names of the stages, first things first."""
        return tuple(name for name, _ in self.values)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        flaw = next(_flaws(self), None)
        if flaw is not None:
            raise ValueError(flaw)
        return self


class PricedSet(_Sheet):
    """People, an odd number of them, and the price of their set."""

    people: _People
    price: _Weight


class PeerPriceList(_Sheet):
    """What proves pairs of peers the best: a price for each person, in the order of the names, and for sets."""

    people: Annotated[tuple[_Weight, ...], Field(max_length=_MOST_PEOPLE)]
    sets: Annotated[tuple[PricedSet, ...], Field(max_length=_MOST_PEOPLE)]


class PeersFound(_Sheet):
    """Pairs of peers with their proof; without prices they have to be found again."""

    values: _Values
    people: _People
    pairs: _Pairs
    prices: PeerPriceList | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        flaw = next(_flaws_of_peers(self), None)
        if flaw is not None:
            raise ValueError(flaw)
        return self


class Certificate(_Sheet):
    """A proposal with its proof.

    `mentorgen` is the version that wrote it and `inputs` a hash of all it looked at; with `rematch`,
    pairs that were suggested before could move. A `scenario` is named where its policy was used and not
    the round's own. What nobody asked for is None. Mentors of `single_meetings` are open times.
    """

    schema_: Annotated[int, Field(ge=SCHEMA, le=SCHEMA)] = Field(alias="schema")
    mentorgen: _Name
    cohort: _Name
    day: Annotated[date, Field(ge=EARLIEST_DAY, lt=LATEST_DAY)]
    rematch: bool
    scenario: _Name | None = None
    inputs: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    with_mentors: ProvenPairs
    peers: PeersFound | None
    single_meetings: ProvenPairs | None


def _flaws(sheet: ProvenPairs) -> Iterator[str]:
    """Find what does not fit together, whatever the program's files say."""
    yield from _flaws_of_people(sheet, "mentees", sheet.mentees)
    yield from _flaws_of_people(sheet, "mentors", sheet.mentors)
    yield from _flaws_of_pairs(sheet)
    if sheet.circles is not None:
        yield from _flaws_of_circles(sheet, sheet.circles)


def _flaws_of_people(sheet: ProvenPairs, name: str, people: tuple[str, ...]) -> Iterator[str]:
    if list(people) != sorted(set(people)):
        yield f"its {name} are not sorted, or one is named twice"
    for lists in (sheet.prices, *(sheet.circles.prices if sheet.circles else ())):
        prices: tuple[tuple[int, ...], ...] = getattr(lists, name)
        if len(prices) != len(people):
            yield f"it lists {len(people)} {name} and prices of {len(prices)}"
        elif any(len(price) != len(sheet.values) for price in prices):
            values = len(sheet.values)
            yield f"a price of its {name} has not one number for each of its {values} values"


def _flaws_of_pairs(sheet: ProvenPairs) -> Iterator[str]:
    mentees, mentors = set(sheet.mentees), set(sheet.mentors)
    pairs = (*sheet.pairs, *sheet.locked)
    for mentee, mentor in pairs:
        if mentee not in mentees or mentor not in mentors:
            yield f"{mentee} with {mentor} is a pair of people whom it does not list"
    if len(set(pairs)) < len(pairs):
        yield "a pair is in it twice"
    if any(list(some) != sorted(some) for some in (sheet.pairs, sheet.locked)):
        yield "its pairs are not sorted"


def _flaws_of_peers(sheet: PeersFound) -> Iterator[str]:
    if list(sheet.people) != sorted(set(sheet.people)):
        yield "its peers are not sorted, or one is named twice"
    if sheet.prices is None:
        return
    if len(sheet.prices.people) != len(sheet.people):
        people, prices = len(sheet.people), len(sheet.prices.people)
        yield f"it lists {people} peers and prices of {prices}"
    known = set(sheet.people)
    for one in sheet.prices.sets:
        if not known.issuperset(one.people) or list(one.people) != sorted(set(one.people)):
            yield "a set of peers is not sorted, or names somebody twice or who is no peer"


def _flaws_of_circles(sheet: ProvenPairs, circles: CircleWays) -> Iterator[str]:
    if len(circles.gap) != len(sheet.values):
        yield f"the gap has not one number for each of its {len(sheet.values)} values"
    known = {*sheet.mentors, *range(1 + len(circles.prices))}
    for step in circles.steps:
        if step not in known:
            yield f"a step of its circles names {step}, which is neither a mentor nor a list of prices"

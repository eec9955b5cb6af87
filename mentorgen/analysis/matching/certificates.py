"""The certificate of a proposal: what was chosen, what it reaches, and the numbers that prove it best.

Everything but the prices has the same bytes on every machine; prices may differ, since more than one
set of them proves the same. A certificate names everybody who takes part and what their places are
worth: where any input is private, it belongs into the private folder.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Final, Self

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from mentorgen import __version__
from mentorgen.analysis.assignment.peers import proof_of
from mentorgen.analysis.assignment.seats import Seats
from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.assignment.stages import Count
from mentorgen.analysis.matching.board import Couple
from mentorgen.analysis.matching.checker import MOST_PRICE
from mentorgen.analysis.matching.fingerprints import fingerprint
from mentorgen.analysis.matching.peers import PeerRound
from mentorgen.analysis.matching.proposals import Run, stages_for
from mentorgen.analysis.matching.terms import Terms
from mentorgen.errors import MentorgenError
from mentorgen.model.fields import EARLIEST_DAY, LATEST_DAY
from mentorgen.model.ids import ScenarioId
from mentorgen.model.program import Program

SCHEMA: Final = 1
"""The version of the format."""

MOST_PROVEN_PEERS = 1_000
"""Pairs of more peers than these get no proof: finding its prices would take minutes."""

_MOST_PEOPLE = 200_000
_MOST_STAGES = 100

_Name = Annotated[str, Field(max_length=300, pattern="^[!-~]+( [!-~]+)*$")]
_Number = Annotated[int, Field(gt=-(1 << 63), lt=1 << 63)]
_Price = Annotated[int, Field(gt=-MOST_PRICE, lt=MOST_PRICE)]
_People = Annotated[tuple[_Name, ...], Field(max_length=_MOST_PEOPLE)]
_Pairs = Annotated[tuple[tuple[_Name, _Name], ...], Field(max_length=_MOST_PEOPLE)]
_Values = Annotated[tuple[tuple[_Name, _Number], ...], Field(max_length=_MOST_STAGES)]
_Vector = Annotated[tuple[_Price, ...], Field(max_length=_MOST_STAGES)]
_Weight = Annotated[int, Field(ge=0, lt=1 << 128)]
_Vectors = Annotated[tuple[_Vector, ...], Field(max_length=_MOST_PEOPLE)]


class CertificateError(MentorgenError):
    """A text is no certificate; the sentence says what is wrong with it."""


class _Sheet(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class PriceLists(_Sheet):
    """What proves pairs the best: a row for each person, in the order of the names, a number each stage."""

    mentees: _Vectors
    mentors: _Vectors


class ProvenPairs(_Sheet):
    """Pairs of two sides with their proof.

    `values` has what the pairs reach, by the names of the stages, first things first. Pairs name the
    mentee first and are sorted; `locked` ones stay whatever is best and are not among `pairs`.
    """

    values: _Values
    mentees: _People
    mentors: _People
    pairs: _Pairs
    locked: _Pairs
    prices: PriceLists

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


def certificate_of(run: Run) -> Certificate:
    """Certify what a run chose; of the same run the same bytes, but for the prices."""
    matching, flash, peers = run.matching, run.flash, run.peers
    locked = sorted(_named(run.board.seats, run.board.locked))
    meetings = solve(flash.seats, stages_for(matching)) if flash.people and flash.times else None
    return Certificate(
        schema=SCHEMA,
        mentorgen=__version__,
        cohort=matching.cohort.id,
        day=matching.today,
        rematch=run.terms.rematch,
        scenario=run.terms.scenario,
        inputs=fingerprint(matching),
        with_mentors=_proven(run.board.seats, run.solution, tuple(locked)),
        peers=_peers_found(peers) if peers.people else None,
        single_meetings=None if meetings is None else _proven(flash.seats, meetings),
    )


def terms_of(certificate: Certificate, program: Program) -> Terms:
    """Give the terms of the run that a certificate is of.

    Raises:
        CertificateError: the program has no scenario of the name that it has.
    """
    policy = None
    if certificate.scenario is not None:
        scenario = program.scenarios.get(ScenarioId(certificate.scenario))
        if scenario is None:
            raise CertificateError(f"The program has no scenario '{certificate.scenario}'.")
        policy = scenario.matching
    return Terms(policy=policy, rematch=certificate.rematch, explained=False)


def _peers_found(peers: PeerRound) -> PeersFound:
    """Write down who seeks a peer and who got whom; of more than MOST_PROVEN_PEERS without a proof."""
    names = [stage.name for stage in peers.found.stages]
    values = list(zip(names, peers.found.values, strict=True))
    people, prices = tuple(one.slug for one in peers.people), None
    if len(people) <= MOST_PROVEN_PEERS:
        proof = proof_of(peers.peers, peers.found)
        values += [(str(Count.OTHER), 0)] if proof.only else []
        prices = PeerPriceList(
            people=tuple(price for _, price in proof.prices),
            sets=tuple(PricedSet(people=some, price=price) for some, price in proof.sets),
        )
    return PeersFound(values=tuple(values), people=people, pairs=peers.found.pairs, prices=prices)


def _proven(
    seats: Seats, solution: Solution, locked: tuple[tuple[str, str], ...] = ()
) -> ProvenPairs:
    names = (stage.name for stage in solution.stages)
    couples = zip(solution.rows.tolist(), solution.columns.tolist(), strict=True)
    rows = np.array(sorted(range(len(seats.mentees)), key=seats.mentees.__getitem__), np.int64)
    columns = np.array(sorted(range(len(seats.mentors)), key=seats.mentors.__getitem__), np.int64)
    return ProvenPairs(
        values=tuple(zip(names, solution.values, strict=True)),
        mentees=tuple(sorted(seats.mentees)),
        mentors=tuple(sorted(seats.mentors)),
        pairs=tuple(sorted(_named(seats, couples))),
        locked=locked,
        prices=PriceLists(
            mentees=tuple(map(tuple, solution.mentee_prices[rows].tolist())),
            mentors=tuple(map(tuple, solution.mentor_prices[columns].tolist())),
        ),
    )


def _named(seats: Seats, couples: Iterable[Couple]) -> Iterator[tuple[str, str]]:
    return ((seats.mentees[row], seats.mentors[column]) for row, column in couples)


def certificate_text(certificate: Certificate) -> str:
    """Write a certificate as JSON with a line for each pair and each person's prices."""
    document = certificate.model_dump(mode="json", by_alias=True)
    return f"{{\n{_members(document)}\n}}\n"


def read_certificate(text: str) -> Certificate:
    """Read a certificate back.

    Raises:
        CertificateError: if the text is anything else; it says in a sentence what is wrong.
    """
    try:
        certificate = Certificate.model_validate_json(text)
    except ValidationError as error:
        raise CertificateError(_sentence(error)) from None
    json.loads(text, object_pairs_hook=_refuse_repeats)
    return certificate


def _flaws(sheet: ProvenPairs) -> Iterator[str]:
    """Find what does not fit together, whatever the program's files say."""
    for name in ("mentees", "mentors"):
        people: tuple[str, ...] = getattr(sheet, name)
        if list(people) != sorted(set(people)):
            yield f"its {name} are not sorted, or one is named twice"
        yield from _odd_prices(sheet, name, people)
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


def _odd_prices(sheet: ProvenPairs, name: str, people: tuple[str, ...]) -> Iterator[str]:
    prices: tuple[tuple[int, ...], ...] = getattr(sheet.prices, name)
    if len(prices) != len(people):
        yield f"it lists {len(people)} {name} and prices of {len(prices)}"
    elif any(len(price) != len(sheet.values) for price in prices):
        yield f"a price of its {name} has not one number for each of its {len(sheet.values)} values"


def _members(document: dict[str, object]) -> str:
    return ",\n".join(f"{_dumped(name)}: {_value(value)}" for name, value in document.items())


def _value(value: object) -> str:
    match value:
        case dict():
            return f"{{\n{_members(value)}\n}}"
        case [[*_], *_]:
            rows = ",\n".join(_dumped(row) for row in value)
            return f"[\n{rows}\n]"
        case _:
            return _dumped(value)


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _refuse_repeats(members: Iterable[tuple[str, object]]) -> None:
    names = [name for name, _ in members]
    if len(set(names)) < len(names):
        raise CertificateError("This is no certificate of a proposal: a name is in it twice.")


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=True)[0]
    place = _place(first["loc"])
    told = {
        "json_invalid": "it is not JSON",
        "model_type": "it is not a list of named values",
        "missing": f"{place} is missing",
        "extra_forbidden": f"{place} does not belong into it",
        "greater_than_equal": f"{place} is below zero",
        "less_than": f"{place} is too large a number",
        "greater_than": f"{place} is too large a number, below zero",
        "int_type": f"{place} is not a whole number",
        "too_long": f"{place} is too long a list",
        "value_error": first["msg"].removeprefix("Value error, "),
    }
    kind = "" if first["loc"] == ("day",) else first["type"]
    text = told.get(kind, f"{place} is not what belongs there")
    return f"This is no certificate of a proposal: {text}."


def _place(steps: tuple[int | str, ...]) -> str:
    """Name a place as people count: 'values', number 3."""
    names = [f"number {step + 1}" if isinstance(step, int) else f"'{step}'" for step in steps]
    return ", ".join(names)

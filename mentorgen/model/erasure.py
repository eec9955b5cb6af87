"""What it takes to erase a person: who they are in the files, what goes, what changes, what is left."""

from dataclasses import dataclass
from typing import TypeAlias

from mentorgen.model.ids import PairId, Slug
from mentorgen.model.words import Form


@dataclass(frozen=True, slots=True)
class Identity:
    """Everything by which a person can be found: their id, their names, their accounts."""

    slug: Slug
    names: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gone:
    """Without the person no relationship is left."""


@dataclass(frozen=True, slots=True)
class Stays:
    """The others go on, perhaps in another form, and under another id where it held the person's."""

    form: Form
    id: PairId


Fate: TypeAlias = Gone | Stays


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to one file, in words; `goes` tells whether it is deleted."""

    path: str
    goes: bool
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A place where the person is still named; lines and columns count from 1.

    A hit that is not certain is one word of their name, which may mean somebody else.
    """

    path: str
    line: int
    column: int
    text: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Loss:
    """What the other people of a relationship lose with it."""

    pair: PairId
    others: tuple[Slug, ...]
    goals: int
    meetings: int


@dataclass(frozen=True, slots=True)
class Unsearched:
    """A file or folder of which nobody can say whether it names the person."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Erasure:
    """A plan: steps in the order in which they are safe, and what they leave."""

    who: Identity
    steps: tuple[Step, ...]
    hits: tuple[Hit, ...]
    losses: tuple[Loss, ...]
    unsearched: tuple[Unsearched, ...] = ()

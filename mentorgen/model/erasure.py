"""What it takes to erase a person: who they are in the files, what goes, what changes, what is left."""

from dataclasses import dataclass
from typing import TypeAlias

from mentorgen.model.ids import PairId, Slug
from mentorgen.model.words import Form

USUAL_WORDS = "a former member"
"""What is suggested to be written instead of a name."""


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


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A place where the person is still named; lines and columns count from 1.

    A hit that is not certain is one word of their name, which may mean somebody else. One that
    is `by_hand` stands where no command puts other words: outside the records, or where they would
    make the file wrong.
    """

    path: str
    line: int
    column: int
    text: str
    certain: bool = True
    by_hand: bool = True
    word: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to one file, in words; `goes` tells whether it is deleted.

    `reworded` are the places where other words stand afterwards instead of the person's.
    """

    path: str
    goes: bool
    what: tuple[str, ...]
    reworded: tuple[Hit, ...] = ()


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
    """A plan: steps in the order in which they are safe, and what they leave.

    `is_half` tells that a private folder exists which was not looked at; `uncommitted` names files
    whose present content would be lost for ever; `words` are all by which they were looked for.
    """

    who: Identity
    steps: tuple[Step, ...]
    hits: tuple[Hit, ...]
    losses: tuple[Loss, ...]
    unsearched: tuple[Unsearched, ...] = ()
    words: tuple[str, ...] = ()
    leaves_no_organiser: bool = False
    is_half: bool = False
    uncommitted: tuple[str, ...] = ()

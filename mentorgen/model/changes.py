"""What somebody asks to change in a program: one value for each file, and what differs inside it."""

from dataclasses import dataclass
from enum import StrEnum

from mentorgen.model.facts import Fact
from mentorgen.model.ids import Kind, PairId, Slug


class Doing(StrEnum):
    """What happens to a file; a rename is one file deleted and another added."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the new version of a file; lines and columns count from 1."""

    line: int
    column: int


START = Mark(1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One file that differs; places are those of its new version.

    `slug` or `pair` is whom the record is about, as its path says. `kind` is None for what is no
    record: code, pages, settings of tools. `fields` are those that differ, `github_id` is what a
    participant's new version says. `old_facts` are those that a log had before, `lost_fact` is where
    one of them is not as it was. A log is not readable where either version breaks its format: then nothing is known of its facts.
    """

    path: str
    doing: Doing
    kind: Kind | None = None
    slug: Slug | None = None
    pair: PairId | None = None
    fields: tuple[tuple[str, Mark], ...] = ()
    github_id: int | None = None
    new_facts: tuple[tuple[Fact, Mark], ...] = ()
    old_facts: tuple[Fact, ...] = ()
    lost_fact: Mark | None = None
    is_readable: bool = True

    @property
    def adds_a_person(self) -> bool:
        """Whether somebody is new in the program by this."""
        return self.kind is Kind.PARTICIPANT and self.doing is Doing.ADDED

    def mark_of(self, field: str) -> Mark:
        """Give the place of a field that differs, else the beginning of the file."""
        return dict(self.fields).get(field, START)

"""Whose files are whose: what one person may change, judged by the program as it was before.

Everybody is known by the number of their GitHub account. A login can be given up and taken by
somebody else; the number stays.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentorgen.analysis.facts import facts_until, names
from mentorgen.model.changes import START, Change, Doing, Mark
from mentorgen.model.facts import Fact, FactKind, Left, Replaced
from mentorgen.model.ids import Kind, Slug
from mentorgen.model.problems import Problem
from mentorgen.model.program import Program


class Barrier(StrEnum):
    """The rules of ownership; the list of all rules explains them under the same names."""

    APPEND_ONLY = "append-only"
    FIXED_FIELD = "fixed-field"
    MAINTAINERS_ONLY = "maintainers-only"
    NOT_YOURS = "not-yours"


FIXED_FIELDS: Mapping[Kind | None, frozenset[str]] = {
    Kind.PARTICIPANT: frozenset({"github_id", "joined", "reports_to"}),
    Kind.APPLICATION: frozenset({"applied"}),
}
"""What the organisers look after in a record that is otherwise its person's own."""

_OF_BOTH = frozenset(
    {
        FactKind.SNOOZED,
        FactKind.PAUSED,
        FactKind.RESUMED,
        FactKind.OPTED_OUT,
        FactKind.OPTED_IN,
        FactKind.LEFT,
    }
)
OWN_FACTS = {
    Kind.PERSON_LOG: _OF_BOTH
    | {FactKind.APPLIED, FactKind.WITHDRAWN, FactKind.COMPLETED, FactKind.WISHES_TO_MENTOR},
    Kind.PAIR_LOG: _OF_BOTH
    | {
        FactKind.CONFIRMED,
        FactKind.DECLINED,
        FactKind.AGREED,
        FactKind.ASKED,
        FactKind.PLANNED,
        FactKind.CANCELLED,
        FactKind.ENDING,
        FactKind.ENDED,
        FactKind.THANKED,
    },
}
"""What people may write down themselves, in their own name; the rest is the organisers' word."""

_OF_A_PERSON = frozenset({Kind.APPLICATION, Kind.SLOT, Kind.PERSON_LOG})
_OF_A_PAIR = frozenset({Kind.GOAL, Kind.MEETING, Kind.PAIR_LOG})

Refusal = tuple[Barrier, str, Mark]


@dataclass(frozen=True, slots=True)
class Author:
    """Who asks for the changes; the slug of somebody new is that of the one record they add."""

    github_id: int
    slug: Slug | None
    is_new: bool


def refusals(base: Program, author_id: int, changes: Iterable[Change]) -> Iterator[Problem]:
    """Yield a problem for everything that the author may not change; organisers may change all.

    `base` is the program for which the changes are meant, as it stands without them.
    """
    changes = tuple(changes)
    author = author_of(base, author_id, changes)
    if author.slug in base.settings.coordinators:
        return
    hint = "" if author.slug else _hint(author_id)
    for change in changes:
        for barrier, message, at in _refusals(base, author, change):
            yield Problem(change.path, at.line, at.column, barrier, message + hint)


def author_of(base: Program, author_id: int, changes: Iterable[Change]) -> Author:
    """Recognise somebody by their number: on the base, or in a record that they add to it."""
    for person in base.participants.values():
        if person.github_id == author_id:
            return Author(author_id, person.slug, is_new=False)
    own = (
        change.slug
        for change in changes
        if change.adds_a_person
        and change.github_id == author_id
        and change.slug not in base.participants
    )
    return Author(author_id, next(own, None), is_new=True)


def _hint(author_id: int) -> str:
    return (
        f" The account number {author_id} has no record yet; it may add one, its own,"
        f" with 'github_id: {author_id}'."
    )


def _refusals(base: Program, author: Author, change: Change) -> Iterator[Refusal]:
    kind = change.kind
    if kind is None:
        message = "only organisers change files that are no records."
        yield Barrier.MAINTAINERS_ONLY, message, START
    elif kind is Kind.PARTICIPANT:
        yield from _of_participant(base, author, change)
    elif kind in _OF_A_PERSON and change.slug != author.slug:
        message = f"this file belongs to '{change.slug}' and to the organisers."
        yield Barrier.NOT_YOURS, message, START
    elif kind in _OF_A_PAIR and not _is_member(base, author, change):
        message = f"this file belongs to the people of '{change.pair}' and to the organisers."
        yield Barrier.NOT_YOURS, message, START
    elif kind in OWN_FACTS:
        yield from _of_log(author, change, OWN_FACTS[kind])
    elif kind is Kind.APPLICATION:
        yield from _of_application(change)
    elif kind not in _OF_A_PAIR | _OF_A_PERSON:
        yield Barrier.NOT_YOURS, "this file belongs to the organisers.", START


def _is_member(base: Program, author: Author, change: Change) -> bool:
    """Tell whether somebody belongs to a pair on the base, and has not left it."""
    return any(
        pair.id == change.pair
        and author.slug in pair.everyone
        and not any(
            isinstance(fact, Left) and fact.by == author.slug
            for fact in facts_until(base.pair_facts[pair.id], date.max)
        )
        for pair in base.pairs.values()
    )


def _of_participant(base: Program, author: Author, change: Change) -> Iterator[Refusal]:
    is_there = change.slug in base.participants
    if is_there and change.slug != author.slug:
        message = _whose(base, author, change)
        yield Barrier.NOT_YOURS, message, change.mark_of("github_id")
    elif change.doing is Doing.DELETED:
        message = (
            "the organisers delete a record, with all that names it. To be shown nowhere,"
            " add 'withdrawn' with its day to your consent."
        )
        yield Barrier.NOT_YOURS, message, START
    elif is_there and change.doing is Doing.CHANGED:
        yield from _fixed_fields(change)
    elif change.doing is Doing.CHANGED:
        message = "the organisers took this record away meanwhile; begin again from the base."
        yield Barrier.NOT_YOURS, message, START
    elif not author.is_new:
        message = f"you have a record, '{author.slug}', and it keeps its name; ask the organisers."
        yield Barrier.NOT_YOURS, message, START
    elif change.slug != author.slug:
        message = (
            f"this record is not yours, since its 'github_id' is not {author.github_id};"
            " the organisers add other people."
        )
        yield Barrier.NOT_YOURS, message, change.mark_of("github_id")


def _whose(base: Program, author: Author, change: Change) -> str:
    """Say whose record it is; a newcomer may have the login of its owner, and still not the number."""
    owner = next(person for person in base.participants.values() if person.slug == change.slug)
    if not author.is_new:
        return f"this record belongs to '{owner.slug}' and to the organisers."
    if owner.github_id is None:
        return (
            f"nobody is known to own '{owner.slug}', since the record has no 'github_id'."
            " A login alone proves nothing; ask the organisers to add the number."
        )
    return (
        f"this record belongs to the GitHub account number {owner.github_id}, not"
        f" {author.github_id}. A login can change hands, a number cannot; ask the organisers."
    )


def _of_application(change: Change) -> Iterator[Refusal]:
    """Keep the day of an application: whoever has waited longer has priority."""
    if change.doing is Doing.DELETED:
        message = (
            "an application stays, with its day; to take it back, add a fact of kind 'withdrawn'"
            " to your log."
        )
        yield Barrier.NOT_YOURS, message, START
    yield from _fixed_fields(change)


def _fixed_fields(change: Change) -> Iterator[Refusal]:
    fixed = FIXED_FIELDS[change.kind]
    for field, at in change.fields:
        if field in fixed and change.doing is Doing.CHANGED:
            message = f"{field} stays as it was; only the organisers change it."
            yield Barrier.FIXED_FIELD, message, at


def _of_log(author: Author, change: Change, own: frozenset[FactKind]) -> Iterator[Refusal]:
    if change.doing is Doing.DELETED:
        message = "a log is never deleted; a correction is a new fact that says what it replaces."
        yield Barrier.APPEND_ONLY, message, START
    elif not change.is_readable:
        message = "whose facts these are cannot be told before this log can be read; mend it first."
        yield Barrier.APPEND_ONLY, message, START
    if change.lost_fact:
        message = (
            "an earlier fact is changed, moved or gone. Leave it as it was and write below it;"
            " a correction is a new fact that says what it replaces."
        )
        yield Barrier.APPEND_ONLY, message, change.lost_fact
    for fact, at in change.new_facts:
        message = _against(author, change, fact, own)
        if message:
            yield Barrier.NOT_YOURS, message, at


def _against(author: Author, change: Change, fact: Fact, own: frozenset[FactKind]) -> str:
    """Say why somebody may not write a fact; nothing if they may."""
    may_leave_out = change.kind is Kind.PERSON_LOG
    if fact.kind not in own:
        return f"a fact of kind '{fact.kind}' is the organisers' word."
    if not _is_self(author, fact, may_leave_out=may_leave_out):
        return f"write facts in your own name, with 'by: {author.slug}'."
    if fact.replaces is None:
        return ""
    meant = (old for old in change.old_facts if names(fact.replaces, old))
    if fact.replaces.kind not in own or not all(
        _is_self(author, one, may_leave_out=may_leave_out) for one in (fact.replaces, *meant)
    ):
        return f"replace only facts of your own, with 'by: {author.slug}'."
    return ""


def _is_self(author: Author, fact: Fact | Replaced, *, may_leave_out: bool) -> bool:
    """Tell whether a fact is by the author; in a person's own log it need not say so."""
    return fact.by == author.slug or (may_leave_out and fact.by is None)

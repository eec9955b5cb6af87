"""Words that every text about a matching shares: people, forms, ranks and losses."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mentorgen.analysis.matching.values import FlashTime, Loss, Suggestion
from mentorgen.analysis.wording import counted, listed
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program
from mentorgen.model.said import Said, said, said_n
from mentorgen.model.words import Form

FORMS: Mapping[Form, Said] = {
    Form.ONE_TO_ONE: said("one to one"),
    Form.GROUP: said("group"),
    Form.PEER: said("peers"),
    Form.FLASH: said("flash"),
    Form.REVERSE: said("reverse"),
}
"""The forms as one says them."""


def name_of(program: Program, slug: Slug | None) -> str:
    """Give the name of somebody; None is nobody."""
    return program.participants[slug].name if slug is not None else "nobody"


def names_of(program: Program, slugs: Iterable[Slug]) -> str:
    """Join the names of people."""
    return listed(name_of(program, slug) for slug in slugs)


def people_text(program: Program, suggestion: Suggestion) -> str:
    """Say who is put together, with the form where it is not the usual one."""
    if suggestion.members:
        who = names_of(program, suggestion.members)
    else:
        mentors = names_of(program, suggestion.mentors)
        who = f"{mentors} with {names_of(program, suggestion.mentees)}"
    notes = []
    if suggestion.form is not Form.ONE_TO_ONE:
        notes.append(FORMS[suggestion.form])
    if suggestion.flash:
        notes.append(time_text(suggestion.flash))
    return f"{who} ({', '.join(notes)})" if notes else who


def made_text(suggestions: Sequence[Suggestion], *, more: str = "") -> str:
    """Count what is suggested: `3 pairs and 1 group`; `more` goes before the nouns."""
    groups = sum(one.form is Form.GROUP for one in suggestions)
    numbers = ((len(suggestions) - groups, f"{more}pair"), (groups, f"{more}group"))
    return listed(counted(number, noun) for number, noun in numbers if number)


def time_text(flash: FlashTime) -> Said:
    """Write when a flash meeting takes place."""
    return said_n(
        "%(day)s at %(time)s UTC, %(num)s minute",
        "%(day)s at %(time)s UTC, %(num)s minutes",
        flash.minutes,
        day=flash.on,
        time=f"{flash.at:%H:%M}",
    )


def rank_text(rank: int) -> str:
    """Write a place in a list: `best`, `second best`, `4th best`."""
    few = {1: "best", 2: "second best", 3: "third best"}
    ending = {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return few.get(rank, f"{rank}{'th' if rank % 100 in (11, 12, 13) else ending} best")


def loss_text(loss: Loss) -> str:
    """Say what another choice would cost, what matters most first."""
    parts = [part for part in _parts(loss) if part]
    if not loss.people:
        parts.append("nobody loses a place" if parts else "nothing: it is just as good")
    return ", ".join(parts)


def _parts(loss: Loss) -> Iterator[str]:
    people = "1 person" if abs(loss.people) == 1 else f"{abs(loss.people)} people"
    yield _less(loss.people, f"{people} {{}} with a place")
    if loss.waited:
        outcome = "wait again" if loss.waited > 0 else "wait no longer"
        yield f"people who have waited before {outcome}"
    yield _less(loss.further, f"{counted(abs(loss.further), 'second mentor')} {{}}")
    yield _weak(loss)
    yield _less(loss.points, f"{counted(abs(loss.points), 'point')} {{}}")
    yield _less(loss.kept, f"{counted(abs(loss.kept), 'pair')} {{}} that stood before")


def _less(lost: int, text: str) -> str:
    return text.format("less" if lost > 0 else "more") if lost else ""


def _weak(loss: Loss) -> str:
    more = sum(loss.weak)
    if more:
        return counted(abs(more), "more weak pair" if more > 0 else "fewer weak pair")
    worse = next((pairs > 0 for pairs in loss.weak if pairs), None)
    return "" if worse is None else f"the weak pairs are {'weaker' if worse else 'stronger'}"

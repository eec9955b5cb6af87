"""Checks of what people said they would do: is whoever a promise names there to keep it?"""

import re
from collections.abc import Iterator

from mentorgen.loading.checks.world import World
from mentorgen.loading.documents import Document
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import did_you_mean, shown
from mentorgen.model.actions import tasks_in
from mentorgen.model.ids import ID_PATTERN, Slug
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Pair
from mentorgen.model.problems import Problem, Severity

_EVERYBODY = frozenset({"all", "both", "everybody", "everyone", "us", "we"})


def check_promises(
    document: Document, meeting: Meeting, pair: Pair, world: World
) -> Iterator[Problem]:
    """Warn of each open promise of somebody who is not in the pair; words that name nobody are free.

    Where a name in the pair is wrong, that is told, and not what follows from it.
    """
    if "] " not in meeting.notes or not all(map(world.known.is_person, pair.everyone)):
        return
    for task in tasks_in(meeting.notes):
        if task.done or task.who is None or not _is_stranger(task.who, pair, world):
            continue
        place = document.place_in_body(task.line, task.column)
        near = did_you_mean(task.who, pair.everyone)
        message = (
            f"{shown(task.who)} promises something and is not in this pair "
            f"({', '.join(pair.everyone)}).{near}"
        )
        yield Problem(
            place.path, place.line, place.column, Rule.NOT_IN_PAIR, message, Severity.WARNING
        )


def _is_stranger(who: str, pair: Pair, world: World) -> bool:
    """Tell whether a word is the id or the name of somebody, and nobody of the pair is called so."""
    name = who.casefold()
    if name in _EVERYBODY or name in {one for slug in pair.everyone for one in _names(slug, world)}:
        return False
    return bool(re.fullmatch(ID_PATTERN, who)) or name in world.names


def _names(slug: Slug, world: World) -> Iterator[str]:
    """Give what the notes may call somebody: their id, their name, and the first word of each."""
    person = world.people.get(slug)
    words = (slug, *((person.name, person.called or person.name) if person else ()))
    for word in words:
        yield word.casefold()
        yield re.split("[ -]", word.casefold())[0]

"""What a comment asks for: its commands as values, or what is wrong with them in plain words."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import islice

from mentorgen.loading.comment_lines import own_lines
from mentorgen.loading.spelling import nearest, shown
from mentorgen.model.comments import (
    FORMS,
    Command,
    End,
    Meet,
    Met,
    Misunderstood,
    Plain,
    Rest,
    Take,
    WhatIf,
    Wish,
    Word,
    Worded,
)
from mentorgen.model.fields import EARLIEST_DAY, LATEST_DAY, MINUTES_A_DAY
from mentorgen.model.ids import ID_PATTERN, LONGEST_ID
from mentorgen.model.words import MeetingKind, Outcome

MOST_COMMANDS = 20
"""Nobody needs more in one comment; what comes behind is not read."""
LONGEST_WORDS = 300
LONGEST_REST = timedelta(days=366)
_LINE = re.compile(r"/ ?([^\W\d_]+(?:-[^\W\d_]+)?)(?![\w/@])(.*)")
_PERSON = re.compile(r"(?<!\S)for ?: ?@?([a-z0-9-]*)(?!\S)", re.IGNORECASE)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_AND_TIME = re.compile("(?<=[0-9])t(?=[0-9])|,| at ")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])")
_MINUTES = re.compile(r"([0-9]{1,4}) ?(?:m|min|mins|minutes?)?")
_HOURS = re.compile(
    r"([0-9]{1,2})(?:[.,]([05]))? ?(?:h|hours?|hrs?) ?(?:([0-5]?[0-9]) ?(?:m|min|minutes?)?)?"
)
_SPAN = re.compile(r"([0-9]{1,3}) ?(d|days?|w|weeks?|months?)")
_MEETING_KINDS = frozenset(MeetingKind)
_DASHES = dict.fromkeys("\u2010\u2012\u2013\u2014\u2212", "-")
_DAYS_IN = {"d": 1, "w": 7, "m": 30}
_ALIASES = {"whynot": Word.WHY_NOT, "thank": Word.THANKS, "unpause": Word.RESUME}


class _WrongError(Exception):
    """A command makes no sense; the text says why."""


def commands_in(comment: str, *, today: date) -> tuple[Command, ...]:
    """Read the commands of a comment in their order; `today` is the day on which it was written.

    A line that begins with another slash word is prose, unless the word is nearly a command's.
    """
    found = (_command(line, today) for line in own_lines(comment))
    return tuple(islice((one for one in found if one is not None), MOST_COMMANDS))


def _command(line: str, today: date) -> Command | None:
    parts = _LINE.match(unicodedata.normalize("NFKC", line))
    if parts is None:
        return None
    word = _word(parts[1].lower())
    if word is None:
        return None
    if not isinstance(word, Word):
        return Command(line, word)
    person = _PERSON.search(parts[2])
    rest = _PERSON.sub(" ", parts[2], count=1) if person else parts[2]
    try:
        wish = _READERS[word](word, " ".join(rest.split()), today)
        return Command(line, wish, _slug(person[1]) if person else None)
    except _WrongError as error:
        return Command(line, Misunderstood(word, str(error)))


def _word(typed: str) -> Word | Misunderstood | None:
    if typed in FORMS:
        return Word(typed)
    if typed in _ALIASES:
        return _ALIASES[typed]
    near = nearest(typed, FORMS, likeness=0.75)
    return Misunderstood(Word(near), f"There is no command {shown(f'/{typed}')}.") if near else None


def _slug(typed: str) -> str:
    slug = typed.lower()
    if len(slug) > LONGEST_ID or not re.fullmatch(ID_PATTERN, slug):
        raise _WrongError(
            "Behind 'for:' stands the name of somebody's file, such as for:ana-rivers."
        )
    return slug


def _bare(text: str) -> str:
    """Leave out full stops, thanks in pictures and the like around what is meant; all dashes are one."""
    kept = (one if one.isalnum() or one in "-:.,/" else _DASHES.get(one, " ") for one in text)
    return " ".join("".join(kept).lower().replace(", ", " ").strip(" .,:-").split())


def _plain(word: Word, text: str, _: date) -> Wish:
    if _bare(text):
        raise _WrongError(
            "This command stands alone on its line; write other words on another line."
        )
    return Plain(word)


def _ask(word: Word, _: str, __: date) -> Wish:
    """Leave the question where it is: organisers read it in the comment."""
    return Plain(word)


def _worded(word: Word, text: str, _: date) -> Wish:
    if not any(one.isalnum() for one in text):
        raise _WrongError("It wants a few words behind it.")
    if len(text) > LONGEST_WORDS:
        raise _WrongError(f"That is long; {LONGEST_WORDS} characters are the most.")
    return Worded(word, text)


def _done(word: Word, text: str, today: date) -> Wish:
    return _worded(word, text.rstrip(" .!").strip("`\"'“”„«» "), today)


def _met(_: Word, text: str, today: date) -> Wish:
    on, minutes, kind = today, None, None
    words = _bare(text).split()
    while words:
        step, pair = words[0], " ".join(words[:2])
        if step in _MEETING_KINDS:
            kind = MeetingKind(step)
        elif len(words) > 1 and (long := _length(pair)) is not None:
            minutes = long
            words.pop(0)
        elif (long := _length(step)) is not None:
            minutes = long
        elif _is_day(step):
            on = _day(step, today)
        elif step not in {"on", "for", "a", "by"}:
            raise _WrongError(f"{shown(step)} is neither a day, a length nor a way to meet.")
        words.pop(0)
    if on > today:
        raise _WrongError(f"{on} is still to come; /met notes a meeting that has been.")
    return Met(on, minutes, kind)


def _length(text: str) -> int | None:
    """Read 45m, 45 min, 1h, 1h30 or 1.5 hours as minutes; None where it is no length.

    Raises:
        _WrongError: nothing takes so long, or no time at all.
    """
    hours, minutes = _HOURS.fullmatch(text), _MINUTES.fullmatch(text)
    if hours:
        length = int(hours[1]) * 60 + int(hours[2] or 0) * 6 + int(hours[3] or 0)
    elif minutes:
        length = int(minutes[1])
    else:
        return None
    if not 1 <= length <= MINUTES_A_DAY:
        raise _WrongError("A length lies between a minute and a day, such as 45m or 1h30.")
    return length


def _is_day(text: str) -> bool:
    return text in {"today", "yesterday", "tomorrow"} or bool(re.match("[0-9]+[-./][0-9]", text))


def _day(text: str, today: date) -> date:
    """Read a day.

    Raises:
        _WrongError: it is written in another way than in the files, or no such day is there.
    """
    near = {"yesterday": -1, "today": 0, "tomorrow": 1}
    if text in near:
        return today + timedelta(days=near[text])
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or not EARLIEST_DAY <= day < LATEST_DAY:
        raise _WrongError(
            f"{shown(text)} is no day; write year, month and day, such as 2026-11-20."
        )
    return day


def _meet(word: Word, text: str, today: date) -> Wish:
    meant = _bare(text)
    if re.fullmatch("[0-9]{1,2}", meant) and int(meant):
        return Take(int(meant))
    return _move(word, text, today)


def _move(_: Word, text: str, today: date) -> Wish:
    day, *rest = _DAY_AND_TIME.sub(" ", _bare(text)).removeprefix("to ").split() or [""]
    on = _day(day, today)
    if on < today:
        raise _WrongError(f"{on} is over; the next meeting lies ahead.")
    clock = _CLOCK.fullmatch(rest[0].removesuffix("z")) if rest else None
    zone = rest[1:] if clock else rest
    if (rest and not clock) or (clock and int(clock[1]) * 60 + int(clock[2]) >= MINUTES_A_DAY):
        raise _WrongError("The time of day is missing or odd; write it as 17:00.")
    if zone not in ([], ["utc"]):
        raise _WrongError(
            "Behind the time may stand only 'UTC'; without it, it is the time on your clock."
        )
    at = int(clock[1]) * 60 + int(clock[2]) if clock else None
    return Meet(on, at, in_utc=bool(zone) or (bool(rest) and rest[0].endswith("z")))


def _rest(word: Word, text: str, today: date) -> Wish:
    meant = _bare(text).removeprefix("until ").removeprefix("for ").removeprefix("till ")
    span = _SPAN.fullmatch(meant)
    if span:
        until = today + timedelta(days=int(span[1]) * _DAYS_IN[span[2][0]])
    elif meant:
        until = _day(meant, today)
    else:
        raise _WrongError("Say for how long, or until which day.")
    if not today < until <= today + LONGEST_REST:
        raise _WrongError(f"Its last day would be {until}; it lies after today, within a year.")
    return Rest(word, until)


def _end(_: Word, text: str, __: date) -> Wish:
    meant = _bare(text)
    if meant and meant not in frozenset(Outcome):
        raise _WrongError(
            "Behind /end stands 'completed', 'changed' or 'stopped', and nothing else."
        )
    return End(Outcome(meant) if meant else None)


def _what_if(word: Word, text: str, _: date) -> Wish:
    names = _bare(text.replace("@", "").replace(",", " ")).split()
    names = [name for name in names if name not in {"and", "with"}]
    if len(names) != 2 or not all(re.fullmatch(ID_PATTERN, name) for name in names):  # noqa: PLR2004 # two people
        raise _WrongError("It wants two people, by the names of their files.")
    return WhatIf(word, *names)


_Reader = Callable[[Word, str, date], Wish]
_READERS: Mapping[Word, _Reader] = {
    **dict.fromkeys(FORMS, _plain),
    Word.ASK: _ask,
    Word.MET: _met,
    Word.MEET: _meet,
    Word.MOVE: _move,
    Word.DONE: _done,
    Word.SNOOZE: _rest,
    Word.PAUSE: _rest,
    Word.THANKS: _worded,
    Word.END: _end,
    **dict.fromkeys((Word.WHY_NOT, Word.FORCE, Word.FORBID), _what_if),
}

"""Everything that the program keeps about people, in words: one for each field of each record, and for each fact.

Who may see it is not said here: the fields themselves carry their levels. A field without words stops
the tests, so that nothing is kept of which the page of privacy does not speak.
"""

from collections.abc import Iterator, Mapping

from mentorgen.model.cohorts import Application, Slot
from mentorgen.model.facts import FactKind
from mentorgen.model.logs import FACTS
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Goal, Pair
from mentorgen.model.people import Participant
from mentorgen.model.privacy import Level, Shared
from mentorgen.model.record import Record
from mentorgen.model.said import Said, said

_NAME = said("the name that you choose, what friends call you, and how to speak of you")
_ACCOUNT = said("your GitHub account, if you have one")
_DATES = said("the day on which you joined, and what you agreed to when")
_WORDS = said("the sentence and the words that you write about yourself")
_STYLE = said("how you like to work, and for how many years you have done it")
_ROOM = said("for how many people you have room, or how many mentors you would like")
_SLOTS = said("the times that you offer for single talks, and who booked them")
_ASKED = said("which rounds you asked to join, when, as what and for what")
_PAIR = said("who is together with whom, since when, how often you mean to meet and what for")
_CHOICES = said("whether your pair has a page here, and whether it may be written to in public")
_GOALS = said("its goals, with steps, days and links to what you made")
_MEETINGS = said("its meetings: the day, who was there, and the notes that you write in the open")
_STANDING = said("where your application stands")
_ANSWERS = said("that you said yes or no to a suggestion, or signed the agreement")
_PLANNED = said("when you mean to meet")
_BREAKS = said("your breaks, and whether you want reminders")
_LEARNT = said("training that you have finished")
_ENDED = said("that a pair ended and how, never why")
_WISHES = said("that you would like to mentor one day")
_CONCERN = said("what worries you, and that it was looked after")

FIELDS: Mapping[type[Record], Mapping[str, Said]] = {
    Participant: {
        **dict.fromkeys(("name", "called", "pronouns"), _NAME),
        **dict.fromkeys(("github", "github_id"), _ACCOUNT),
        **dict.fromkeys(("consent", "joined"), _DATES),
        **dict.fromkeys(("line", "about"), _WORDS),
        **dict.fromkeys(("style", "experience_years"), _STYLE),
        **dict.fromkeys(("capacity", "mentors_wanted"), _ROOM),
        "role": said("whether you are a mentor, a mentee or both"),
        "languages": said("the languages that you can meet in"),
        "offers": said("what you can help with"),
        "wants": said("what you would like to learn"),
        "colour": said("the colour of your cloth"),
        "timezone": said("your time zone"),
        "parts_of_day": said("when you can usually meet"),
        "story": said("how it went, in your own words"),
        "links": said("links to your own pages"),
        "full_name": said("your whole name, where only a nickname is public"),
        "team": said("the team that you work in"),
        "hours": said("the exact hours in which you are free"),
        "reports_to": said("whom you report to at work"),
        "contact": said("how the organisers reach you"),
        "background": said("what you say of yourself and ask of the other's background"),
    },
    Application: {
        **dict.fromkeys(
            ("cohort", "slug", "applied", "role", "forms", "wants", "aim", "mentors_wanted"), _ASKED
        ),
        "asks_for": said("whom you ask for by name, where they allow it"),
        "wishes": said("whom you ask for in private"),
    },
    Slot: dict.fromkeys(("slug", "on", "times", "skills", "about"), _SLOTS),
    Pair: {
        **dict.fromkeys(
            ("id", "cohort", "form", "mentors", "mentees", "members", "skills", "aim", "plan"),
            _PAIR,
        ),
        **dict.fromkeys(("starts", "rhythm_days", "informal"), _PAIR),
        **dict.fromkeys(("on_site", "public_contact"), _CHOICES),
    },
    Goal: dict.fromkeys((*Goal.model_fields,), _GOALS),
    Meeting: dict.fromkeys((*Meeting.model_fields,), _MEETINGS),
}
"""The words for each field of a record; several fields can share theirs."""
FACT_WORDS: Mapping[FactKind, Said] = {
    **dict.fromkeys(
        (FactKind.APPLIED, FactKind.ACCEPTED, FactKind.DECLINED, FactKind.WITHDRAWN), _STANDING
    ),
    **dict.fromkeys((FactKind.CONFIRMED, FactKind.AGREED, FactKind.ASKED), _ANSWERS),
    **dict.fromkeys((FactKind.PLANNED, FactKind.CANCELLED), _PLANNED),
    **dict.fromkeys(
        (
            FactKind.SNOOZED,
            FactKind.PAUSED,
            FactKind.RESUMED,
            FactKind.OPTED_OUT,
            FactKind.OPTED_IN,
        ),
        _BREAKS,
    ),
    **dict.fromkeys((FactKind.COMPLETED, FactKind.WAIVED), _LEARNT),
    **dict.fromkeys((FactKind.ENDING, FactKind.ENDED), _ENDED),
    FactKind.LEFT: said("that you left"),
    FactKind.THANKED: said("that you said thanks"),
    FactKind.WISHES_TO_MENTOR: _WISHES,
    FactKind.VETOED: said("whom you would rather not be matched with; you need not say why"),
    FactKind.ANSWERED: said("what you answer to surveys"),
    FactKind.RATED: said("how you rate yourself"),
    FactKind.REFLECTED: said("what you say when you look back together"),
    FactKind.CONCERN: _CONCERN,
    FactKind.CONCERN_ANSWERED: _CONCERN,
    FactKind.REASON: said("why a pair ended, if you like to tell"),
}
_OF_PEOPLE = (Participant, Application, Slot)
_OF_PAIRS = (Pair, Goal, Meeting)


def of_people(level: Level) -> tuple[Said, ...]:
    """List what is kept of a person that those of a level may see and no wider circle; ticked things apart."""
    facts = (
        words
        for kind, words in FACT_WORDS.items()
        if FACTS[kind].level is level and FACTS[kind].of_person
    )
    return _each_once((*_fields(_OF_PEOPLE, level), *facts))


def of_pairs(level: Level) -> tuple[Said, ...]:
    """List the same of a pair."""
    facts = (
        words
        for kind, words in FACT_WORDS.items()
        if FACTS[kind].level is level and not FACTS[kind].of_person
    )
    tightened = (_GOALS_KEPT, _MEETINGS_KEPT) if level is Level.PAIR else ()
    return _each_once((*_fields(_OF_PAIRS, level), *facts, *tightened))


_GOALS_KEPT = said("goals that it keeps to itself")
_MEETINGS_KEPT = said("meetings and notes that it keeps to itself")


def _fields(records: tuple[type[Record], ...], level: Level) -> Iterator[Said]:
    for record in records:
        for name, info in record.model_fields.items():
            words = FIELDS[record].get(name)
            marks = info.metadata
            if words and level in marks and not any(isinstance(one, Shared) for one in marks):
                yield words


def _each_once(words: tuple[Said, ...]) -> tuple[Said, ...]:
    return tuple(dict.fromkeys(words))

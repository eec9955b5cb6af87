"""The home of a pair at a forge, as its people read it: what it is for, what comes next, and what to type there.

It says only what everybody may know, and nothing of how a pair does. People are mentioned once, in the
text that opens it; every later text is without that line, and so calls nobody.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mentorgen.analysis.agendas import Agenda, Occasion, agenda_of
from mentorgen.analysis.goals import GoalProgress
from mentorgen.analysis.homes import Home
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.progress import progress_of
from mentorgen.analysis.wording import counted, day_text, listed
from mentorgen.model.comments import FORMS, Word
from mentorgen.model.fields import clock_text
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.people import Participant
from mentorgen.model.program import Program
from mentorgen.output.addresses import pair_path, person_path
from mentorgen.output.github.marks import hidden, hidden_in
from mentorgen.output.github.reminders import home_mark
from mentorgen.output.neutral import neutral, one_line

LABEL = "home"
"""Told apart by people; nothing is ever found by it."""
CLOSED_TITLE = "A place that is closed"
LONGEST_TITLE = 120
_MOST_GOALS = 5
_FEWEST_TO_COUNT = 4
"""A title counts people from so many up, rather than naming all of them."""
_CHOICES = (Word.CONFIRM, Word.DECLINE, Word.ASK)
_WAYS = (Word.MET, Word.MEET, Word.MOVE, Word.DONE, Word.SNOOZE, Word.PAUSE, Word.END)
_RESTING = (Word.RESUME, Word.MET, Word.END)
_GOODBYE = (Word.MET, Word.THANKS, Word.END)
_OCCASIONS = {
    Occasion.FIRST: "Your first meeting",
    Occasion.LAST: "Your last meeting",
    Occasion.ONLY: "Your meeting",
}
_BELOW = """\
Write it as a comment, each on a line of its own, or answer the e-mail. A thumb up means that it is written
down. Everybody can read what you write here, so keep to yourselves what should stay between you.
"""
_FAREWELL = """\
Thank you for the time that you gave. All is settled here, so this place is closed and asks nothing of you any more.
We are glad that you are here.
"""


@dataclass(frozen=True, slots=True)
class HomeText:
    """A title in plain text, and a body in Markdown in which people's own words do nothing."""

    title: str
    body: str


def home_text(program: Program, home: Home, *, site: str) -> HomeText:
    """Write a home as it is on the day; `site` is the address of the program's pages, if it has any."""
    pair = home.relationship.pair
    facts = "\n".join(f"* {line}" for line in _facts(program, home, site))
    forms = (FORMS[word] for word in _words(home.state))
    ways = "\n".join(f"* `{form.example}` {form.meaning}" for form in forms)
    parts = (
        _greeting(program, home),
        facts,
        f"### What you can write here\n\n{ways}\n\n{_BELOW.rstrip()}",
        f"{hidden('pair', pair.id)}\n{_marks(home_mark(pair.id))}",
    )
    return HomeText(_title(program, home), "\n\n".join(parts))


def opening(program: Program, text: HomeText, people: Iterable[Slug]) -> str:
    """Put the one line in which people are mentioned over the first text of a home."""
    logins = listed(f"@{program.participants[slug].github}" for slug in people)
    return f"For {logins}.\n\n{text.body}"


def farewell(pair: PairId) -> str:
    """Write what stays in the home of a pair that has ended; thanks can still be said below it."""
    return f"{_FAREWELL}\n{hidden('pair', pair)}\n{_marks(home_mark(pair))}"


def nameless(mark: str) -> str:
    """Write what stays where nobody is to be named any more."""
    return f"{_FAREWELL}\n{_marks(mark)}"


def is_nameless_home(body: str) -> bool:
    """Tell whether a text is what stays of a home in which nobody is to be named any more."""
    return hidden_in(body, "home") is not None and hidden_in(body, "pair") is None


def _marks(mark: str) -> str:
    return f"{hidden('home', mark)}\n{hidden('key', mark)}\n"


def _title(program: Program, home: Home) -> str:
    people = [program.participants[slug] for slug in home.people]
    names = [one_line(one.called or one.name) for one in people]
    if len(names) >= _FEWEST_TO_COUNT:
        names = [*names[:2], f"{len(names) - 2} more"]
    text = f"Your place: {listed(names)}"
    return text if len(text) <= LONGEST_TITLE else f"{text[: LONGEST_TITLE - 1]}…"


def _greeting(program: Program, home: Home) -> str:
    names = listed(neutral(one.called or one.name) for one in _participants(program, home.people))
    if home.state is State.SUGGESTED:
        within = counted(program.settings.follow_up.answer_within, "day")
        return (
            f"Hello {names},\n\nthere is a match for you, and we think it is a good one. One small step: read who"
            f" it is, and answer below within {within}. Saying no is fine, and no reason is needed.\n\n"
            "This place stays open for as long as you are together."
        )
    return (
        f"Hello {names},\n\nthis is your place for as long as you are together: what comes next, and where"
        " you note it."
    )


def _facts(program: Program, home: Home, site: str) -> Iterator[str]:
    """List what the place is about; who keeps off the site is not told about here, either."""
    one, pair = home.relationship, home.relationship.pair
    today = one.life.today
    yield f"**Who:** {_who(program, home, site)}"
    if pair.on_site:
        yield from _aims(program, pair)
    if home.state in {State.SUGGESTED, State.CONFIRMED}:
        yield f"**From:** {day_text(pair.starts, today=today)}"
    if not pair.on_site or home.state is State.SUGGESTED:
        return
    agenda = agenda_of(program, pair, today=today)
    if agenda is not None:
        yield f"**Next:** {_next(home, agenda)}"
    goals = progress_of(program, pair, today=today).goals
    if goals:
        yield f"**Goals:** {_goals(goals)}"
    if site and one.life.began is not None:
        yield f"**Your page:** {site}{pair_path(pair.id)}"


def _who(program: Program, home: Home, site: str) -> str:
    """Name people with what they are in it; whoever is suggested to somebody is to be read about."""
    pair = home.relationship.pair
    roles = {
        **dict.fromkeys(pair.mentors, " (mentor)"),
        **dict.fromkeys(pair.mentees, " (mentee)"),
    }
    people = _participants(program, home.people)
    link = site if home.state is State.SUGGESTED else ""
    return listed(f"{_named(one, link)}{roles.get(one.slug, '')}" for one in people)


def _named(person: Participant, site: str) -> str:
    name = neutral(person.name)
    return f"[{name}]({site}{person_path(person.slug)})" if site else name


def _aims(program: Program, pair: Pair) -> Iterator[str]:
    skills = listed(neutral(program.skills[skill].label) for skill in pair.skills)
    if pair.aim:
        yield f"**What for:** {neutral(pair.aim)}"
    if pair.skills:
        yield f"**About:** {skills}"


def _next(home: Home, agenda: Agenda) -> str:
    """Name the next meeting, with its day if one was agreed on and with the stage that it is in."""
    text = _OCCASIONS.get(agenda.occasion, f"Meeting {agenda.number}")
    if agenda.agreed is not None:
        text += f" on {day_text(agenda.agreed.on, today=home.relationship.life.today)}"
        if agenda.agreed.at is not None:
            text += f" at {clock_text(agenda.agreed.at)} UTC"
    length = f", about {counted(agenda.minutes, 'minute')}" if agenda.minutes else ""
    stage = f". Stage: {neutral(agenda.stage.stage.name)}" if agenda.stage else ""
    return f"{text}{length}{stage}"


def _goals(goals: tuple[GoalProgress, ...]) -> str:
    """Say in one line how far the goals have come; where there are many, of the first few."""
    texts = [
        neutral(one.goal.title) + (f" ({one.reached} of {one.total})" if one.total else "")
        for one in goals[:_MOST_GOALS]
    ]
    rest = len(goals) - len(texts)
    return listed((*texts, f"{rest} more") if rest else texts)


def _words(state: State) -> tuple[Word, ...]:
    if state is State.SUGGESTED:
        return _CHOICES
    return {State.PAUSED: _RESTING, State.ENDING: _GOODBYE}.get(state, _WAYS)


def _participants(program: Program, slugs: Iterable[Slug]) -> Iterator[Participant]:
    return (program.participants[slug] for slug in slugs)

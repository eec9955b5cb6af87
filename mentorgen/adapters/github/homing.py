"""The plan of the pairs' homes: each is opened once, kept up to date in place, and closed with thanks. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from mentorgen.adapters.github.caution import too_much
from mentorgen.adapters.github.forge import Issue, State
from mentorgen.adapters.github.freshness import logs_of
from mentorgen.adapters.github.known import Known, Moment, known_of, sent_of
from mentorgen.adapters.github.plan import Change, CloseIssue, OpenIssue, Plan, Rewrite, adopted
from mentorgen.adapters.github.read import Seen
from mentorgen.adapters.github.reminding import MOST_POSTS
from mentorgen.analysis.homes import Home, Homes, first_word, homes
from mentorgen.analysis.reminders import Held, Reminder
from mentorgen.analysis.reminders.quiet_hours import is_quiet
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.program import Program
from mentorgen.output.github.homes import (
    CLOSED_TITLE,
    LABEL,
    HomeText,
    farewell,
    home_text,
    nameless,
    opening,
)
from mentorgen.output.github.homes_report import HomesSummary
from mentorgen.output.github.marks import hidden_in
from mentorgen.output.github.reminders import home_mark, person_mark


@dataclass(frozen=True, slots=True)
class Homing:
    """A plan over a program; `waiting` are the pairs whose home is opened on another day, `opened` those of the posts."""

    program: Program
    plan: Plan
    opened: tuple[PairId, ...]
    waiting: tuple[PairId, ...]
    without: tuple[PairId, ...]


def homing(
    program: Program,
    seen: Seen,
    moment: Moment,
    *,
    site: str,
    agreed: Collection[frozenset[Slug]] = (),
) -> Homing:
    """Plan a run over a whole program; `site` is the address of its pages, empty where nobody knows it.

    Who closed or deleted a home gets no other one. `agreed` are the people of each pair of a proposal that
    an organiser merged: however many they are, their homes need no second word.
    """
    found = homes(program, today=moment.today)
    marks = {home_mark(pair): pair for pair in found.kept}
    known = known_of(program, seen, moment, ())
    journal = adopted(known.journal, seen, marks)
    missing = {
        pair: found.kept[pair] for mark, pair in marks.items() if mark not in journal.entries
    }
    words = tuple(_words(replace(known, journal=journal), missing))
    whole = Plan(
        posts=tuple(_post(program, missing[one.pair], one, site) for one in words),
        changes=tuple(_changes(program, seen, found, site)),
        journal=journal,
        dashboard=seen.told,
        must_note=journal != seen.journal or not journal.done,
    )
    opened = tuple(one.pair for one in words[:MOST_POSTS])
    return Homing(
        program=program,
        plan=replace(
            whole,
            posts=whole.posts[:MOST_POSTS],
            changes=whole.changes[: MOST_POSTS - len(opened)],
            stops=tuple(too_much(_unasked(whole, words, agreed), len(known.cycles), what="homes")),
        ),
        opened=opened,
        waiting=tuple(
            pair for pair, home in missing.items() if home.may_be_opened and pair not in opened
        ),
        without=found.without,
    )


def _unasked(whole: Plan, words: Iterable[Reminder], agreed: Collection[frozenset[Slug]]) -> Plan:
    """Leave out the homes of pairs that an organiser agreed to by a merge."""
    posts = zip(whole.posts, words, strict=True)
    return replace(
        whole, posts=tuple(post for post, one in posts if frozenset(one.people) not in agreed)
    )


def summary_of(found: Homing) -> HomesSummary:
    """Sum a plan up for its report."""
    plan = found.plan
    texts = (HomeText(one.title, one.body) for one in plan.posts if isinstance(one, OpenIssue))
    closed = tuple(one.number for one in plan.changes if isinstance(one, CloseIssue))
    return HomesSummary(
        opened=tuple(zip(found.opened, texts, strict=True)),
        updated=tuple(one.number for one in plan.changes if one.number not in closed),
        closed=closed,
        waiting=found.waiting,
        without=found.without,
        stops=plan.stops,
    )


def _words(known: Known, missing: Mapping[PairId, Home]) -> Iterable[Reminder]:
    """Say for each home that can be opened now whom its text calls; nobody is called twice in seven days."""
    if is_quiet(known.program.settings, known.moment.clock):
        return
    asked = dict(sent_of(known, ()).asked)
    for home in missing.values():
        word = first_word(known.program, home, asked=asked)
        if home.may_be_opened and not isinstance(word, Held):
            asked.update(dict.fromkeys(word.people, known.moment.today))
            yield word


def _post(program: Program, home: Home, word: Reminder, site: str) -> OpenIssue:
    """Open a home; in the journal it counts as asking its people, not as a reminder to the pair."""
    text = home_text(program, home, site=site)
    return OpenIssue(
        mark=home_mark(word.pair),
        title=text.title,
        body=opening(program, text, word.people),
        whom=tuple(map(person_mark, word.people)),
        labels=(LABEL,),
        logs=logs_of(word),
    )


def _changes(program: Program, seen: Seen, found: Homes, site: str) -> Iterable[Change]:
    kept = {home_mark(pair): home for pair, home in found.kept.items()}
    over = {home_mark(pair): pair for pair in found.over}
    for _, issue in sorted(seen.issues.items()):
        mark = hidden_in(issue.body, "home")
        if mark is None:
            continue
        if mark in kept:
            yield from _updates(program, issue, kept[mark], site)
        elif mark not in over:
            yield from _without_names(issue, mark)
        elif issue.state is State.OPEN:
            yield CloseIssue(issue.number, farewell(over[mark]))


def _updates(program: Program, issue: Issue, home: Home, site: str) -> Iterable[Rewrite]:
    """Write an open home anew where it says something else; the line that mentioned people may go or stay."""
    text = home_text(program, home, site=site)
    said = issue.body.replace("\r", "").strip()
    is_same = issue.title == text.title and said.endswith(text.body.strip())
    if issue.state is State.OPEN and not is_same:
        yield Rewrite(issue.number, text.title, text.body)


def _without_names(issue: Issue, mark: str) -> Iterable[Change]:
    """Close the home of who does not want to be named any more, and take their names out of it."""
    body = nameless(mark)
    said = issue.body.replace("\r", "").strip()
    if (issue.title, said) != (CLOSED_TITLE, body.strip()):
        yield Rewrite(issue.number, CLOSED_TITLE, body)
    if issue.state is State.OPEN:
        yield CloseIssue(issue.number, body)

"""Pairs that do well cost their organisers nothing: not a click, and no message but the weekly digest."""

import os
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path

from mentorgen.adapters.cli.commenting.answering import Run, answer_comment
from mentorgen.adapters.cli.scope import Format, Scope
from mentorgen.adapters.github.digesting import digesting
from mentorgen.adapters.github.event import Event
from mentorgen.adapters.github.forge import Author, NewIssue
from mentorgen.analysis.health import Health, health_of
from mentorgen.loading.program import load
from mentorgen.output.github.marks import hidden
from tests.adapters.cli.commenting.home import RUI
from tests.adapters.github.hub import BOT, Hub
from tests.adapters.github.memory import MemoryForge
from tests.adapters.github.simulation import Simulation

DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
PAIRS, FORTNIGHTS = (10, 6) if DEEP else (3, 2)
STARTS = date(2026, 3, 2)
CONSENT = "consent: {version: 1, given: 2026-01-10}\n"


def _program() -> dict[str, str]:
    """Give pairs that said yes, and an organiser."""
    files = {
        "program/program.yaml": "schema: 1\nname: Two Looms\npurpose: People learn.\ncoordinators: [rui]\n",
        "program/cohorts/spring.yaml": "schema: 1\nname: Spring\nstarts: 2026-03-02\nends: 2026-08-30\n",
        "program/participants/rui.yaml": _person("rui", "mentor", RUI),
    }
    for number in range(PAIRS):
        mentor, mentee = f"m{number}", f"l{number}"
        pair = f"spring/{mentor}-{mentee}"
        files |= {
            f"program/participants/{mentor}.yaml": _person(mentor, "mentor", _account(mentor)),
            f"program/participants/{mentee}.yaml": _person(mentee, "mentee", _account(mentee)),
            f"program/pairs/{pair}.yaml": (
                f"schema: 1\nform: one-to-one\nmentors: [{mentor}]\nmentees: [{mentee}]\n"
                f"starts: {STARTS}\nrhythm_days: 14\n"
            ),
            f"program/log/pairs/{pair}.yaml": "schema: 1\nfacts:\n"
            + "".join(
                f"  - {{on: 2026-03-02, kind: confirmed, by: {slug}}}\n"
                for slug in (mentor, mentee)
            ),
        }
    return files


def _account(slug: str) -> Author:
    return Author(5000 + int(slug[1:]) * 2 + (slug[0] == "m"), f"example-{slug}")


def _person(slug: str, role: str, account: Author) -> str:
    return (
        f"schema: 1\nname: {slug.title()} Loom\nrole: {role}\n{CONSENT}"
        f"github: {account.login}\ngithub_id: {account.id}\n"
    )


def test_pairs_that_note_their_meetings_cost_nobody_a_click(tmp_path: Path) -> None:
    hub = Hub(_program(), now=datetime.combine(STARTS, time(8), UTC))
    homes = {
        number: hub.add_issue(
            BOT, NewIssue("Home", hidden("pair", f"spring/m{number}-l{number}"))
        ).number
        for number in range(PAIRS)
    }
    begun = len(hub.history)

    for fortnight in range(1, FORTNIGHTS + 1):
        day = STARTS + timedelta(days=14 * fortnight - 7)
        for monday in (day - timedelta(days=7), day):
            _run_on(hub, monday, tmp_path / f"{monday}")
        hub.now = datetime.combine(day, time(18), UTC)
        for number, home in homes.items():
            author = _account(f"{'ml'[fortnight % 2]}{number}")
            comment = hub.add_comment(author, home, f"Good talk!\n\n/met {day} 45m\n")
            root = tmp_path / f"{fortnight}-{number}"
            _check_out(hub, root)
            scope = Scope(root=root, private=None, day=day, format=Format.TEXT)
            event = Event("created", author, hub.issue(home), comment)
            answer_comment(Run(MemoryForge(hub), scope, confirm=True, say=lambda _: None), event)

    own = [one for one in hub.history[begun:] if one.by != BOT]
    happened = Counter((one.by.login, one.what) for one in own)
    meetings = [name for name in hub.files() if name.startswith("program/meetings/")]
    assert len(meetings) == PAIRS * FORTNIGHTS
    assert {who for who, _ in happened} == {
        _account(f"{side}{n}").login for side in "ml" for n in range(PAIRS)
    }
    assert hub.pulls == {}
    people = {f"{side}{number}": _account(f"{side}{number}") for side in "ml" for number in homes}
    told = {slug: _notified(hub, account, begun) for slug, account in people.items()}
    assert told == dict.fromkeys(people, FORTNIGHTS // 2), "what the other of the two noted"
    assert _notified(hub, RUI, begun) == 2 * FORTNIGHTS, "one word a week, in the digest"
    _assert_all_is_well(hub, tmp_path / "end")


def _run_on(hub: Hub, day: date, root: Path) -> None:
    """Run reminders and the digest as the workflow does in the morning; a first run needs a word."""
    _check_out(hub, root)
    program = load(root, today=day).program
    assert program is not None
    runs = Simulation(program, hub)
    runs.begin_day(day)
    for decide in (None, partial(digesting, program, named=False)):
        runs.decide = decide
        runs.run(day)


def _notified(hub: Hub, account: Author, begun: int) -> int:
    """Count what GitHub tells somebody of: mentions, and comments of others on what they take part in."""
    joined = {
        event.number
        for event in hub.history
        if event.by == account or f"@{account.login}" in event.text
    }
    return sum(
        event.by != account
        and (
            f"@{account.login}" in event.text
            or (event.what == "create_comment" and event.number in joined)
        )
        for event in hub.history[begun:]
    )


def _check_out(hub: Hub, root: Path) -> None:
    for name, text in hub.files().items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def _assert_all_is_well(hub: Hub, root: Path) -> None:
    _check_out(hub, root)
    today = STARTS + timedelta(days=14 * FORTNIGHTS + 1)
    loaded = load(root, today=today)
    assert (loaded.problems, loaded.program is not None) == ((), True)
    program = loaded.program
    assert program is not None
    health = [health_of(program, pair, today=today) for pair in program.pairs.values()]
    assert [one and one.health for one in health] == [Health.ON_TRACK] * PAIRS

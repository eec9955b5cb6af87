"""A look at a repository's settings: what the workflows need and do not find."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from mentorgen.adapters.github.forge import ForbiddenError, NotFoundError, RepositoryFacts
from mentorgen.adapters.github.settings import PROTECTED, Run, Settings
from mentorgen.model.requests import RequestKind
from mentorgen.output.github.doctor import Finding, Matter, State

TIMETABLE = {
    "daily.yml": timedelta(days=3),
    "match.yml": timedelta(days=3),
    "remind.yml": timedelta(days=5),
    "report.yml": timedelta(days=40),
}
"""How long a workflow with a timetable may rest, with weekends and what GitHub drops now and then."""
WORKFLOWS = ("check.yml", "publish.yml", "join.yml", "commands.yml", "homes.yml", *TIMETABLE)
WRITERS = ("join.yml", "commands.yml", "homes.yml", "match.yml", "remind.yml", "report.yml")
_QUEUE = re.compile(
    r"^concurrency:[^\n]*\n(?:[ #][^\n]*\n)*? +group: mentorgen-writes[ \r]*(?:#[^\n]*)?$",
    re.MULTILINE,
)
"""The lines by which a workflow waits for the others."""
_FAILED = {"failure", "timed_out", "startup_failure"}


def findings(forge: Settings, facts: RepositoryFacts, *, now: datetime) -> Iterator[Finding]:
    """Yield how it is with each matter, in the order in which one sets a repository up."""
    yield _found(Matter.OPEN, is_fine=not facts.is_archived)
    yield _found(Matter.ISSUES, is_fine=facts.has_issues)
    yield _seen(Matter.ACTIONS, forge.are_actions_on)
    yield _seen(Matter.ALLOWED, forge.are_own_actions_allowed)
    yield _seen(Matter.PROPOSING, forge.may_actions_propose)
    yield from _pages(forge, facts)
    yield _seen(Matter.GUARD, lambda: forge.rules(facts.default_branch) >= PROTECTED)
    yield from _approvals(forge, facts.default_branch)
    yield _labels(forge)
    yield from _workflows(forge, facts.default_branch, now)


def _found(matter: Matter, *, is_fine: bool, name: str = "") -> Finding:
    return Finding(matter, State.FINE if is_fine else State.MISSING, name)


def _seen(matter: Matter, look: Callable[[], bool]) -> Finding:
    """Look at a setting that not every token may see; GitHub may say then that it is not there."""
    try:
        return _found(matter, is_fine=look())
    except (ForbiddenError, NotFoundError):
        return Finding(matter, State.UNSEEN)


def _pages(forge: Settings, facts: RepositoryFacts) -> Iterator[Finding]:
    yield _found(Matter.PAGES, is_fine=facts.has_pages)
    if not facts.has_pages:
        return
    try:
        pages = forge.pages()
    except ForbiddenError:
        pages = None
    if pages is None:
        yield Finding(Matter.SOURCE, State.UNSEEN)
    else:
        yield _found(Matter.SOURCE, is_fine=pages.is_built_by_workflow)


def _approvals(forge: Settings, branch: str) -> Iterator[Finding]:
    """Look whether an approval ends with the version that it was for, where reviews are asked for."""
    try:
        are_dismissed = forge.are_approvals_dismissed(branch)
    except (ForbiddenError, NotFoundError):
        yield Finding(Matter.APPROVALS, State.UNSEEN)
        return
    if are_dismissed is not None:
        yield _found(Matter.APPROVALS, is_fine=are_dismissed)


def _labels(forge: Settings) -> Finding:
    try:
        there = {label.name for label in forge.labels()}
    except (ForbiddenError, NotFoundError):
        return Finding(Matter.LABELS, State.UNSEEN)
    lacking = [kind.value for kind in RequestKind if kind.value not in there]
    state = State.LATER if lacking else State.FINE
    return Finding(Matter.LABELS, state, ", ".join(lacking))


def _workflows(forge: Settings, branch: str, now: datetime) -> Iterator[Finding]:
    try:
        known = {one.file: one for one in forge.workflows()}
        present = [file for file in WORKFLOWS if file in known]
        active = [file for file in present if known[file].state == "active"]
        last = {file: next(iter(forge.runs(file)), None) for file in active}
    except (ForbiddenError, NotFoundError):
        yield Finding(Matter.THERE, State.UNSEEN)
        return
    yield from _each(Matter.THERE, WORKFLOWS, lambda file: file in known)
    yield from _each(Matter.ENABLED, present, lambda file: file in active)
    yield from _each(Matter.SUCCEEDED, active, lambda file: not _has_failed(last[file]))
    yield from _each(Matter.RECENT, active, lambda file: _keeps_time(file, last[file], now))
    yield from _turns(forge, branch, [file for file in WRITERS if file in known])


def _turns(forge: Settings, branch: str, files: Iterable[str]) -> Iterator[Finding]:
    """Look whether the workflows that write wait for each other."""
    try:
        texts = {file: forge.file(f".github/workflows/{file}", branch) for file in files}
    except (ForbiddenError, NotFoundError):
        yield Finding(Matter.TURNS, State.UNSEEN)
        return
    yield from _each(Matter.TURNS, texts, lambda file: bool(_QUEUE.search(texts[file] or "")))


def _each(
    matter: Matter, files: Iterable[str], is_fine: Callable[[str], bool]
) -> Iterator[Finding]:
    """Yield what is wrong with each file; one line says that nothing is."""
    wrong = [file for file in files if not is_fine(file)]
    yield from (Finding(matter, State.MISSING, file) for file in wrong)
    if not wrong:
        yield Finding(matter, State.FINE)


def _has_failed(run: Run | None) -> bool:
    return run is not None and run.conclusion in _FAILED


def _keeps_time(file: str, run: Run | None, now: datetime) -> bool:
    """Tell whether a run is as new as it should be; what never ran may be younger than its hour."""
    return file not in TIMETABLE or run is None or now - run.created_at <= TIMETABLE[file]

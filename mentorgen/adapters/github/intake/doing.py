"""Doing what was decided about a form: the only place here that writes at the forge."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from mentorgen.adapters.github.committing import commit_files
from mentorgen.adapters.github.forge import (
    ForbiddenError,
    Forge,
    IssueEdit,
    Label,
    NewPull,
    PullRequest,
    RefusedError,
    State,
)
from mentorgen.adapters.github.intake.asked import Wanted
from mentorgen.adapters.github.intake.deciding import Decision, is_pushed
from mentorgen.adapters.github.intake.observing import Observed
from mentorgen.adapters.github.publishing import publish
from mentorgen.errors import TryAgainLaterError
from mentorgen.output.github.intake import (
    Outcome,
    Proposed,
    Unproposed,
    answer_text,
    content_mark,
    headline,
    pull_body,
)

_COLOUR = "4f6d8f"


def steps(seen: Observed, decision: Decision) -> Iterator[str]:
    """Say what would be done, in words of ours and places of files only."""
    number = seen.issue.number
    for place in decision.places:
        where = seen.facts.default_branch if decision.at_once else seen.branch
        yield f"write {place} on {where}"
    if decision.wanted is not None and not decision.at_once and decision.new_pull:
        yield "open a pull request"
    if decision.pull_state is not None and seen.pull is not None:
        yield f"make pull request #{seen.pull.number} {decision.pull_state.value}"
    yield f"answer in #{number}: {headline(decision.outcome)}"
    if decision.closes_issue and seen.issue.state is State.OPEN:
        yield f"close #{number}"


def do(forge: Forge, seen: Observed, decision: Decision, root: Path) -> Outcome:
    """Do it, each write once, and give what came of it.

    Raises:
        TryAgainLaterError: what is to be changed at once was changed by somebody else meanwhile.
    """
    outcome = _written(forge, seen, decision, root)
    written = _marks(seen, decision)
    _answer(forge, seen, answer_text(outcome, decision.queue, written))
    _settle_issue(forge, seen, closes=decision.closes_issue and outcome is decision.outcome)
    return outcome


def _written(forge: Forge, seen: Observed, decision: Decision, root: Path) -> Outcome:
    wanted = decision.wanted
    if decision.pull_state is not None and seen.pull is not None:
        forge.edit_issue(seen.pull.number, IssueEdit(state=decision.pull_state))
    if wanted is None:
        return decision.outcome
    if decision.at_once and _commit_at_once(forge, seen, wanted, root):
        return decision.outcome
    is_new = not is_pushed(forge, seen, wanted) if decision.at_once else bool(decision.places)
    if is_new:
        _push(forge, seen, wanted)
    pull = None if decision.new_pull and not decision.at_once else seen.pull
    return _propose(forge, seen, wanted, pull)


def _commit_at_once(forge: Forge, seen: Observed, wanted: Wanted, root: Path) -> bool:
    """Put files on the main branch; False where that may not be pushed to."""
    branch = seen.facts.default_branch
    parent = _parent(forge, branch)
    for place in wanted.texts:
        file = root / place
        if forge.file(place, parent) != (file.read_bytes().decode() if file.exists() else None):
            raise TryAgainLaterError(
                f"{place} was changed meanwhile; nothing was written. Run this again."
            )
    commit = commit_files(forge, parent, wanted.texts, _message(seen, wanted))
    try:
        forge.move_branch(branch, commit)
    except (ForbiddenError, RefusedError):
        if forge.branch(branch) != parent:
            raise TryAgainLaterError(
                "Somebody pushed at the same moment; run this again."
            ) from None
        return False
    publish(forge, branch)
    return True


def _push(forge: Forge, seen: Observed, wanted: Wanted) -> None:
    """Put all files as one commit on the newest main; the branch holds nothing else."""
    parent = _parent(forge, seen.facts.default_branch)
    commit = commit_files(forge, parent, wanted.texts, _message(seen, wanted))
    if seen.head is None:
        forge.create_branch(seen.branch, commit)
    else:
        forge.move_branch(seen.branch, commit, force=True)


def _parent(forge: Forge, branch: str) -> str:
    found = forge.branch(branch)
    if found is None:
        raise TryAgainLaterError(f"The branch {branch} is not there now.")
    return found


def _message(seen: Observed, wanted: Wanted) -> str:
    return f"{wanted.what}\n\nAsked for by the form in #{seen.issue.number}"


def _propose(forge: Forge, seen: Observed, wanted: Wanted, pull: PullRequest | None) -> Outcome:
    title = wanted.what
    body = pull_body(seen.issue.number, wanted.texts, wanted.new_skills, wanted.remarks)
    if pull is not None:
        if (pull.title, pull.body) != (title, body):
            forge.edit_issue(pull.number, IssueEdit(title=title, body=body))
        return Proposed(pull.number, wanted.new_skills)
    base = seen.facts.default_branch
    try:
        pull = forge.create_pull(NewPull(title, body, seen.branch, base))
    except ForbiddenError:
        return Unproposed(f"{seen.facts.url}/compare/{base}...{seen.branch}?expand=1")
    return Proposed(pull.number, wanted.new_skills)


def _marks(seen: Observed, decision: Decision) -> Mapping[str, str]:
    if decision.wanted is None:
        return seen.written
    return {place: content_mark(content) for place, content in decision.wanted.files.items()}


def _answer(forge: Forge, seen: Observed, text: str) -> None:
    """Write the one answer, or put it into other words."""
    if seen.answer is None:
        forge.create_comment(seen.issue.number, text)
    elif seen.answer.body != text:
        forge.edit_comment(seen.answer.id, text)


def _settle_issue(forge: Forge, seen: Observed, *, closes: bool) -> None:
    """Give the issue the form's label, and close it where nothing more will happen."""
    issue, name = seen.issue, seen.filled.template.kind.value
    labels = None
    if name not in issue.labels:
        if name not in {label.name for label in forge.labels()}:
            forge.create_label(Label(name, _COLOUR, "A form that somebody filled in"))
        labels = (*issue.labels, name)
    state = State.CLOSED if closes and issue.state is State.OPEN else None
    if labels is not None or state is not None:
        forge.edit_issue(issue.number, IssueEdit(labels=labels, state=state))

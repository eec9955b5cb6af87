"""One issue that is kept as it should be: found by its hidden line, opened where there is none."""

from collections.abc import Iterator

from mentorgen.adapters.github.forge import Forge, Issue, IssueEdit, NewIssue, State
from mentorgen.output.github.marks import hidden, hidden_in


def kept_issue(forge: Forge, mark: tuple[str, str], title: str, body: str) -> Issue:
    """Let the bot's open issue with a mark, a kind and a value, say this; nothing is written if it does.

    Raises:
        ForgeError: the forge did not do as asked; the next run goes on from there.
    """
    wanted = f"{body.rstrip()}\n\n{hidden(*mark)}\n"
    for issue in _open_ones(forge, mark):
        if (issue.title, issue.body.replace("\r\n", "\n").rstrip()) == (title, wanted.rstrip()):
            return issue
        return forge.edit_issue(issue.number, IssueEdit(title=title, body=wanted))
    return forge.create_issue(NewIssue(title, wanted))


def let_go(forge: Forge, mark: tuple[str, str], body: str) -> None:
    """Close the bot's open issue with a mark, if there is one, and say so in its text: what it links to is gone."""
    for issue in _open_ones(forge, mark):
        forge.edit_issue(issue.number, IssueEdit(body=body, state=State.CLOSED))


def _open_ones(forge: Forge, mark: tuple[str, str]) -> Iterator[Issue]:
    me, (kind, value) = forge.me(), mark
    for issue in forge.issues(creator=me.login, state=State.OPEN):
        is_ours = issue.author.id == me.id and not issue.is_pull
        if is_ours and hidden_in(issue.body, kind) == value:
            yield issue

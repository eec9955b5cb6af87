"""One issue that is kept as it should be: found by its hidden line, opened where there is none."""

from mentorgen.adapters.github.forge import Forge, Issue, IssueEdit, NewIssue, State
from mentorgen.output.github.marks import hidden, hidden_in


def kept_issue(forge: Forge, mark: tuple[str, str], title: str, body: str) -> Issue:
    """Let the bot's open issue with a mark, a kind and a value, say this; nothing is written if it does.

    Raises:
        ForgeError: the forge did not do as asked; the next run goes on from there.
    """
    kind, value = mark
    wanted = f"{body.rstrip()}\n\n{hidden(kind, value)}\n"
    me = forge.me()
    for issue in forge.issues(creator=me.login, state=State.OPEN):
        is_ours = issue.author.id == me.id and not issue.is_pull
        if is_ours and hidden_in(issue.body, kind) == value:
            if (issue.title, issue.body.replace("\r\n", "\n").rstrip()) == (title, wanted.rstrip()):
                return issue
            return forge.edit_issue(issue.number, IssueEdit(title=title, body=wanted))
    return forge.create_issue(NewIssue(title, wanted))

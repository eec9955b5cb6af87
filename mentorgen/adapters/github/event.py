"""What happened at GitHub that a workflow was started for."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from mentorgen.adapters.github.answers import AccountAnswer, Answer, CommentAnswer, IssueAnswer
from mentorgen.adapters.github.forge import Author, Comment, Issue
from mentorgen.errors import WrongUsageError


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what; identity comes from here and never from what somebody wrote."""

    action: str
    """Such as opened, edited or created; empty where the event has none."""
    sender: Author
    issue: Issue | None
    comment: Comment | None


class _Event(Answer):
    action: str = ""
    sender: AccountAnswer
    issue: IssueAnswer | None = None
    comment: CommentAnswer | None = None


def read_event(path: Path) -> Event:
    """Read the file that GITHUB_EVENT_PATH names.

    Raises:
        WrongUsageError: it is not there, or no event of GitHub's.
    """
    try:
        read = _Event.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        raise WrongUsageError(
            f"There is no event of GitHub's in {path}; a workflow names it in GITHUB_EVENT_PATH."
        ) from None
    return Event(
        action=read.action,
        sender=read.sender.value(),
        issue=read.issue.value() if read.issue else None,
        comment=read.comment.value() if read.comment else None,
    )

"""What mentorgen asks of the place that keeps a program's repository, and how that can fail.

Every method makes the fewest calls that do it, and tries a write exactly once. A list comes with all
its pages or not at all. Nothing here waits: who calls knows whether waiting is worth it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from mentorgen.errors import MentorgenError, TryAgainLaterError


class ForgeError(MentorgenError):
    """The forge did not do as asked; the text says what, and what mends it."""


class UnknownOutcomeError(ForgeError, TryAgainLaterError):
    """A 5xx, a time-out, a reset or an odd answer: nobody knows whether a write was done."""


class LimitedError(ForgeError, TryAgainLaterError):
    """Too many calls; nothing was done."""

    def __init__(self, message: str, *, wait: int | None) -> None:
        super().__init__(message)
        self.wait = wait
        """Seconds after which it may go on, where that was said."""


class ForbiddenError(ForgeError):
    """The token is wrong or lacks a right; nothing was done, and trying again does not help."""


class NotFoundError(ForgeError):
    """There is no such thing, or the token may not see it."""


class GoneError(NotFoundError):
    """It was there and is deleted, or issues are switched off."""


class RefusedError(ForgeError):
    """What was asked makes no sense there, such as a branch that exists already; nothing was done."""


class State(StrEnum):
    """Whether an issue or a pull request waits for anybody."""

    OPEN = "open"
    CLOSED = "closed"


class Reaction(StrEnum):
    """A reaction to what somebody wrote."""

    THUMBS_UP = "+1"
    CONFUSED = "confused"
    EYES = "eyes"


@dataclass(frozen=True, slots=True)
class Author:
    """An account: its number stays for ever, its login may be renamed and taken by somebody else."""

    id: int
    login: str
    is_bot: bool = False


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue as a list or a single answer shows it; pull requests are issues too."""

    number: int
    title: str
    body: str
    state: State
    author: Author
    labels: tuple[str, ...]
    created_at: datetime
    updated_at: datetime
    closed_at: datetime | None
    is_pull: bool
    locked: bool
    comments: int
    """How many comments it has."""
    url: str


@dataclass(frozen=True, slots=True)
class NewIssue:
    """What an issue begins with."""

    title: str
    body: str
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueEdit:
    """What shall change in an issue or a pull request; None stays as it is, labels are replaced."""

    title: str | None = None
    body: str | None = None
    state: State | None = None
    labels: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on an issue or on a pull request as a whole."""

    id: int
    body: str
    author: Author
    created_at: datetime
    updated_at: datetime
    url: str


@dataclass(frozen=True, slots=True)
class Label:
    """A label of the repository."""

    name: str
    colour: str
    """Six hex digits."""
    description: str = ""


@dataclass(frozen=True, slots=True)
class PullRequest:
    """A pull request, with the branch it comes from and where that lies."""

    number: int
    title: str
    body: str
    state: State
    is_merged: bool
    author: Author
    head: str
    """The branch it comes from."""
    head_sha: str
    head_repository: str | None
    """`owner/name`; None where the fork is deleted."""
    base: str
    base_sha: str
    url: str


@dataclass(frozen=True, slots=True)
class NewPull:
    """What a pull request from one branch of the repository into another begins with."""

    title: str
    body: str
    head: str
    base: str


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit; who made it is None where its address belongs to no account."""

    sha: str
    tree: str
    parents: tuple[str, ...]
    message: str
    author: Author | None


@dataclass(frozen=True, slots=True)
class RepositoryFacts:
    """What the repository says of itself."""

    id: int
    name: str
    """`owner/name`, as it is now: it may have been renamed."""
    default_branch: str
    is_private: bool
    is_archived: bool
    has_issues: bool
    has_pages: bool
    url: str


class Issues(Protocol):
    """Issues and what people write on them."""

    def issues(
        self, *, creator: str | None = None, state: State | None = None, labels: Sequence[str] = ()
    ) -> tuple[Issue, ...]:
        """List all issues, pull requests too, oldest first; None takes both states."""

    def issue(self, number: int) -> Issue:
        """Read one issue by its number, which no index can delay."""

    def create_issue(self, new: NewIssue) -> Issue:
        """Open an issue, once."""

    def edit_issue(self, number: int, edit: IssueEdit) -> Issue:
        """Change an issue."""

    def comments(self, number: int) -> tuple[Comment, ...]:
        """List all comments of an issue or pull request, oldest first."""

    def talk(self, since: datetime) -> tuple[Comment, ...]:
        """List all comments that were written or changed since a moment, on whatever, oldest first."""

    def comment(self, comment_id: int) -> Comment:
        """Read one comment."""

    def create_comment(self, number: int, body: str) -> Comment:
        """Write a comment, once."""

    def edit_comment(self, comment_id: int, body: str) -> Comment:
        """Replace the text of a comment."""

    def react(self, comment_id: int, reaction: Reaction) -> None:
        """Answer a comment with a reaction; a second time changes nothing."""

    def labels(self) -> tuple[Label, ...]:
        """List all labels of the repository."""

    def create_label(self, label: Label) -> None:
        """Add a label to the repository; of two who add one name at once, one is refused."""

    def delete_label(self, name: str) -> None:
        """Take a label out of the repository."""


class Contents(Protocol):
    """Branches, commits and files."""

    def branch(self, name: str) -> str | None:
        """Give the commit that a branch points at; None where there is no such branch."""

    def create_branch(self, name: str, commit: str) -> None:
        """Begin a branch at a commit."""

    def move_branch(self, name: str, commit: str, *, force: bool = False) -> None:
        """Let a branch point at another commit; by force where that does not follow the old one."""

    def delete_branch(self, name: str) -> None:
        """Delete a branch."""

    def commit(self, sha: str) -> Commit:
        """Read one commit."""

    def store_tree(self, base: str, files: Mapping[str, str | None]) -> str:
        """Put files over a tree and give the tree that comes out; None takes a file away."""

    def store_commit(self, tree: str, parents: Sequence[str], message: str) -> str:
        """Make a commit of a tree, on no branch yet."""

    def file(self, path: str, ref: str) -> str | None:
        """Read a text file at a branch or commit; None where there is none."""


class Pulls(Protocol):
    """Pull requests; their comments, labels and texts are those of the issue with their number."""

    def pulls(self, head: str, *, state: State | None = None) -> tuple[PullRequest, ...]:
        """List the pull requests from a branch of this repository; None takes both states."""

    def pull(self, number: int) -> PullRequest:
        """Read one pull request."""

    def create_pull(self, new: NewPull) -> PullRequest:
        """Open a pull request, once."""

    def approvals(self, number: int) -> tuple[int, ...]:
        """List the approvals of a pull request that hold, by their ids."""

    def dismiss(self, number: int, approval: int, why: str) -> None:
        """Let an approval hold no longer; who gave it reads why."""


class Facts(Protocol):
    """The repository itself, who asks, and its workflows."""

    def me(self) -> Author:
        """Give the account that writes with this token."""

    def repository(self) -> RepositoryFacts:
        """Read what the repository says of itself."""

    def dispatch(self, workflow: str, ref: str, inputs: Mapping[str, str]) -> None:
        """Start a workflow, named by its file, such as publish.yml."""


class Forge(Issues, Contents, Pulls, Facts, Protocol):
    """A repository at a forge such as GitHub."""

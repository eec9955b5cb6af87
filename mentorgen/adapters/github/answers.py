"""What GitHub answers, as far as it is read here; anything else is no answer."""

import base64
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter

from mentorgen.adapters.github.forge import (
    Author,
    Comment,
    Commit,
    Issue,
    Label,
    PullRequest,
    RepositoryFacts,
    Run,
    State,
)

NOBODY = Author(0, "ghost")
"""Who an account was that is deleted; no account has this number."""

Text = Annotated[str, BeforeValidator(lambda text: "" if text is None else text)]
"""A text that GitHub leaves out where it is empty."""


class Answer(BaseModel):
    """An object that GitHub answers with; it has more fields than are read."""

    model_config = ConfigDict(frozen=True, strict=True)


class AccountAnswer(Answer):
    """An account."""

    id: int
    login: str
    type: str

    def value(self) -> Author:
        """Give the account in our words."""
        return Author(self.id, self.login, is_bot=self.type == "Bot")


class _LabelName(Answer):
    name: Text = ""


class IssueAnswer(Answer):
    """An issue or a pull request, seen as an issue."""

    number: int
    url: str
    html_url: str
    title: str
    body: Text = ""
    state: State
    user: AccountAnswer | None
    labels: tuple[_LabelName | str, ...]
    created_at: datetime
    updated_at: datetime
    closed_at: datetime | None
    pull_request: dict[str, object] | None = None
    locked: bool
    comments: int

    def value(self) -> Issue:
        """Give the issue in our words."""
        return Issue(
            number=self.number,
            title=self.title,
            body=self.body,
            state=self.state,
            author=_author(self.user),
            labels=tuple(one if isinstance(one, str) else one.name for one in self.labels),
            created_at=self.created_at,
            updated_at=self.updated_at,
            closed_at=self.closed_at,
            is_pull=self.pull_request is not None,
            locked=self.locked,
            comments=self.comments,
            url=self.html_url,
        )


class CommentAnswer(Answer):
    """A comment."""

    id: int
    html_url: str
    body: Text = ""
    user: AccountAnswer | None
    created_at: datetime
    updated_at: datetime

    def value(self) -> Comment:
        """Give the comment in our words."""
        return Comment(
            id=self.id,
            body=self.body,
            author=_author(self.user),
            created_at=self.created_at,
            updated_at=self.updated_at,
            url=self.html_url,
        )


class LabelAnswer(Answer):
    """A label."""

    name: str
    color: str
    description: Text = ""

    def value(self) -> Label:
        """Give the label in our words."""
        return Label(self.name, self.color, self.description)


class _Repository(Answer):
    full_name: str


class _Side(Answer):
    ref: str
    sha: str
    repo: _Repository | None


class PullAnswer(Answer):
    """A pull request."""

    number: int
    html_url: str
    title: str
    body: Text = ""
    state: State
    merged_at: datetime | None
    user: AccountAnswer | None
    head: _Side
    base: _Side

    def value(self) -> PullRequest:
        """Give the pull request in our words."""
        return PullRequest(
            number=self.number,
            title=self.title,
            body=self.body,
            state=self.state,
            is_merged=self.merged_at is not None,
            author=_author(self.user),
            head=self.head.ref,
            head_sha=self.head.sha,
            head_repository=self.head.repo.full_name if self.head.repo else None,
            base=self.base.ref,
            base_sha=self.base.sha,
            url=self.html_url,
        )


class ShaAnswer(Answer):
    """Something of git's that was stored, or that stands below something else."""

    sha: str


class RefAnswer(Answer):
    """A branch."""

    object: ShaAnswer


class _CommitBody(Answer):
    message: str
    tree: ShaAnswer


class _Account(Answer):
    """An account, or an empty object: GitHub answers with both."""

    id: int = NOBODY.id
    login: str = NOBODY.login
    type: str = "User"


class CommitAnswer(Answer):
    """A commit with the account of its author."""

    sha: str
    commit: _CommitBody
    parents: tuple[ShaAnswer, ...]
    author: _Account | None

    def value(self) -> Commit:
        """Give the commit in our words."""
        known = self.author if self.author and self.author.id != NOBODY.id else None
        return Commit(
            sha=self.sha,
            tree=self.commit.tree.sha,
            parents=tuple(parent.sha for parent in self.parents),
            message=self.commit.message,
            author=Author(known.id, known.login, is_bot=known.type == "Bot") if known else None,
        )


class FileAnswer(Answer):
    """A file; of large ones the content is not sent."""

    encoding: Literal["base64"]
    content: str

    @property
    def bytes(self) -> bytes:
        """The content."""
        return base64.b64decode(self.content)


class ReactionAnswer(Answer):
    """A reaction."""

    content: str


class RepositoryAnswer(Answer):
    """The repository."""

    id: int
    full_name: str
    html_url: str
    default_branch: str
    private: bool
    archived: bool
    has_issues: bool
    has_pages: bool

    def value(self) -> RepositoryFacts:
        """Give the facts in our words."""
        return RepositoryFacts(
            id=self.id,
            name=self.full_name,
            default_branch=self.default_branch,
            is_private=self.private,
            is_archived=self.archived,
            has_issues=self.has_issues,
            has_pages=self.has_pages,
            url=self.html_url,
        )


class _RunAnswer(Answer):
    path: str
    status: Text = ""
    conclusion: str | None
    event: str
    created_at: datetime
    html_url: str

    def value(self) -> Run:
        """Give the run in our words."""
        return Run(
            workflow=self.path.partition("@")[0].rpartition("/")[2],
            status=self.status,
            conclusion=self.conclusion,
            event=self.event,
            created_at=self.created_at,
            url=self.html_url,
        )


class RunsAnswer(Answer):
    """The last runs of a workflow."""

    workflow_runs: tuple[_RunAnswer, ...]


class WorkflowRights(Answer):
    """What an organiser allowed workflows to do."""

    default_workflow_permissions: str
    can_approve_pull_request_reviews: bool


class _Detail(Answer):
    message: Text = ""
    field: Text = ""
    code: Text = ""

    def __str__(self) -> str:
        return self.message or " ".join(filter(None, (self.field, self.code.replace("_", " "))))


class Complaint(Answer):
    """Why GitHub does not do something."""

    message: Text = ""
    errors: tuple[_Detail | str, ...] | str = Field(default=())

    def __str__(self) -> str:
        """Give GitHub's own words on one line."""
        details = (self.errors,) if isinstance(self.errors, str) else self.errors
        text = ": ".join(filter(None, (self.message, ", ".join(map(str, details)))))
        return " ".join(text.split())


ISSUES: TypeAdapter[tuple[IssueAnswer, ...]] = TypeAdapter(tuple[IssueAnswer, ...])
COMMENTS: TypeAdapter[tuple[CommentAnswer, ...]] = TypeAdapter(tuple[CommentAnswer, ...])
LABELS: TypeAdapter[tuple[LabelAnswer, ...]] = TypeAdapter(tuple[LabelAnswer, ...])
PULLS: TypeAdapter[tuple[PullAnswer, ...]] = TypeAdapter(tuple[PullAnswer, ...])


def nothing(text: str) -> None:
    """Take an empty answer.

    Raises:
        ValueError: it is not empty.
    """
    if text:
        raise ValueError(text)


def taken(text: str) -> None:
    """Take an empty answer, or an object with more than we asked to know.

    Raises:
        ValueError: it is something else.
    """
    if text:
        Answer.model_validate_json(text)


def _author(account: AccountAnswer | None) -> Author:
    return account.value() if account else NOBODY

"""What GitHub answers about branches, commits, files and pull requests."""

import base64
from datetime import datetime
from typing import Literal

from pydantic import TypeAdapter

from mentorgen.adapters.github.answers import NOBODY, AccountAnswer, Answer, Text, author
from mentorgen.adapters.github.forge import Author, Commit, PullRequest, State


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
            author=author(self.user),
            head=self.head.ref,
            head_sha=self.head.sha,
            head_repository=self.head.repo.full_name if self.head.repo else None,
            base=self.base.ref,
            base_sha=self.base.sha,
            url=self.html_url,
        )


class ReviewAnswer(Answer):
    """What somebody thinks of a pull request."""

    id: int
    state: str

    @property
    def approves(self) -> bool:
        """Tell whether it is an approval that holds."""
        return self.state == "APPROVED"


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


PULLS: TypeAdapter[tuple[PullAnswer, ...]] = TypeAdapter(tuple[PullAnswer, ...])
REVIEWS: TypeAdapter[tuple[ReviewAnswer, ...]] = TypeAdapter(tuple[ReviewAnswer, ...])

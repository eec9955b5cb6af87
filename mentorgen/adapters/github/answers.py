"""What GitHub answers, as far as it is read here; anything else is no answer."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, TypeAdapter

from mentorgen.adapters.github.forge import (
    Author,
    Comment,
    Issue,
    Label,
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
            author=author(self.user),
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
            author=author(self.user),
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


class ReactionAnswer(Answer):
    """A reaction."""

    content: str


ISSUES: TypeAdapter[tuple[IssueAnswer, ...]] = TypeAdapter(tuple[IssueAnswer, ...])
COMMENTS: TypeAdapter[tuple[CommentAnswer, ...]] = TypeAdapter(tuple[CommentAnswer, ...])
LABELS: TypeAdapter[tuple[LabelAnswer, ...]] = TypeAdapter(tuple[LabelAnswer, ...])


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


def author(account: AccountAnswer | None) -> Author:
    """Give who wrote something, whose account may be deleted."""
    return account.value() if account else NOBODY

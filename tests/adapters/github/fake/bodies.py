"""What may be sent to GitHub: what is not named here, or is of another type, is refused."""

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field


class Body(BaseModel):
    """A request's body."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)
    published: ClassVar[str | None] = None
    """GitHub's description of it, which knows all its fields."""


class NewIssueBody(Body):
    published = "ReposOwnerRepoIssuesPostBody"
    title: str
    body: str = ""
    labels: tuple[str, ...] = ()


class IssueEditBody(Body):
    published = "ReposOwnerRepoIssuesIssueNumberPatchBody"
    title: str | None = None
    body: str | None = None
    state: Literal["open", "closed"] | None = None
    labels: tuple[str, ...] | None = None


class CommentBody(Body):
    published = "ReposOwnerRepoIssuesIssueNumberCommentsPostBody"
    body: str


class ReactionBody(Body):
    published = "ReposOwnerRepoIssuesCommentsCommentIdReactionsPostBody"
    content: Literal["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"]


class LabelBody(Body):
    published = "ReposOwnerRepoLabelsPostBody"
    name: str = Field(min_length=1, max_length=50)
    color: str = Field(pattern=r"^[0-9a-fA-F]{6}$")
    description: str = Field(default="", max_length=100)


class NewRefBody(Body):
    published = "ReposOwnerRepoGitRefsPostBody"
    ref: str = Field(pattern=r"^refs/heads/.+")
    sha: str = Field(pattern=r"^[0-9a-f]{40}$")


class RefBody(Body):
    published = "ReposOwnerRepoGitRefsRefPatchBody"
    sha: str = Field(pattern=r"^[0-9a-f]{40}$")
    force: bool = False


class EntryBody(Body):
    published = "ReposOwnerRepoGitTreesPostBodyPropTreeItems"
    path: str = Field(pattern=r"^[^/]")
    mode: Literal["100644", "100755", "040000", "160000", "120000"]
    type: Literal["blob", "tree", "commit"]
    content: str | None = None
    sha: str | None = None


class TreeBody(Body):
    published = "ReposOwnerRepoGitTreesPostBody"
    base_tree: str
    tree: tuple[EntryBody, ...] = Field(min_length=1)


class CommitBody(Body):
    published = "ReposOwnerRepoGitCommitsPostBody"
    message: str = Field(min_length=1)
    tree: str
    parents: tuple[str, ...]


class NewPullBody(Body):
    published = "ReposOwnerRepoPullsPostBody"
    title: str
    head: str
    base: str
    body: str = ""


class DismissalBody(Body):
    published = "ReposOwnerRepoPullsPullNumberReviewsReviewIdDismissalsPutBody"
    message: str
    event: Literal["DISMISS"] = "DISMISS"


class DispatchBody(Body):
    published = "ReposOwnerRepoActionsWorkflowsWorkflowIdDispatchesPostBody"
    ref: str
    inputs: dict[str, str] = {}

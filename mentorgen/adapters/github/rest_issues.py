"""Issues, comments, reactions and labels at GitHub."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import chain
from urllib.parse import quote

from mentorgen.adapters.github.answers import (
    COMMENTS,
    ISSUES,
    LABELS,
    CommentAnswer,
    IssueAnswer,
    LabelAnswer,
    ReactionAnswer,
    nothing,
)
from mentorgen.adapters.github.forge import (
    Comment,
    GoneError,
    Issue,
    IssueEdit,
    Label,
    NewIssue,
    Reaction,
    State,
)
from mentorgen.adapters.github.place import Place
from mentorgen.adapters.github.requests import Request

OLDEST_FIRST = {"sort": "created", "direction": "asc"}
"""What is added while a list is read comes behind its end, and moves nothing off a page."""


class RestIssues(Place):
    """What people and the bot write."""

    def issues(
        self, *, creator: str | None = None, state: State | None = None, labels: Sequence[str] = ()
    ) -> tuple[Issue, ...]:
        """List all issues, pull requests too, oldest first; None takes both states."""
        wanted = {"creator": creator, "labels": ",".join(labels)}
        request = Request(
            "listing issues",
            self.path_with_query("issues"),
            ISSUES.validate_json,
            {
                "state": state or "all",
                **OLDEST_FIRST,
                **{key: value for key, value in wanted.items() if value},
            },
        )
        return tuple(one.value() for one in chain.from_iterable(self.calls.pages(request)))

    def issue(self, number: int) -> Issue:
        """Read one issue by its number, which no index can delay."""
        what = f"reading issue #{number}"
        answer = self.calls.one(
            Request(what, self.path(f"issues/{number}"), IssueAnswer.model_validate_json)
        )
        if not self.holds(answer.url):
            raise GoneError(f"While {what} GitHub said that it was moved to {answer.html_url}.")
        return answer.value()

    def create_issue(self, new: NewIssue) -> Issue:
        """Open an issue, once."""
        return self.calls.one(
            Request(
                "opening an issue",
                self.path("issues"),
                IssueAnswer.model_validate_json,
                verb="POST",
                body={"title": new.title, "body": new.body, "labels": list(new.labels)},
            )
        ).value()

    def edit_issue(self, number: int, edit: IssueEdit) -> Issue:
        """Change an issue."""
        changes = {
            "title": edit.title,
            "body": edit.body,
            "state": edit.state,
            "labels": None if edit.labels is None else list(edit.labels),
        }
        return self.calls.one(
            Request(
                f"changing issue #{number}",
                self.path(f"issues/{number}"),
                IssueAnswer.model_validate_json,
                verb="PATCH",
                body={key: value for key, value in changes.items() if value is not None},
            )
        ).value()

    def comments(self, number: int) -> tuple[Comment, ...]:
        """List all comments of an issue or pull request, oldest first."""
        request = Request(
            f"listing the comments of #{number}",
            self.path_with_query(f"issues/{number}/comments"),
            COMMENTS.validate_json,
        )
        return tuple(one.value() for one in chain.from_iterable(self.calls.pages(request)))

    def talk(self, since: datetime) -> tuple[Comment, ...]:
        """List all comments that were written or changed since a moment, on whatever, oldest first."""
        moment = since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        request = Request(
            "listing comments",
            self.path_with_query("issues/comments"),
            COMMENTS.validate_json,
            {"since": moment, "sort": "created", "direction": "asc"},
        )
        return tuple(one.value() for one in chain.from_iterable(self.calls.pages(request)))

    def comment(self, comment_id: int) -> Comment:
        """Read one comment."""
        return self.calls.one(
            Request(
                f"reading comment {comment_id}",
                self.path(f"issues/comments/{comment_id}"),
                CommentAnswer.model_validate_json,
            )
        ).value()

    def create_comment(self, number: int, body: str) -> Comment:
        """Write a comment, once."""
        return self.calls.one(
            Request(
                f"writing a comment on #{number}",
                self.path(f"issues/{number}/comments"),
                CommentAnswer.model_validate_json,
                verb="POST",
                body={"body": body},
            )
        ).value()

    def edit_comment(self, comment_id: int, body: str) -> Comment:
        """Replace the text of a comment."""
        return self.calls.one(
            Request(
                f"changing comment {comment_id}",
                self.path(f"issues/comments/{comment_id}"),
                CommentAnswer.model_validate_json,
                verb="PATCH",
                body={"body": body},
            )
        ).value()

    def react(self, comment_id: int, reaction: Reaction) -> None:
        """Answer a comment with a reaction; a second time changes nothing."""
        self.calls.one(
            Request(
                f"reacting to comment {comment_id}",
                self.path(f"issues/comments/{comment_id}/reactions"),
                ReactionAnswer.model_validate_json,
                verb="POST",
                body={"content": reaction},
            )
        )

    def labels(self) -> tuple[Label, ...]:
        """List all labels of the repository."""
        request = Request("listing labels", self.path_with_query("labels"), LABELS.validate_json)
        return tuple(one.value() for one in chain.from_iterable(self.calls.pages(request)))

    def create_label(self, label: Label) -> None:
        """Add a label to the repository; of two who add one name at once, one is refused."""
        self.calls.one(
            Request(
                f"adding the label '{label.name}'",
                self.path("labels"),
                LabelAnswer.model_validate_json,
                verb="POST",
                body={
                    "name": label.name,
                    "color": label.colour,
                    "description": label.description,
                },
            )
        )

    def delete_label(self, name: str) -> None:
        """Take a label out of the repository."""
        self.calls.one(
            Request(
                f"deleting the label '{name}'",
                self.path(f"labels/{quote(name, safe='')}"),
                nothing,
                verb="DELETE",
            )
        )

"""Issues, comments and labels of a forge in memory, and what was said in them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count

from mentorgen.adapters.github.forge import (
    Author,
    Comment,
    ForbiddenError,
    GoneError,
    Issue,
    IssueEdit,
    Label,
    NewIssue,
    NotFoundError,
    Reaction,
    RefusedError,
    RepositoryFacts,
    State,
)

MOST_SIGNS = 65_536
"""What a body may hold."""
LONGEST_TITLE = 256


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that somebody did, in the order of time."""

    at: datetime
    by: Author
    what: str
    """The method of the protocol, such as create_comment."""
    number: int
    """The issue or pull request; 0 where it is about none."""
    text: str
    """What others get to read of it."""


class Conversations:
    """What people and bots write; time stands still until `now` is set."""

    def __init__(self, facts: RepositoryFacts, now: datetime, writers: Iterable[Author]) -> None:
        self.facts = facts
        self.now = now
        self.accounts = {author.login: author for author in writers}
        self.writers = {author.id for author in self.accounts.values()}
        """Who may set labels, write on what is locked, and push."""
        self.history: list[Happening] = []
        self.issues: dict[int, Issue] = {}
        self.by_creator: defaultdict[str, list[int]] = defaultdict(list)
        self.deleted: set[int] = set()
        self.comments: dict[int, Comment] = {}
        self.comments_of: defaultdict[int, list[int]] = defaultdict(list)
        self.reactions: defaultdict[tuple[str, int], set[tuple[int, Reaction]]] = defaultdict(set)
        self.labels: dict[str, Label] = {}
        self.moved: dict[int, str] = {}
        """Issues that lie in another repository now, named `owner/name`."""
        self.old_names: set[str] = set()
        self._number_of: dict[int, int] = {}
        self._numbers, self._comment_ids = count(1), count(9_000_001)

    # What people do

    def delete_issue(self, number: int) -> None:
        """Take an issue away for good, as an owner can."""
        self.deleted.add(number)

    def transfer(self, number: int, to: str) -> None:
        """Move an issue to another repository, as an owner can."""
        self.deleted.add(number)
        self.moved[number] = to

    def rename(self, name: str) -> None:
        """Give the repository another name; the old one leads to it."""
        self.old_names.add(self.facts.name)
        self.facts = replace(self.facts, name=name)

    def lock(self, number: int) -> None:
        """Let only those who may push write on an issue."""
        self.issues[number] = replace(self.issues[number], locked=True)

    def mentions(self, login: str) -> Iterator[Happening]:
        """Yield what mentions somebody, each of which is a notification to them."""
        return (event for event in self.history if f"@{login}" in event.text)

    # What every forge asks for

    def happened(self, by: Author, what: str, number: int, text: str) -> None:
        """Remember what somebody did."""
        self.history.append(Happening(self.now, by, what, number, text))

    def listed(
        self, creator: str | None, state: State | None, labels: Sequence[str]
    ) -> list[Issue]:
        """Give issues and pull requests, oldest first."""
        self._refuse_without_issues()
        numbers: Iterable[int] = self.issues if creator is None else self.by_creator[creator]
        wanted = set(labels)
        found = (self.issues[number] for number in numbers if number not in self.deleted)
        return [
            issue
            for issue in found
            if (state is None or issue.state is state) and wanted <= set(issue.labels)
        ]

    def issue(self, number: int) -> Issue:
        """Find an issue or pull request."""
        self._refuse_without_issues()
        if number in self.deleted:
            raise GoneError(f"Issue #{number} was deleted.")
        if number not in self.issues:
            raise NotFoundError(f"There is no issue #{number}.")
        return self.issues[number]

    def add_issue(self, by: Author, new: NewIssue, *, is_pull: bool = False) -> Issue:
        """Open an issue; labels of who may not set them are dropped."""
        if not is_pull:
            self._refuse_without_issues()
        _refuse_long(new.title, new.body)
        number = next(self._numbers)
        labels = new.labels if by.id in self.writers else ()
        kind = "pull" if is_pull else "issues"
        self.issues[number] = Issue(
            number=number,
            title=new.title,
            body=new.body,
            state=State.OPEN,
            author=by,
            labels=labels,
            created_at=self.now,
            updated_at=self.now,
            closed_at=None,
            is_pull=is_pull,
            locked=False,
            comments=0,
            url=f"{self.facts.url}/{kind}/{number}",
        )
        self.accounts.setdefault(by.login, by)
        self.by_creator[by.login].append(number)
        for name in labels:
            self.labels.setdefault(name, Label(name, "ededed"))
        self.happened(by, "create_pull" if is_pull else "create_issue", number, new.body)
        return self.issues[number]

    def edit_issue(self, by: Author, number: int, edit: IssueEdit) -> Issue:
        """Change an issue; its author and who may push can."""
        old = self.issue(number)
        if by.id not in {*self.writers, old.author.id}:
            raise ForbiddenError("Must have admin rights to Repository.")
        labels = edit.labels if by.id in self.writers else None
        new = replace(
            old,
            title=old.title if edit.title is None else edit.title,
            body=old.body if edit.body is None else edit.body,
            labels=old.labels if labels is None else labels,
            state=edit.state or old.state,
            updated_at=self.now,
        )
        _refuse_long(new.title, new.body)
        if new.state is not old.state:
            new = replace(new, closed_at=self.now if new.state is State.CLOSED else None)
        self.issues[number] = new
        self.happened(by, "edit_issue", number, "")
        return new

    def add_comment(self, by: Author, number: int, body: str) -> Comment:
        """Write below an issue or pull request."""
        issue = self.issue(number)
        if issue.locked and by.id not in self.writers:
            raise ForbiddenError("Unable to create comment because issue is locked.")
        _refuse_long("-", body or "")
        if not body:
            raise RefusedError("Body cannot be blank.")
        id_ = next(self._comment_ids)
        url = f"{issue.url}#issuecomment-{id_}"
        self.comments[id_] = Comment(id_, body, by, self.now, self.now, url)
        self.comments_of[number].append(id_)
        self._number_of[id_] = number
        self.accounts.setdefault(by.login, by)
        self.issues[number] = replace(issue, comments=issue.comments + 1, updated_at=self.now)
        self.happened(by, "create_comment", number, body)
        return self.comments[id_]

    def comments_on(self, number: int) -> list[Comment]:
        """Give all comments, oldest first."""
        self.issue(number)
        return [self.comments[id_] for id_ in self.comments_of[number]]

    def talk(self, since: datetime) -> list[Comment]:
        """Give what was written or changed on anything since a moment, oldest first."""
        self._refuse_without_issues()
        return [
            self.comments[id_]
            for id_ in sorted(self.comments)
            if self.comments[id_].updated_at >= since and self.number_of(id_) not in self.deleted
        ]

    def comment(self, comment_id: int) -> Comment:
        """Find a comment."""
        if comment_id not in self.comments:
            raise NotFoundError(f"There is no comment {comment_id}.")
        return self.comments[comment_id]

    def edit_comment(self, by: Author, comment_id: int, body: str) -> Comment:
        """Change a comment."""
        old = self.comment(comment_id)
        _refuse_long("-", body)
        self.comments[comment_id] = replace(old, body=body, updated_at=self.now)
        self.happened(by, "edit_comment", self.number_of(comment_id), "")
        return self.comments[comment_id]

    def number_of(self, comment_id: int) -> int:
        """Tell what a comment stands below."""
        self.comment(comment_id)
        return self._number_of[comment_id]

    def delete_comment(self, comment_id: int) -> None:
        """Take a comment away for good."""
        number = self.number_of(comment_id)
        self.comments_of[number].remove(comment_id)
        del self.comments[comment_id]

    def add_label(self, label: Label) -> None:
        """Add a label that is not there."""
        if label.name.casefold() in {name.casefold() for name in self.labels}:
            raise RefusedError(f"The label '{label.name}' exists already.")
        self.labels[label.name] = label

    def delete_label(self, name: str) -> None:
        """Take a label away."""
        if name not in self.labels:
            raise NotFoundError(f"There is no label {name}.")
        del self.labels[name]
        for number, issue in self.issues.items():
            if name in issue.labels:
                left = tuple(one for one in issue.labels if one != name)
                self.issues[number] = replace(issue, labels=left)

    def _refuse_without_issues(self) -> None:
        if not self.facts.has_issues:
            raise GoneError("Issues has been disabled in this repository.")


def _refuse_long(title: str, body: str) -> None:
    if not title.strip() or len(title) > LONGEST_TITLE:
        raise RefusedError(f"A title has 1 to {LONGEST_TITLE} signs, not {len(title)}.")
    if len(body) > MOST_SIGNS:
        raise RefusedError(f"A body has at most {MOST_SIGNS} signs, not {len(body)}.")

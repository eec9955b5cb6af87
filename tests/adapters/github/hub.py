"""What is at a forge: the state that all forges of a test look at, whoever they speak for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from mentorgen.adapters.github.forge import (
    Author,
    ForbiddenError,
    Issue,
    IssueEdit,
    NewIssue,
    NewPull,
    NotFoundError,
    PullRequest,
    RefusedError,
    RepositoryFacts,
    State,
)
from mentorgen.adapters.github.settings import Pages, Run
from tests.adapters.github.conversations import Conversations
from tests.adapters.github.git_objects import GitObjects

BOT = Author(41898282, "github-actions[bot]", is_bot=True)
ORGANISER = Author(1001, "example-organiser")
NO_FILES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Review:
    """What somebody thinks of a pull request at a commit."""

    id: int
    number: int
    by: Author
    state: str
    commit: str


class Hub(Conversations, GitObjects):
    """One repository with its issues, commits and pull requests; time stands still until `now` is set."""

    def __init__(
        self,
        files: Mapping[str, str] = NO_FILES,
        *,
        name: str = "example-org/mentoring",
        now: datetime = datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
        address: str = "https://github.com",
    ) -> None:
        facts = RepositoryFacts(
            id=4711,
            name=name,
            default_branch="main",
            is_private=False,
            is_archived=False,
            has_issues=True,
            has_pages=True,
            url=f"{address}/{name}",
        )
        GitObjects.__init__(self)
        Conversations.__init__(self, facts, now, (BOT, ORGANISER))
        self.may_actions_propose = True
        self.are_actions_on = True
        self.allowed_actions = "all"
        self.are_own_actions_selected = True
        self.pages: Pages | None = Pages(
            "https://example-org.github.io/mentoring/", is_built_by_workflow=True
        )
        self.workflows: dict[str, str] = {}
        """The state of each workflow by its file."""
        self.rules: set[str] = set()
        """What guards the default branch by rule sets."""
        self.is_protected = False
        self.are_approvals_dismissed: bool | None = None
        """Whether the default branch is protected in the older way."""
        self.runs: dict[str, list[Run]] = {}
        self.dispatched: list[tuple[str, str, Mapping[str, str]]] = []
        self.pulls: dict[int, PullRequest] = {}
        self.reviews: dict[int, Review] = {}
        self.may_bots_dismiss = True
        first = self.add_commit(ORGANISER, self.add_tree(None, dict(files)), (), "Begin")
        self.branches[self.facts.default_branch] = first

    # What people do, and what GitHub does by itself

    def commit_files(
        self, author: Author, branch: str, files: Mapping[str, str | None], message: str = "Edit"
    ) -> str:
        """Push a commit to a branch."""
        parent = self.branches[branch]
        tree = self.add_tree(self.commits[parent].tree, files)
        self.set_branch(branch, self.add_commit(author, tree, (parent,), message))
        return self.branches[branch]

    def approve(self, number: int, by: Author = ORGANISER) -> int:
        """Approve a pull request as it is."""
        review = Review(len(self.reviews) + 1, number, by, "APPROVED", self.pull(number).head_sha)
        self.reviews[review.id] = review
        return review.id

    def merge(self, number: int, by: Author = ORGANISER) -> None:
        """Merge a pull request; its branch stays."""
        pull = self.pulls[number]
        base, head = self.branches[pull.base], pull.head_sha
        changed = self.between(self.fork_point(base, head), head)
        tree = self.add_tree(self.commits[base].tree, changed)
        merged = self.add_commit(by, tree, (base, head), f"Merge #{number}")
        self.branches[pull.base] = merged
        self.pulls[number] = replace(pull, state=State.CLOSED, is_merged=True)
        self._sync(number)
        self.happened(by, "merge", number, "")

    # What every forge asks for

    def edit_issue(self, by: Author, number: int, edit: IssueEdit) -> Issue:
        """Change an issue, or what a pull request shares with issues."""
        issue = super().edit_issue(by, number, edit)
        if number in self.pulls:
            self.pulls[number] = replace(
                self.pulls[number], title=issue.title, body=issue.body, state=issue.state
            )
        return issue

    def add_branch(self, name: str, commit: str) -> None:
        """Begin a branch."""
        if name in self.branches:
            raise RefusedError(f"The branch {name} exists already.")
        self.set_branch(name, commit)

    def move_branch(self, name: str, commit: str, *, force: bool) -> None:
        """Move a branch; forwards only, unless by force."""
        if name not in self.branches:
            raise RefusedError(f"There is no branch {name}.")
        if not force and self.branches[name] not in self.ancestors(commit):
            raise RefusedError("This update is not a fast forward.")
        self.set_branch(name, commit)

    def set_branch(self, name: str, commit: str) -> None:
        """Let a branch point at a commit; open pull requests from it follow."""
        if commit not in self.commits:
            raise RefusedError(f"There is no commit {commit}.")
        self.branches[name] = commit
        for number, pull in self.pulls.items():
            if pull.head == name and pull.state is State.OPEN:
                self.pulls[number] = replace(pull, head_sha=commit)

    def delete_branch(self, name: str) -> None:
        """Delete a branch; open pull requests from it are closed."""
        if name not in self.branches:
            raise RefusedError(f"There is no branch {name}.")
        del self.branches[name]
        for number, pull in self.pulls.items():
            if pull.head == name and pull.state is State.OPEN:
                self.pulls[number] = replace(pull, state=State.CLOSED)
                self._sync(number)

    def add_pull(self, by: Author, new: NewPull) -> PullRequest:
        """Open a pull request between two branches."""
        if by.is_bot and not self.may_actions_propose:
            raise ForbiddenError("GitHub Actions is not permitted to create pull requests.")
        for name in (new.head, new.base):
            if name not in self.branches:
                raise RefusedError(f"There is no branch {name}.")
        if any(one.head == new.head and one.state is State.OPEN for one in self.pulls.values()):
            raise RefusedError(f"A pull request already exists for {new.head}.")
        base, head = self.branches[new.base], self.branches[new.head]
        if head in self.ancestors(base):
            raise RefusedError(f"No commits between {new.base} and {new.head}.")
        issue = self.add_issue(by, NewIssue(new.title, new.body), is_pull=True)
        self.pulls[issue.number] = PullRequest(
            number=issue.number,
            title=new.title,
            body=new.body,
            state=State.OPEN,
            is_merged=False,
            author=by,
            head=new.head,
            head_sha=head,
            head_repository=self.facts.name,
            base=new.base,
            base_sha=base,
            url=issue.url,
        )
        return self.pulls[issue.number]

    def pull(self, number: int) -> PullRequest:
        """Find a pull request."""
        if number not in self.pulls:
            raise NotFoundError(f"There is no pull request #{number}.")
        return self.pulls[number]

    def reviews_of(self, number: int) -> list[Review]:
        """Give what people think of a pull request, oldest first."""
        return [one for one in self.reviews.values() if one.number == number]

    def dismiss(self, by: Author, which: tuple[int, int], why: str) -> Review:
        """Let an approval, of a pull request, hold no longer."""
        number, review = which
        if review not in {one.id for one in self.reviews_of(number)}:
            raise NotFoundError("Not Found")
        if by.is_bot and not self.may_bots_dismiss:
            raise ForbiddenError("Could not dismiss the review: it is restricted.")
        if self.reviews[review].state != "APPROVED":
            raise RefusedError("Can not dismiss a commented or dismissed review.")
        self.reviews[review] = replace(self.reviews[review], state="DISMISSED")
        self.happened(by, "dismiss", number, why)
        return self.reviews[review]

    def _sync(self, number: int) -> None:
        closed_at = self.issues[number].closed_at or self.now
        self.issues[number] = replace(
            self.issues[number], state=self.pulls[number].state, closed_at=closed_at
        )

    def dispatch(self, workflow: str, ref: str, inputs: Mapping[str, str]) -> None:
        """Start a workflow that is there."""
        if ref not in self.branches:
            raise RefusedError(f"No ref found for: {ref}")
        self.dispatched.append((workflow, ref, dict(inputs)))

    def runs_of(self, workflow: str) -> list[Run]:
        """Give the runs of a workflow, newest first."""
        if workflow not in self.runs:
            raise NotFoundError(f"There is no workflow {workflow}.")
        return self.runs[workflow]

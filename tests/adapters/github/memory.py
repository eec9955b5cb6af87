"""A forge in memory: as fast as a dictionary, and it fails when it is told to."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from mentorgen.adapters.github.forge import (
    Author,
    Comment,
    Commit,
    ForbiddenError,
    Issue,
    IssueEdit,
    Label,
    NewIssue,
    NewPull,
    PullRequest,
    Reaction,
    RepositoryFacts,
    State,
    UnknownOutcomeError,
)
from mentorgen.adapters.github.settings import PROTECTED, Pages, Run, Workflow
from tests.adapters.github.faults import Call, Fault, Schedule, never
from tests.adapters.github.hub import BOT, Hub

PAGE = 100
T = TypeVar("T")


class MemoryForge:
    """Somebody's view of a hub: the bot's by default; give a person to act as they would."""

    def __init__(self, hub: Hub, author: Author = BOT, *, faults: Schedule = never) -> None:
        self.hub = hub
        self.author = author
        self.faults = faults
        self.calls = Counter[str]()
        """Calls by method; a list counts one for each page."""
        self.writes = Counter[str]()

    def issues(
        self, *, creator: str | None = None, state: State | None = None, labels: Sequence[str] = ()
    ) -> tuple[Issue, ...]:
        return self._list("issues", lambda: self.hub.listed(creator, state, labels))

    def issue(self, number: int) -> Issue:
        return self._read("issue", lambda: self.hub.issue(number))

    def create_issue(self, new: NewIssue) -> Issue:
        return self._write("create_issue", lambda: self.hub.add_issue(self.author, new))

    def edit_issue(self, number: int, edit: IssueEdit) -> Issue:
        return self._write("edit_issue", lambda: self.hub.edit_issue(self.author, number, edit))

    def comments(self, number: int) -> tuple[Comment, ...]:
        return self._list("comments", lambda: self.hub.comments_on(number))

    def talk(self, since: datetime) -> tuple[Comment, ...]:
        return self._list("talk", lambda: self.hub.talk(since))

    def comment(self, comment_id: int) -> Comment:
        return self._read("comment", lambda: self.hub.comment(comment_id))

    def create_comment(self, number: int, body: str) -> Comment:
        return self._write(
            "create_comment", lambda: self.hub.add_comment(self.author, number, body)
        )

    def edit_comment(self, comment_id: int, body: str) -> Comment:
        return self._write(
            "edit_comment", lambda: self.hub.edit_comment(self.author, comment_id, body)
        )

    def react(self, comment_id: int, reaction: Reaction) -> None:
        def act() -> None:
            self.hub.comment(comment_id)
            self.hub.reactions["comment", comment_id].add((self.author.id, reaction))

        self._write("react", act)

    def labels(self) -> tuple[Label, ...]:
        return self._list("labels", lambda: [*self.hub.labels.values()])

    def create_label(self, label: Label) -> None:
        self._write("create_label", lambda: self.hub.add_label(label))

    def delete_label(self, name: str) -> None:
        self._write("delete_label", lambda: self.hub.delete_label(name))

    def branch(self, name: str) -> str | None:
        return self._read("branch", lambda: self.hub.branches.get(name))

    def create_branch(self, name: str, commit: str) -> None:
        self._write("create_branch", lambda: self.hub.add_branch(name, commit))

    def move_branch(self, name: str, commit: str, *, force: bool = False) -> None:
        self._write("move_branch", lambda: self.hub.move_branch(name, commit, force=force))

    def delete_branch(self, name: str) -> None:
        self._write("delete_branch", lambda: self.hub.delete_branch(name))

    def commit(self, sha: str) -> Commit:
        return self._read("commit", lambda: self.hub.commit(sha))

    def store_tree(self, base: str, files: Mapping[str, str | None]) -> str:
        return self._write("store_tree", lambda: self.hub.add_tree(base, files))

    def store_commit(self, tree: str, parents: Sequence[str], message: str) -> str:
        return self._write(
            "store_commit", lambda: self.hub.add_commit(self.author, tree, parents, message)
        )

    def file(self, path: str, ref: str) -> str | None:
        def act() -> str | None:
            sha = self.hub.branches.get(ref, ref)
            commit = self.hub.commits.get(sha)
            return self.hub.trees[commit.tree].get(path) if commit else None

        return self._read("file", act)

    def pulls(self, head: str, *, state: State | None = None) -> tuple[PullRequest, ...]:
        return self._list(
            "pulls",
            lambda: [
                pull
                for pull in self.hub.pulls.values()
                if pull.head == head
                and pull.head_repository == self.hub.facts.name
                and state in (None, pull.state)
            ],
        )

    def pull(self, number: int) -> PullRequest:
        return self._read("pull", lambda: self.hub.pull(number))

    def create_pull(self, new: NewPull) -> PullRequest:
        return self._write("create_pull", lambda: self.hub.add_pull(self.author, new))

    def approvals(self, number: int) -> tuple[int, ...]:
        return self._list(
            "approvals",
            lambda: [one.id for one in self.hub.reviews_of(number) if one.state == "APPROVED"],
        )

    def dismiss(self, number: int, approval: int, why: str) -> None:
        self._write("dismiss", lambda: self.hub.dismiss(self.author, (number, approval), why))

    def me(self) -> Author:
        return self._read("me", lambda: self.author)

    def repository(self) -> RepositoryFacts:
        return self._read("repository", lambda: self.hub.facts)

    def dispatch(self, workflow: str, ref: str, inputs: Mapping[str, str]) -> None:
        self._write("dispatch", lambda: self.hub.dispatch(workflow, ref, inputs))

    def runs(self, workflow: str) -> tuple[Run, ...]:
        return self._read("runs", lambda: tuple(self.hub.runs_of(workflow)))

    def may_actions_propose(self) -> bool:
        return self._read("may_actions_propose", lambda: self.hub.may_actions_propose)

    def are_actions_on(self) -> bool:
        return self._read("are_actions_on", lambda: self.hub.are_actions_on)

    def are_own_actions_allowed(self) -> bool:
        allowed = self.hub.allowed_actions
        chosen = allowed == "selected" and self.hub.are_own_actions_selected
        return self._read("are_own_actions_allowed", lambda: allowed == "all" or chosen)

    def are_approvals_dismissed(self, branch: str) -> bool | None:
        guarded = branch == self.hub.facts.default_branch
        return self._read(
            "are_approvals_dismissed", lambda: self.hub.are_approvals_dismissed if guarded else None
        )

    def workflows(self) -> tuple[Workflow, ...]:
        address = f"{self.hub.facts.url}/actions/workflows"
        return self._list(
            "workflows",
            lambda: [
                Workflow(file, state, f"{address}/{file}")
                for file, state in self.hub.workflows.items()
            ],
        )

    def pages(self) -> Pages | None:
        return self._read("pages", lambda: self.hub.pages)

    def rules(self, branch: str) -> frozenset[str]:
        guarded = branch == self.hub.facts.default_branch
        older = PROTECTED if self.hub.is_protected else frozenset[str]()
        return self._read(
            "rules", lambda: frozenset(self.hub.rules | older) if guarded else frozenset[str]()
        )

    def _read(self, name: str, act: Callable[[], T]) -> T:
        self._fail(self._planned(name))
        return act()

    def _list(self, name: str, act: Callable[[], list[T]]) -> tuple[T, ...]:
        fault = self._planned(name)
        self._fail(fault)
        found = act()
        if fault is Fault.EMPTY_LIST:
            return ()
        if fault is Fault.STALE_LIST:
            return tuple(found[:-1])
        self.calls[name] += (len(found) - 1) // PAGE if found else 0
        if fault is Fault.PAGE_LOST and len(found) > PAGE:
            raise UnknownOutcomeError("planted: the second page is lost")
        return tuple(found)

    def _write(self, name: str, act: Callable[[], T]) -> T:
        self.writes[name] += 1
        fault = self._planned(name, is_write=True)
        if fault is not None and fault.is_stored:
            act()
        self._fail(fault)
        if self.hub.facts.is_archived:
            raise ForbiddenError("Repository was archived so is read-only.")
        return act()

    def _planned(self, name: str, *, is_write: bool = False) -> Fault | None:
        self.calls[name] += 1
        call = Call(name, is_write, self.calls.total(), self.writes.total())
        return self.faults(call)

    @staticmethod
    def _fail(fault: Fault | None) -> None:
        error = None if fault is None else fault.error()
        if error is not None:
            raise error

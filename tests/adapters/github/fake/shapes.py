"""What GitHub's answers look like, field by field."""

import base64
import hashlib
from collections.abc import Mapping
from datetime import datetime

from mentorgen.adapters.github.forge import (
    Author,
    Comment,
    Commit,
    Issue,
    Label,
    PullRequest,
    Reaction,
    Run,
    State,
)
from tests.adapters.github.hub import Hub

Shape = dict[str, object]
_OF_USER = (
    *("followers", "following", "gists", "starred", "subscriptions", "organizations", "repos"),
    *("events", "received_events"),
)
_OF_REPOSITORY = (
    *("archive", "assignees", "blobs", "branches", "collaborators", "comments", "commits"),
    *("compare", "contents", "contributors", "deployments", "downloads", "events", "forks"),
    *("git_commits", "git_refs", "git_tags", "issue_comment", "issue_events", "issues", "keys"),
    *("labels", "languages", "merges", "milestones", "notifications", "pulls", "releases"),
    *("stargazers", "statuses", "subscribers", "subscription", "tags", "teams", "trees", "hooks"),
)
_COUNTS = (
    *("forks_count", "stargazers_count", "watchers_count", "size", "subscribers_count"),
    *("network_count", "forks", "watchers"),
)


class Shapes:
    """Writes what is at a hub as GitHub would; addresses begin with the fake's own."""

    def __init__(self, hub: Hub, base: str) -> None:
        self.hub = hub
        self.base = base

    @property
    def at(self) -> str:
        """The repository's address."""
        return f"{self.base}/repos/{self.hub.facts.name}"

    def user(self, author: Author) -> Shape:
        """An account."""
        url = f"{self.base}/users/{author.login}"
        return {
            "login": author.login,
            "id": author.id,
            "node_id": _node("U", author.id),
            "avatar_url": "",
            "gravatar_id": "",
            "url": url,
            "html_url": f"https://github.com/{author.login}",
            **{f"{part}_url": f"{url}/{part}" for part in _OF_USER},
            "type": "Bot" if author.is_bot else "User",
            "site_admin": False,
        }

    def profile(self, author: Author) -> Shape:
        """An account with all that it says of itself: nothing."""
        words = ("name", "company", "blog", "location", "email", "hireable", "bio")
        counts = ("public_repos", "public_gists", "followers", "following")
        day = "2020-01-01T00:00:00Z"
        return {
            **self.user(author),
            **dict.fromkeys(words),
            **dict.fromkeys(counts, 0),
            "created_at": day,
            "updated_at": day,
        }

    def issue(self, issue: Issue) -> Shape:
        """An issue, or a pull request as one."""
        url = f"{self.at}/issues/{issue.number}"
        pull = f"{self.at}/pulls/{issue.number}"
        links = {"url": pull, "html_url": issue.url, "diff_url": None, "patch_url": None}
        return {
            "id": 3_000_000 + issue.number,
            "node_id": _node("I", issue.number),
            "url": url,
            "repository_url": self.at,
            "labels_url": f"{url}/labels{{/name}}",
            "comments_url": f"{url}/comments",
            "events_url": f"{url}/events",
            "html_url": issue.url,
            "number": issue.number,
            "state": issue.state,
            "title": issue.title,
            "body": issue.body or None,
            "user": self.user(issue.author),
            "labels": [self.label(self.hub.labels[name]) for name in issue.labels],
            "milestone": None,
            "locked": issue.locked,
            "comments": issue.comments,
            "created_at": _time(issue.created_at),
            "updated_at": _time(issue.updated_at),
            "closed_at": issue.closed_at and _time(issue.closed_at),
            "author_association": "NONE",
            **({"pull_request": links} if issue.is_pull else {}),
        }

    def comment(self, comment: Comment) -> Shape:
        """A comment."""
        return {
            "id": comment.id,
            "node_id": _node("IC", comment.id),
            "url": f"{self.at}/issues/comments/{comment.id}",
            "html_url": comment.url,
            "issue_url": f"{self.at}/issues/{self.hub.number_of(comment.id)}",
            "body": comment.body,
            "user": self.user(comment.author),
            "created_at": _time(comment.created_at),
            "updated_at": _time(comment.updated_at),
            "author_association": "NONE",
        }

    def label(self, label: Label) -> Shape:
        """A label."""
        number = int(hashlib.sha1(label.name.encode()).hexdigest()[:8], 16)
        return {
            "id": number,
            "node_id": _node("LA", number),
            "url": f"{self.at}/labels/{label.name}",
            "name": label.name,
            "color": label.colour,
            "default": False,
            "description": label.description or None,
            "archived_at": None,
            "archived_by": None,
        }

    def reaction(self, by: Author, reaction: Reaction) -> Shape:
        """A reaction."""
        return {
            "id": 1,
            "node_id": _node("R", 1),
            "user": self.user(by),
            "content": reaction,
            "created_at": _time(self.hub.now),
        }

    def branch(self, name: str) -> Shape:
        """A branch, as git names it."""
        sha = self.hub.branches[name]
        url = f"{self.at}/git/commits/{sha}"
        return {
            "ref": f"refs/heads/{name}",
            "node_id": _node("REF", 1),
            "url": f"{self.at}/git/refs/heads/{name}",
            "object": {"type": "commit", "sha": sha, "url": url},
        }

    def tree(self, sha: str) -> Shape:
        """A tree with all its files."""
        files = self.hub.trees[sha]
        return {
            "sha": sha,
            "url": f"{self.at}/git/trees/{sha}",
            "truncated": False,
            "tree": [
                {"path": path, "mode": "100644", "type": "blob", "sha": _blob(text)}
                for path, text in sorted(files.items())
            ],
        }

    def git_commit(self, commit: Commit) -> Shape:
        """A commit, as git knows it."""
        return {
            "sha": commit.sha,
            "node_id": _node("C", 1),
            "url": f"{self.at}/git/commits/{commit.sha}",
            "html_url": f"{self.hub.facts.url}/commit/{commit.sha}",
            "author": self._signature(commit),
            "committer": self._signature(commit),
            "message": commit.message,
            "tree": self._pointer("trees", commit.tree),
            "parents": [
                {**self._pointer("commits", sha), "html_url": f"{self.hub.facts.url}/commit/{sha}"}
                for sha in commit.parents
            ],
            "verification": {
                "verified": False,
                "reason": "unsigned",
                "signature": None,
                "payload": None,
                "verified_at": None,
            },
        }

    def commit(self, commit: Commit) -> Shape:
        """A commit with the accounts of those who made it."""
        account = self.user(commit.author) if commit.author else None
        url = f"{self.at}/commits/{commit.sha}"
        return {
            "url": url,
            "sha": commit.sha,
            "node_id": _node("C", 1),
            "html_url": f"{self.hub.facts.url}/commit/{commit.sha}",
            "comments_url": f"{url}/comments",
            "commit": {
                "url": f"{self.at}/git/commits/{commit.sha}",
                "author": self._signature(commit),
                "committer": self._signature(commit),
                "message": commit.message,
                "comment_count": 0,
                "tree": self._pointer("trees", commit.tree),
            },
            "author": account,
            "committer": account,
            "parents": [self._pointer("commits", sha) for sha in commit.parents],
        }

    def _signature(self, commit: Commit) -> Shape:
        login = commit.author.login if commit.author else "somebody"
        email = f"{login}@users.noreply.github.com"
        return {"name": login, "email": email, "date": _time(self.hub.now)}

    def _pointer(self, kind: str, sha: str) -> Shape:
        return {"sha": sha, "url": f"{self.at}/git/{kind}/{sha}"}

    def file(self, path: str, text: str) -> Shape:
        """A file with its content."""
        content = base64.encodebytes(text.encode()).decode()
        url = f"{self.at}/contents/{path}"
        return {
            "type": "file",
            "encoding": "base64",
            "size": len(text.encode()),
            "name": path.rpartition("/")[2],
            "path": path,
            "content": content,
            "sha": _blob(text),
            "url": url,
            "git_url": None,
            "html_url": None,
            "download_url": None,
            "_links": {"git": None, "html": None, "self": url},
        }

    def pull_in_list(self, pull: PullRequest) -> Shape:
        """A pull request, as a list shows it."""
        issue = self.hub.issues[pull.number]
        url = f"{self.at}/pulls/{pull.number}"
        addresses = {
            "html": pull.url,
            "issue": f"{self.at}/issues/{pull.number}",
            "commits": f"{url}/commits",
            "review_comments": f"{url}/comments",
            "review_comment": f"{self.at}/pulls/comments{{/number}}",
            "comments": f"{self.at}/issues/{pull.number}/comments",
            "statuses": f"{self.at}/statuses/{pull.head_sha}",
        }
        closed_at = issue.closed_at and _time(issue.closed_at)
        return {
            "id": 4_000_000 + pull.number,
            "node_id": _node("PR", pull.number),
            "url": url,
            **{f"{name}_url": address for name, address in addresses.items()},
            "diff_url": f"{pull.url}.diff",
            "patch_url": f"{pull.url}.patch",
            "number": pull.number,
            "state": pull.state,
            "locked": issue.locked,
            "title": pull.title,
            "user": self.user(pull.author),
            "body": pull.body or None,
            "labels": [self.label(self.hub.labels[name]) for name in issue.labels],
            "milestone": None,
            "created_at": _time(issue.created_at),
            "updated_at": _time(issue.updated_at),
            "closed_at": closed_at,
            "merged_at": closed_at if pull.is_merged else None,
            "head": self._side(pull.head, pull.head_sha, pull.head_repository),
            "base": self._side(pull.base, pull.base_sha, self.hub.facts.name),
            "_links": {name: {"href": address} for name, address in addresses.items()}
            | {"self": {"href": url}},
            "author_association": "NONE",
            "auto_merge": None,
        }

    def pull(self, pull: PullRequest) -> Shape:
        """A pull request with all that GitHub works out of it."""
        counts = ("review_comments", "commits", "additions", "deletions", "changed_files")
        return {
            **self.pull_in_list(pull),
            **dict.fromkeys(counts, 0),
            "comments": self.hub.issues[pull.number].comments,
            "merged": pull.is_merged,
            "mergeable": None if pull.is_merged else pull.state is State.OPEN,
            "mergeable_state": "unknown",
            "merged_by": None,
            "maintainer_can_modify": False,
        }

    def _side(self, branch: str, sha: str, repository: str | None) -> Shape:
        owner = (repository or "nobody/gone").partition("/")[0]
        return {
            "label": f"{owner}:{branch}",
            "ref": branch,
            "sha": sha,
            "repo": self.repository(repository) if repository else None,
            "user": self.user(Author(5000, owner)),
        }

    def repository(self, name: str | None = None) -> Shape:
        """The repository."""
        facts = self.hub.facts
        name = name or facts.name
        url = f"{self.base}/repos/{name}"
        return {
            "id": facts.id,
            "node_id": _node("R", facts.id),
            "name": name.partition("/")[2],
            "full_name": name,
            "owner": self.user(Author(5000, name.partition("/")[0])),
            "private": facts.is_private,
            "html_url": facts.url,
            "description": None,
            "fork": False,
            "url": url,
            **{f"{part}_url": f"{url}/{part}" for part in _OF_REPOSITORY},
            **dict.fromkeys(("git_url", "ssh_url", "svn_url", "clone_url"), facts.url),
            **dict.fromkeys(("mirror_url", "homepage", "language", "license")),
            **dict.fromkeys(_COUNTS, 0),
            **dict.fromkeys(("open_issues", "open_issues_count"), 0),
            "default_branch": facts.default_branch,
            "has_issues": facts.has_issues,
            "has_projects": False,
            "has_wiki": False,
            "has_pages": facts.has_pages,
            "has_discussions": False,
            "archived": facts.is_archived,
            "disabled": False,
            **dict.fromkeys(("pushed_at", "created_at", "updated_at"), _time(self.hub.now)),
        }

    def run(self, run: Run) -> Shape:
        """A run of a workflow."""
        parts = ("jobs", "logs", "check_suite", "artifacts", "cancel", "rerun", "workflow")
        return {
            "id": 1,
            "node_id": _node("WR", 1),
            "head_branch": self.hub.facts.default_branch,
            "head_sha": self.hub.branches[self.hub.facts.default_branch],
            "path": f".github/workflows/{run.workflow}",
            "run_number": 1,
            "event": run.event,
            "status": run.status,
            "conclusion": run.conclusion,
            "workflow_id": 1,
            "url": f"{self.at}/actions/runs/1",
            "html_url": run.url,
            "pull_requests": [],
            "created_at": _time(run.created_at),
            "updated_at": _time(run.created_at),
            **{f"{part}_url": f"{self.at}/actions/runs/1/{part}" for part in parts},
            "head_commit": None,
            "repository": self.repository(),
            "head_repository": self.repository(),
            "display_title": run.workflow,
        }


def _node(kind: str, number: int) -> str:
    return f"{kind}_{number}"


def _time(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _blob(text: str) -> str:
    content = text.encode()
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


def error(message: str, errors: list[Mapping[str, str]] | None = None) -> Shape:
    """Why something is not done."""
    address = "https://docs.github.com/rest"
    return {"message": message, "documentation_url": address} | (
        {"errors": errors} if errors else {}
    )

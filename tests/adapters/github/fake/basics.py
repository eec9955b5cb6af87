"""What GitHub's answers look like, field by field: people, what they write, and settings."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from mentorgen.adapters.github.forge import (
    Author,
    Comment,
    Issue,
    Label,
    Reaction,
)
from mentorgen.adapters.github.settings import Pages, Run
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


class Basics:
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
            "node_id": node("U", author.id),
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
            "node_id": node("I", issue.number),
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
            "created_at": time(issue.created_at),
            "updated_at": time(issue.updated_at),
            "closed_at": issue.closed_at and time(issue.closed_at),
            "author_association": "NONE",
            **({"pull_request": links} if issue.is_pull else {}),
        }

    def comment(self, comment: Comment) -> Shape:
        """A comment."""
        return {
            "id": comment.id,
            "node_id": node("IC", comment.id),
            "url": f"{self.at}/issues/comments/{comment.id}",
            "html_url": comment.url,
            "issue_url": f"{self.at}/issues/{self.hub.number_of(comment.id)}",
            "body": comment.body,
            "user": self.user(comment.author),
            "created_at": time(comment.created_at),
            "updated_at": time(comment.updated_at),
            "author_association": "NONE",
        }

    def label(self, label: Label) -> Shape:
        """A label."""
        number = int(hashlib.sha1(label.name.encode()).hexdigest()[:8], 16)
        return {
            "id": number,
            "node_id": node("LA", number),
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
            "node_id": node("R", 1),
            "user": self.user(by),
            "content": reaction,
            "created_at": time(self.hub.now),
        }

    def repository(self, name: str | None = None) -> Shape:
        """The repository."""
        facts = self.hub.facts
        name = name or facts.name
        url = f"{self.base}/repos/{name}"
        return {
            "id": facts.id,
            "node_id": node("R", facts.id),
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
            **dict.fromkeys(("pushed_at", "created_at", "updated_at"), time(self.hub.now)),
        }

    def run(self, run: Run) -> Shape:
        """A run of a workflow."""
        parts = ("jobs", "logs", "check_suite", "artifacts", "cancel", "rerun", "workflow")
        return {
            "id": 1,
            "node_id": node("WR", 1),
            "head_branch": self.hub.facts.default_branch,
            "head_sha": self.hub.branches[self.hub.facts.default_branch],
            "path": f".github/workflows/{run.workflow}@main",
            "run_number": 1,
            "event": run.event,
            "status": run.status,
            "conclusion": run.conclusion,
            "workflow_id": 1,
            "url": f"{self.at}/actions/runs/1",
            "html_url": run.url,
            "pull_requests": [],
            "created_at": time(run.created_at),
            "updated_at": time(run.created_at),
            **{f"{part}_url": f"{self.at}/actions/runs/1/{part}" for part in parts},
            "head_commit": None,
            "repository": self.repository(),
            "head_repository": self.repository(),
            "display_title": run.workflow,
        }

    def workflow(self, file: str, state: str) -> Shape:
        """A workflow."""
        url = f"{self.at}/actions/workflows/1"
        return {
            "id": 1,
            "node_id": node("W", 1),
            "name": file.removesuffix(".yml"),
            "path": f".github/workflows/{file}",
            "state": state,
            **dict.fromkeys(("created_at", "updated_at"), time(self.hub.now)),
            "url": url,
            "html_url": f"{self.hub.facts.url}/actions/workflows/{file}",
            "badge_url": f"{self.hub.facts.url}/actions/workflows/{file}/badge.svg",
        }

    def pages(self, pages: Pages) -> Shape:
        """How a site is published."""
        return {
            "url": f"{self.at}/pages",
            "status": "built",
            "cname": None,
            "custom_404": False,
            "html_url": pages.url,
            "build_type": "workflow" if pages.is_built_by_workflow else "legacy",
            "public": True,
        }


def node(kind: str, number: int) -> str:
    """Name something as GitHub's other interface would."""
    return f"{kind}_{number}"


def time(moment: datetime) -> str:
    """Write a moment."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def error(message: str, errors: list[Mapping[str, str]] | None = None) -> Shape:
    """Why something is not done."""
    address = "https://docs.github.com/rest"
    return {"message": message, "documentation_url": address} | (
        {"errors": errors} if errors else {}
    )

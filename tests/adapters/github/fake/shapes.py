"""What GitHub's answers look like, field by field: all of them."""

import base64
import hashlib

from mentorgen.adapters.github.forge import Author, Commit, PullRequest, State
from tests.adapters.github.fake.basics import Basics, Shape, error, node, time
from tests.adapters.github.hub import Review

__all__ = ["Shape", "Shapes", "error"]


class Shapes(Basics):
    """Writes also what git keeps, and pull requests."""

    def branch(self, name: str) -> Shape:
        """A branch, as git names it."""
        sha = self.hub.branches[name]
        url = f"{self.at}/git/commits/{sha}"
        return {
            "ref": f"refs/heads/{name}",
            "node_id": node("REF", 1),
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
            "node_id": node("C", 1),
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
            "node_id": node("C", 1),
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
        return {"name": login, "email": email, "date": time(self.hub.now)}

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
        closed_at = issue.closed_at and time(issue.closed_at)
        return {
            "id": 4_000_000 + pull.number,
            "node_id": node("PR", pull.number),
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
            "created_at": time(issue.created_at),
            "updated_at": time(issue.updated_at),
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

    def review(self, review: Review) -> Shape:
        """What somebody thinks of a pull request."""
        pull = self.hub.pulls[review.number]
        link = f"{pull.url}#pullrequestreview-{review.id}"
        return {
            "id": review.id,
            "node_id": f"R_{review.id}",
            "user": self.user(review.by),
            "body": "",
            "state": review.state,
            "html_url": link,
            "pull_request_url": f"{self.at}/pulls/{review.number}",
            "_links": {"html": {"href": link}, "pull_request": {"href": pull.url}},
            "commit_id": review.commit,
            "author_association": "MEMBER",
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

    def branch_with_protection(self, name: str) -> Shape:
        """A branch with what it is protected from."""
        url = f"{self.at}/branches/{name}"
        is_default = name == self.hub.facts.default_branch
        return {
            "name": name,
            "commit": self.commit(self.hub.commits[self.hub.branches[name]]),
            "_links": {"self": url, "html": f"{self.hub.facts.url}/tree/{name}"},
            "protected": is_default and self.hub.is_protected,
            "protection": {},
            "protection_url": f"{url}/protection",
        }


def _blob(text: str) -> str:
    content = text.encode()
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()

"""Branches, commits and files at GitHub, through its interface to git."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from mentorgen.adapters.github.answers import nothing
from mentorgen.adapters.github.forge import Commit, NotFoundError, RefusedError
from mentorgen.adapters.github.git_answers import CommitAnswer, FileAnswer, RefAnswer, ShaAnswer
from mentorgen.adapters.github.place import Place
from mentorgen.adapters.github.requests import Request

_FILE = {"mode": "100644", "type": "blob"}


class RestContents(Place):
    """What git keeps."""

    def branch(self, name: str) -> str | None:
        """Give the commit that a branch points at; None where there is no such branch."""
        request = Request(
            f"looking for the branch {name}",
            self.path(f"git/ref/heads/{quote(name)}"),
            RefAnswer.model_validate_json,
        )
        try:
            return self.calls.one(request).object.sha
        except NotFoundError:
            return None

    def create_branch(self, name: str, commit: str) -> None:
        """Begin a branch at a commit."""
        self._point(
            f"making the branch {name}",
            self.path("git/refs"),
            "POST",
            {"ref": f"refs/heads/{name}", "sha": commit},
        )

    def move_branch(self, name: str, commit: str, *, force: bool = False) -> None:
        """Let a branch point at another commit; by force where that does not follow the old one."""
        path = self.path(f"git/refs/heads/{quote(name)}")
        body = {"sha": commit, "force": force}
        self._point(f"moving the branch {name}", path, "PATCH", body)

    def _point(self, what: str, path: str, verb: str, body: Mapping[str, object]) -> None:
        self.calls.one(Request(what, path, RefAnswer.model_validate_json, verb=verb, body=body))

    def delete_branch(self, name: str) -> None:
        """Delete a branch."""
        self.calls.one(
            Request(
                f"deleting the branch {name}",
                self.path(f"git/refs/heads/{quote(name)}"),
                nothing,
                verb="DELETE",
            )
        )

    def commit(self, sha: str) -> Commit:
        """Read one commit."""
        return self.calls.one(
            Request(
                f"reading the commit {sha}",
                self.path(f"commits/{sha}"),
                CommitAnswer.model_validate_json,
            )
        ).value()

    def store_tree(self, base: str, files: Mapping[str, str | None]) -> str:
        """Put files over a tree and give the tree that comes out; None takes a file away."""
        entries = [
            {"path": path, **_FILE, **({"sha": None} if text is None else {"content": text})}
            for path, text in sorted(files.items())
        ]
        return self._stored("files", "git/trees", {"base_tree": base, "tree": entries})

    def store_commit(self, tree: str, parents: Sequence[str], message: str) -> str:
        """Make a commit of a tree, on no branch yet."""
        body = {"message": message, "tree": tree, "parents": list(parents)}
        return self._stored("a commit", "git/commits", body)

    def _stored(self, name: str, path: str, body: Mapping[str, object]) -> str:
        return self.calls.one(
            Request(
                f"storing {name}",
                self.path(path),
                ShaAnswer.model_validate_json,
                verb="POST",
                body=body,
            )
        ).sha

    def file(self, path: str, ref: str) -> str | None:
        """Read a text file at a branch or commit; None where there is none."""
        request = Request(
            f"reading {path}",
            self.path_with_query(f"contents/{quote(path)}"),
            FileAnswer.model_validate_json,
            {"ref": ref},
        )
        try:
            return self.calls.one(request).bytes.decode()
        except NotFoundError:
            return None
        except ValueError:
            raise RefusedError(f"{path} at {ref} is no text in UTF-8.") from None

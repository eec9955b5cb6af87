"""Trees, commits and branches of a forge in memory."""

import hashlib
from collections.abc import Mapping, Sequence

from mentorgen.adapters.github.forge import Author, Commit, NotFoundError, RefusedError


class GitObjects:
    """What git keeps: trees are whole mappings of path to text, named by what they hold."""

    def __init__(self) -> None:
        self.trees: dict[str, Mapping[str, str]] = {}
        self.commits: dict[str, Commit] = {}
        self.branches: dict[str, str] = {}

    def files(self, branch: str = "main") -> Mapping[str, str]:
        """Give all files of a branch."""
        return self.trees[self.commits[self.branches[branch]].tree]

    def add_tree(self, base: str | None, files: Mapping[str, str | None]) -> str:
        """Put files over a tree; the same files are the same tree."""
        if base is not None and base not in self.trees:
            raise NotFoundError(f"There is no tree {base}.")
        tree = dict(self.trees[base]) if base else {}
        for path, text in files.items():
            if text is not None:
                tree[path] = text
            elif tree.pop(path, None) is None:
                raise RefusedError(f"There is no {path} to delete.")
        sha = hashlib.sha1(repr(sorted(tree.items())).encode()).hexdigest()
        self.trees[sha] = tree
        return sha

    def add_commit(self, by: Author, tree: str, parents: Sequence[str], message: str) -> str:
        """Make a commit."""
        missing = [sha for sha in parents if sha not in self.commits]
        if missing or tree not in self.trees:
            raise RefusedError(f"There is no object {[tree, *missing][-1]}.")
        text = repr((tree, tuple(parents), message, by.id, len(self.commits)))
        sha = hashlib.sha1(text.encode()).hexdigest()
        self.commits[sha] = Commit(sha, tree, tuple(parents), message, by)
        return sha

    def commit(self, sha: str) -> Commit:
        """Find a commit; GitHub does not say 404 where there is none."""
        if sha not in self.commits:
            raise RefusedError(f"No commit found for SHA: {sha}")
        return self.commits[sha]

    def ancestors(self, commit: str) -> set[str]:
        """Give a commit and all before it."""
        found, open_ends = set[str](), [commit]
        while open_ends:
            sha = open_ends.pop()
            if sha not in found:
                found.add(sha)
                open_ends.extend(self.commits[sha].parents)
        return found

    def fork_point(self, base: str, head: str) -> str:
        """Find where a commit left another's history."""
        known, sha = self.ancestors(base), head
        while sha not in known:
            sha = self.commits[sha].parents[0]
        return sha

    def between(self, old: str, new: str) -> Mapping[str, str | None]:
        """Tell what one commit has that another has not; None is a file less."""
        before, after = (self.trees[self.commits[sha].tree] for sha in (old, new))
        paths = {*before, *after}
        return {path: after.get(path) for path in paths if before.get(path) != after.get(path)}

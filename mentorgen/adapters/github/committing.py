"""One commit of several files, made at the forge without a clone."""

from collections.abc import Mapping

from mentorgen.adapters.github.forge import Forge


def commit_files(forge: Forge, parent: str, files: Mapping[str, str | None], message: str) -> str:
    """Put files on top of a commit and give the new one; None takes a file away.

    No branch moves. Where nothing would change, there is no new commit and the parent comes back.
    """
    before = forge.commit(parent).tree
    tree = forge.store_tree(before, files)
    return parent if tree == before else forge.store_commit(tree, (parent,), message)

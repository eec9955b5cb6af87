"""Letting the site be built after a change, and where it lies: what a workflow's own token pushes starts no other workflow."""

from contextlib import suppress

from mentorgen.adapters.github.forge import (
    ForbiddenError,
    Forge,
    NotFoundError,
    RefusedError,
    RepositoryFacts,
)

PUBLISHING = "publish.yml"


def publish(forge: Forge, branch: str) -> None:
    """Start the workflow that builds the site; where that cannot be asked for, it is built with the day."""
    with suppress(ForbiddenError, NotFoundError, RefusedError):
        forge.dispatch(PUBLISHING, branch, {})


def pages_address(facts: RepositoryFacts) -> str:
    """Give where GitHub serves a public repository's pages, and leads on from to a domain of its own; empty where it has none."""
    owner, _, name = facts.name.partition("/")
    host = f"{owner.lower()}.github.io"
    if facts.is_private or not facts.has_pages:
        return ""
    return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"

"""Letting the site be built after a change: what a workflow's own token pushes starts no other workflow."""

from contextlib import suppress

from mentorgen.adapters.github.forge import ForbiddenError, Forge, NotFoundError, RefusedError

PUBLISHING = "publish.yml"


def publish(forge: Forge, branch: str) -> None:
    """Start the workflow that builds the site; where that cannot be asked for, it is built with the day."""
    with suppress(ForbiddenError, NotFoundError, RefusedError):
        forge.dispatch(PUBLISHING, branch, {})

"""A connection to the repository that a workflow or an organiser means."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from mentorgen.adapters.github.calls import Calls
from mentorgen.adapters.github.pygithub_forge import PyGithubForge
from mentorgen.errors import WrongUsageError

TOKEN, ADDRESS = "GITHUB_TOKEN", "GITHUB_API_URL"
GITHUB = "https://api.github.com"
ACTIONS = "github-actions[bot]"
"""Who writes with a workflow's own token, which may not ask who it is."""
SECONDS_BETWEEN_WRITES = 1
"""What GitHub asks of everybody; see its best practices for the REST API. Nobody else has limits."""
_NAME = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)
_HERE = {"127.0.0.1", "::1", "localhost"}


def connect(
    environment: Mapping[str, str], *, repository: str | None, bot: str | None = None
) -> PyGithubForge:
    """Give the forge that the variables of a workflow speak of; nothing is called yet.

    Raises:
        WrongUsageError: a variable is missing or makes no sense.
    """
    token = environment.get(TOKEN, "").strip()
    if not token:
        raise WrongUsageError(
            f"There is no token to write with. In a workflow put '{TOKEN}: ${{{{ github.token }}}}'"
            f" under 'env'; on your own machine set {TOKEN}."
        )
    if not token.isascii() or any(sign.isspace() or not sign.isprintable() for sign in token):
        raise WrongUsageError(f"{TOKEN} holds a sign that no token has; copy it once more.")
    if repository is None or not _NAME.fullmatch(repository):
        raise WrongUsageError(
            f"{repository or ''!r} is no repository; give --repository OWNER/NAME, such as"
            " example-org/mentoring."
        )
    in_workflow = environment.get("GITHUB_ACTIONS") == "true"
    address = _address(environment.get(ADDRESS) or GITHUB)
    pause = 0 if address.startswith("http:") else SECONDS_BETWEEN_WRITES
    calls = Calls(token, address, seconds_between_writes=pause)
    is_present = in_workflow and repository == environment.get("GITHUB_REPOSITORY")
    bot = bot or (ACTIONS if in_workflow else None)
    return PyGithubForge(calls, repository, bot=bot, is_present=is_present)


def _address(written: str) -> str:
    """Take an address that nobody on the way can read the token of."""
    parts = urlsplit(written)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE):
        return written.rstrip("/")
    raise WrongUsageError(f"{ADDRESS} is {written!r}; it must begin with https://.")

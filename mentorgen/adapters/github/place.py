"""A repository's place in GitHub's REST interface."""

import re

from mentorgen.adapters.github.calls import Calls
from mentorgen.adapters.github.forge import RepositoryFacts
from mentorgen.adapters.github.requests import Request
from mentorgen.adapters.github.settings_answers import RepositoryAnswer


class Place:
    """Knows where a repository lies, also after it was renamed.

    Under an old name GitHub sends readers to the new place, and what they asked to be left out of
    a list is forgotten on the way. So the present name is known before the first list is read; who knows
    that `name` is it spares a call.
    """

    def __init__(self, calls: Calls, name: str, *, is_present: bool = False) -> None:
        self.calls = calls
        self.name = name
        self._is_present = is_present

    def repository(self) -> RepositoryFacts:
        """Read what the repository says of itself, its present name among it."""
        facts = self.calls.one(
            Request(
                f"looking at the repository {self.name}",
                f"/repos/{self.name}",
                RepositoryAnswer.model_validate_json,
            )
        ).value()
        self.name, self._is_present = facts.name, True
        return facts

    def path(self, rest: str) -> str:
        """Give the path of something in the repository."""
        return f"/repos/{self.name}/{rest}"

    def path_with_query(self, rest: str) -> str:
        """Give a path that a query can be put to."""
        if not self._is_present:
            self.repository()
        return self.path(rest)

    def holds(self, address: str) -> bool:
        """Tell whether an address out of an answer is in this repository; it may tell its new name."""
        found = re.search(r"/repos/([^/]+/[^/]+)/", address)
        name = found[1].casefold() if found else ""
        if name != self.name.casefold() and not self._is_present:
            self.repository()
        self._is_present = self._is_present or name == self.name.casefold()
        return name == self.name.casefold()
